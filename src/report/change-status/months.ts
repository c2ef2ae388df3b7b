import { addMonths, type CalendarDate, monthOf, type YearMonth } from '../../domain/calendar/calendar-date.ts'
import { modifications, type Register } from '../../domain/register.ts'
import { type Window, windowOf } from './window.ts'

/**
 * The months that can be reported on a day, the latest first: from the one in whose window the first thing was told of a modification, to
 * the one whose window holds the day.
 */
export function monthsReported(register: Register, asOf: CalendarDate): readonly Window[] {
  const first = firstDay(register)
  if (first === undefined) return []
  const windows: Window[] = []
  let month: YearMonth = addMonths(monthOf(asOf), 1)
  for (; month >= monthOf(first); month = addMonths(month, -1)) {
    const window = windowOf(register, month, asOf)
    if (window.state !== 'not begun' && window.to >= first) windows.push(window)
  }
  return windows
}

function firstDay(register: Register): CalendarDate | undefined {
  const days = modifications(register).flatMap(({ history }) => (history[0] ? [history[0].on.to] : []))
  return days.reduce<CalendarDate | undefined>((first, day) => (first === undefined || day < first ? day : first), undefined)
}
