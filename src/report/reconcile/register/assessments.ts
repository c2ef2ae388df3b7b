import type { Assessment } from '../../../domain/assessment/assessment.ts'
import { dated, longDay } from '../../../domain/calendar/format.ts'
import { conventionLabels, countings } from '../../../domain/calendar/working-days.ts'
import { find } from '../../../domain/register.ts'
import type { ReportContext } from '../../change-status/report-context.ts'
import { completedAssessments, openAssessments, requestedAssessments } from '../../figures/assessments.ts'
import type { About, Judged } from '../claim.ts'
import type { AssessmentTable } from '../reading/tables.ts'
import { contradicted, holds, notSupported } from './judged.ts'

type Of<K extends About['is']> = Extract<About, { is: K }>
type Any = Of<'day'> | Of<'target'> | Of<'duration'>

const rowsOf: Readonly<Record<AssessmentTable, typeof openAssessments>> = {
  open: openAssessments,
  completed: completedAssessments,
  requested: requestedAssessments,
}

const dayOf = (table: AssessmentTable, { accepted, returned, requested }: Assessment) =>
  table === 'open' ? accepted : table === 'completed' ? returned : requested

/** The register's row of the same proposal and kind, in the same table; of several, the one of the same day. */
function rowFor(claim: Any, context: ReportContext) {
  const rows = rowsOf[claim.table](context).filter(
    ({ found, assessment }) => found.id === claim.id && assessment.assessmentKind === claim.assessmentKind,
  )
  const day = 'day' in claim ? claim.day : undefined
  return rows.find(({ assessment }) => day && dayOf(claim.table, assessment)?.on.to === day) ?? rows[0]
}

function missing({ id, assessmentKind, table }: Any, context: ReportContext): Judged {
  const found = find(context.timescales, 'modification', id)
  if (!found) return notSupported('the register does not know this proposal at that day')
  const others = Object.values(found.state.assessments).filter((each) => each.assessmentKind === assessmentKind)
  const [other] = others
  if (!other) return notSupported(`no source in the register tells of a ${assessmentKind} of it by that day`)
  const since = other.returned ?? other.accepted ?? other.requested
  if (other.status === 'cancelled' || !since) return notSupported(`in the register its ${assessmentKind} is ${other.status}`)
  return contradicted(
    `the paper has it as ${table}, and the register as ${other.status}, since ${dated(since.on)}`,
    since.on.basis === 'stated' ? 'likely' : 'possible',
  )
}

export function judgeAssessmentDay(claim: Of<'day'>, context: ReportContext): Judged {
  const row = rowFor(claim, context)
  if (!row) return missing(claim, context)
  const told = dayOf(claim.table, row.assessment)
  if (!told) return notSupported('no source in the register tells this day')
  if (told.on.from <= claim.day && claim.day <= told.on.to) return holds(`the register has ${dated(told.on)}`)
  const certainty = told.on.basis === 'stated' ? ('likely' as const) : ('possible' as const)
  return contradicted(`the paper tells ${longDay(claim.day)}, and the register ${dated(told.on)}`, certainty)
}

export function judgeTarget(claim: Of<'target'>, context: ReportContext): Judged {
  const row = rowFor(claim, context)
  if (!row) return missing(claim, context)
  const target = row.assessment.target?.value.workingDays
  if (target === undefined) return notSupported('no source in the register tells its target')
  if (target === claim.workingDays) return holds('the register has the same target')
  return contradicted(`the paper tells ${claim.workingDays} WD, and the register ${target} WD`, 'likely')
}

/** Against the row's duration as the report counts it; where that differs, under each other convention, and from the paper's own day. */
export function judgeDuration(claim: Of<'duration'>, context: ReportContext): Judged {
  const row = rowFor(claim, context)
  if (!row) return missing(claim, context)
  const { duration } = row
  if (!duration) return notSupported('no source in the register tells the day from which it is counted')
  if (duration.value === claim.value) {
    const [count] = duration.counts
    return holds(duration.basis === 'stated' ? 'a source states the same' : (count?.arithmetic ?? 'the register counts the same'))
  }
  const fitting = duration.counts.filter(({ value }) => value === claim.value)
  const own = claim.table !== 'completed' && claim.day ? countings(context.register.calendar, claim.day, context.window.timescalesAsAt) : []
  const fromOwnDay = own.find(({ value }) => value === claim.value)
  const told = `the paper tells ${claim.value} WD, and the register ${duration.value} WD`
  if (fitting.length > 0)
    return contradicted(
      `${told}; it would hold as ${fitting.map(({ convention }) => conventionLabels[convention]).join(' or ')}`,
      'possible',
    )
  if (fromOwnDay) return contradicted(`${told}; it holds from the day that the paper tells`, 'possible')
  return contradicted(duration.basis === 'stated' ? `${told}, as a source states it` : told, 'likely')
}
