import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { standOf } from '../../src/domain/ballot/voting.ts'
import { find } from '../../src/domain/register.ts'
import { act, actingFor, administrator, openProcess, type Process, sittingIn } from '../support/process.ts'

const panel = actingFor('body/panel')
const board = actingFor('body/change-board')
const member = (seat: string) => sittingIn('body/change-board', seat)
const subject = 'modification/84'

describe('a ballot of the Change Board', () => {
  let process: Process
  beforeEach(async () => {
    process = await openProcess()
    await process.done(actingFor('body/change-sub-committee'), act('determine-ready', subject))
    await process.done(panel, act('convert', subject, { path: 'self-governance', route: 'report' }))
    await process.done(panel, act('approve-report', subject))
  })
  afterEach(() => process.close())

  const state = async () => find(await process.register(), 'modification', '84')?.state
  const voting = async () => Object.values((await state())?.votings ?? {}).at(-1)
  const open = () => process.done(board, act('open-ballot', subject, { notAffected: ['Consumers'] }))
  const votes = (...lines: readonly string[]) => process.done(board, act('record-votes', subject, { votes: lines }))

  it('freezes seats, blocks not affected and rules when it opens', async () => {
    await open()
    const opened = (await voting())?.opened.value
    expect(opened?.electorate.filter(({ block }) => block === 'Networks').map(({ seat }) => seat)).toEqual([
      'network-1',
      'network-2',
      'network-3',
    ])
    expect([opened?.capacity, opened?.notAffected, opened?.rules.blockBase]).toEqual(['decide', ['Consumers'], 'members present'])
    expect((await state())?.standing.value).toEqual({ stage: 'opine', step: 'vote' })
    await process.done(administrator, act('set-up-seat', 'body/change-board', { seat: 'large-supplier-4', block: 'Large Suppliers' }))
    const refusal = await process.refused(board, act('record-votes', subject, { votes: ['large-supplier-4: for'] }))
    expect(refusal.refused).toBe('large-supplier-4 has no vote in this ballot')
    const twice = await process.refused(board, act('open-ballot', subject))
    expect(twice.refused).toBe('a ballot on it is open already')
  })

  it('is voted by those who sit in its seats, who may change it until it closes', async () => {
    await open()
    const cast = (seat: string, vote: string, who = member(seat)) =>
      process.done(who, act('vote', subject, { seat, vote, reason: 'Objective (a).' }))
    const { entries } = await cast('network-1', 'against')
    expect(entries[0]?.capacity).toEqual({ by: 'body/change-board' })
    await cast('network-1', 'for')
    const said = (await voting())?.votes['network-1']
    expect(said?.map(({ value }) => value.vote)).toEqual(['against', 'for'])
    const other = await process.refused(member('network-2'), act('vote', subject, { seat: 'network-1', vote: 'for' }))
    expect([other.notYours, other.refused.includes('you sit in Change Board')]).toEqual([true, true])
    const stranger = await process.refused(actingFor('body/working-group'), act('vote', subject, { seat: 'network-1', vote: 'for' }))
    expect(stranger.notYours).toBe(true)
  })

  it('decides by the votes of its blocks, and rests on each of them', async () => {
    await open()
    const recorded = await votes(
      'large-supplier-1: for',
      'large-supplier-2: for',
      'large-supplier-3: for',
      'small-supplier-1: against',
      'network-1: for',
      'other-party-1: abstain',
    )
    const { entries, acts } = await process.done(board, act('close-ballot', subject))
    expect(acts[0]?.warnings).toEqual([])
    expect(entries[0]?.event).toMatchObject({ type: 'BallotHeld', outcome: 'approve', capacity: 'decide', reading: 'counts' })
    expect(entries[0]?.restsOn).toEqual(expect.arrayContaining(recorded.entries.map(({ place }) => place)))
    expect((await state())?.standing.value).toEqual({ stage: 'release', step: 'awaiting implementation' })
    const held = await voting()
    expect(held && standOf(held).counts?.options[0]?.arithmetic).toBe('2 of 3 block votes cast are in favour: approved')
    const late = await process.refused(board, act('record-votes', subject, { votes: ['network-1: against'] }))
    expect(late.refused).toBe('no ballot on it is open')
  })

  it('needs a ruling where the readings of an unsettled rule differ, and records it', async () => {
    await open()
    await votes('network-1: for', 'network-2: abstain', 'small-supplier-1: for', 'other-party-1: against')
    const refusal = await process.refused(board, act('close-ballot', subject))
    expect(refusal.refused).toContain('“an abstention counts”: reject; “an abstention does not count”: approve')
    expect([refusal.clause, refusal.remedies[0]]).toEqual([
      'rule vote-abstention (clause not known)',
      'have the chair rule which reading is taken, and record the ruling',
    ])
    await process.done(board, act('rule-on-abstentions', subject, { reading: 'does not count', why: 'As the Board did before.' }))
    const { acts, entries } = await process.done(board, act('close-ballot', subject))
    expect(entries[0]?.event).toMatchObject({ outcome: 'approve', reading: 'does not count' })
    expect(acts[0]?.warnings.map(({ why }) => why)).toEqual(['0 of Large Suppliers are present, and a quorum needs 3'])
  })

  it('is recorded late, as a whole, in any order of typing', async () => {
    await process.moveTo('2019-10-25')
    const minutes = { on: '2019-10-23', receivedOn: '2019-10-24', by: 'body/change-board', source: 'Minutes of 23 October 2019' }
    const { entries } = await process.done(
      administrator,
      act('close-ballot', subject, {}, minutes),
      act('record-votes', subject, { votes: ['network-1: for', 'small-supplier-1: for, alternate'] }, minutes),
      act('open-ballot', subject, {}, minutes),
    )
    expect(entries.map(({ event }) => event?.type)).toEqual(['BallotOpened', 'VoteCast', 'VoteCast', 'BallotHeld'])
    expect(entries.map(({ capacity }) => capacity)).toContainEqual({ by: 'body/secas', behalfOf: 'body/change-board' })
    expect((await state())?.ballots.at(-1)?.on.to).toBe('2019-10-23')
  })

  it('warns of a vote in the place of a seat that named no alternate', async () => {
    await open()
    const unnamed = await process.done(board, act('record-votes', subject, { votes: ['network-1: for, alternate'] }))
    expect(unnamed.acts[0]?.warnings.map(({ why }) => why)).toEqual(['no alternate is named for the seat network-1'])
    await process.done(
      member('network-1'),
      act('name-alternate', 'body/change-board', { seat: 'network-1', alternate: 'organisation/northern-powergrid' }),
    )
    const named = await process.done(board, act('record-votes', subject, { votes: ['network-1: for, alternate'] }))
    expect(named.acts[0]?.warnings).toEqual([])
  })

  it('is left where it was when the report goes back, or is withdrawn by the chair', async () => {
    await open()
    await process.done(board, act('withdraw-ballot', subject))
    expect((await voting())?.status).toBe('withdrawn')
    await open()
    await process.done(panel, act('send-report-back', subject))
    expect((await voting())?.status).toBe('left')
    const refusal = await process.refused(board, act('open-ballot', subject))
    expect(refusal.refused).toContain('this is done in Opine')
  })
})
