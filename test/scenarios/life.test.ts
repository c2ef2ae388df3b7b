import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { all, find } from '../../src/domain/register.ts'
import { act, actingFor, administrator, openProcess, type Process } from '../support/process.ts'

const panel = actingFor('body/panel')
const board = actingFor('body/change-board')
const authority = actingFor('organisation/authority')
const letter = (on: string, receivedOn: string, by: string) => ({ on, receivedOn, by, source: `Letter of ${on}` })

describe('the life of a modification', () => {
  let process: Process
  beforeEach(async () => {
    process = await openProcess()
  })
  afterEach(() => process.close())

  const state = async (id: string) => find(await process.register(), 'modification', id)?.state
  const standing = async (id: string) => (await state(id))?.standing.value

  /** Raised today, and brought to its vote on a path. */
  async function toItsVote(path: string): Promise<string> {
    const { entries } = await process.done(
      administrator,
      act('raise-draft-proposal', 'modification/new', {
        title: 'A change of seats',
        proposer: 'organisation/northern-powergrid',
        issue: 'Too few.',
      }),
    )
    const subject = entries[0]?.subject ?? 'modification/0'
    const id = subject.slice('modification/'.length)
    await process.done(actingFor('body/change-sub-committee'), act('determine-ready', subject))
    await process.done(panel, act('convert', subject, { path, route: 'refinement' }))
    await process.done(panel, act('approve-report', subject))
    expect(await standing(id)).toEqual({ stage: 'opine', step: 'report consultation' })
    return id
  }

  it('on Path 3: the vote itself decides', async () => {
    const id = await toItsVote('self-governance')
    await process.done(board, act('record-vote', `modification/${id}`, { outcome: 'approve' }))
    expect(await standing(id)).toEqual({ stage: 'release', step: 'awaiting implementation' })
  })

  it('on Path 2: the vote recommends, and the Authority sends back, then rejects', async () => {
    const id = await toItsVote('authority determined')
    const subject = `modification/${id}` as const
    await process.done(board, act('record-vote', subject, { outcome: 'approve' }))
    expect(await standing(id)).toEqual({ stage: 'opine', step: 'with the authority' })
    const twice = await process.refused(board, act('record-vote', subject, { outcome: 'approve' }))
    expect([twice.refused, twice.clause?.includes('vote-capacity')]).toEqual(['it was voted on, and is with who decides', true])
    await process.done(authority, act('decide', subject, { outcome: 'send back' }))
    expect(await standing(id)).toEqual({ stage: 'refine', step: 'refinement' })
    await process.done(panel, act('approve-report', subject))
    await process.done(board, act('record-vote', subject, { outcome: 'approve' }))
    await process.done(authority, act('decide', subject, { outcome: 'reject' }))
    expect(await standing(id)).toEqual({ stage: 'ended', outcome: 'rejected' })
  })

  it('sent back to a step that is named, it stands there again', async () => {
    const id = await toItsVote('authority determined')
    const subject = `modification/${id}` as const
    await process.done(panel, act('send-report-back', subject, { terms: 'Say what it costs.' }))
    expect((await state(id))?.terms).toHaveLength(1)
    await process.done(panel, act('approve-report', subject))
    await process.done(board, act('record-vote', subject, { outcome: 'approve' }))
    const both = await process.refused(authority, act('decide', subject, { outcome: 'approve', backTo: 'vote' }))
    expect(both.refused).toBe('a step to go back to is named, and it is not sent back')
    await process.done(authority, act('decide', subject, { outcome: 'send back', backTo: 'vote' }))
    expect(await standing(id)).toEqual({ stage: 'opine', step: 'vote' })
    await process.done(board, act('record-vote', subject, { outcome: 'reject' }))
    expect((await state(id))?.ballots.map(({ value }) => value.outcome)).toEqual(['approve', 'reject'])
  })

  it('nobody decides in the Authority’s place, and nobody takes an act that has no vote', async () => {
    const id = await toItsVote('authority determined')
    const refusal = await process.refused(panel, act('decide', `modification/${id}`, { outcome: 'approve' }))
    expect([refusal.refused, refusal.notYours]).toEqual(['Authority (Ofgem) takes this step; you act for SEC Panel', true])
    const other = await process.refused(administrator, act('decide', `modification/${id}`, { outcome: 'approve' }, { by: 'body/secas' }))
    expect(other.remedies).toEqual(['record it for Authority (Ofgem)'])
  })

  it('takes the next number, and is pointed to what is much the same, without being refused', async () => {
    const { state: found } = find(await process.register(), 'modification', '84') ?? {}
    const title = found?.title?.value ?? ''
    const { acts, entries } = await process.done(
      administrator,
      act('raise-draft-proposal', 'modification/new', { title, proposer: 'organisation/northern-powergrid', issue: 'The same again.' }),
    )
    expect(entries[0]?.subject).toBe('modification/88')
    expect(acts[0]?.warnings.map(({ why }) => why)).toEqual([
      'it has much the same title as modification/84',
      'the draft was not given to the critical friend',
    ])
  })

  it('MP076: from the Authority’s decision, recorded late on its behalf, to the vote that cannot come again', async () => {
    await process.moveTo('2019-10-22')
    const decision = act('decide', 'modification/76', { outcome: 'approve' }, letter('2019-10-22', '2019-10-22', 'organisation/authority'))
    const { entries } = await process.done(administrator, decision)
    expect(entries[0]?.capacity).toEqual({ by: 'body/secas', behalfOf: 'organisation/authority' })
    expect(await standing('76')).toEqual({ stage: 'release', step: 'awaiting implementation' })
    await process.done(panel, act('add-to-scope', 'modification/76', { release: 'release/2019-11' }))
    expect((await state('76'))?.parts[1]?.release?.value).toBe('release/2019-11')
  })

  it('a withdrawal may be adopted within ten Working Days, and not after', async () => {
    await process.done(administrator, act('notify-withdrawal', 'modification/84'))
    // 10 Working Days after Friday 4 October 2019: Friday 18 October.
    expect((await state('84'))?.withdrawalNotice?.value.lapses).toBe('2019-10-18T17:00')
    await process.moveTo('2019-10-17')
    await process.done(administrator, act('adopt', 'modification/84', {}, { by: 'organisation/northern-powergrid' }))
    expect((await state('84'))?.proposer?.value).toBe('organisation/northern-powergrid')
    await process.done(actingFor('organisation/northern-powergrid'), act('notify-withdrawal', 'modification/84'))
    await process.moveTo('2019-11-04')
    expect(await standing('84')).toEqual({ stage: 'ended', outcome: 'withdrawn' })
  })

  it('is on hold with a day of review, and resumed', async () => {
    const without = await process.refused(administrator, act('put-on-hold', 'modification/84', { review: '2019-12-02' }))
    expect(without.refused).toBe('it is not said until when')
    await process.done(administrator, act('put-on-hold', 'modification/84', { condition: 'MP078 is agreed', review: '2019-12-02' }))
    await process.done(administrator, act('resume', 'modification/84'))
    expect((await state('84'))?.onHold).toBeUndefined()
  })
})

