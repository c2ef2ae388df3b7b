import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, calendarDate, fromDayNumber } from './calendar-date.ts'
import {
  BEGINNING,
  compareText,
  dayOf,
  endOfDay,
  FOREVER,
  localTime,
  moment,
  parseLocalTime,
  parseMoment,
  startOfDay,
  timeOf,
} from './moment.ts'

const day = calendarDate('2019-10-04')
const days = fc.integer({ min: -25_567, max: 83_900 }).map(fromDayNumber)
const two = (number: number) => String(number).padStart(2, '0')
const times = fc.integer({ min: 0, max: 1439 }).map((minute) => localTime(`${two(Math.floor(minute / 60))}:${two(minute % 60)}`))

describe('moments', () => {
  it('are made of a day and a time, or of a day at its start or end', () => {
    expect(moment(day, localTime('17:00'))).toBe('2019-10-04T17:00')
    expect(moment(day)).toBe('2019-10-04T00:00')
    expect(startOfDay(day)).toBe('2019-10-04T00:00')
    expect(endOfDay(day)).toBe('2019-10-04T24:00')
  })

  it('sort as time passes: start, times, end, next day', () => {
    fc.assert(
      fc.property(days, times, (date, time) => {
        const order = [BEGINNING, startOfDay(date), moment(date, time), endOfDay(date), startOfDay(addDays(date, 1)), FOREVER]
        expect([...order].reverse().sort(compareText)).toEqual(order)
        expect(moment(date, time) < endOfDay(date)).toBe(true)
        expect(endOfDay(date) < startOfDay(addDays(date, 1))).toBe(true)
      }),
    )
  })

  it('come apart into their day and time, and are read back', () => {
    fc.assert(
      fc.property(days, fc.oneof(times, fc.constant('24:00' as const)), (date, time) => {
        const at = moment(date, time)
        expect([dayOf(at), timeOf(at), parseMoment(at)]).toEqual([date, time, at])
      }),
    )
  })

  test.each([BEGINNING, FOREVER, '2019-10-04T00:00', '2019-10-04T23:59', '2019-10-04T24:00'])('can be read from %s', (text) => {
    expect(parseMoment(text)).toBe(text)
  })

  test.each([
    '',
    '2019-10-04',
    '2019-10-04T',
    '2019-10-04 17:00',
    '2019-10-04T24:01',
    '2019-10-04T17:60',
    '2019-10-04T7:00',
    '2019-10-04T17:00:00',
    '2019-10-04T17:00Z',
    '2019-02-29T17:00',
    '0000-01-02T00:00',
    '9999-12-31T23:59',
    '2019-10-04T17:00\n',
  ])('cannot be read from %j', (text) => expect(parseMoment(text)).toBeUndefined())
})

describe('times', () => {
  test.each(['00:00', '09:30', '17:00', '23:59'])('take %s', (text) => expect(localTime(text)).toBe(text))

  test.each(['', '24:00', '9:30', '09:60', '09-30', '17:00 ', '17:00:00'])('refuse %j', (text) => {
    expect(parseLocalTime(text)).toBeUndefined()
    expect(() => localTime(text)).toThrow(new RangeError(`expected a time like 17:00, got ${JSON.stringify(text)}`))
  })
})

describe('compareText', () => {
  it('is the order of code units', () => {
    expect([compareText('a', 'b'), compareText('b', 'a'), compareText('a', 'a'), compareText('Z', 'a')]).toEqual([-1, 1, 0, -1])
  })
})
