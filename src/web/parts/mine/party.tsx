import { opportunitiesOf } from '../../../domain/duty/duties.ts'
import type { Duty } from '../../../domain/duty/duty.ts'
import { idOf, type Subject } from '../../../domain/entry.ts'
import { find, type Register } from '../../../domain/register.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { DutyList } from './duty-list.tsx'

type Props = { readonly context: PageContext; readonly party: Subject }

/** What touches a Party: what it may answer and by when, for its category first. Says so when there is nothing. */
export function OfParty({ context, party }: Props) {
  const { answer, paths, site } = context.var
  const { name } = namesIn(answer.register, site.grammar)
  const category = find(answer.register, 'organisation', idOf(party))?.state.category?.value
  const all = opportunitiesOf(answer.register, party)
  const yours = all.filter((duty) => mayTouch(answer.register, duty, category))
  const others = all.filter((duty) => !yours.includes(duty))
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
      <DutyList context={context} duties={yours} none="Nothing for you this week." />
      {others.length > 0 && (
        <details class="govuk-details app-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{others.length} more, for other categories</span>
          </summary>
          <DutyList context={context} duties={others} none="" />
        </details>
      )}
    </section>
  )
}

/** Where either the category or the affected Parties are not told, it may. */
function mayTouch(register: Register, { subject }: Duty, category: string | undefined): boolean {
  const affected = find(register, 'modification', idOf(subject))?.state.parties?.value
  return category === undefined || affected === undefined || affected.includes(category)
}
