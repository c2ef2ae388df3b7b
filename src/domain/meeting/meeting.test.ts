import { describe, expect, it } from 'vitest'
import { misfitOf, stateAfter } from '../../../test/support/fold.ts'
import { told } from '../../../test/support/history.ts'
import type { Meeting } from './meeting.ts'

const meeting = 'meeting/m1'
const planned = told(meeting, 'MeetingPlanned', { body: 'body/panel', day: '2019-10-11' as never, number: 7 }, '2019-10-01')
const held = told(meeting, 'MeetingHeld', { body: 'body/panel' }, '2019-10-12')
const tabled = (id: string, on = '2019-10-02') =>
  told(meeting, 'ItemTabled', { modification: `modification/${id}`, purposes: ['vote'] }, on)
const withdrawn = told(meeting, 'ItemWithdrawn', { modification: 'modification/84' }, '2019-10-03')

describe('a meeting', () => {
  it('planned for a day is held on another, under its number, with what was before it', () => {
    expect(stateAfter<Meeting>([planned, tabled('84'), held])).toMatchObject({
      day: '2019-10-12',
      number: 7,
      items: [{ value: { modification: 'modification/84' } }],
    })
  })
  it('held without a told plan takes its items on the day', () => {
    expect(stateAfter<Meeting>([tabled('84', '2019-10-12'), held]).items).toHaveLength(1)
  })
  it('loses the item that is withdrawn, and no other', () => {
    expect(stateAfter<Meeting>([planned, tabled('84'), tabled('7'), withdrawn]).items.map(({ value }) => value.modification)).toEqual([
      'modification/7',
    ])
  })
  it.each([
    ['items of no meeting', [tabled('84')], 'neither planned nor held yet'],
    ['one item twice', [planned, tabled('84'), tabled('84', '2019-10-04')], 'before this meeting already'],
    ['an item withdrawn that is not there', [planned, withdrawn], 'not before this meeting'],
    ['planned twice', [planned, { ...planned, nth: 1 }], 'planned or held before'],
    ['held twice', [held, { ...held, nth: 1 }], 'held before'],
    ['held by another body', [planned, told(meeting, 'MeetingHeld', { body: 'body/other' }, '2019-10-12')], 'planned for another body'],
  ] as const)('refuses %s', (_, tellings, why) => {
    expect(misfitOf(tellings)).toContain(why)
  })
})
