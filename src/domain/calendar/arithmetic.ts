import type { CalendarDate } from './calendar-date.ts'
import { shortDayAndMonth, shortMonthName } from './format.ts'

/** What a count of days was made from, so that a reader can check it by hand. `days` includes the weekend days and the holidays. */
export type Tally = {
  readonly from: CalendarDate
  readonly to: CalendarDate
  readonly days: number
  readonly weekendDays: number
  /** Bank holidays among the days counted that fall on Monday to Friday. */
  readonly holidays: readonly CalendarDate[]
}

/** '63 days from 30 Jul to 30 Sep, both ends' */
export function bothEnds({ from, to, days }: Tally): string {
  const write = dayWriter(from, to)
  return `${quantity(days, 'day')} from ${write(from)} to ${write(to)}, both ends`
}

/** '62 days after 30 Jul to 30 Sep' */
export function afterFirst({ from, to, days }: Tally): string {
  const write = dayWriter(from, to)
  return `${quantity(days, 'day')} after ${write(from)} to ${write(to)}`
}

/** 'less 18 weekend days', 'no weekend days' */
export function lessWeekends({ weekendDays }: Tally): string {
  return weekendDays === 0 ? 'no weekend days' : `less ${quantity(weekendDays, 'weekend day')}`
}

/** 'less 18 weekend days and 1 bank holiday (26 Aug)'; says so when there are none, as the calendar was consulted. */
export function lessWeekendsAndHolidays(tally: Tally): string {
  const { weekendDays, holidays } = tally
  if (holidays.length === 0) return weekendDays === 0 ? 'no weekend days or bank holidays' : `${lessWeekends(tally)}, no bank holidays`
  const taken = `${quantity(holidays.length, 'bank holiday')} (${holidayList(tally)})`
  return weekendDays === 0 ? `no weekend days, less ${taken}` : `${lessWeekends(tally)} and ${taken}`
}

/** 'the bank holiday of 26 Aug is not taken out under this convention' */
export function holidaysLeftIn(tally: Tally): string {
  const [noun, verb] = tally.holidays.length === 1 ? ['bank holiday', 'is'] : ['bank holidays', 'are']
  return `the ${noun} of ${holidayList(tally)} ${verb} not taken out under this convention`
}

/** '30 Jul 2019' */
export function dayWithYear(date: CalendarDate): string {
  return `${shortDayAndMonth(date)} ${date.slice(0, 4)}`
}

/** '1 weekend day', '18 weekend days' */
function quantity(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** A span within one year is written without it. */
function dayWriter(from: CalendarDate, to: CalendarDate): (date: CalendarDate) => string {
  return sameYear(from, to) ? shortDayAndMonth : dayWithYear
}

/** '19 and 22 Apr and 6 May'; across years '25 and 26 Dec 2018 and 1 Jan 2019'. */
function holidayList({ from, to, holidays }: Tally): string {
  const months = Map.groupBy(holidays, (date) => date.slice(0, 7))
  const groups = [...months.values()].map((dates) => {
    const first = dates[0] as CalendarDate
    const days = joined(dates.map((date) => String(Number(date.slice(8)))))
    return `${days} ${shortMonthName(first)}${sameYear(from, to) ? '' : ` ${first.slice(0, 4)}`}`
  })
  return joined(groups)
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function sameYear(from: CalendarDate, to: CalendarDate): boolean {
  return from.slice(0, 4) === to.slice(0, 4)
}
