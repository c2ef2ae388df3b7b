import { addDays, type CalendarDate, weekday } from '../calendar/calendar-date.ts'
import { WEEKDAYS } from '../calendar/format.ts'
import { dayOf, type LocalTime, type Moment, moment, parseLocalTime } from '../calendar/moment.ts'
import { covers, isWorkingDay, workingDayBefore, workingDays } from '../calendar/working-days.ts'
import { dutiesIn, opportunitiesOf } from '../duty/duties.ts'
import type { Duty } from '../duty/duty.ts'
import { kindOf, type Subject } from '../entry.ts'
import { type Register, ruleOn } from '../register.ts'

/** The time of day at which mail leaves that a day brings and no act; undefined where no rule says: then none leaves. */
function timeOfDay(register: Register, day: CalendarDate): LocalTime | undefined {
  const value = ruleOn(register, 'timed-mails-leave', day)?.value.value
  return value?.kind === 'time' ? parseLocalTime(value.time) : undefined
}

/**
 * The last day up to now on which the weekly mail was due, and the next: on the day of the week that the rule tells, or the last Working Day
 * before it. Undefined where no rule tells, or the bank holidays of then are not recorded.
 */
export function weeklyDays(register: Register): { readonly last: Moment; readonly next: Moment } | undefined {
  const today = dayOf(register.on)
  const value = ruleOn(register, 'weekly-mail-day', today)?.value.value
  const time = timeOfDay(register, today)
  const wanted = Object.entries(WEEKDAYS).find(([, name]) => value?.kind === 'word' && name === value.word)?.[0]
  if (wanted === undefined || time === undefined) return undefined
  const ahead = (Number(wanted) - weekday(today) + 7) % 7
  const slots = [-7, 0, 7].flatMap((week) => workingDayUpTo(register, addDays(today, ahead + week)) ?? []).map((day) => moment(day, time))
  const last = slots.findLast((slot) => slot <= register.on)
  const next = slots.find((slot) => slot > register.on)
  return last && next ? { last, next } : undefined
}

function workingDayUpTo({ calendar }: Register, day: CalendarDate): CalendarDate | undefined {
  if (!covers(calendar, day)) return undefined
  return isWorkingDay(calendar, day) ? day : workingDayUpTo({ calendar } as Register, addDays(day, -1))
}

/** An answer that is due of somebody, and the moment from which he is reminded of it. */
export type Reminding = { readonly duty: Duty; readonly day: CalendarDate; readonly from: Moment }

/** What is waited for until a day: an answer to a consultation, an assessment, a decision, an action. */
const isReminded = ({ kind, due }: Duty): boolean =>
  kind === 'respond' ||
  kind === 'return assessment' ||
  kind === 'do action' ||
  (kind === 'take step' && (due?.by === 'expected' || due?.by === 'own target'))

/**
 * The answers due of one, whose day has not passed, with when each is reminded: so many Working Days before, as the rule tells. What was asked
 * for later than that is not: it has just been told.
 */
export function remindersOf(register: Register, of: Subject): readonly Reminding[] {
  const today = dayOf(register.on)
  const value = ruleOn(register, 'reminder-lead', today)?.value.value
  const time = timeOfDay(register, today)
  if (value?.kind !== 'working days' || value.days === 0 || time === undefined) return []
  const own = dutiesIn(register).filter((duty) => duty.of === of)
  const all = kindOf(of) === 'organisation' ? [...own, ...opportunitiesOf(register, of)] : own
  return all.flatMap((duty): readonly Reminding[] => {
    const day = duty.due?.day
    if (day === undefined || day < today || !isReminded(duty)) return []
    const from = leadBefore(register, day, value.days)
    return from === undefined || (duty.since && !isLongBefore(register, duty.since.to, day, value.days))
      ? []
      : [{ duty, day, from: moment(from, time) }]
  })
}

function leadBefore({ calendar }: Register, day: CalendarDate, days: number): CalendarDate | undefined {
  return covers(calendar, day) && covers(calendar, addDays(day, -3 * days - 7)) ? workingDayBefore(calendar, day, days).day : undefined
}

const isLongBefore = ({ calendar }: Register, since: CalendarDate, day: CalendarDate, days: number): boolean =>
  !covers(calendar, since) || since >= day ? since < day : workingDays(calendar, since, day, 'not counted').value > days

/** Whether what is told to be waited for waits in the whole register: an answer that is hidden until the close is given all the same. */
export function waitsStill(whole: Register, { kind, of, subject, item }: Duty): boolean {
  const all = kind === 'respond' ? opportunitiesOf(whole, of) : dutiesIn(whole)
  return all.some((duty) => duty.kind === kind && duty.of === of && duty.subject === subject && duty.item === item)
}
