import { type CalendarDate, monthOf, parseCalendarDate, type YearMonth } from '../../../domain/calendar/calendar-date.ts'
import type { WrittenDay } from '../paper.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNames =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const weekdays = '(?:(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?'
const LONG = new RegExp(
  `\\b${weekdays}(\\d{1,2})(?:st|nd|rd|th)?\\s+(${monthNames})\\b\\.?(?:,?\\s+(\\d{4}|\\d{2})(?!\\d|\\s*(?:WD|Working)))?(?![a-z])`,
  'gi',
)
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/g
const SLASHED = /\b(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})\b/g

/**
 * The days of a text, in its order: '4 October 2019', '1 Oct 19', 'Friday 4th October 2019', '2019-10-04', '04/10/2019'. One without a year
 * is of the year in which it lies nearest to `near`; without that it is left out.
 */
export function daysIn(text: string, near?: YearMonth): readonly WrittenDay[] {
  const long = [...text.matchAll(LONG)].flatMap(({ 0: written, 1: weekday, 2: day = '', 3: month = '', 4: year, index }) => {
    const number = months.indexOf(month.slice(0, 3).toLowerCase()) + 1
    const full = year ?? (near && nearestYear(number, near))
    return full === undefined ? [] : [found(written, index, full, number, Number(day), weekday)]
  })
  const iso = [...text.matchAll(ISO)].map(({ 0: written, 1: year = '', 2: month, 3: day, index }) =>
    found(written, index, year, Number(month), Number(day)),
  )
  const slashed = [...text.matchAll(SLASHED)].map(({ 0: written, 1: day, 2: month, 3: year = '', index }) =>
    found(written, index, year, Number(month), Number(day)),
  )
  return [...long, ...iso, ...slashed].sort((a, b) => a.at - b.at)
}

/** The first day of a text that there is. */
export const firstDayIn = (text: string, near?: YearMonth): CalendarDate | undefined => daysIn(text, near).find(({ day }) => day)?.day

/** 'October 2019', 'Oct 19': the first month of a text. */
export function monthIn(text: string): YearMonth | undefined {
  const [, month = '', year = ''] = new RegExp(`\\b(${monthNames})\\.?\\s+(\\d{4}|\\d{2})\\b`, 'i').exec(text) ?? []
  const number = months.indexOf(month.slice(0, 3).toLowerCase()) + 1
  const day = number === 0 ? undefined : parseCalendarDate(`${fullYear(year)}-${two(number)}-01`)
  return day && monthOf(day)
}

function found(written: string, at: number, year: string, month: number, day: number, weekday?: string): WrittenDay {
  const real = parseCalendarDate(`${fullYear(year)}-${two(month)}-${two(day)}`)
  return { written: written.trim(), at, ...(real ? { day: real } : {}), ...(weekday ? { weekday } : {}) }
}

const fullYear = (year: string) => (year.length === 2 ? `20${year}` : year)
const two = (number: number) => String(number).padStart(2, '0')

function nearestYear(month: number, near: YearMonth): string {
  const year = Number(near.slice(0, 4))
  const distance = month - Number(near.slice(5))
  return String(distance > 6 ? year - 1 : distance < -6 ? year + 1 : year)
}
