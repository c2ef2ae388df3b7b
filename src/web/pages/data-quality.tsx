import { longDay } from '../../domain/calendar/format.ts'
import { idOf, kindOf } from '../../domain/entry.ts'
import { find } from '../../domain/register.ts'
import { type Known, knownIn, type Member } from '../../report/quality/known.ts'
import { namesIn } from '../../report/words/sentence-names.ts'
import type { PageContext } from '../context.ts'
import { DataTable } from '../parts/data-table.tsx'
import { Layout } from '../parts/layout.tsx'

/** GET: what the register knows and what it does not, field by field, with the list behind each count. */
export function qualityPage(context: PageContext) {
  const { answer, paths } = context.var
  const known = knownIn(answer.register)
  const asked = known.find(({ id }) => id === context.req.query('field'))
  return context.html(
    <Layout context={context} title="Data quality">
      <h1 class="govuk-heading-l">Data quality on {longDay(answer.asof)}</h1>
      <p class="govuk-body">
        What no source tells stays unknown here: it is counted, and never guessed. Each number of unknowns opens its list.
      </p>
      <DataTable
        caption="Known and unknown, by field"
        captionIs="hidden"
        columns={[
          { label: 'Field' },
          { label: 'Known', numeric: true },
          { label: 'Unknown', numeric: true },
          { label: 'Known, in a hundred', numeric: true },
        ]}
        rows={known.map((field) => ({
          cells: [
            field.title,
            field.known,
            field.unknown.length === 0 ? (
              0
            ) : (
              <a class="govuk-link" href={paths.quality({ field: field.id })}>
                {field.unknown.length}
                <span class="govuk-visually-hidden"> without {field.title}</span>
              </a>
            ),
            shareOf(field),
          ],
        }))}
      />
      {asked && <Unknown context={context} field={asked} />}
    </Layout>,
  )
}

const shareOf = ({ known, unknown }: Known): string =>
  known + unknown.length === 0 ? 'none there' : String(Math.floor((100 * known) / (known + unknown.length)))

function Unknown({ context, field }: { readonly context: PageContext; readonly field: Known }) {
  return (
    <section>
      <h2 class="govuk-heading-m" id="unknown">
        {field.title}: not told of {field.unknown.length}
      </h2>
      <ul class="govuk-list app-lines">
        {field.unknown.map((member) => (
          <li>
            <Named context={context} member={member} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Named({ context, member: { subject, item } }: { readonly context: PageContext; readonly member: Member }) {
  const { answer, paths, site } = context.var
  const { title } = namesIn(answer.register, site.grammar)
  const about = kindOf(subject) === 'modification' ? find(answer.register, 'modification', idOf(subject))?.state.title?.value : undefined
  return (
    <>
      <a class="govuk-link" href={paths.subject(subject)}>
        {title(subject)}
      </a>{' '}
      {about}
      {item && <span class="app-quiet"> {item}</span>}
    </>
  )
}
