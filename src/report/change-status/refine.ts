import type { Assessment } from '../../domain/assessment/assessment.ts'
import { targetRow } from '../../domain/assessment/named.ts'
import type { Dated } from '../../domain/calendar/calendar-date.ts'
import { type CalendarDate, lastOf, monthOf, on } from '../../domain/calendar/calendar-date.ts'
import type { Entry } from '../../domain/entry.ts'
import { ruleOn } from '../../domain/register.ts'
import { type AssessmentRow, becameSince, completedAssessments, openAssessments, requestedAssessments } from '../figures/assessments.ts'
import { consultationsOf, isOverdue } from '../figures/consultations.ts'
import { memberOf } from '../figures/context.ts'
import type { Duration } from '../figures/duration.ts'
import type { FigureId, Member } from '../figures/figure.ts'
import { heldMeetings, itemsOf } from '../figures/meetings.ts'
import { asAtText, type Line, type Listing, line, type ReportContext, when } from './report-context.ts'
import { countedLine, listing } from './summary.ts'
import type { Window } from './window.ts'

/** One assessment in a table; `day` is the acceptance of an open one, the return of a completed one, or the request. */
export type AssessmentLine = {
  readonly member: Member
  readonly assessmentKind: string
  readonly day: Dated | 'unknown'
  readonly targetWorkingDays: number | 'unknown'
  readonly targetReason?: string
  /** Said of a target that is not the usual one of its kind. */
  readonly targetNote?: string
  readonly duration: Duration | 'unknown'
  /** Whether it is within its own target; unknown where one of the two is. */
  readonly withinTarget: boolean | 'unknown'
  /** Said of an unfinished one whose modification is past assessment. */
  readonly past?: Line
  /** Other tellings of the same, kept beside the one chosen. */
  readonly beside: readonly { readonly position: number; readonly on: Dated; readonly source: string }[]
}
export type SummaryRow = { readonly label: string; readonly total: FigureId; readonly mean: FigureId }

export type AssessmentTimescales = {
  readonly asAt: CalendarDate
  readonly line: Line
  readonly year: string
  readonly summary: readonly SummaryRow[]
  readonly open: readonly AssessmentLine[]
  readonly completed: readonly AssessmentLine[]
  readonly onTarget: Line
  readonly requested: { readonly line: Line; readonly rows: readonly AssessmentLine[] }
}

/** Section 3. */
export type Refine = {
  readonly meetings: readonly Listing[]
  readonly out: Listing
  readonly expected: Listing
  /** What was expected last month and is not recorded; absent where nothing was. */
  readonly overdue?: Listing
  readonly requests: Listing
  readonly timescales: AssessmentTimescales
}

export function refine(context: ReportContext): Refine {
  const overdue = overdueListing(context, 'refinement')
  return {
    meetings: meetings(context),
    out: listing(context, 'refine.out', 'consultations.refinement.open'),
    expected: listing(context, 'refine.expected', 'consultations.refinement.expected'),
    ...(overdue ? { overdue } : {}),
    requests: listing(context, 'refine.requests', 'assessments.requests'),
    timescales: timescales(context),
  }
}

/** Consultations that were expected last month and are not recorded as issued or cancelled. */
export function overdueListing(context: ReportContext, kind: 'refinement' | 'report'): Listing | undefined {
  const overdue = consultationsOf(context, kind).filter((one) => isOverdue(context.window, one))
  if (overdue.length === 0) return undefined
  const members = overdue.map(({ found, consultation }) =>
    memberOf(context, found, consultation.planned ? [consultation.planned.place] : [], { item: consultation.id }),
  )
  return { line: countedLine(context, kind === 'report' ? 'opine.overdue' : 'refine.overdue', members.length), members }
}

/** The day of the timescales in a sentence. */
export function timescalesLine({ words, window }: ReportContext, ...figures: readonly FigureId[]): Line {
  const { timescalesAsAt: day } = window
  return line(words.tell('refine.timescales', { day: asAtText(words, day, day === lastOf(monthOf(day))) }), ...figures)
}

