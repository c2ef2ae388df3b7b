import { expect, it } from 'vitest'
import { misfitOf, stateAfter } from '../../../test/support/fold.ts'
import { told } from '../../../test/support/history.ts'
import type { Paper } from './paper.ts'

const paper = 'paper/p1'
const issued = told(
  paper,
  'PaperIssued',
  {
    kind: 'change-status',
    month: '2019-10',
    reference: 'P1',
    action: 'For information',
    classification: 'green',
    author: 'the team',
    timescalesAsAt: '2019-09-30' as never,
    attachments: [],
  },
  '2019-10-04',
)
const stated = (figure: string, value = 366) =>
  told(paper, 'FigureStated', { figure, value, unit: 'working days', asAt: '2019-09-30' as never, at: 'section 7' }, '2019-10-04')

it('states figures on the day it is issued, typed in any order', () => {
  expect(stateAfter<Paper>([stated('b'), stated('a'), issued]).stated.map(({ value }) => value.figure)).toEqual(['a', 'b'])
})
it.each([
  ['a figure of no paper', [stated('a')], 'not issued yet'],
  ['issued twice', [issued, { ...issued, nth: 1 }], 'issued before'],
  ['one figure twice', [issued, stated('a'), stated('a', 11)], 'states a already'],
] as const)('refuses %s', (_, tellings, why) => {
  expect(misfitOf(tellings)).toContain(why)
})
