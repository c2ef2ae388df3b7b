import type { FigureId } from '../figures/figure.ts'
import { bullet, table, wrap } from './layout.ts'
import { type ChangeStatusModel, figureOf } from './model.ts'
import type { ProposalRow } from './proposal-timescales.ts'
import type { AssessmentLine, AssessmentTimescales } from './refine.ts'
import { arithmeticOf, codeCounts, durationText, tableDay, wd, withinText } from './rendering.ts'

/** The paper's columns, and beside them what it does not tell: the Code's Working Days, and whether the target was met. */
export function assessmentTable(title: string, day: string, duration: string, rows: readonly AssessmentLine[]): string {
  if (rows.length === 0) return `${title}\n  none`
  const head = ['Modification', 'Type', day, 'Target duration', duration, 'WD*', 'WD**', 'In target']
  const body = rows.map((row) => {
    const { counted, notCounted } = codeCounts(row)
    const others = row.beside.length > 0 ? ' †' : ''
    return [
      row.member.label,
      row.assessmentKind,
      `${tableDay(row.day)}${others}`,
      wd(row.targetWorkingDays),
      durationText(row),
      wd(counted),
      wd(notCounted),
      withinText(row),
    ]
  })
  const besides = rows.flatMap(({ member, beside }) =>
    beside.map((other) => `† ${member.label}: ${other.source} tells ${tableDay(other.on)}.`),
  )
  const past = rows.flatMap((row) => row.past?.text ?? [])
  const targets = rows.flatMap(({ member, assessmentKind, targetNote }) =>
    targetNote ? [`${member.label} (${assessmentKind}): ${targetNote}.`] : [],
  )
  return [title, table(head, body), ...[...besides, ...targets, ...past].map((text) => wrap(text))].join('\n')
}

/** What the columns beside the paper's mean, and how each open duration is counted, to be checked by hand; '' where there is no table. */
export function counting({ open, completed, requested }: AssessmentTimescales): string {
  if (open.length + completed.length + requested.rows.length === 0) return ''
  const lines = open.flatMap((row) => {
    const arithmetic = arithmeticOf(row)
    return arithmetic ? [bullet(`${row.member.label} (${row.assessmentKind}): ${arithmetic}`)] : []
  })
  const code = wrap(
    "* The Code's Working Days, bank holidays taken out, with the first day counted; ** with the first day not counted. The durations of completed assessments are stated by the paper where it states them, and their days of acceptance were worked out from those.",
  )
  return [code, ...(lines.length > 0 ? ['How the open durations are counted:', ...lines] : [])].join('\n')
}

/** A row of the proposal timescales: what is derived and what is stated, side by side. */
export const proposalCells = (model: ChangeStatusModel, { label, total, totalStated, mean, meanStated }: ProposalRow) => [
  label,
  figureOf(model, total).value,
  totalStated?.value ?? '–',
  meanText(model, mean),
  meanStated ? wd(meanStated.value) : '–',
]

/** A mean, and over how many where not over all. */
export function meanText(model: ChangeStatusModel, id: FigureId): string {
  const { value, over } = figureOf(model, id)
  if (value === 'unknown') return '–'
  return over && over.known < over.of ? `${value} WD over ${over.known} of ${over.of}` : wd(value)
}