function meetings(context: ReportContext): readonly Listing[] {
  const { words, bodies } = context
  const held = heldMeetings(context).filter(({ state }) => state.body === bodies.workingGroup)
  if (held.length === 0) return [{ line: line(words.tell('refine.noMeeting', {}), 'workgroup.items'), members: [] }]
  return held.map((meeting) => {
    const members = itemsOf(context, meeting, () => true)
    const day = when(words, meeting.state.held?.on ?? on(meeting.state.day))
    return { line: line(words.tellCount('refine.meeting', members.length, { when: day }, meeting.state.day), 'workgroup.items'), members }
  })
}

function timescales(context: ReportContext): AssessmentTimescales {
  const { words, window, figures } = context
  const requested = requestedAssessments(context)
  return {
    asAt: window.timescalesAsAt,
    line: timescalesLine(context),
    year: window.regulatoryYear.label,
    summary: context.assessmentKinds.flatMap((kind) => summaryRows(context, kind, window)),
    open: openAssessments(context).map((row) => assessmentLine(context, row, row.assessment.accepted)),
    completed: completedAssessments(context).map((row) => assessmentLine(context, row, row.assessment.returned)),
    onTarget: onTargetLine(context),
    requested: {
      line: line(words.tellCount('refine.requested', figures['assessment.requested'].members.length, {}), 'assessment.requested'),
      rows: requested.map((row) => assessmentLine(context, row, row.assessment.requested)),
    },
  }
}

function summaryRows({ words }: ReportContext, kind: string, window: Window): readonly SummaryRow[] {
  const name = words.term('assessment-kinds', kind) ?? kind
  return [
    { label: `${name} open`, total: `assessment.${kind}.open`, mean: `assessment.${kind}.open.mean` },
    {
      label: `${name} completed during ${window.regulatoryYear.label}`,
      total: `assessment.${kind}.completed`,
      mean: `assessment.${kind}.completed.mean`,
    },
  ]
}

function onTargetLine({ words, window, figures }: ReportContext): Line {
  const { members, over } = figures['assessment.onTarget']
  const year = window.regulatoryYear.label
  const { known, of } = over ?? { known: 0, of: 0 }
  if (of === 0) return line(words.tell('refine.noneCompleted', { year }), 'assessment.onTarget')
  if (known === 0) return line(words.tellCount('refine.targetsUnknown', of, { year }), 'assessment.onTarget')
  const completed = words.countPhrase('refine.completed', known, {})
  return line(
    words.tellCount('refine.onTarget', members.length, {
      completed,
      year,
      known: known < of ? words.phrase('refine.targetsKnown', {}) : '',
    }),
    'assessment.onTarget',
  )
}

function assessmentLine(
  context: ReportContext,
  row: AssessmentRow,
  told: { readonly on: Dated; readonly place: number } | undefined,
): AssessmentLine {
  const { assessment, member, duration } = row
  const { register, words } = context
  const outcome = becameSince(row)
  const target = assessment.target?.value
  return {
    member,
    assessmentKind: assessment.assessmentKind,
    day: told?.on ?? 'unknown',
    targetWorkingDays: target?.workingDays ?? 'unknown',
    ...(target?.reason === undefined ? {} : { targetReason: target.reason }),
    ...unusualTarget(context, assessment),
    duration: duration ?? 'unknown',
    withinTarget: duration && target ? duration.value <= target.workingDays : 'unknown',
    ...(outcome
      ? { past: line(words.tell('refine.past', { proposal: member.label, outcome, kind: assessment.assessmentKind }, assessment.id)) }
      : {}),
    beside: register.noted.filter(({ beside, subject }) => isBeside(told, beside) && subject === member.subject).map(otherTelling),
  }
}

function unusualTarget({ register, window }: ReportContext, { assessmentKind, target }: Assessment): Pick<AssessmentLine, 'targetNote'> {
  const usual = ruleOn(register, targetRow(assessmentKind), window.to)?.value.value
  if (!target || usual?.kind !== 'working days' || usual.days === target.value.workingDays) return {}
  const why = target.value.reason ?? 'no source tells why'
  return { targetNote: `its target is ${target.value.workingDays} WD, where ${usual.days} WD is usual; ${why}` }
}

const isBeside = (told: { readonly place: number } | undefined, beside: number | undefined) => told !== undefined && beside === told.place

const otherTelling = ({ position, on: day, source }: Entry) => ({ position, on: day, source: source?.title ?? 'unknown' })
