import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, calendarDate, dayNumber, fromDayNumber, isWeekend } from './calendar-date.ts'
import {
  type BankHoliday,
  type Convention,
  conventionLabels,
  countings,
  covers,
  deadline,
  type FirstDay,
  isWorkingDay,
  publishedDuration,
  workingCalendar,
  workingDays,
} from './working-days.ts'

const day = calendarDate

/** England and Wales, 2018 and 2019 as typed from gov.uk/bank-holidays; 2020 with the early May holiday moved to VE Day. */
const HOLIDAYS: readonly BankHoliday[] = [
  ['2018-01-01', 'New Year’s Day'],
  ['2018-03-30', 'Good Friday'],
  ['2018-04-02', 'Easter Monday'],
  ['2018-05-07', 'Early May bank holiday'],
  ['2018-05-28', 'Spring bank holiday'],
  ['2018-08-27', 'Summer bank holiday'],
  ['2018-12-25', 'Christmas Day'],
  ['2018-12-26', 'Boxing Day'],
  ['2019-01-01', 'New Year’s Day'],
  ['2019-04-19', 'Good Friday'],
  ['2019-04-22', 'Easter Monday'],
  ['2019-05-06', 'Early May bank holiday'],
  ['2019-05-27', 'Spring bank holiday'],
  ['2019-08-26', 'Summer bank holiday'],
  ['2019-12-25', 'Christmas Day'],
  ['2019-12-26', 'Boxing Day'],
  ['2020-01-01', 'New Year’s Day'],
  ['2020-04-10', 'Good Friday'],
  ['2020-04-13', 'Easter Monday'],
  ['2020-05-08', 'Early May bank holiday (VE Day)'],
  ['2020-05-25', 'Spring bank holiday'],
  ['2020-08-31', 'Summer bank holiday'],
  ['2020-12-25', 'Christmas Day'],
  ['2020-12-26', 'Boxing Day'],
  ['2020-12-28', 'Boxing Day (substitute day)'],
].map(([date, name]) => ({ date: day(date as string), name: name as string }))

const FIRST = day('2018-01-01')
const LAST = day('2020-12-31')
const calendar = workingCalendar(HOLIDAYS, day('2018-06-15'), day('2020-02-01'))
const reportDay = day('2019-09-30')

describe('the open assessments of the October 2019 paper', () => {
  test.each([
    ['2019-07-30', 45, 44, 43],
    ['2019-05-29', 89, 88, 87],
    ['2019-07-02', 65, 64, 63],
    ['2019-06-13', 78, 77, 76],
  ])('accepted on %s: %i as published; %i Working Days, or %i', (accepted, published, counted, notCounted) => {
    const values = countings(calendar, day(accepted), reportDay).map(({ value }) => value)
    expect(values).toEqual([published, counted, notCounted])
  })

  it('are counted by three conventions, each with its label', () => {
    const conventions: Convention[] = ['weekdays', 'working days', 'working days, first day not counted']
    expect(countings(calendar, day('2019-07-30'), reportDay).map(({ convention }) => convention)).toEqual(conventions)
    expect(conventions.map((convention) => conventionLabels[convention])).toEqual([
      'Weekdays, both ends counted, bank holidays not taken out (as the 2019 report)',
      "the Code's Working Days, both ends counted",
      "the Code's Working Days, first day not counted",
    ])
  })
})

