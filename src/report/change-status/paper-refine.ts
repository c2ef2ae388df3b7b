import { type Block, heading, paragraph, type Text, table } from '../paper/paper.ts'
import { assessmentYearsChart, openAssessmentsChart } from './paper-charts.ts'
import type { AssessmentLine } from './refine.ts'
import { codeCounts, durationText, tableDay, wd, withinText } from './rendering.ts'
import { figureCell, listed, meanCell, reference, sentence, type Writing } from './writing.ts'

export function refineSection(writing: Writing): readonly Block[] {
  const { meetings, out, expected, overdue, requests } = writing.model.refine
  return [
    heading(1, '3. Refine', 'refine'),
    heading(2, 'Working Group meetings'),
    ...meetings.flatMap((meeting) => listed(writing, meeting)),
    heading(2, 'Refinement Consultations'),
    ...listed(writing, out),
    ...listed(writing, expected),
    ...(overdue ? listed(writing, overdue) : []),
    heading(2, 'Impact Assessment requests'),
    ...listed(writing, requests),
    ...timescales(writing),
  ]
}

function timescales(writing: Writing): readonly Block[] {
  const { line, summary, open, completed, year, onTarget, requested } = writing.model.refine.timescales
  const none = open.length + completed.length + requested.rows.length === 0
  return [
    heading(2, 'DCC Assessment timescales'),
    paragraph(line.text),
    table(
      'Summary',
      [{ title: 'Assessment' }, { title: 'Total', numeric: true }, { title: 'Average duration', numeric: true }],
      summary.map(({ label, total, mean }) => [[label], figureCell(writing, total), meanCell(writing, mean)]),
    ),
    ...openAssessments(writing, open),
    ...assessments(writing, {
      caption: `Assessments completed during ${year}`,
      day: 'Returned',
      duration: 'Actual duration',
      rows: completed,
    }),
    { kind: 'paragraph', text: sentence(writing, onTarget) },
    ...assessmentYearsChart(writing),
    ...(requested.rows.length > 0
      ? assessments(writing, { caption: requested.line.text, day: 'Requested', duration: 'Waiting', rows: requested.rows })
      : [paragraph(requested.line.text)]),
    ...(none ? [] : [paragraph(codeCounting)]),
  ]
}

const codeCounting =
  '* The Code’s Working Days, bank holidays taken out, with the first day counted; ** with the first day not counted. The durations of completed assessments are stated by the paper where it states them, and their days of acceptance were worked out from those.'

type Assessments = {
  readonly caption: string
  readonly day: string
  readonly duration: string
  readonly rows: readonly AssessmentLine[]
}

function openAssessments(writing: Writing, rows: readonly AssessmentLine[]): readonly Block[] {
  const [head, ...notes] = assessments(writing, { caption: 'Open Assessments', day: 'Accepted', duration: 'Current duration', rows })
  const isDrawn = rows.some(({ duration }) => duration !== 'unknown')
  return head?.kind === 'table' && isDrawn ? [openAssessmentsChart(writing, rows, head.table), ...notes] : head ? [head, ...notes] : []
}

/** The paper's columns, and beside them what it does not tell: the Code's Working Days, and whether the target was met. */
function assessments(writing: Writing, { caption, day, duration, rows }: Assessments): readonly Block[] {
  if (rows.length === 0) return [paragraph(`${caption}: none.`)]
  return [
    table(
      caption,
      [
        { title: 'Modification' },
        { title: 'Type' },
        { title: day },
        { title: 'Target duration', numeric: true },
        { title: duration, numeric: true },
        { title: 'WD*', numeric: true },
        { title: 'WD**', numeric: true },
        { title: 'Within target' },
      ],
      rows.map((row) => cells(writing, row)),
    ),
    ...rows.flatMap(({ member, beside }) =>
      beside.map((other) => paragraph(`† ${member.label}: ${other.source} tells ${tableDay(other.on)}.`)),
    ),
    ...rows.flatMap(({ member, assessmentKind, targetNote }) =>
      targetNote ? [paragraph(`${member.label} (${assessmentKind}): ${targetNote}.`)] : [],
    ),
    ...rows.flatMap(({ past }) => (past ? [paragraph(past.text)] : [])),
  ]
}

function cells(writing: Writing, row: AssessmentLine): readonly Text[] {
  const { counted, notCounted } = codeCounts(row)
  return [
    [reference(writing, row.member)],
    [row.assessmentKind],
    [`${tableDay(row.day)}${row.beside.length > 0 ? ' †' : ''}`],
    [wd(row.targetWorkingDays)],
    [durationText(row)],
    [wd(counted)],
    [wd(notCounted)],
    [withinText(row)],
  ]
}
