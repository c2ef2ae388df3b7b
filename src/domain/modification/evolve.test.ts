import { describe, expect, it } from 'vitest'
import { misfitOf, stateAfter } from '../../../test/support/fold.ts'
import { at, told as tell } from '../../../test/support/history.ts'
import type { Proposed } from '../entry.ts'
import type { EventOf } from '../events.ts'
import type { ModificationEvent } from './events.ts'
import type { StandingTold } from './modification.ts'

type Type = ModificationEvent['type']
const told = <T extends Type>(type: T, fields: Omit<EventOf<T>, 'type' | 'v'>, on: string, more: Partial<Proposed> = {}) =>
  tell('modification/84', type, fields, on, more)

const raised = told('Raised', { as: 'draft' }, '2019-09-10')
const ready = told('DeterminedReady', { by: 'body/panel' }, '2019-09-20')
const converted = told('Converted', { by: 'body/panel', route: 'refinement' }, '2019-09-25')
const approved = told('ReportApproved', { by: 'body/panel' }, '2019-10-01')
const voted = told('BallotHeld', { body: 'body/board', capacity: 'recommend', outcome: 'approve' }, '2019-10-10')
const decided = told('Decided', { by: 'body/authority', outcome: 'approve' }, '2019-10-20')
const scheduled = told('Scheduled', { release: 'release/r1', part: 1 }, '2019-10-21')
const implemented = told('Implemented', { part: 1, release: 'release/r1' }, '2019-11-07')
const whole = [raised, ready, converted, approved, voted, decided, scheduled, implemented]
const upTo = (last: Proposed) => whole.slice(0, whole.indexOf(last) + 1)
const attested = (standing: StandingTold, on: string, more: Partial<EventOf<'Attested'>> = {}) =>
  told('Attested', { standing, ...more }, on)

describe('a step moves it on', () => {
  it.each([
    ['raised as a draft', [raised], { stage: 'define', step: 'raised' }, false],
    ['raised as a proposal', [told('Raised', { as: 'proposal' }, '2019-09-10')], { stage: 'define', step: 'raised' }, true],
    ['determined ready', upTo(ready), { stage: 'define', step: 'ready for conversion' }, false],
    ['converted', upTo(converted), { stage: 'refine', step: 'refinement' }, true],
    [
      'converted for its report',
      [raised, told('Converted', { by: 'unknown', route: 'report' }, '2019-09-12')],
      { stage: 'refine', step: 'report' },
      true,
    ],
    [
      'conversion refused',
      [raised, told('ConversionRefused', { by: 'body/panel' }, '2019-09-12')],
      { stage: 'ended', outcome: 'refused' },
      false,
    ],
    ['report approved', upTo(approved), { stage: 'opine', step: 'report consultation' }, true],
    [
      'report sent back',
      [...upTo(approved), told('ReportSentBack', { by: 'body/panel' }, '2019-10-02')],
      { stage: 'refine', step: 'refinement' },
      true,
    ],
    [
      'sent for decision',
      [...upTo(approved), told('SentForDecision', { to: 'body/authority' }, '2019-10-02')],
      { stage: 'opine', step: 'with the authority' },
      true,
    ],
    ['voted, to recommend', upTo(voted), { stage: 'opine', step: 'with the authority' }, true],
    [
      'voted, to decide',
      [...upTo(approved), told('BallotHeld', { body: 'body/board', capacity: 'decide', outcome: 'approve' }, '2019-10-10')],
      { stage: 'release', step: 'awaiting implementation' },
      true,
    ],
    [
      'voted down',
      [...upTo(approved), told('BallotHeld', { body: 'body/board', capacity: 'decide', outcome: 'reject' }, '2019-10-10')],
      { stage: 'ended', outcome: 'rejected' },
      true,
    ],
    ['approved', upTo(decided), { stage: 'release', step: 'awaiting implementation' }, true],
    [
      'rejected',
      [...upTo(voted), told('Decided', { by: 'body/authority', outcome: 'reject' }, '2019-10-20')],
      { stage: 'ended', outcome: 'rejected' },
      true,
    ],
    [
      'sent back',
      [...upTo(voted), told('Decided', { by: 'body/authority', outcome: 'send back' }, '2019-10-20')],
      { stage: 'refine', step: 'refinement' },
      true,
    ],
    ['scheduled', upTo(scheduled), { stage: 'release', step: 'awaiting implementation' }, true],
    ['implemented', whole, { stage: 'ended', outcome: 'implemented' }, true],
    ['withdrawn', [raised, told('Withdrawn', { by: 'proposer' }, '2019-09-12')], { stage: 'ended', outcome: 'withdrawn' }, false],
    ['superseded', [raised, told('Superseded', { by: 'modification/90' }, '2019-09-12')], { stage: 'ended', outcome: 'superseded' }, false],
  ] as const)('%s', (_, tellings, standing, proposal) => {
    const state = stateAfter(tellings)
    expect([state.standing.value, state.proposal]).toEqual([standing, proposal])
    expect(state.standings.at(-1)).toBe(state.standing)
  })
})

