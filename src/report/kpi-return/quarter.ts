import { addMonths, type CalendarDate, earlier, firstOf, lastOf, type YearMonth } from '../../domain/calendar/calendar-date.ts'
import { firstMonth, periodName } from '../../domain/publication/kinds.ts'

/** A quarter of the calendar year, up to its end or the day asked: returns are quarterly since January 2016. */
export type Quarter = { readonly from: CalendarDate; readonly to: CalendarDate; readonly name: string; readonly isOver: boolean }

export function quarterOf(month: YearMonth, asOf: CalendarDate): Quarter {
  const first = firstMonth('kpi-return', month)
  const end = endOfQuarter(first)
  return {
    from: firstOf(first),
    to: earlier(end, asOf),
    name: periodName({ kind: 'kpi-return', month: first }),
    isOver: asOf >= end,
  }
}

export const endOfQuarter = (month: YearMonth): CalendarDate => lastOf(addMonths(firstMonth('kpi-return', month), 2))

export const isIn = ({ from, to }: Quarter, day: CalendarDate): boolean => from <= day && day <= to
