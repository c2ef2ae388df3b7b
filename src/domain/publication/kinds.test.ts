import { expect, it } from 'vitest'
import { yearMonth } from '../calendar/calendar-date.ts'
import { monthOfPeriod, periodBeside, periodId, periodName, publicationName, publicationNamed, publicationSubject } from './kinds.ts'

const report = { kind: 'change-status', month: yearMonth('2019-10') } as const
const returned = { kind: 'kpi-return', month: yearMonth('2019-10') } as const

it('a paper of a month is named by it, and a return by its quarter', () => {
  expect([report, returned].map(publicationSubject)).toEqual(['publication/change-status-2019-10', 'publication/kpi-return-2019-q4'])
  expect([report, returned].map(publicationName)).toEqual(['report of October 2019', 'KPI return of October to December 2019'])
  expect([periodId(periodBeside(returned, 1)), periodName(periodBeside(returned, -1))]).toEqual(['2020-q1', 'July to September 2019'])
})

it('a quarter is asked for by its number or by any of its months', () => {
  expect(['2019-q3', '2019-07', '2019-09', '2019-q5', '2019-13'].map((text) => monthOfPeriod('kpi-return', text))).toEqual([
    '2019-07',
    '2019-07',
    '2019-07',
    undefined,
    undefined,
  ])
  expect(monthOfPeriod('change-status', '2019-q3')).toBeUndefined()
})

it.each([
  ['register-extract-2019-10', { kind: 'register-extract', month: '2019-10' }],
  ['kpi-return-2019-q4', { kind: 'kpi-return', month: '2019-10' }],
  // Each paper has one id.
  ['kpi-return-2019-10', undefined],
  ['annual-2019-10', undefined],
])('%s is an id of %o', (id, of) => expect(publicationNamed(id)).toEqual(of))
