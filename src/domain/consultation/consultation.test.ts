import { describe, expect, it } from 'vitest'
import { misfitOf, stateAfter } from '../../../test/support/fold.ts'
import { at, told } from '../../../test/support/history.ts'
import type { EventOf } from '../events.ts'
import type { ConsultationEvent } from './consultation.ts'

const id = '84/RC/1'
const tell = <T extends ConsultationEvent['type']>(type: T, fields: Omit<EventOf<T>, 'type' | 'v' | 'consultation'>, on: string) =>
  told('modification/84', type, { consultation: id, ...fields } as never, on)

const raised = told('modification/84', 'Raised', { as: 'proposal' }, '2019-09-01')
const planned = tell('ConsultationPlanned', { consultationKind: 'refinement', expected: { kind: 'month', month: '2019-10' } }, '2019-09-10')
const opened = tell('ConsultationOpened', { consultationKind: 'refinement', closes: at('2019-10-20T17:00') }, '2019-10-01')
const openEnded = tell('ConsultationOpened', { consultationKind: 'refinement' }, '2019-10-01')
const cancelled = tell('ConsultationCancelled', {}, '2019-10-02')
const closeSet = tell('ConsultationCloseSet', { closes: at('2019-10-25T17:00') }, '2019-10-05')
const stateOf = (tellings: Parameters<typeof stateAfter>[0], on: string) => stateAfter([raised, ...tellings], at(on)).consultations[id]

describe('a consultation', () => {
  it.each([
    ['planned', [planned], '2019-12-01', 'planned'],
    ['open to the minute before it closes', [planned, opened], '2019-10-20T16:59', 'open'],
    ['closed from the minute it closes', [planned, opened], '2019-10-20T17:00', 'closed'],
    ['open for longer', [opened, closeSet], '2019-10-20T17:00', 'open'],
    ['closed at last', [opened, closeSet], '2019-10-25T17:00', 'closed'],
    ['open where nobody told its end', [openEnded], '2019-12-01', 'open'],
    ['closed once its end is told', [openEnded, closeSet], '2019-12-01', 'closed'],
    ['cancelled', [opened, cancelled], '2019-12-01', 'cancelled'],
    [
      'ended, nobody tells when, with its modification',
      [openEnded, told('modification/84', 'Withdrawn', { by: 'unknown' }, '2019-10-03')],
      '2019-12-01',
      'ended unseen',
    ],
  ] as const)('is %s', (_, tellings, on, status) => {
    expect(stateOf(tellings, on)?.status).toBe(status)
  })
  it('keeps its plan once it is open', () => {
    expect(stateOf([planned, opened], '2019-10-01')?.planned?.value.expected).toEqual({ kind: 'month', month: '2019-10' })
  })
  it.each([
    [
      'planned once it is open',
      [opened, tell('ConsultationPlanned', { consultationKind: 'refinement', expected: { kind: 'not told' } }, '2019-10-02')],
      'is open already',
    ],
    ['opened twice', [opened, tell('ConsultationOpened', { consultationKind: 'refinement' }, '2019-10-02')], 'is open already'],
    ['given an end before it opens', [planned, closeSet], 'is not open'],
    ['given an end once closed', [opened, tell('ConsultationCloseSet', { closes: at('2019-11-25T17:00') }, '2019-11-01')], 'is not open'],
    ['cancelled once closed', [opened, tell('ConsultationCancelled', {}, '2019-11-01')], 'neither planned nor open'],
  ] as const)('cannot be %s', (_, tellings, why) => {
    expect(misfitOf([raised, ...tellings])).toContain(why)
  })
})
