import type { CountedAssessments } from '../../../report/figures/counted-assessments.ts'
import type { DerivedFigure } from '../../../report/figures/figure.ts'
import { wordsOf } from '../../../report/words/code-words.ts'
import type { PageContext } from '../../context.ts'
import { type Column, DataTable } from '../data-table.tsx'

export type SummaryProps = { readonly context: PageContext; readonly counted: CountedAssessments }

/** How many of each kind are open and completed, with their means and what those were made from; and how many met their own target. */
export function AssessmentSummary({ context, counted }: SummaryProps) {
  const words = wordsOf(context.var.answer.register)
  const columns: readonly Column[] = [
    { label: 'Kind' },
    { label: 'Open', numeric: true },
    { label: 'Open, on average', numeric: true },
    { label: `Completed ${counted.year.label}`, numeric: true },
    { label: 'Completed, on average', numeric: true },
  ]
  const rows = counted.summary.map(({ kind, open, openMean, completed, completedMean }) => ({
    id: `summary-${kind}`,
    cells: [`${words.assessmentKind(kind)} (${kind})`, open.value, average(openMean), completed.value, average(completedMean)],
  }))
  return (
    <>
      <h2 class="govuk-heading-m">Summary</h2>
      <DataTable caption="Assessments by kind" captionIs="hidden" columns={columns} rows={rows} />
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">How these averages are made</span>
        </summary>
        <div class="govuk-details__text">
          <dl class="app-counts">
            {counted.summary.flatMap(({ kind, openMean, completedMean }) => [
              made(`${kind} open`, openMean),
              made(`${kind} completed`, completedMean),
            ])}
          </dl>
        </div>
      </details>
      <p class="govuk-body">{onTarget(counted)}</p>
    </>
  )
}

const average = ({ value }: DerivedFigure): string => (value === 'unknown' ? 'none' : `${value} WD`)

function made(name: string, { value, arithmetic, over, definition }: DerivedFigure) {
  return (
    <div>
      <dt>
        <strong>{name}</strong>: {value === 'unknown' ? 'none' : (arithmetic ?? value)}
        {over && over.known < over.of && `, over ${over.known} of ${over.of}`}
      </dt>
      <dd>{definition}</dd>
    </div>
  )
}

/** How many of the completed met the target that was set for them. */
function onTarget({ onTarget: { value, over }, year }: CountedAssessments): string {
  if (!over || over.of === 0) return ''
  const judged = over.known === over.of ? `${over.of}` : `${over.known} of the ${over.of} whose target is told`
  return `${value} of the ${judged} completed during ${year.label} met their own target.`
}