describe('the date of a release', () => {
  let process: Process
  beforeEach(async () => {
    process = await openProcess()
  })
  afterEach(() => process.close())

  it('is moved within the discretion that the decision left, and no further', async () => {
    const ahead = all(await process.register(), 'release').find(
      ({ subject: each, state }) => each !== 'release/2019-11' && !state.implemented,
    )
    const subject = ahead?.subject ?? 'release/none'
    const on = (verb: string, fields: object, recorded: object = {}) => act(verb, subject, fields, recorded)
    const unasked = await process.refused(panel, on('set-release-date', { day: '2019-11-24' }))
    expect(unasked.refused).toBe('no other date was agreed for this release')
    await process.done(panel, on('request-date-change', { to: '2019-11-24', latest: '2019-12-01' }))
    await process.moveTo('2019-10-08')
    const request = `${subject.slice('release/'.length)}/1`
    await process.done(authority, on('decide-date-change', { request, outcome: 'agreed', discretionUntil: '2019-12-01' }))
    const beyond = await process.refused(panel, on('set-release-date', { day: '2019-12-02' }))
    expect([beyond.refused, beyond.remedies[0]]).toEqual([
      '2 December 2019 is after 1 December 2019, the latest day that was agreed',
      'choose a day up to 1 December 2019',
    ])
    await process.done(panel, on('set-release-date', { day: '2019-11-29' }))
    expect(find(await process.register(), 'release', subject.slice('release/'.length))?.state.date.value).toEqual({
      kind: 'day',
      day: '2019-11-29',
    })
  })

  it('is in force as a whole, in one act', async () => {
    await process.moveTo('2019-11-28')
    const subject = 'release/2019-11' as const
    const register = await process.register()
    const waiting = [...register.subjects.values()].filter(
      ({ state }) =>
        state.kind === 'modification' &&
        Object.values(state.parts).some(({ release, implemented }) => release?.value === subject && !implemented),
    )
    const { entries } = await process.done(administrator, act('implement-release', subject))
    expect(entries.filter(({ event }) => event?.type === 'Implemented')).toHaveLength(waiting.length)
    const again = await process.refused(administrator, act('implement-release', subject))
    expect(again.refused).toBe('the release is in force already')
  })
})
