import { expect, it } from 'vitest'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import { logged, told } from '../../test/support/history.ts'
import type { CalendarDate } from './calendar/calendar-date.ts'
import { endOfDay } from './calendar/moment.ts'
import { nameOf } from './names.ts'
import { everything } from './reader.ts'
import { registerAt } from './replay.ts'

const { entries } = logged([
  told(
    'body/secas',
    'BodyEstablished',
    { name: 'Smart Energy Code Administrator and Secretariat', abbreviation: 'SECAS', capacities: [] },
    '2017-01-30',
  ),
  told('body/change-board', 'BodyEstablished', { name: 'Change Board', capacities: [] }, '2013-12-31'),
  told('organisation/e-on', 'OrganisationNamed', { name: 'E.ON' }, '2018-12-06'),
  told('organisation/e-on', 'OrganisationNamed', { name: 'E.ON Next' }, '2020-01-01'),
  told('meeting/change-board-2019-09-18', 'MeetingHeld', { body: 'body/change-board' }, '2019-09-18'),
  told(
    'release/2019-11',
    'ReleasePlanned',
    { name: 'November 2019 SEC Release', kind: 'scheduled', date: { kind: 'unknown' } },
    '2019-10-01',
  ),
  told('modification/84', 'Raised', { as: 'draft' }, '2019-09-10'),
  told('modification/84', 'Titled', { title: 'Other User Panel Seating Amendment' }, '2019-09-10'),
])
const on = (day: string) => {
  const moment = endOfDay(day as CalendarDate)
  return registerAt(entries, { on: moment, known: entries.length, reader: everything, now: moment })
}
const october = on('2019-10-04')

it('calls bodies, meetings and releases by what the register tells', () => {
  expect(nameOf(october, 'body/change-board')).toBe('Change Board')
  expect(nameOf(october, 'meeting/change-board-2019-09-18')).toBe('Change Board of 18 September 2019')
  expect(nameOf(october, 'release/2019-11')).toBe('November 2019 SEC Release')
})

it('calls an organisation by its name on that day', () => {
  expect(nameOf(october, 'organisation/e-on')).toBe('E.ON')
  expect(nameOf(on('2020-02-01'), 'organisation/e-on')).toBe('E.ON Next')
})

it('calls a modification by its reference where there is a grammar, else by its title', () => {
  expect(nameOf(october, 'modification/84', grammar)).toBe('DP084')
  expect(nameOf(october, 'modification/84')).toBe('Other User Panel Seating Amendment')
})

it('shows the id in words of what the register does not know', () => {
  expect(nameOf(october, 'organisation/shell-energy')).toBe('shell energy')
})
