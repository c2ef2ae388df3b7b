import { dayOf } from '../../../domain/calendar/moment.ts'
import { covers, workingDays } from '../../../domain/calendar/working-days.ts'
import { type Holding, holdingsOf } from '../../../domain/duty/holding.ts'
import type { Holder } from '../../../domain/modification/holder.ts'
import { assessmentName } from '../../../report/words/event-sentence.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import { sinceText } from '../../../report/words/since.ts'
import type { PageContext } from '../../context.ts'
import { type Column, DataTable } from '../data-table.tsx'
import { Listed } from '../modification/listed.tsx'

type Props = { readonly context: PageContext }

const columns: readonly Column[] = [
  { label: 'Modification' },
  { label: 'With you for' },
  { label: 'Since' },
  { label: 'Working Days', numeric: true },
]

/** Every modification on which those for whom he acts hold the action, the longest held first. */
export function HeldByMe({ context }: Props) {
  const { answer, principal } = context.var
  const holdings = holdingsOf(answer.register, principal.actsFor)
  if (principal.actsFor.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m" id="held">
        What you hold, and since when
      </h2>
      {holdings.length === 0 ? (
        <p class="govuk-body">No modification waits for you to move it on.</p>
      ) : (
        <DataTable
          caption="Modifications on which you hold the action"
          captionIs="hidden"
          columns={columns}
          rows={holdings.map((holding) => ({ cells: cellsOf(context, holding) }))}
        />
      )}
    </section>
  )
}

function cellsOf(context: PageContext, { found, holder }: Holding) {
  return [
    <Listed context={context} found={found} />,
    forWhat(context, holder),
    sinceText(found, { on: holder.since, place: holder.place }),
    daysHeld(context, holder),
  ]
}

function forWhat({ var: { answer, site } }: PageContext, holder: Holder): string {
  const { words } = namesIn(answer.register, site.grammar)
  switch (holder.role) {
    case 'provider':
      return assessmentName(holder.assessment.id, words)
    case 'approver':
      return `the request for the ${assessmentName(holder.assessment.id, words)}`
    case 'asked':
      return `a question on the ${assessmentName(holder.assessment.id, words)}`
    case 'appealed to':
      return 'the appeal'
    case 'referred to':
      return 'the referral'
    case 'consulted':
      return 'a consultation'
    case 'step':
      return words.step(holder.step)
  }
}

function daysHeld({ var: { answer } }: PageContext, { since }: Holder): string {
  const today = dayOf(answer.register.on)
  const { calendar } = answer.register
  return covers(calendar, since.to) && covers(calendar, today)
    ? String(workingDays(calendar, since.to, today, 'not counted').value)
    : 'not known'
}