describe('what cannot follow is a misfit that says why', () => {
  it.each([
    ['a title of nothing', [told('Titled', { title: 'a' }, '2019-09-10')], 'neither raised nor attested yet'],
    ['raised twice', [raised, told('Raised', { as: 'draft' }, '2019-09-11')], 'it was raised before'],
    [
      'raised after a source shows it',
      [attested({ stage: 'refine', step: 'refinement' }, '2019-09-01'), raised],
      'a source shows it before',
    ],
    [
      'ready in Refine',
      [...upTo(converted), told('DeterminedReady', { by: 'body/panel' }, '2019-09-26')],
      'in Define, and it is in Refine',
    ],
    ['converted twice', [...upTo(converted), told('Converted', { by: 'unknown', route: 'unknown' }, '2019-09-26')], 'it is in Refine'],
    [
      'a conversion refused in Refine',
      [...upTo(converted), told('ConversionRefused', { by: 'body/panel' }, '2019-09-26')],
      'it is in Refine',
    ],
    ['a report approved in Define', [raised, approved], 'in Refine, and it is in Define'],
    [
      'a report sent back in Define',
      [raised, told('ReportSentBack', { by: 'body/panel' }, '2019-10-02')],
      'no Modification Report to send back',
    ],
    [
      'sent for decision in Refine',
      [...upTo(converted), told('SentForDecision', { to: 'body/authority' }, '2019-10-02')],
      'in Opine, and it is in Refine',
    ],
    ['a vote before the report', [...upTo(converted), voted], 'in Opine, and it is in Refine'],
    ['a decision before the report', [...upTo(converted), decided], 'in Opine, and it is in Refine'],
    ['a release before the decision', [...upTo(voted), scheduled], 'once approved, and it is in Opine'],
    [
      'in two releases',
      [...upTo(scheduled), told('Scheduled', { release: 'release/r2', part: 1 }, '2019-10-22')],
      'in the scope of release/r1 already',
    ],
    ['taken out of no release', [...upTo(decided), told('Unscheduled', { part: 1 }, '2019-10-22')], 'no release that is still to come'],
    ['in force before the decision', [...upTo(voted), implemented], 'once approved, and it is in Opine'],
    [
      'in force twice',
      [
        ...upTo(scheduled),
        told('Scheduled', { release: 'release/r1', part: 2 }, '2019-10-22'),
        implemented,
        told('Implemented', { part: 1 }, '2019-11-08'),
      ],
      'part 1 is in force already',
    ],
    ['a step after the end', [...whole, told('PutOnHold', {}, '2019-11-08')], 'it ended before (implemented)'],
    ['on hold twice', [raised, told('PutOnHold', {}, '2019-09-11'), told('PutOnHold', {}, '2019-09-12')], 'on hold already'],
    ['resumed, not on hold', [raised, told('Resumed', {}, '2019-09-11')], 'not on hold'],
    ['adopted, not withdrawn', [raised, told('Adopted', { by: 'organisation/a' }, '2019-09-11')], 'no withdrawal is notified'],
    [
      'attested in an earlier stage',
      [...upTo(converted), attested({ stage: 'define', step: 'raised' }, '2019-09-30')],
      'it was in Refine before',
    ],
    [
      'attested alive after its end',
      [...whole, attested({ stage: 'release', step: 'awaiting implementation' }, '2019-11-30')],
      'it ended before (implemented)',
    ],
    [
      'attested with another end',
      [raised, told('Withdrawn', { by: 'unknown' }, '2019-09-12'), attested({ stage: 'ended', outcome: 'implemented' }, '2019-11-30')],
      'it ended before (withdrawn)',
    ],
  ] as const)('%s', (_, tellings, why) => {
    expect(misfitOf(tellings)).toContain(why)
  })
})

