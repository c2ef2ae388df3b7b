import { type Given, rowFor } from '../acting/act.ts'
import { countedDay, firstDayBy } from '../acting/counted-day.ts'
import { addDays, type CalendarDate, earlier, later } from '../calendar/calendar-date.ts'
import { compareText } from '../calendar/moment.ts'
import { type Count, covers, type Deadline, type WorkingCalendar, workingDays } from '../calendar/working-days.ts'
import { isRefused } from '../refusal.ts'
import { type Assessment, isOpen } from './assessment.ts'

type On = Pick<Given, 'register' | 'day'>
type Span = { readonly from: CalendarDate; readonly to: CalendarDate }

/**
 * How long an assessment has taken, or took, in the Code's Working Days: `gross` as it went by; `waited` of it for answers to questions;
 * `paused`, the part of that for which a pause was agreed; `net` without the agreed pauses.
 */
export type ClockCount = { readonly gross: Count; readonly waited: number; readonly paused: number; readonly net: number }

/** Up to a day, or to its return. Undefined before its acceptance, and where the bank holidays of those years are not recorded. */
export function clockCount(on: On, assessment: Assessment, day: CalendarDate): ClockCount | undefined {
  const { accepted, returned } = assessment
  const { calendar } = on.register
  if (!accepted) return undefined
  const from = accepted.on.to
  const to = returned ? earlier(returned.on.to, day) : day
  if (from > to || !covers(calendar, from) || !covers(calendar, to)) return undefined
  const gross = workingDays(calendar, from, to, firstDayBy(on, 'assessment-target-counted'))
  const paused = daysIn(calendar, waits(assessment, to, true))
  return { gross, waited: daysIn(calendar, waits(assessment, to, false)), paused, net: gross.value - paused }
}

/** From each question to its answer, or to that day; overlapping ones made one. */
function waits({ questions, accepted }: Assessment, to: CalendarDate, onlyPaused: boolean): readonly Span[] {
  const spans = Object.values(questions)
    .filter(({ pause }) => pause !== undefined || !onlyPaused)
    .map(({ asked, answered }) => ({ from: asked.on.to, to: answered ? earlier(answered.on.to, to) : to }))
    .filter((span) => span.from < span.to && span.from >= (accepted?.on.to ?? span.from))
    .sort((a, b) => compareText(a.from, b.from))
  const merged: Span[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last && span.from <= last.to) merged[merged.length - 1] = { from: last.from, to: later(last.to, span.to) }
    else merged.push(span)
  }
  return merged
}

/** The day of the question still worked: it is not counted as waited for. */
const daysIn = (calendar: WorkingCalendar, spans: readonly Span[]): number =>
  spans.reduce((sum, { from, to }) => sum + workingDays(calendar, from, to, 'not counted').value, 0)

/** By when it is due: its target from the day of acceptance, and the agreed pauses by a day. Undefined without a target or an acceptance. */
export function dueOf(on: On, assessment: Assessment, day: CalendarDate): Deadline | undefined {
  const { accepted, target } = assessment
  if (!accepted || !target || !covers(on.register.calendar, accepted.on.to)) return undefined
  const paused = clockCount(on, assessment, day)?.paused ?? 0
  const due = countedDay(on, accepted.on.to, target.value.workingDays + paused, 'assessment-target-counted')
  return isRefused(due) ? undefined : due
}

/** What an open assessment is warned of: nearly due with the Working Days left, due today, or past its day by so many. */
export type Warning = { readonly kind: 'soon' | 'today' | 'over'; readonly workingDays: number }

/** At the end of a day. How early the first warning comes is a row; without it there is none before the day itself. */
export function warningOf(on: On, assessment: Assessment, day: CalendarDate): Warning | undefined {
  const due = isOpen(assessment) ? dueOf(on, assessment, day) : undefined
  const { calendar } = on.register
  if (!due || !covers(calendar, day)) return undefined
  if (day === due.day) return { kind: 'today', workingDays: 0 }
  if (day > due.day) return { kind: 'over', workingDays: workingDays(calendar, addDays(due.day, 1), day, 'counted').value }
  const left = workingDays(calendar, day, due.day, 'not counted').value
  const early = rowFor(on, 'assessment-warning')?.value
  return early?.kind === 'working days' && left <= early.days ? { kind: 'soon', workingDays: left } : undefined
}