describe('the arithmetic of a published duration', () => {
  const arithmetic = (from: string, to: string, name?: string) => publishedDuration(calendar, day(from), day(to), name).arithmetic

  it('says what the bank holiday and the first day would change', () => {
    expect(arithmetic('2019-07-30', '2019-09-30', 'day of acceptance')).toBe(
      '45 = 63 days from 30 Jul to 30 Sep, both ends, less 18 weekend days; the bank holiday of 26 Aug is not taken out under this convention; it would be 44, or 43 with the day of acceptance not counted',
    )
    expect(arithmetic('2019-07-30', '2019-09-30')).toMatch(/44, or 43 with the first day not counted$/)
  })

  it('lists several holidays by month', () => {
    expect(arithmetic('2019-04-11', '2019-05-10')).toBe(
      '22 = 30 days from 11 Apr to 10 May, both ends, less 8 weekend days; the bank holidays of 19 and 22 Apr and 6 May are not taken out under this convention; it would be 19, or 18 with the first day not counted',
    )
  })

  it('gives the years when the span crosses one', () => {
    expect(arithmetic('2018-07-05', '2019-04-11')).toBe(
      '201 = 281 days from 5 Jul 2018 to 11 Apr 2019, both ends, less 80 weekend days; the bank holidays of 27 Aug 2018, 25 and 26 Dec 2018 and 1 Jan 2019 are not taken out under this convention; it would be 197, or 196 with the first day not counted',
    )
  })

  it('is silent about bank holidays where there are none', () => {
    expect(arithmetic('2019-09-27', '2019-09-30')).toBe('2 = 4 days from 27 Sep to 30 Sep, both ends, less 2 weekend days')
    expect(arithmetic('2019-09-29', '2019-09-30')).toBe('1 = 2 days from 29 Sep to 30 Sep, both ends, less 1 weekend day')
    expect(arithmetic('2019-09-30', '2019-09-30')).toBe('1 = 1 day from 30 Sep to 30 Sep, both ends, no weekend days')
  })

  it('does not offer two numbers where the first day changes nothing', () => {
    expect(arithmetic('2019-08-25', '2019-08-27')).toMatch(/it would be 1, whether or not the first day is counted$/)
  })

  it('works outside the recorded years, and says so', () => {
    expect(arithmetic('2017-12-28', '2018-01-02')).toBe(
      '4 = 6 days from 28 Dec 2017 to 2 Jan 2018, both ends, less 2 weekend days; the bank holiday of 1 Jan 2018 is not taken out under this convention; bank holidays before 2018 are not recorded',
    )
    expect(arithmetic('2021-01-01', '2021-01-01')).toMatch(/no weekend days; bank holidays after 2020 are not recorded$/)
    expect(arithmetic('2017-01-01', '2021-01-01')).toMatch(/bank holidays before 2018 and after 2020 are not recorded$/)
    expect(countings(calendar, day('2017-12-28'), day('2018-01-02')).map(({ convention }) => convention)).toEqual(['weekdays'])
  })
})

describe('the arithmetic of Working Days', () => {
  const arithmetic = (from: string, to: string, firstDay: FirstDay = 'counted') =>
    workingDays(calendar, day(from), day(to), firstDay).arithmetic

  it('takes weekends and bank holidays out', () => {
    expect(arithmetic('2019-07-30', '2019-09-30')).toBe(
      '44 = 63 days from 30 Jul to 30 Sep, both ends, less 18 weekend days and 1 bank holiday (26 Aug)',
    )
    expect(arithmetic('2019-07-30', '2019-09-30', 'not counted')).toBe(
      '43 = 62 days after 30 Jul to 30 Sep, less 18 weekend days and 1 bank holiday (26 Aug)',
    )
    expect(arithmetic('2019-12-24', '2020-01-02')).toBe(
      '5 = 10 days from 24 Dec 2019 to 2 Jan 2020, both ends, less 2 weekend days and 3 bank holidays (25 and 26 Dec 2019 and 1 Jan 2020)',
    )
  })

  it('says so where there is nothing to take out', () => {
    expect(arithmetic('2019-09-30', '2019-10-04')).toBe('5 = 5 days from 30 Sep to 4 Oct, both ends, no weekend days or bank holidays')
    expect(arithmetic('2019-09-28', '2019-10-04')).toBe('5 = 7 days from 28 Sep to 4 Oct, both ends, less 2 weekend days, no bank holidays')
    expect(arithmetic('2019-08-26', '2019-08-30')).toBe(
      '4 = 5 days from 26 Aug to 30 Aug, both ends, no weekend days, less 1 bank holiday (26 Aug)',
    )
    expect(arithmetic('2019-10-04', '2019-10-04', 'not counted')).toBe('0 = 0 days after 4 Oct to 4 Oct, no weekend days or bank holidays')
  })

  it('takes a bank holiday on a Saturday out once', () => {
    expect(arithmetic('2020-12-24', '2020-12-29')).toBe(
      '2 = 6 days from 24 Dec to 29 Dec, both ends, less 2 weekend days and 2 bank holidays (25 and 28 Dec)',
    )
  })
})

