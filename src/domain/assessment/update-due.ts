import type { Given } from '../acting/act.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { paperDayOf } from '../meeting/paper-day.ts'
import { all } from '../register.ts'

/**
 * By when the update of a month is to be signed off: the paper day of the month's first meeting of the body that converts. Undefined where
 * none is planned, or the rulebook or the bank holidays do not say.
 */
export function updateDue(given: Pick<Given, 'register' | 'day'>, month: string): CalendarDate | undefined {
  const days = all(given.register, 'meeting').flatMap(({ state }) => {
    const paper = state.day.startsWith(month) ? paperDayOf(given, state) : undefined
    return paper?.row === 'paper-day' ? [paper.day] : []
  })
  return days.sort()[0]
}
