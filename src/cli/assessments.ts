import type { Command } from 'commander'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import type { Answer } from '../app/app.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { longDay, shortDay } from '../domain/calendar/format.ts'
import { staleSince } from '../domain/solution/stale.ts'
import { assessmentNow } from '../report/figures/assessment-now.ts'
import type { AssessmentRow } from '../report/figures/assessments.ts'
import { type CountedAssessments, countAssessments } from '../report/figures/counted-assessments.ts'
import { capitalised } from '../report/words/capitalised.ts'
import { day, example, readsRegister } from './arguments.ts'
import { granted } from './failure.ts'
import { answer, type Reading, type Told } from './session.ts'
import { table } from './table.ts'

/** `codicil assessments`: open, requested and completed ones with their clocks. */
export function assessmentsCommand(program: Command, root: string): void {
  readsRegister(program.command('assessments').description('open, requested and completed assessments, with their clocks'))
    .option('--to <day>', 'count the open ones to this day, else to the day asked', day)
    .addHelpText('after', example('assessments --asof 2019-10-04 --to 2019-09-30'))
    .action((options: Reading & { readonly to?: CalendarDate }) =>
      answer(root, options, (asked) => tell(asked, granted(countAssessments(asked, grammar, { to: options.to })))),
    )
}

function tell({ asof, register }: Answer, { to, year, open, requested, completed, onTarget, summary }: CountedAssessments): Told {
  const row = (one: AssessmentRow) => ({ ...jsonRow(one), ...assessmentNow(register, one, to) })
  const parts = [
    part(`Open, counted to ${longDay(to)}`, ['Accepted', 'Target', 'So far'], open, ({ accepted }) => accepted?.on.to),
    counting(open),
    part(`Requested and not yet accepted on ${longDay(to)}`, ['Requested', 'Target', 'Waiting'], requested, (one) => one.requested?.on.to),
    part(`Completed during ${year.label}`, ['Returned', 'Target', 'Took'], completed, ({ returned }) => returned?.on.to),
    notes(completed),
    stale([...open, ...completed]),
  ]
  return {
    text: parts.filter((text) => text !== '').join('\n\n'),
    json: {
      asof,
      known: register.seen,
      countedTo: to,
      year,
      open: open.map(row),
      requested: requested.map(row),
      completed: completed.map(row),
      onTarget,
      summary,
    },
  }
}

type DayOf = (assessment: AssessmentRow['assessment']) => CalendarDate | undefined

function part(title: string, head: readonly string[], rows: readonly AssessmentRow[], dayOf: DayOf): string {
  if (rows.length === 0) return `${title}: none`
  const cells = rows.map(({ member, assessment, duration }) => {
    const on = dayOf(assessment)
    return [
      member.label,
      assessment.assessmentKind,
      on ? shortDay(on) : 'not told',
      assessment.target ? `${assessment.target.value.workingDays} WD` : 'not told',
      duration ? `${duration.value} WD` : 'not known',
    ]
  })
  return `${title}\n${table([['Modification', 'Type', ...head], ...cells])}`
}

/** The arithmetic of each open one, and its counts under the Code's Working Days. */
function counting(rows: readonly AssessmentRow[]): string {
  const lines = rows.flatMap(({ member, assessment, duration }) => {
    const arithmetic = duration?.counts[0]?.arithmetic
    return arithmetic ? [[`${member.label} ${assessment.assessmentKind}:`, arithmetic]] : []
  })
  return lines.length === 0 ? '' : `How these are counted\n${table(lines)}`
}

/** What must be known of the durations; said once where it holds for all. */
function notes(rows: readonly AssessmentRow[]): string {
  const noted = rows.flatMap(({ member, assessment, duration }) =>
    duration?.note ? [{ name: `${member.label} ${assessment.assessmentKind}:`, note: capitalised(duration.note) }] : [],
  )
  const different = new Set(noted.map(({ note }) => note))
  if (different.size === 1 && noted.length === rows.length) return table([['Each of these:', noted[0]?.note ?? '']])
  return table(noted.map(({ name, note }) => [name, note]))
}

/** Those whose solution changed materially after they were accepted. */
function stale(rows: readonly AssessmentRow[]): string {
  const lines = rows.flatMap(({ found, member, assessment }) => {
    const since = staleSince(found.state, assessment)
    return since ? [[`${member.label} ${assessment.assessmentKind}:`, `its solution changed materially on ${longDay(since.on.to)}`]] : []
  })
  return lines.length === 0 ? '' : `Stale\n${table(lines)}`
}

const jsonRow = ({ member, assessment, duration }: AssessmentRow) => ({
  modification: member.label,
  title: member.title ?? null,
  assessment: assessment.id,
  kind: assessment.assessmentKind,
  status: assessment.status,
  requested: assessment.requested?.on ?? null,
  accepted: assessment.accepted?.on ?? null,
  returned: assessment.returned?.on ?? null,
  targetWorkingDays: assessment.target?.value.workingDays ?? null,
  duration: duration ?? null,
})
