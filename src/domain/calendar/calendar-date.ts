declare const brand: unique symbol

/** A day by the London calendar, 'YYYY-MM-DD', 1900 to 2199. Text order is time order. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' }

/** A month, 'YYYY-MM', 1900 to 2199. Text order is time order. */
export type YearMonth = string & { readonly [brand]: 'YearMonth' }

/**
 * When something happened, with its precision: on some day from `from` to `to`, both included. It takes effect on `to`, the first day
 * by which it had surely happened. `stated` by a source, `inferred` from one, or only `bounded` by what was seen before and after.
 */
export type Dated = { readonly from: CalendarDate; readonly to: CalendarDate; readonly basis: 'stated' | 'inferred' | 'bounded' }

const FIRST_YEAR = 1900
const LAST_YEAR = 2199

/** Reads a day written as 'YYYY-MM-DD'. Throws RangeError for anything else; `parseCalendarDate` is for untrusted text. */
export function calendarDate(text: string): CalendarDate {
  const date = parseCalendarDate(text)
  if (date === undefined) throw new RangeError(`expected a day like 2019-10-04, got ${JSON.stringify(text)}`)
  return date
}

/** Reads strict ISO text, real days only; undefined for anything else. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const month = parseYearMonth(text.slice(0, 7))
  const day = Number(text.slice(8))
  return month !== undefined && day >= 1 && day <= daysIn(month) ? (text as CalendarDate) : undefined
}

/** Reads a month written as 'YYYY-MM'. Throws RangeError for anything else; `parseYearMonth` is for untrusted text. */
export function yearMonth(text: string): YearMonth {
  const month = parseYearMonth(text)
  if (month === undefined) throw new RangeError(`expected a month like 2019-10, got ${JSON.stringify(text)}`)
  return month
}

/** Reads strict ISO text; undefined for anything else. */
export function parseYearMonth(text: string): YearMonth | undefined {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return undefined
  const year = Number(text.slice(0, 4))
  return year >= FIRST_YEAR && year <= LAST_YEAR ? (text as YearMonth) : undefined
}

/** Days since 1970-01-01, negative before it. Civil arithmetic with years that begin in March, so that leap days come last. */
export function dayNumber(date: CalendarDate): number {
  const month = Number(date.slice(5, 7))
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - 719_468
}

/** The inverse of `dayNumber`. Throws RangeError outside the years 1900 to 2199, so that what is computed can be read again. */
export function fromDayNumber(number: number): CalendarDate {
  if (!Number.isInteger(number)) throw new RangeError(`expected a whole number of days, got ${number}`)
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = ((fromMarch + 2) % 12) + 1
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return `${monthText(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month)}-${two(day)}` as CalendarDate
}

/** The day `days` later; earlier when negative. Throws RangeError outside 1900 to 2199. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysFrom(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The ISO day of the week: 1 is Monday, 7 is Sunday. */
export function weekday(date: CalendarDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const fromMonday = (((dayNumber(date) + 3) % 7) + 7) % 7
  return (fromMonday + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}

export function isWeekend(date: CalendarDate): boolean {
  return weekday(date) >= 6
}

export function monthOf(date: CalendarDate): YearMonth {
  return date.slice(0, 7) as YearMonth
}

export function firstOf(month: YearMonth): CalendarDate {
  return `${month}-01` as CalendarDate
}

export function lastOf(month: YearMonth): CalendarDate {
  return `${month}-${two(daysIn(month))}` as CalendarDate
}

/** The month `months` later; earlier when negative. Throws RangeError outside 1900 to 2199. */
export function addMonths(month: YearMonth, months: number): YearMonth {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return monthText(Math.floor(count / 12), (((count % 12) + 12) % 12) + 1)
}

export function firstFridayOf(month: YearMonth): CalendarDate {
  const first = firstOf(month)
  return addDays(first, (12 - weekday(first)) % 7)
}

/** The Monday of the week (Monday to Sunday) that the day is in. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekday(date))
}

export function earlier(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a <= b ? a : b
}

export function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a >= b ? a : b
}

/** On one known day. */
export const on = (date: CalendarDate, basis: Dated['basis'] = 'stated'): Dated => ({ from: date, to: date, basis })

/** On some day of a month. */
export function inMonth(month: YearMonth, basis: Dated['basis'] = 'bounded'): Dated {
  return { from: firstOf(month), to: lastOf(month), basis }
}

function daysIn(month: YearMonth): number {
  const year = Number(month.slice(0, 4))
  const number = Number(month.slice(5, 7))
  if (number === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return number === 4 || number === 6 || number === 9 || number === 11 ? 30 : 31
}

function monthText(year: number, month: number): YearMonth {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && Number.isInteger(year + month))) {
    throw new RangeError(`expected a day of the years ${FIRST_YEAR} to ${LAST_YEAR}, computed year ${year}`)
  }
  return `${year}-${two(month)}` as YearMonth
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
