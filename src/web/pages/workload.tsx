import { longDay } from '../../domain/calendar/format.ts'
import { type Led, workload } from '../../domain/duty/workload.ts'
import type { Subject } from '../../domain/entry.ts'
import { nameOf } from '../../domain/names.ts'
import { sinceText } from '../../report/words/since.ts'
import type { PageContext } from '../context.ts'
import { DataTable } from '../parts/data-table.tsx'
import { Layout } from '../parts/layout.tsx'
import { Listed } from '../parts/modification/listed.tsx'
import { StageTag } from '../parts/tag.tsx'
import { refusedPage } from './problem.tsx'

/** GET: what each Lead Analyst has, where it stands since when, and what comes next: for who administers. */
export function workloadPage(context: PageContext) {
  const { account, answer, paths, principal, site } = context.var
  if (!account) return context.redirect(paths.signIn(paths.workload()), 303)
  if (!principal.roles.includes('administrator'))
    return refusedPage(context, site, 403, 'The code administrator sees who works on what', 'Ask your code administrator.')
  return context.html(
    <Layout context={context} title="Workload">
      <h1 class="govuk-heading-l">Workload by analyst on {longDay(answer.asof)}</h1>
      {[...workload(answer.register)].map(([analyst, led]) => (
        <OfAnalyst context={context} analyst={analyst} led={led} />
      ))}
    </Layout>,
  )
}

type Props = { readonly context: PageContext; readonly analyst: Subject | 'nobody'; readonly led: readonly Led[] }

function OfAnalyst({ context, analyst, led }: Props) {
  const { answer, paths } = context.var
  const name = analyst === 'nobody' ? 'No Lead Analyst is told' : nameOf(answer.register, analyst)
  return (
    <section>
      <h2 class="govuk-heading-m">
        {name}: {led.length}
      </h2>
      {analyst !== 'nobody' && (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.act('reassign-work', analyst)}>
            Give all of it to another
          </a>
        </p>
      )}
      <DataTable
        caption={name}
        captionIs="hidden"
        columns={[{ label: 'Modification' }, { label: 'Stage' }, { label: 'Since' }, { label: 'Next day' }]}
        rows={led.map(({ found, next }) => ({
          cells: [
            <Listed context={context} found={found} />,
            <StageTag register={answer.register} standing={found.state.standing.value} />,
            sinceText(found, found.state.standing).replace(/^since /, ''),
            next ? longDay(next) : 'none is told',
          ],
        }))}
      />
    </section>
  )
}
