import { idOf, type Subject } from '../../../domain/entry.ts'
import { type Found, find } from '../../../domain/register.ts'
import { lastDone, touching } from '../../../report/party/touching.ts'
import { sentenceOf } from '../../../report/words/event-sentence.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { referenceIn } from '../../paths.ts'
import { ImpactTag } from '../tag.tsx'
import { DutyList } from './duty-list.tsx'

/** What each modification is about in plain English, where somebody wrote it. */
export type Summaries = ReadonlyMap<Subject, string>

type Props = { readonly context: PageContext; readonly party: Subject; readonly summaries: Summaries }

/** What touches a Party: what it may answer and by when, then what else moved this week; says so when there is nothing. */
export function OfParty({ context, party, summaries }: Props) {
  const { answer, paths, site } = context.var
  const { name } = namesIn(answer.register, site.grammar)
  const { category, yours, moved, others } = touching(answer.register, party)
  const more = ({ subject }: { readonly subject: Subject }) => (
    <Told context={context} subject={subject} category={category} summaries={summaries} />
  )
  return (
    <section>
      <h2 class="govuk-heading-m" id="touches">
        {category ? `What touches ${category}` : `What may touch ${name(party)}`}
      </h2>
      {!category && (
        <p class="govuk-body">
          No source tells the Party category of{' '}
          <a class="govuk-link" href={paths.subject(party)}>
            {name(party)}
          </a>
          : until it is recorded, all that is open is shown.
        </p>
      )}
      {yours.length > 0 && <DutyList context={context} duties={yours} none="" more={more} />}
      {moved.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Also this week, with nothing to answer</h3>
          <ul class="govuk-list app-lines">
            {moved.map((found) => (
              <Moved context={context} found={found} category={category} summaries={summaries} />
            ))}
          </ul>
        </>
      )}
      {yours.length + moved.length === 0 && <p class="govuk-body">Nothing for you this week.</p>}
      {others.length > 0 && (
        <details class="govuk-details app-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{others.length} more, for other categories</span>
          </summary>
          <DutyList context={context} duties={others} none="" more={more} />
        </details>
      )}
    </section>
  )
}

const stateOf = ({ var: { answer } }: PageContext, subject: Subject) => find(answer.register, 'modification', idOf(subject))?.state

type ToldProps = Omit<Props, 'party'> & { readonly subject: Subject; readonly category: string | undefined }

/** How much it touches the category, and what it is about in plain English; what is not written is not shown. */
function Told({ context, subject, category, summaries }: ToldProps) {
  const rated = category === undefined ? undefined : stateOf(context, subject)?.impacts[category]?.value
  const text = summaries.get(subject)
  return (
    <>
      {rated && (
        <p class="govuk-body-s govuk-!-margin-bottom-1">
          <ImpactTag impact={rated.impact} /> {rated.why}
        </p>
      )}
      {text && <p class="govuk-body-s govuk-!-margin-bottom-1">{text}</p>}
    </>
  )
}

function Moved({ context, found, category, summaries }: Omit<ToldProps, 'subject'> & { readonly found: Found<'modification'> }) {
  const { answer, paths, site } = context.var
  const last = lastDone(found)
  return (
    <li>
      <a class="govuk-link app-reference" href={paths.modification(found.id)}>
        {referenceIn(answer.register, site.grammar, found.id)}
      </a>{' '}
      {found.state.title?.value}
      {last && <span class="app-lines__more">{sentenceOf(last, namesIn(answer.register, site.grammar))}</span>}
      <Told context={context} subject={found.subject} category={category} summaries={summaries} />
    </li>
  )
}
