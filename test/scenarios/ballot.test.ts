import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { standOf } from '../../src/domain/ballot/voting.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { find } from '../../src/domain/register.ts'
import { act, actingFor, administrator, openProcess, type Process, secondAdministrator, sittingIn } from '../support/process.ts'

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

  it('is public with its votes at once where all of it is recorded late, and each vote is told once', async () => {
    await process.moveTo('2019-10-25')
    const at = (time: string) =>
      ({ on: '2019-10-23', time, receivedOn: '2019-10-24', by: 'body/change-board', source: 'Minutes of 23 October 2019' }) as const
    const { entries } = await process.done(
      administrator,
      act('open-ballot', subject, {}, at('10:00')),
      act('record-votes', subject, { votes: ['network-1: for', 'small-supplier-1: for'] }, at('10:10')),
      act('rule-on-abstentions', subject, { reading: 'counts' }, at('10:20')),
      act('close-ballot', subject, {}, at('11:00')),
    )
    expect(entries.map(({ event, class: classification }) => [event?.type, classification])).toEqual([
      ['BallotOpened', 'white'],
      ['VoteCast', 'white'],
      ['VoteCast', 'white'],
      ['RulingMade', 'white'],
      ['BallotHeld', 'white'],
    ])
    expect(entries.every(({ place, position }) => place === position)).toBe(true)
    expect(entries.at(-1)?.restsOn).toEqual(entries.slice(0, 3).map(({ place }) => place))
    // One more that the minutes have: of a ballot that is over, and public at once.
    const more = await process.done(administrator, act('vote', subject, { seat: 'network-2', vote: 'for' }, at('10:15')))
    expect(more.entries[0]?.class).toBe('white')
  })

  it('is seen by few while its close waits for a second person, and public once he confirmed it', async () => {
    await open()
    await votes('network-1: for', 'small-supplier-1: for')
    const direction = { directionRows: ['quorum'], directionLetter: 'Count it as it is.', by: 'body/change-board' }
    const { entries } = await process.done(administrator, act('close-ballot', subject, {}, direction))
    expect(entries.map(({ class: classification, noted }) => [classification, noted])).toEqual(Array(3).fill(['amber', true]))
    const [waiting] = await process.waiting()
    const confirmed = await process.confirm(waiting?.id ?? '', secondAdministrator)
    if (isRefused(confirmed)) throw new Error(confirmed.refused)
    const shown = find((await process.app.present()).register, 'modification', '84')?.state.votings['84/ballot/1']
    expect([shown?.status, Object.keys(shown?.votes ?? {})]).toEqual(['held', ['network-1', 'small-supplier-1']])
  })

  it('is as public as its outcome where that is under an embargo', async () => {
    await open()
    await votes('network-1: for', 'small-supplier-1: for')
    await process.done(administrator, act('close-ballot', subject, {}, { by: 'body/change-board', publicAt: '2019-10-07T17:00' }))
    const shown = async () => find((await process.app.present()).register, 'modification', '84')?.state.votings['84/ballot/1']
    expect([(await shown())?.status, (await shown())?.votes]).toEqual(['open', {}])
    await process.moveTo('2019-10-08')
    expect([(await shown())?.status, Object.keys((await shown())?.votes ?? {})]).toEqual(['held', ['network-1', 'small-supplier-1']])
  })

  it('keeps what was said unseen where it is withdrawn; a vote that is corrected or struck while it is open stays unseen too', async () => {
    await open()
    const { entries } = await votes('network-1: for', 'network-2: against')
    const [first, second] = entries.map(({ place }) => place)
    const event = { type: 'VoteCast', ballot: '84/ballot/1', seat: 'network-1', vote: 'abstain' }
    await process.done(administrator, act('correct', subject, { place: first, event: JSON.stringify(event), why: 'Misheard.' }))
    await process.done(administrator, act('strike', subject, { place: second, why: 'Another seat.' }, { reason: 'Misheard.' }))
    const said = async () =>
      (await process.app.present()).register.subjects.get(subject)?.history.filter(({ event: told }) => told?.type === 'VoteCast')
    expect(await said()).toEqual([])
    await process.done(board, act('withdraw-ballot', subject))
    expect([await said(), (await voting())?.votes['network-1']?.map(({ value }) => value.vote)]).toEqual([[], ['abstain']])
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
