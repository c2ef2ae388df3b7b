import type { Consultation } from '../../../domain/consultation/consultation.ts'
import { type CategoryCount, countResponses, rateOf } from '../../../domain/consultation/counts.ts'
import type { PageContext } from '../../context.ts'
import { DataTable } from '../data-table.tsx'

type Props = { readonly context: PageContext; readonly consultation: Consultation }

/** How each Party category answered; who is not in one is counted apart. */
export function ResponseRates({ context, consultation }: Props) {
  const { categories, others, withheld, lateCounts } = countResponses(context.var.answer.register, consultation)
  return (
    <>
      <DataTable
        caption="Responses by Party category"
        columns={[
          { label: 'Category' },
          { label: 'In the register', numeric: true },
          { label: 'Answered', numeric: true },
          { label: 'No comment', numeric: true },
          { label: 'Late', numeric: true },
          { label: 'Rate', numeric: true },
        ]}
        rows={[...categories, others].map((count) => ({ cells: cellsOf(count) }))}
      />
      <p class="govuk-body-s">
        {categories.length === 0 && 'No source tells the Party category of any organisation, so no rate can be told. '}
        “In the register” counts the organisations whose category is recorded, but for who is not asked; “no comment” is among those that
        answered. {lateCounts === true && 'What came late counts, by the rule “consultation-late-responses”.'}
        {lateCounts === false && 'What came late is kept and not counted, by the rule “consultation-late-responses”.'}
        {lateCounts === undefined && 'What came late is kept; no rule tells whether it counts, and it is not counted here.'}{' '}
        {withheld > 0 && `${withheld === 1 ? 'One more is' : `${withheld} more are`} withheld with the name, and in no row.`}
      </p>
    </>
  )
}

const cellsOf = (count: CategoryCount): readonly string[] => {
  const rate = rateOf(count)
  return [
    count.category,
    count.asked === undefined ? 'not counted' : String(count.asked),
    String(count.answered),
    String(count.noComment),
    String(count.late),
    rate === undefined ? 'not known' : `${rate}%`,
  ]
}