describe('a deadline', () => {
  test.each<[string, number, FirstDay, string, string]>([
    [
      '2019-10-14',
      15,
      'counted',
      '2019-11-01',
      '1 Nov 2019: 15 = 19 days from 14 Oct to 1 Nov, both ends, less 4 weekend days, no bank holidays',
    ],
    [
      '2019-10-14',
      15,
      'not counted',
      '2019-11-04',
      '4 Nov 2019: 15 = 21 days after 14 Oct to 4 Nov, less 6 weekend days, no bank holidays',
    ],
    ['2019-10-14', 1, 'counted', '2019-10-14', '14 Oct 2019: 1 = 1 day from 14 Oct to 14 Oct, both ends, no weekend days or bank holidays'],
    [
      '2019-08-31',
      1,
      'counted',
      '2019-09-02',
      '2 Sep 2019: 1 = 3 days from 31 Aug to 2 Sep, both ends, less 2 weekend days, no bank holidays; 31 Aug 2019 is a Saturday, so counting begins on 2 Sep 2019',
    ],
    [
      '2019-08-26',
      2,
      'not counted',
      '2019-08-28',
      '28 Aug 2019: 2 = 2 days after 26 Aug to 28 Aug, no weekend days or bank holidays; 26 Aug 2019 is a bank holiday (Summer bank holiday), so counting begins on 27 Aug 2019',
    ],
    [
      '2020-02-27',
      3,
      'counted',
      '2020-03-02',
      '2 Mar 2020: 3 = 5 days from 27 Feb to 2 Mar, both ends, less 2 weekend days, no bank holidays',
    ],
    [
      '2019-12-24',
      4,
      'not counted',
      '2020-01-02',
      '2 Jan 2020: 4 = 9 days after 24 Dec 2019 to 2 Jan 2020, less 2 weekend days and 3 bank holidays (25 and 26 Dec 2019 and 1 Jan 2020)',
    ],
  ])('from %s, %i days, first day %s, is %s', (start, count, firstDay, expected, arithmetic) => {
    expect(deadline(calendar, day(start), count, firstDay)).toEqual({ day: expected, arithmetic, start, count, firstDay })
  })

  test.each([0, -1, 1.5, Number.NaN])('is not %s days away', (count) => {
    expect(() => deadline(calendar, FIRST, count, 'counted')).toThrow(
      new RangeError(`expected a whole number of Working Days from 1, got ${count}`),
    )
  })

  it('is not given beyond the recorded years', () => {
    expect(deadline(calendar, day('2020-12-31'), 1, 'counted').day).toBe('2020-12-31')
    expect(() => deadline(calendar, day('2020-12-31'), 1, 'not counted')).toThrow(
      new RangeError(
        'bank holidays are recorded from 2018 to 2020; Working Day 1 from 2020-12-31 is after them: record those of the missing years',
      ),
    )
    expect(() => deadline(calendar, day('2021-01-04'), 1, 'counted')).toThrow(/^bank holidays are recorded from 2018 to 2020; /)
  })
})

