import type { CalendarDate } from '../calendar/calendar-date.ts'
import { type Deadline, deadline, type FirstDay } from '../calendar/working-days.ts'
import { refused, type Verdict } from '../refusal.ts'
import { type Given, wordOf } from './act.ts'

type On = Pick<Given, 'register' | 'day'>

/** Whether a row counts the first day; where the rulebook does not say, it is not counted. */
export const firstDayBy = (given: On, row: string): FirstDay => (wordOf(given, row) === 'counted' ? 'counted' : 'not counted')

/** The day of the `count`th Working Day from a start, by a row that says whether the start counts; refused beyond the bank holidays that are recorded. */
export function countedDay(given: On, start: CalendarDate, count: number, row: string): Verdict<Deadline> {
  try {
    return deadline(given.register.calendar, start, count, firstDayBy(given, row))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return refused(error.message, [row], ['give a shorter time', 'record the bank holidays of those years first'])
  }
}
