import { type Broken, broken, countIn, type Given, rowFor } from '../acting/act.ts'
import { countedDay, firstDayBy } from '../acting/counted-day.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { longDay } from '../calendar/format.ts'
import { dayOf, type LocalTime, type Moment, moment, parseLocalTime, timeOf } from '../calendar/moment.ts'
import { covers, workingDays } from '../calendar/working-days.ts'
import { isRefused, type Refused, refused, type Verdict } from '../refusal.ts'
import type { ConsultationKind } from './consultation.ts'

const lengthRow: Record<ConsultationKind, string> = {
  information: 'information-request-length',
  refinement: 'refinement-consultation-length',
  report: 'mrc-length',
}

/** When a consultation closes, with its length in Working Days; `row` where the rule of its kind gave it. */
export type Window = { readonly closes: Moment; readonly length: number; readonly row?: string }

/** What is asked for: a length or a closing moment; neither, and the rule gives both. */
type Asked = { readonly consultationKind: ConsultationKind; readonly lengthWorkingDays?: number; readonly closes?: Moment }

/** When it closes: as given; else so many Working Days on, by the length given or the row of its kind, at the time of the row. */
export function windowOf(given: Given, { consultationKind, lengthWorkingDays, closes }: Asked): Verdict<Window> {
  if (closes !== undefined && lengthWorkingDays !== undefined)
    return refused('both a length and a closing moment are given', ['closes'], ['give one of them, and the other is worked out'])
  if (closes !== undefined) {
    if (closes <= given.at) return alreadyPast(given, closes)
    const length = lengthTo(given, given.day, closes)
    return isRefused(length) ? length : { closes, length }
  }
  const row = lengthRow[consultationKind]
  const length = lengthWorkingDays ?? countIn(given, row)
  if (length === undefined)
    return refused(
      'no rule tells how long a consultation of this kind is',
      ['lengthWorkingDays'],
      ['give its length', 'give when it closes'],
    )
  const last = countedDay(given, given.day, length, 'consultation-length-counted')
  if (isRefused(last)) return last
  return { closes: moment(last.day, cutOff(given)), length, ...(lengthWorkingDays === undefined ? { row } : {}) }
}

/** The time of day at which it closes; where no rule tells, the end of the day. */
function cutOff(given: Given): LocalTime | '24:00' {
  const value = rowFor(given, 'consultation-cut-off')?.value
  return (value?.kind === 'time' ? parseLocalTime(value.time) : undefined) ?? '24:00'
}

/** The Working Days from the opening to a closing moment. */
export function lengthTo(given: Given, from: CalendarDate, closes: Moment): Verdict<number> {
  const { calendar } = given.register
  const to = dayOf(closes)
  if (covers(calendar, from) && covers(calendar, to))
    return workingDays(calendar, from, to, firstDayBy(given, 'consultation-length-counted')).value
  return refused(
    `bank holidays are not recorded up to ${longDay(to)}`,
    ['closes'],
    ['give an earlier moment', 'record the bank holidays of those years first'],
  )
}

export const alreadyPast = (given: Given, closes: Moment): Refused =>
  refused(
    `it would close on ${longDay(dayOf(closes))} at ${timeOf(closes)}, which is not after it is done, on ${longDay(given.day)}`,
    ['closes'],
    ['give a later moment', 'give the day on which it was done, if that was earlier'],
  )

/** The rows of its length and of its closing time that a window does not keep. */
export function brokenBy(given: Given, kind: ConsultationKind, { closes, length }: Pick<Window, 'closes' | 'length'>): readonly Broken[] {
  const usual = countIn(given, lengthRow[kind])
  const most = kind === 'report' ? countIn(given, 'mrc-length-maximum') : undefined
  const time = cutOff(given)
  const days = (count: number) => `${count} Working Days`
  return [
    ...(usual !== undefined && length !== usual
      ? [broken(lengthRow[kind], `it would be open for ${days(length)}, and the rule is ${days(usual)}`, `leave its length to the rule`)]
      : []),
    ...(most !== undefined && length > most
      ? [broken('mrc-length-maximum', `it would be open for ${days(length)}, and ${days(most)} is the most`, `close it earlier`)]
      : []),
    ...(timeOf(closes) !== time
      ? [broken('consultation-cut-off', `it would close at ${timeOf(closes)}, and the rule is ${time}`, `close it at ${time}`)]
      : []),
  ]
}