describe('a working calendar', () => {
  it('covers whole years', () => {
    expect(['2017-12-31', '2018-01-01', '2020-12-31', '2021-01-01'].map((text) => covers(calendar, day(text)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('does not guess outside them', () => {
    const message = 'bank holidays are recorded from 2018 to 2020; Working Days cannot be counted from 2017-12-31 to 2018-01-02'
    expect(() => workingDays(calendar, day('2017-12-31'), day('2018-01-02'), 'counted')).toThrow(message)
    expect(() => isWorkingDay(calendar, day('2021-01-01'))).toThrow('Working Days cannot be counted on 2021-01-01')
  })

  it('leaves aside holidays of other years, and takes the same day once', () => {
    const narrow = workingCalendar([...HOLIDAYS, ...HOLIDAYS], day('2019-01-01'), day('2019-12-31'))
    expect(workingDays(narrow, day('2019-01-01'), day('2019-12-31'), 'counted').value).toBe(261 - 8)
  })

  it('refuses a span that runs backwards', () => {
    const error = new RangeError('expected a span whose last day is not before its first, got 2019-09-30 to 2019-07-30')
    const [from, to] = [reportDay, day('2019-07-30')]
    expect(() => publishedDuration(calendar, from, to)).toThrow(error)
    expect(() => workingDays(calendar, from, to, 'not counted')).toThrow(error)
    expect(() => workingCalendar([], from, to)).toThrow(error)
  })
})

describe('against plain stepping', () => {
  const taken = new Set(HOLIDAYS.map(({ date }) => date))
  const isWorking = (date: typeof FIRST) => !isWeekend(date) && !taken.has(date)
  const days = fc.integer({ min: dayNumber(FIRST), max: dayNumber(LAST) }).map(fromDayNumber)
  const spans = fc.tuple(days, days).map(([a, b]) => (a <= b ? ([a, b] as const) : ([b, a] as const)))
  const firstDays = fc.constantFrom<FirstDay>('counted', 'not counted')

  const stepped = (from: typeof FIRST, to: typeof FIRST, counts: (date: typeof FIRST) => boolean) => {
    let count = 0
    for (let date = from; date <= to; date = addDays(date, 1)) if (counts(date)) count++
    return count
  }

  it('every day is working or not', () => {
    for (let date = FIRST; date <= LAST; date = addDays(date, 1)) expect(isWorkingDay(calendar, date), date).toBe(isWorking(date))
  })

  it('both counters agree with it', () => {
    fc.assert(
      fc.property(spans, ([from, to]) => {
        const weekdays = stepped(from, to, (date) => !isWeekend(date))
        const working = stepped(from, to, isWorking)
        expect(countings(calendar, from, to).map(({ value }) => value)).toEqual([weekdays, working, working - (isWorking(from) ? 1 : 0)])
      }),
    )
  })

  it('published durations need no bank holidays, in any year', () => {
    const anyDay = fc.integer({ min: -25_567, max: 83_900 }).map(fromDayNumber)
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, more) => {
        const to = addDays(from, more)
        expect(publishedDuration(calendar, from, to).value).toBe(stepped(from, to, (date) => !isWeekend(date)))
      }),
    )
  })

  it('the arithmetic adds up to the value', () => {
    fc.assert(
      fc.property(spans, firstDays, ([from, to], firstDay) => {
        const { value, arithmetic } = workingDays(calendar, from, to, firstDay)
        const part = (pattern: RegExp) => Number(pattern.exec(arithmetic)?.[1] ?? 0)
        expect(part(/^(\d+) = /)).toBe(value)
        expect(part(/= (\d+) days?/) - part(/less (\d+) weekend/) - part(/(\d+) bank holiday/)).toBe(value)
      }),
    )
  })

  it('deadlines and Working Days agree', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 200 }), firstDays, (start, count, firstDay) => {
        fc.pre(start <= '2020-01-31')
        const { day: end } = deadline(calendar, start, count, firstDay)
        expect(workingDays(calendar, start, end, firstDay).value).toBe(count)
        expect(isWorking(end)).toBe(true)
      }),
    )
  })
})
