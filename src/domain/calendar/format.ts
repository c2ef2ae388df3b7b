import { type CalendarDate, type Dated, firstOf, lastOf, monthOf, weekday, type YearMonth } from './calendar-date.ts'

import { dayOf, type Moment, timeOf } from './moment.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export const WEEKDAYS = { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' } as const

/** '4 October 2019' */
export function longDay(date: CalendarDate): string {
  return `${dayAndMonth(date)} ${year(date)}`
}

/** '23 October 2019, 17:00' */
export function longMoment(moment: Moment): string {
  return `${longDay(dayOf(moment))}, ${timeOf(moment)}`
}

/** '4 Oct 19' */
export function shortDay(date: CalendarDate): string {
  return `${shortDayAndMonth(date)} ${year(date).slice(2)}`
}

/** '4 October' */
export function dayAndMonth(date: CalendarDate): string {
  return `${dayOfMonth(date)} ${monthName(date)}`
}

/** '30 Jul' */
export function shortDayAndMonth(date: CalendarDate): string {
  return `${dayOfMonth(date)} ${shortMonthName(date)}`
}

/** 'October 2019' */
export function longMonth(month: YearMonth): string {
  return `${monthName(month)} ${year(month)}`
}

/** 'Friday' */
export function weekdayName(date: CalendarDate): (typeof WEEKDAYS)[keyof typeof WEEKDAYS] {
  return WEEKDAYS[weekday(date)]
}

/** 'Oct' */
export function shortMonthName(date: CalendarDate | YearMonth): string {
  return monthName(date).slice(0, 3)
}

/**
 * A day with its precision: '4 October 2019', 'September 2019', 'between 1 and 24 April 2019', 'by 30 September 2019' (bounded), each
 * followed by ' (inferred)' when no source states it.
 */
export function dated(when: Dated): string {
  return when.basis === 'inferred' ? `${precision(when)} (inferred)` : precision(when)
}

function precision({ from, to, basis }: Dated): string {
  if (from === to) return longDay(to)
  const month = monthOf(to)
  if (from === firstOf(month) && to === lastOf(month)) return longMonth(month)
  return basis === 'bounded' ? `by ${longDay(to)}` : `between ${startOfRange(from, to)} and ${longDay(to)}`
}

/** As much of the first day as the last day does not say: '1', '28 March' or '28 December 2018'. */
function startOfRange(from: CalendarDate, to: CalendarDate): string {
  if (monthOf(from) === monthOf(to)) return dayOfMonth(from)
  return year(from) === year(to) ? dayAndMonth(from) : longDay(from)
}

function year(date: CalendarDate | YearMonth): string {
  return date.slice(0, 4)
}

function dayOfMonth(date: CalendarDate): string {
  return String(Number(date.slice(8, 10)))
}

function monthName(date: CalendarDate | YearMonth): string {
  return MONTHS[Number(date.slice(5, 7)) - 1] as string
}