describe('attested', () => {
  it('founds it half-way, and takes it for a proposal from Refine on', () => {
    expect(stateAfter([attested({ stage: 'opine', step: 'vote' }, '2019-09-30')])).toMatchObject({ proposal: true, unidentified: false })
  })
  it.each([
    ['refused', false],
    ['withdrawn', false],
    ['superseded', false],
    ['rejected', true],
    ['implemented', true],
  ] as const)('with the end %s, tells whether it was converted: %s', (outcome, proposal) => {
    expect(stateAfter([raised, attested({ stage: 'ended', outcome }, '2019-09-30')]).proposal).toBe(proposal)
  })
  it('with an unknown standing, lets any step follow', () => {
    expect(stateAfter([attested({ stage: 'unknown' }, '2019-01-01'), voted]).standing.value).toEqual({
      stage: 'opine',
      step: 'with the authority',
    })
  })
  it('may tell an end again, and that what is in force was reversed', () => {
    const again = attested({ stage: 'ended', outcome: 'implemented' }, '2019-11-30')
    const reversed = attested({ stage: 'ended', outcome: 'reversed' }, '2019-12-30')
    expect(stateAfter([...whole, again, reversed]).standing.value).toEqual({ stage: 'ended', outcome: 'reversed' })
  })
  it('leaves what was told of it otherwise alone', () => {
    const titled = told('Titled', { title: 'a title' }, '2019-09-10')
    const state = stateAfter([raised, titled, attested({ stage: 'refine', step: 'refinement' }, '2019-09-30')])
    expect([state.title?.value, state.raised?.value, state.standings.length]).toEqual(['a title', 'draft', 2])
  })
  it('shows it where it stands already: it has stood there since it came there', () => {
    const state = stateAfter([raised, attested({ stage: 'define', step: 'raised' }, '2019-09-30')])
    expect([state.standings.length, state.standing.place]).toEqual([1, 1])
  })
})

describe('what it is', () => {
  it('lists titles in the order in which they were in force, whatever was typed first', () => {
    const second = told('Titled', { title: 'second' }, '2019-09-12', { nth: 2 })
    const first = told('Titled', { title: 'first' }, '2019-09-12', { nth: 1 })
    const later = told('Titled', { title: 'at noon' }, '2019-09-12T12:00')
    for (const order of [
      [raised, second, first, later],
      [raised, later, first, second],
    ])
      expect(stateAfter(order).titles.map(({ value }) => value)).toEqual(['first', 'second', 'at noon'])
  })
  it('keeps the first plan as the original and the last as the current one, told by nth and not by typing', () => {
    const plan = (month: string, nth: number) =>
      told('MilestonePlanned', { milestone: 'decision', for: { kind: 'month', month } }, '2019-09-12', { nth })
    const { plan: planned } = stateAfter([raised, plan('2020-02', 2), plan('2020-01', 1)])
    expect(planned.decision?.map(({ value }) => value.for)).toEqual([
      { kind: 'month', month: '2020-01' },
      { kind: 'month', month: '2020-02' },
    ])
  })
  it('is told after the end too, and the end stays', () => {
    const state = stateAfter([
      ...whole,
      told('Titled', { title: 'late' }, '2019-12-01'),
      told('StatusShown', { status: 'Closed' }, '2019-12-01'),
    ])
    expect([state.title?.value, state.standing.value]).toEqual(['late', { stage: 'ended', outcome: 'implemented' }])
  })
})

