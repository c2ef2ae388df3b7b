import { afterFirst, bothEnds, dayWithYear, holidaysLeftIn, lessWeekends, lessWeekendsAndHolidays, type Tally } from './arithmetic.ts'
import { type CalendarDate, calendarDate, dayNumber, fromDayNumber, isWeekend } from './calendar-date.ts'
import { weekdayName } from './format.ts'
import { compareText } from './moment.ts'

export type BankHoliday = { readonly date: CalendarDate; readonly name: string }

/** The Code's Working Days (Section A): Monday to Friday, less the bank holidays recorded for whole years. Opaque: ask the functions below. */
export type WorkingCalendar = { readonly [table]: Table }

/** How days were counted. Two counters, never one with flags: the 2019 report's, and the Code's with its first day in or out. */
export type Convention = 'weekdays' | 'working days' | 'working days, first day not counted'

export const conventionLabels: Readonly<Record<Convention, string>> = {
  weekdays: 'Weekdays, both ends counted, bank holidays not taken out (as the 2019 report)',
  'working days': "the Code's Working Days, both ends counted",
  'working days, first day not counted': "the Code's Working Days, first day not counted",
}

export type FirstDay = 'counted' | 'not counted'

/** A number of days with how it was counted; `arithmetic` is a line that a reader can check by hand. */
export type Count = {
  readonly value: number
  readonly convention: Convention
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly arithmetic: string
}

/** The day of the `count`th Working Day. */
export type Deadline = {
  readonly day: CalendarDate
  readonly arithmetic: string
  readonly start: CalendarDate
  readonly count: number
  readonly firstDay: FirstDay
}

const table: unique symbol = Symbol('table')

type Table = {
  /** Day numbers of the first day of the first year and the last day of the last. */
  readonly first: number
  readonly last: number
  /** At [n - first], how many working days are earlier than day n; one longer than the days. */
  readonly before: Int32Array
  /** Day numbers of the working days, in order. */
  readonly days: readonly number[]
  /** Those on Monday to Friday, by date. */
  readonly holidays: readonly BankHoliday[]
}

/**
 * The calendar of the whole years of `from` and `to`, whose bank holidays must all be among `holidays`; others are left aside.
 * Throws RangeError when `from` is after `to`.
 */
export function workingCalendar(holidays: readonly BankHoliday[], from: CalendarDate, to: CalendarDate): WorkingCalendar {
  refuseBackwards(from, to)
  const first = dayNumber(calendarDate(`${from.slice(0, 4)}-01-01`))
  const last = dayNumber(calendarDate(`${to.slice(0, 4)}-12-31`))
  const named = new Map(holidays.filter(({ date }) => !isWeekend(date)).map((holiday) => [dayNumber(holiday.date), holiday]))
  const before = new Int32Array(last - first + 2)
  const days: number[] = []
  for (let day = first; day <= last; day++) {
    if (weekdaysBetween(day, day) === 1 && !named.has(day)) days.push(day)
    before[day - first + 1] = days.length
  }
  const byDate = [...named.values()].sort((a, b) => compareText(a.date, b.date))
  return { [table]: { first, last, before, days, holidays: byDate } }
}

/** Whether the bank holidays of that day's year are recorded; where not, the functions below throw, save `publishedDuration`. */
export function covers(calendar: WorkingCalendar, day: CalendarDate): boolean {
  const { first, last } = calendar[table]
  const number = dayNumber(day)
  return number >= first && number <= last
}

/** Throws RangeError outside the years of the calendar. */
export function isWorkingDay(calendar: WorkingCalendar, day: CalendarDate): boolean {
  refuseUncovered(calendar, day, day)
  return workingBetween(calendar, dayNumber(day), dayNumber(day)) === 1
}

/**
 * What the 2019 paper counted: Monday to Friday, both ends in, bank holidays not taken out. The calendar is consulted only to say what
 * taking them out would give. `firstDayName` is what the first day is called there. Throws RangeError when `from` is after `to`.
 */
export function publishedDuration(calendar: WorkingCalendar, from: CalendarDate, to: CalendarDate, firstDayName = 'first day'): Count {
  const counted = tally(calendar, from, to, 'counted')
  const value = counted.days - counted.weekendDays
  const clauses = [`${value} = ${bothEnds(counted)}, ${lessWeekends(counted)}`]
  if (counted.holidays.length > 0) clauses.push(holidaysLeftIn(counted))
  if (!covers(calendar, from) || !covers(calendar, to)) clauses.push(holidaysNotRecorded(calendar, from, to))
  else if (counted.holidays.length > 0) clauses.push(holidaysTakenOut(calendar, from, to, firstDayName))
  return { value, convention: 'weekdays', from, to, arithmetic: clauses.join('; ') }
}

/** The Code's Working Days from `from` to `to`. Throws RangeError when `from` is after `to`, or outside the years of the calendar. */
export function workingDays(calendar: WorkingCalendar, from: CalendarDate, to: CalendarDate, firstDay: FirstDay): Count {
  const counted = tally(calendar, from, to, firstDay)
  refuseUncovered(calendar, from, to)
  const value = workingBetween(calendar, dayNumber(to) - counted.days + 1, dayNumber(to))
  const span = firstDay === 'counted' ? bothEnds(counted) : afterFirst(counted)
  const convention = firstDay === 'counted' ? 'working days' : 'working days, first day not counted'
  return { value, convention, from, to, arithmetic: `${value} = ${span}, ${lessWeekendsAndHolidays(counted)}` }
}

