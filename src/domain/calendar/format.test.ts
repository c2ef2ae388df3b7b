import { describe, expect, it, test } from 'vitest'
import { addMonths, calendarDate, type Dated, firstOf, inMonth, on, yearMonth } from './calendar-date.ts'
import { dated, dayAndMonth, longDay, longMonth, shortDay, shortDayAndMonth, shortMonthName, weekdayName } from './format.ts'

const day = calendarDate('2019-10-04')

describe('a day', () => {
  it('is written long, short, and without its year', () => {
    expect(longDay(day)).toBe('4 October 2019')
    expect(shortDay(day)).toBe('4 Oct 19')
    expect(shortDay(calendarDate('2003-05-30'))).toBe('30 May 03')
    expect(dayAndMonth(day)).toBe('4 October')
    expect(shortDayAndMonth(calendarDate('2019-07-30'))).toBe('30 Jul')
  })

  it('has the name of its weekday', () => {
    const week = ['2019-09-30', '2019-10-01', '2019-10-02', '2019-10-03', '2019-10-04', '2019-10-05', '2019-10-06']
    const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
    expect(week.map((text) => weekdayName(calendarDate(text)))).toEqual(names)
  })
})

describe('a month', () => {
  it('is written with its year', () => expect(longMonth(yearMonth('2019-10'))).toBe('October 2019'))

  it('is shortened to three letters', () => {
    const months = Array.from({ length: 12 }, (_, index) => shortMonthName(firstOf(addMonths(yearMonth('2019-01'), index))))
    expect(months.join(' ')).toBe('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec')
  })
})

describe('a day with its precision', () => {
  const range = (from: string, to: string, basis: Dated['basis'] = 'stated') => ({ from: calendarDate(from), to: calendarDate(to), basis })

  test.each<[Dated, string]>([
    [on(day), '4 October 2019'],
    [on(day, 'inferred'), '4 October 2019 (inferred)'],
    [on(day, 'bounded'), '4 October 2019'],
    [inMonth(yearMonth('2019-09')), 'September 2019'],
    [inMonth(yearMonth('2020-02'), 'inferred'), 'February 2020 (inferred)'],
    [range('2019-04-01', '2019-04-24'), 'between 1 and 24 April 2019'],
    [range('2019-04-01', '2019-04-24', 'inferred'), 'between 1 and 24 April 2019 (inferred)'],
    [range('2019-03-28', '2019-04-24'), 'between 28 March and 24 April 2019'],
    [range('2018-12-28', '2019-01-04'), 'between 28 December 2018 and 4 January 2019'],
    [range('2019-08-01', '2019-09-30'), 'between 1 August and 30 September 2019'],
    [range('2018-09-01', '2019-09-30'), 'between 1 September 2018 and 30 September 2019'],
    [range('2019-09-02', '2019-09-30', 'bounded'), 'by 30 September 2019'],
    [range('2020-02-01', '2020-02-28', 'bounded'), 'by 28 February 2020'],
  ])('%j is %s', (when, text) => expect(dated(when)).toBe(text))
})
