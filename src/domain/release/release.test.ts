import { describe, expect, it } from 'vitest'
import { misfitOf, stateAfter } from '../../../test/support/fold.ts'
import { told as tell } from '../../../test/support/history.ts'
import type { Proposed } from '../entry.ts'
import type { EventOf } from '../events.ts'
import type { Release, ReleaseEvent } from './release.ts'

const told = <T extends ReleaseEvent['type']>(type: T, fields: Omit<EventOf<T>, 'type' | 'v'>, on: string, more: Partial<Proposed> = {}) =>
  tell('release/2019-11', type, fields, on, more)

const planned = told(
  'ReleasePlanned',
  { name: 'November', kind: 'scheduled', date: { kind: 'day', day: '2019-11-07' as never } },
  '2019-01-01',
)
const asked = told('DateChangeRequested', { request: '1', by: 'body/panel', of: 'body/authority', to: '2019-11-24' as never }, '2019-10-01')
const agreed = told('DateChangeDecided', { request: '1', by: 'body/authority', outcome: 'agreed' }, '2019-10-20')
const set = (month: string, on: string, more: Partial<Proposed> = {}, underRequest?: string) =>
  told('ReleaseDateSet', { date: { kind: 'month', month }, by: 'unknown', ...(underRequest ? { underRequest } : {}) }, on, more)
const implemented = told('ReleaseImplemented', {}, '2019-11-07')

describe('a release', () => {
  it('keeps every date, first the planned one, then as they were set and not as they were typed', () => {
    const { dates, date } = stateAfter<Release>([
      set('2019-12', '2019-01-01', { nth: 2 }),
      set('2019-06', '2019-01-01', { nth: 1 }),
      planned,
    ])
    expect(dates.map(({ value }) => (value.kind === 'month' ? value.month : value.kind))).toEqual(['day', '2019-06', '2019-12'])
    expect(date.value).toEqual({ kind: 'month', month: '2019-12' })
  })
  it('moves under a request that is agreed', () => {
    expect(stateAfter<Release>([planned, asked, agreed, set('2019-11', '2019-10-21', {}, '1')]).date.value.kind).toBe('month')
  })
  it('is baselined and implemented, and its documents are listed after that', () => {
    const document = told('ReleaseDocumentListed', { title: 'a letter', held: false }, '2019-12-01')
    const baselined = told('ScopeBaselined', { by: 'body/panel' }, '2019-05-01')
    expect(stateAfter<Release>([planned, baselined, implemented, document])).toMatchObject({
      baselined: { value: 'body/panel' },
      documents: [{}],
    })
  })
  it.each([
    ['not planned', [implemented], 'not planned yet'],
    ['planned twice', [planned, { ...planned, nth: 1 }], 'planned before'],
    [
      'moved under a request that is not decided',
      [planned, asked, set('2019-11', '2019-10-02', {}, '1')],
      'the date change 1 is not agreed',
    ],
    ['asked to move twice under one number', [planned, asked, { ...asked, nth: 1 }], 'requested before'],
    ['decided without a request', [planned, agreed], 'no date change 1 is requested'],
    ['decided twice', [planned, asked, agreed, { ...agreed, nth: 1 }], 'decided before'],
    [
      'baselined twice',
      [planned, told('ScopeBaselined', { by: 'unknown' }, '2019-05-01'), told('ScopeBaselined', { by: 'unknown' }, '2019-05-02')],
      'baselined before',
    ],
    ['implemented twice', [planned, implemented, { ...implemented, nth: 1 }], 'implemented already'],
    ['moved once implemented', [planned, implemented, set('2019-12', '2019-11-08')], 'implemented already'],
  ] as const)('cannot be: %s', (_, tellings, why) => {
    expect(misfitOf(tellings)).toContain(why)
  })
})
