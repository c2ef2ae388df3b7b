import { addMonths, type CalendarDate, earlier, firstOf, lastOf, type YearMonth } from '../../domain/calendar/calendar-date.ts'
import { longMonth } from '../../domain/calendar/format.ts'

/** A quarter of the calendar year, up to its end or the day asked: returns are quarterly since January 2016. */
export type Quarter = { readonly from: CalendarDate; readonly to: CalendarDate; readonly name: string; readonly isOver: boolean }

export function quarterOf(month: YearMonth, asOf: CalendarDate): Quarter {
  const first = addMonths(month, -((Number(month.slice(5)) - 1) % 3))
  const last = addMonths(first, 2)
  const end = lastOf(last)
  return {
    from: firstOf(first),
    to: earlier(end, asOf),
    name: `${longMonth(first).replace(/ \d+$/, '')} to ${longMonth(last)}`,
    isOver: asOf >= end,
  }
}

export const isIn = ({ from, to }: Quarter, day: CalendarDate): boolean => from <= day && day <= to
