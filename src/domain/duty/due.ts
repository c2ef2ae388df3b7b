import { addDays, type CalendarDate, lastOf, parseYearMonth } from '../calendar/calendar-date.ts'
import { dayOf } from '../calendar/moment.ts'
import { covers, workingDays } from '../calendar/working-days.ts'
import type { ExpectedIn } from '../consultation/consultation.ts'
import type { Register } from '../register.ts'
import type { DutyDue } from './duty.ts'

/** A day by which something is due, with the Working Days that are left of it; the day itself still counts as one. */
export function dueBy(register: Register, day: CalendarDate, by: DutyDue['by'], arithmetic?: string): DutyDue {
  const left = daysLeft(register, day)
  return { day, by, ...(arithmetic === undefined ? {} : { arithmetic }), ...(left === undefined ? {} : { left }) }
}

/** After today up to that day; below zero where it has passed; undefined where the bank holidays of those years are not recorded. */
function daysLeft({ calendar, on }: Register, day: CalendarDate): number | undefined {
  const today = dayOf(on)
  if (!covers(calendar, today) || !covers(calendar, day)) return undefined
  return day >= today ? workingDays(calendar, today, day, 'not counted').value : -workingDays(calendar, day, today, 'not counted').value
}

/** The last day on which it is still as expected: a week ends on its Sunday. */
export function lastDayOf(expected: ExpectedIn): CalendarDate | undefined {
  switch (expected.kind) {
    case 'day':
      return expected.day
    case 'week':
      return addDays(expected.commencing, 6)
    case 'month': {
      const month = parseYearMonth(expected.month)
      return month && lastOf(month)
    }
    case 'not told':
      return undefined
  }
}
