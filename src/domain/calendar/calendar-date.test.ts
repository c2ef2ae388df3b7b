import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  addMonths,
  calendarDate,
  dayNumber,
  daysFrom,
  earlier,
  firstFridayOf,
  firstOf,
  fromDayNumber,
  inMonth,
  isWeekend,
  lastOf,
  later,
  mondayOf,
  monthOf,
  on,
  parseCalendarDate,
  parseYearMonth,
  weekday,
  yearMonth,
} from './calendar-date.ts'

const FIRST = dayNumber(calendarDate('1900-01-01'))
const LAST = dayNumber(calendarDate('2199-12-31'))
const days = fc.integer({ min: FIRST, max: LAST }).map(fromDayNumber)
const oracle = (date: string) => Temporal.PlainDate.from(date)

describe('reading a day', () => {
  test.each(['2019-10-04', '2020-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('takes %s', (text) => {
    expect(calendarDate(text)).toBe(text)
  })

  test.each([
    '',
    '2019-10',
    '2019-1-4',
    '2019-02-29',
    '1900-02-29',
    '2100-02-29',
    '2019-04-31',
    '2019-00-10',
    '2019-13-01',
    '2019-10-00',
    '2019-10-32',
    '1899-12-31',
    '2200-01-01',
    ' 2019-10-04',
    '2019-10-04\n',
    '2019-10-04T00:00',
    '20191004',
    '04/10/2019',
    '+002019-10-04',
    '٢٠١٩-١٠-٠٤',
  ])('refuses %j', (text) => {
    expect(parseCalendarDate(text)).toBeUndefined()
    expect(() => calendarDate(text)).toThrow(new RangeError(`expected a day like 2019-10-04, got ${JSON.stringify(text)}`))
  })

  it('agrees with Temporal on which days are real', () => {
    const parts = fc.tuple(fc.integer({ min: 1900, max: 2199 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 33 }))
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
        expect(parseCalendarDate(text) !== undefined).toBe(isReal(text))
      }),
    )
  })
})

describe('reading a month', () => {
  test.each(['2019-10', '1900-01', '2199-12'])('takes %s', (text) => expect(yearMonth(text)).toBe(text))

  test.each(['', '2019', '2019-00', '2019-13', '2019-1', '2019-10-04', '1899-12', '2200-01', '2019-10\n'])('refuses %j', (text) => {
    expect(parseYearMonth(text)).toBeUndefined()
    expect(() => yearMonth(text)).toThrow(new RangeError(`expected a month like 2019-10, got ${JSON.stringify(text)}`))
  })
})

describe('day numbers', () => {
  it('count from 1970-01-01', () => {
    expect(['1970-01-01', '1969-12-31', '2000-03-01'].map((text) => dayNumber(calendarDate(text)))).toEqual([0, -1, 11_017])
  })

  it('name every day of 1900 to 2199 in order, as Temporal does', () => {
    let expected = oracle('1900-01-01')
    for (let number = FIRST; number <= LAST; number++) {
      const date = fromDayNumber(number)
      if (date !== expected.toString() || dayNumber(date) !== number) expect.fail(`day ${number} is ${expected}, not ${date}`)
      expected = expected.add({ days: 1 })
    }
    expect(expected.toString()).toBe('2200-01-01')
  })

  test.each([FIRST - 1, LAST + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('end with those years: %s is refused', (number) => {
    expect(() => fromDayNumber(number)).toThrow(RangeError)
  })
})

describe('day arithmetic', () => {
  it('agrees with Temporal', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        const gap = oracle(a).until(oracle(b), { largestUnit: 'days' }).days
        expect(daysFrom(a, b)).toBe(gap)
        expect(addDays(a, gap)).toBe(b)
        expect(weekday(a)).toBe(oracle(a).dayOfWeek)
        expect(isWeekend(a)).toBe(oracle(a).dayOfWeek > 5)
        expect([earlier(a, b), later(a, b)]).toEqual([a, b].sort())
      }),
    )
  })

  it('crosses leap days and year ends', () => {
    expect(addDays(calendarDate('2020-02-28'), 1)).toBe('2020-02-29')
    expect(addDays(calendarDate('2019-02-28'), 1)).toBe('2019-03-01')
    expect(addDays(calendarDate('2020-01-01'), -1)).toBe('2019-12-31')
  })

  it('finds the Monday of a week, which ends on Sunday', () => {
    const week = ['2019-09-30', '2019-10-01', '2019-10-04', '2019-10-06', '2019-10-07'].map(calendarDate)
    expect(week.map(mondayOf)).toEqual(['2019-09-30', '2019-09-30', '2019-09-30', '2019-09-30', '2019-10-07'])
    expect(mondayOf(calendarDate('1900-01-01'))).toBe('1900-01-01')
  })
})

describe('months', () => {
  const months = days.map(monthOf)

  it('begin and end as Temporal says, to the last one', () => {
    fc.assert(
      fc.property(months, (month) => {
        expect(firstOf(month)).toBe(`${month}-01`)
        expect(lastOf(month)).toBe(`${month}-${oracle(`${month}-01`).daysInMonth}`)
      }),
    )
    expect(lastOf(yearMonth('2199-12'))).toBe('2199-12-31')
  })

  test.each([
    ['2019-10', 3, '2020-01'],
    ['2019-10', -10, '2018-12'],
    ['2019-12', 0, '2019-12'],
    ['2019-12', 1, '2020-01'],
    ['2019-01', -1, '2018-12'],
    ['2019-10', -24, '2017-10'],
  ])('%s and %i months is %s', (month, count, expected) => expect(addMonths(yearMonth(month), count)).toBe(expected))

  it('refuse to leave the years that can be read', () => {
    expect(() => addMonths(yearMonth('2199-12'), 1)).toThrow(new RangeError('expected a day of the years 1900 to 2199, computed year 2200'))
  })

  it('have their first Friday in the first week', () => {
    expect(['2019-10', '2019-11', '2019-12', '2020-02', '2020-05'].map((text) => firstFridayOf(yearMonth(text)))).toEqual([
      '2019-10-04',
      '2019-11-01',
      '2019-12-06',
      '2020-02-07',
      '2020-05-01',
    ])
    fc.assert(fc.property(months, (month) => weekday(firstFridayOf(month)) === 5 && daysFrom(firstOf(month), firstFridayOf(month)) < 7))
  })
})

describe('when something happened', () => {
  it('is one stated day, or some day of a month, unless told otherwise', () => {
    const day = calendarDate('2019-10-04')
    expect(on(day)).toEqual({ from: day, to: day, basis: 'stated' })
    expect(on(day, 'inferred').basis).toBe('inferred')
    expect(inMonth(yearMonth('2020-02'))).toEqual({ from: '2020-02-01', to: '2020-02-29', basis: 'bounded' })
    expect(inMonth(yearMonth('2020-02'), 'stated').basis).toBe('stated')
  })
})

function isReal(text: string): boolean {
  try {
    oracle(text)
    return true
  } catch {
    return false
  }
}