/** The same span by each convention; outside the years of the calendar only the first, which needs no bank holidays. */
export function countings(calendar: WorkingCalendar, from: CalendarDate, to: CalendarDate, firstDayName = 'first day'): readonly Count[] {
  const published = publishedDuration(calendar, from, to, firstDayName)
  if (!covers(calendar, from) || !covers(calendar, to)) return [published]
  return [published, workingDays(calendar, from, to, 'counted'), workingDays(calendar, from, to, 'not counted')]
}

/**
 * The day of the `count`th Working Day from `start` (first day counted) or after it (not counted). When `start` is no Working Day the
 * next one is the first, either way. Throws RangeError unless `count` is a whole number from 1 and the calendar reaches that far.
 */
export function deadline(calendar: WorkingCalendar, start: CalendarDate, count: number, firstDay: FirstDay): Deadline {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`expected a whole number of Working Days from 1, got ${count}`)
  refuseUncovered(calendar, start, start)
  const { first, before, days } = calendar[table]
  const index = before[dayNumber(start) - first + (firstDay === 'counted' ? 0 : 1)] as number
  const number = days[index + count - 1]
  if (number === undefined) throw uncovered(calendar, `Working Day ${count} from ${start} is after them`)
  const day = fromDayNumber(number)
  const arithmetic = `${dayWithYear(day)}: ${workingDays(calendar, start, day, firstDay).arithmetic}`
  if (isWorkingDay(calendar, start)) return { day, arithmetic, start, count, firstDay }
  const begins = dayWithYear(fromDayNumber(days[index] as number))
  return { day, arithmetic: `${arithmetic}; ${whyNotWorking(calendar, start)}, so counting begins on ${begins}`, start, count, firstDay }
}

/**
 * The day `count` Working Days before a day: the last one from which, not counted, so many are left up to and including it. Throws
 * RangeError as `deadline` does.
 */
export function workingDayBefore(calendar: WorkingCalendar, end: CalendarDate, count: number): Deadline {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`expected a whole number of Working Days from 1, got ${count}`)
  refuseUncovered(calendar, end, end)
  const { first, before, days } = calendar[table]
  const upTo = before[dayNumber(end) - first + 1] as number
  const number = days[upTo - count - 1]
  if (number === undefined) throw uncovered(calendar, `the day ${count} Working Days before ${end} is before them`)
  const day = fromDayNumber(number)
  const arithmetic = `${dayWithYear(day)}: ${workingDays(calendar, day, end, 'not counted').arithmetic}`
  return { day, arithmetic, start: day, count, firstDay: 'not counted' }
}

function tally(calendar: WorkingCalendar, from: CalendarDate, to: CalendarDate, firstDay: FirstDay): Tally {
  refuseBackwards(from, to)
  const first = dayNumber(from) + (firstDay === 'counted' ? 0 : 1)
  const last = dayNumber(to)
  const within = ({ date }: BankHoliday) => date <= to && (date > from || (date === from && firstDay === 'counted'))
  const holidays = calendar[table].holidays.filter(within).map(({ date }) => date)
  const days = last - first + 1
  return { from, to, days, weekendDays: days - weekdaysBetween(first, last), holidays }
}

/** Mondays to Fridays from day number `first` to `last`, both counted. Day 4 was a Monday. */
function weekdaysBetween(first: number, last: number): number {
  const earlierThan = (day: number) => Math.floor((day - 4) / 7) * 5 + Math.min((((day - 4) % 7) + 7) % 7, 5)
  return earlierThan(last + 1) - earlierThan(first)
}

/** Working days from day number `first` to `last`, both counted. */
function workingBetween(calendar: WorkingCalendar, first: number, last: number): number {
  const { first: origin, before } = calendar[table]
  return (before[last + 1 - origin] as number) - (before[first - origin] as number)
}

function holidaysTakenOut(calendar: WorkingCalendar, from: CalendarDate, to: CalendarDate, firstDayName: string): string {
  const counted = workingDays(calendar, from, to, 'counted').value
  const notCounted = workingDays(calendar, from, to, 'not counted').value
  if (counted === notCounted) return `it would be ${counted}, whether or not the ${firstDayName} is counted`
  return `it would be ${counted}, or ${notCounted} with the ${firstDayName} not counted`
}

function holidaysNotRecorded(calendar: WorkingCalendar, from: CalendarDate, to: CalendarDate): string {
  const [firstYear, lastYear] = years(calendar)
  const gaps = [from.slice(0, 4) < firstYear && `before ${firstYear}`, to.slice(0, 4) > lastYear && `after ${lastYear}`]
  return `bank holidays ${gaps.filter((gap) => gap !== false).join(' and ')} are not recorded`
}

function whyNotWorking(calendar: WorkingCalendar, day: CalendarDate): string {
  const holiday = calendar[table].holidays.find(({ date }) => date === day)
  return `${dayWithYear(day)} is a ${holiday ? `bank holiday (${holiday.name})` : weekdayName(day)}`
}

function refuseBackwards(from: CalendarDate, to: CalendarDate): void {
  if (from > to) throw new RangeError(`expected a span whose last day is not before its first, got ${from} to ${to}`)
}

function refuseUncovered(calendar: WorkingCalendar, from: CalendarDate, to: CalendarDate): void {
  if (covers(calendar, from) && covers(calendar, to)) return
  throw uncovered(calendar, `Working Days cannot be counted ${from === to ? `on ${from}` : `from ${from} to ${to}`}`)
}

function uncovered(calendar: WorkingCalendar, what: string): RangeError {
  const [firstYear, lastYear] = years(calendar)
  return new RangeError(`bank holidays are recorded from ${firstYear} to ${lastYear}; ${what}: record those of the missing years`)
}

function years(calendar: WorkingCalendar): readonly [string, string] {
  const { first, last } = calendar[table]
  return [fromDayNumber(first).slice(0, 4), fromDayNumber(last).slice(0, 4)]
}
