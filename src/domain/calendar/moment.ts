import { type CalendarDate, parseCalendarDate } from './calendar-date.ts'

declare const brand: unique symbol

/** A time of day by the London clock, 'HH:MM', 00:00 to 23:59. */
export type LocalTime = string & { readonly [brand]: 'LocalTime' }

/**
 * A moment by the London wall clock, 'YYYY-MM-DDTHH:MM'. Text order is time order. A day's end is 'YYYY-MM-DDT24:00': after 23:59, and
 * before the 00:00 of the next day. In the hour that the clocks repeat in October two instants share a moment: no deadline falls there.
 */
export type Moment = string & { readonly [brand]: 'Moment' }

/** Before everything. Its day is outside the years of a `CalendarDate` and takes part in no day arithmetic. */
export const BEGINNING = '0000-01-01T00:00' as Moment

/** After everything. Its day is outside the years of a `CalendarDate` and takes part in no day arithmetic. */
export const FOREVER = '9999-12-31T24:00' as Moment

/** Reads a time written as 'HH:MM'. Throws RangeError for anything else; `parseLocalTime` is for untrusted text. */
export function localTime(text: string): LocalTime {
  const time = parseLocalTime(text)
  if (time === undefined) throw new RangeError(`expected a time like 17:00, got ${JSON.stringify(text)}`)
  return time
}

/** Reads strict 'HH:MM', 00:00 to 23:59; undefined for anything else. */
export function parseLocalTime(text: string): LocalTime | undefined {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as LocalTime) : undefined
}

/** That time on that day; without a time, the day's start. */
export function moment(date: CalendarDate, time?: LocalTime | '24:00'): Moment {
  return `${date}T${time ?? '00:00'}` as Moment
}

export function startOfDay(date: CalendarDate): Moment {
  return moment(date)
}

/** What has happened by the end of a day has happened on it: a day, asked for, means its end. */
export function endOfDay(date: CalendarDate): Moment {
  return moment(date, '24:00')
}

/** The day a moment is in; a day's end is still in that day. */
export function dayOf(at: Moment): CalendarDate {
  return at.slice(0, 10) as CalendarDate
}

/** The time within the day; '24:00' only for a day's end. */
export function timeOf(at: Moment): LocalTime | '24:00' {
  return at.slice(11) as LocalTime | '24:00'
}

/** Reads 'YYYY-MM-DDTHH:MM', a day's end, `BEGINNING` or `FOREVER`; undefined for anything else. */
export function parseMoment(text: string): Moment | undefined {
  if (text === BEGINNING || text === FOREVER) return text as Moment
  const time = text.slice(11)
  const valid = text[10] === 'T' && parseCalendarDate(text.slice(0, 10)) && (time === '24:00' || parseLocalTime(time))
  return valid ? (text as Moment) : undefined
}

/** Orders days, months, times and moments, as `Array.sort` wants it; never by locale. */
export function compareText(a: string, b: string): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}