describe('parts and overlays', () => {
  it('ends when the last of its parts is in force, not before', () => {
    const second = told('Scheduled', { release: 'release/r2', part: 2 }, '2019-10-22')
    const both = [...upTo(scheduled), second, implemented]
    expect(stateAfter(both).standing.value.stage).toBe('release')
    expect(stateAfter([...both, told('Implemented', { part: 2 }, '2020-06-25')]).standing.value).toEqual({
      stage: 'ended',
      outcome: 'implemented',
    })
  })
  it('leaves a release and joins another', () => {
    const state = stateAfter([
      ...upTo(scheduled),
      told('Unscheduled', { part: 1 }, '2019-10-22'),
      told('Scheduled', { release: 'release/r2', part: 1 }, '2019-10-23'),
    ])
    expect(state.parts[1]?.release?.value).toBe('release/r2')
  })
  it('is on hold beside its stage, and resumes without a trace in the standings', () => {
    const held = [...upTo(converted), told('PutOnHold', { condition: 'a condition' }, '2019-09-26')]
    expect(stateAfter(held)).toMatchObject({ onHold: { value: { condition: 'a condition' } }, standing: { value: { stage: 'refine' } } })
    const resumed = stateAfter([...held, told('Resumed', {}, '2019-09-27')])
    expect([resumed.onHold, resumed.standings.length]).toEqual([undefined, 3])
  })
  it('is urgent, or not, as was decided last', () => {
    const urgent = told('UrgencyDecided', { urgent: true, by: 'body/panel' }, '2019-09-11')
    expect(stateAfter([raised, urgent]).urgent?.value).toBe(true)
    expect(stateAfter([raised, urgent, told('UrgencyDecided', { urgent: false, by: 'body/panel' }, '2019-09-12')]).urgent?.value).toBe(
      false,
    )
  })
})

describe('a notice of withdrawal', () => {
  const notice = told('WithdrawalNotified', { by: 'unknown', lapses: at('2019-09-30T17:00') }, '2019-09-12')
  const adopted = (on: string) => told('Adopted', { by: 'organisation/b' }, on)
  it('not adopted, is a withdrawal from the moment its window lapsed, and not before', () => {
    expect(stateAfter([raised, notice], at('2019-09-30T16:59')).standing.value.stage).toBe('define')
    const state = stateAfter([raised, notice], at('2019-09-30T17:00'))
    expect(state.standing).toMatchObject({ value: { stage: 'ended', outcome: 'withdrawn' }, on: { to: '2019-09-30' }, place: 2 })
  })
  it('adopted in time, makes another the proposer, and lapses no more', () => {
    const state = stateAfter([raised, notice, adopted('2019-09-30T16:59')])
    expect([state.proposer?.value, state.withdrawalNotice, state.standing.value.stage]).toEqual(['organisation/b', undefined, 'define'])
  })
  it('cannot be adopted once lapsed: the window is half-open', () => {
    expect(misfitOf([raised, notice, adopted('2019-09-30T17:00')])).toBe('it ended before (withdrawn)')
  })
  it('is given once', () => {
    expect(misfitOf([raised, notice, told('WithdrawalNotified', { by: 'unknown', lapses: at('2019-10-30') }, '2019-09-13')])).toContain(
      'notified before',
    )
  })
})

describe('consultations', () => {
  const opened = (kind: 'refinement' | 'report', on: string, closes?: string) =>
    told('ConsultationOpened', { consultation: '84/C/1', consultationKind: kind, ...(closes ? { closes: at(closes) } : {}) }, on)
  it('on a report shows that the report was approved, though nobody told the day', () => {
    const state = stateAfter([...upTo(converted), opened('report', '2019-09-28', '2019-10-20T17:00')], at('2019-09-28'))
    expect([state.standing.value, state.consultations['84/C/1']?.status]).toEqual([{ stage: 'opine', step: 'report consultation' }, 'open'])
  })
  it('on a report cannot open in Define', () => {
    expect(misfitOf([raised, opened('report', '2019-09-28')])).toContain('opens in Opine, and it is in Define')
  })
  it('without a told closing have ended, nobody tells when, once it stands further on', () => {
    expect(stateAfter([...upTo(converted), opened('refinement', '2019-09-28')]).consultations['84/C/1']?.status).toBe('open')
    expect(stateAfter([...upTo(converted), opened('refinement', '2019-09-28'), approved]).consultations['84/C/1']?.status).toBe(
      'ended unseen',
    )
  })
  it('of a report outlast their own opening, and end unseen with the vote', () => {
    const out = [...upTo(approved), opened('report', '2019-10-02')]
    expect(stateAfter(out).consultations['84/C/1']?.status).toBe('open')
    expect(stateAfter([...out, voted]).consultations['84/C/1']?.status).toBe('ended unseen')
  })
  it('with a told closing close by themselves, whatever becomes of it', () => {
    const state = stateAfter([...upTo(converted), opened('refinement', '2019-09-28', '2019-10-30T17:00'), approved], at('2019-10-29'))
    expect(state.consultations['84/C/1']?.status).toBe('open')
  })
})
