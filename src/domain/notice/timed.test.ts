import { expect, it } from 'vitest'
import { logged, told } from '../../../test/support/history.ts'
import { type CalendarDate, calendarDate } from '../calendar/calendar-date.ts'
import type { Moment } from '../calendar/moment.ts'
import { everything } from '../reader.ts'
import { registerAt } from '../replay.ts'
import type { RowValue } from '../rulebook/rulebook.ts'
import { weeklyDays } from './timed.ts'

const row = (id: string, value: RowValue) =>
  told(
    `rule/${id}`,
    'RowSet',
    {
      row: {
        id,
        title: id,
        value,
        clause: '',
        inForce: {},
        appliesTo: 'everything live',
        certainty: 'inferred',
        enforcement: 'inform',
        source: '',
      },
    },
    '2013-12-01',
  )
const holiday = (date: CalendarDate) =>
  told(`holiday/${date}`, 'HolidayDeclared', { date, name: 'a bank holiday', division: 'england-and-wales' }, '2013-12-01')
const holidays = ['2019-01-01', '2019-04-19', '2019-12-25'].map(calendarDate)

function weekly(on: string, day = 'Friday') {
  const rules = [row('timed-mails-leave', { kind: 'time', time: '09:00' }), row('weekly-mail-day', { kind: 'word', word: day })]
  const { entries } = logged([...rules, ...holidays.map(holiday)])
  const moment = on as Moment
  return weeklyDays(registerAt(entries, { on: moment, known: entries.length, reader: everything, now: moment }))
}

it.each([
  ['2019-10-11T08:59', '2019-10-04T09:00', '2019-10-11T09:00'],
  ['2019-10-11T09:00', '2019-10-11T09:00', '2019-10-18T09:00'],
  ['2019-10-14T12:00', '2019-10-11T09:00', '2019-10-18T09:00'],
  // Good Friday was on 19 April 2019.
  ['2019-04-18T09:00', '2019-04-18T09:00', '2019-04-26T09:00'],
  ['2019-04-19T09:00', '2019-04-18T09:00', '2019-04-26T09:00'],
  ['2019-04-18T08:00', '2019-04-12T09:00', '2019-04-18T09:00'],
])('at %s the last weekly mail was due on %s, and the next is on %s', (on, last, next) => {
  expect(weekly(on)).toEqual({ last, next })
})

it('a rule that names no day of the week sends none', () => {
  expect(weekly('2019-10-11T09:00', 'never')).toBeUndefined()
})
