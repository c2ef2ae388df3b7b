// The life of a modification on each path, from its raising to its end; each step by whoever takes it. The days are typed by hand.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Subject } from '../../src/domain/entry.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { find } from '../../src/domain/register.ts'
import { act, actingFor, administrator, openProcess, type Process, sittingIn } from '../support/process.ts'

const panel = actingFor('body/panel')
const committee = actingFor('body/change-sub-committee')
const board = actingFor('body/change-board')
const authority = actingFor('organisation/authority')
const dcc = actingFor('organisation/dcc')
const party = actingFor('organisation/northern-powergrid')
const another = actingFor('organisation/shell-energy')
const member = (seat: string) => sittingIn('body/change-board', seat)

let process: Process
beforeEach(async () => {
  process = await openProcess('2019-10-04')
})
afterEach(() => process.close())

const state = async (subject: Subject) => {
  const found = find(await process.register(), 'modification', subject.slice('modification/'.length))
  if (!found) throw new Error(`there is no ${subject}`)
  return found.state
}
const standing = async (subject: Subject) => (await state(subject)).standing.value
const awaiting = { stage: 'release', step: 'awaiting implementation' }

async function raised(by: typeof party, proposer: string, title = 'A change of seats'): Promise<Subject> {
  const { entries } = await process.done(by, act('raise-draft-proposal', 'modification/new', { title, proposer, issue: 'Too few.' }))
  return entries[0]?.subject ?? 'modification/0'
}

/** Planned by who administers, for a day; every modification that is named joins it. */
async function planned(id: string, day: string, ...scope: readonly [Subject, number][]): Promise<Subject> {
  const release: Subject = `release/${id}`
  const fields = { id, name: `Release of ${day}`, releaseKind: 'standalone', day }
  await process.done(administrator, act('plan-release', 'release/new', fields))
  for (const [subject, part] of scope) await process.done(panel, act('add-to-scope', subject, { release, part }))
  return release
}

/** Every seat votes; the ballot is closed. */
async function voted(id: Subject, ...against: readonly string[]) {
  await process.done(board, act('open-ballot', id))
  const seats = ['large-supplier-1', 'large-supplier-2', 'large-supplier-3', 'small-supplier-1', 'network-1', 'other-party-1', 'consumer-1']
  for (const seat of seats)
    await process.done(member(seat), act('vote', id, { seat, vote: against.includes(seat) ? 'against' : 'for', reason: 'Objective (d).' }))
  return process.done(board, act('close-ballot', id))
}

it('Path 1: led by the Authority, never refused; the vote recommends, and the Authority decides', async () => {
  const id = await raised(authority, 'organisation/authority')
  await process.done(panel, act('change-path', id, { path: 'authority led' }))
  const ground = 'of the same substance as an earlier proposal that is live'
  const refusal = await process.send([act('refuse-conversion', id, { ground })], panel, { dryRun: true })
  expect(isRefused(refusal) ? refusal : refusal.acts[0]?.warnings.map(({ row }) => row)).toEqual(['refusal-never-authority-led'])
  await process.done(committee, act('determine-ready', id))
  await process.moveTo('2019-10-11')
  await process.done(panel, act('convert', id, { path: 'authority led', route: 'report' }), act('approve-report', id))
  await process.moveTo('2019-10-14')
  await process.done(administrator, act('issue-consultation', id, { consultationKind: 'report' }))
  expect(Object.values((await state(id)).consultations)[0]?.closes).toBe('2019-11-04T17:00')
  await process.moveTo('2019-11-06')
  const { entries } = await voted(id, 'small-supplier-1', 'other-party-1')
  expect(entries[0]?.event).toMatchObject({ type: 'BallotHeld', capacity: 'recommend', outcome: 'approve' })
  expect(await standing(id)).toEqual({ stage: 'opine', step: 'with the authority' })
  const other = await process.refused(board, act('decide', id, { outcome: 'approve' }))
  expect(other.refused).toBe('Authority (Ofgem) takes this step; you act for Change Board')
  await process.done(authority, act('receive-report', id), act('expect-decision', id, { day: '2019-11-29' }))
  await process.moveTo('2019-11-29')
  await process.done(authority, act('decide', id, { outcome: 'approve' }))
  expect(await standing(id)).toEqual(awaiting)
})

it('Path 2: refined, assessed, consulted on, recommended seat by seat, approved by the Authority, and in force with its version', async () => {
  const id = await raised(party, 'organisation/northern-powergrid')
  await process.done(committee, act('comment', id, { text: 'How many sites?', asks: true }))
  await process.moveTo('2019-10-08')
  await process.done(committee, act('determine-ready', id))
  await process.moveTo('2019-10-11')
  await process.done(panel, act('convert', id, { path: 'authority determined', route: 'refinement' }))
  expect(await standing(id)).toEqual({ stage: 'refine', step: 'refinement' })

  await process.moveTo('2019-10-14')
  await process.done(party, act('propose-solution', id, { title: 'More seats' }))
  const number = id.slice('modification/'.length)
  const assessment = async (kind: string) => (await state(id)).assessments[`${number}/${kind}/1`]
  await process.done(administrator, act('request-assessment', id, { assessmentKind: 'PA', provider: 'organisation/dcc' }))
  await process.done(dcc, act('accept-assessment', id, { assessment: `${number}/PA/1` }))
  // 15 Working Days after Monday 14 October.
  expect((await assessment('PA'))?.target?.value).toMatchObject({ workingDays: 15, due: '2019-11-04' })
  await process.moveTo('2019-11-01')
  await process.done(dcc, act('return-assessment', id, { assessment: `${number}/PA/1`, document: 'Preliminary Assessment v1.0' }))
  await process.moveTo('2019-11-04')
  await process.done(administrator, act('request-assessment', id, { assessmentKind: 'IA', provider: 'organisation/dcc' }))
  const accept = act('accept-assessment', id, { assessment: `${number}/IA/1` })
  const early = await process.refused(dcc, accept)
  expect([early.refused, early.about, early.remedies[0]]).toEqual([
    `the request for ${number}/IA/1 is not approved: Change Board approves it`,
    ['assessment-approved-by-ia', 'reason'],
    'record the approval by Change Board first',
  ])
  await process.moveTo('2019-11-20')
  await process.done(board, act('approve-assessment-request', id, { assessment: `${number}/IA/1` }))
  await process.moveTo('2019-11-21')
  await process.done(dcc, accept)
  // 40 Working Days after Thursday 21 November, without Christmas Day, Boxing Day and New Year's Day.
  expect((await assessment('IA'))?.target?.value).toMatchObject({ workingDays: 40, due: '2020-01-21' })
  await process.moveTo('2019-11-22')
  await process.done(administrator, act('issue-consultation', id, { consultationKind: 'refinement' }))
  expect((await state(id)).consultations[`${number}/refinement/1`]?.closes).toBe('2019-12-13T17:00')
  await process.moveTo('2020-01-17')
  await process.done(dcc, act('return-assessment', id, { assessment: `${number}/IA/1`, oneOffLow: '£100,000', oneOffHigh: '£120,000' }))
  await process.done(actingFor('body/working-group'), act('consider', id, { outcome: 'The solution stands.' }))

  await process.moveTo('2020-02-14')
  await process.done(panel, act('approve-report', id))
  await process.moveTo('2020-02-17')
  await process.done(administrator, act('issue-consultation', id, { consultationKind: 'report' }))
  expect((await state(id)).consultations[`${number}/report/1`]?.closes).toBe('2020-03-09T17:00')
  await process.moveTo('2020-03-25')
  const { entries } = await voted(id)
  expect(entries[0]?.event).toMatchObject({ capacity: 'recommend', outcome: 'approve' })
  await process.moveTo('2020-03-31')
  await process.done(authority, act('decide', id, { outcome: 'approve' }))
  const release = await planned('scenario-2', '2020-04-30', [id, 1])
  await process.moveTo('2020-04-30')
  await process.done(administrator, act('implement-release', release, { version: '6.99' }))
  expect(await standing(id)).toEqual({ stage: 'ended', outcome: 'implemented' })
  expect((await state(id)).parts[1]?.implemented?.value).toEqual({ release, version: 'version/6.99' })
  expect((await state(id)).standings.map(({ on, value }) => [on.to, 'step' in value ? value.step : value.stage])).toEqual([
    ['2019-10-04', 'raised'],
    ['2019-10-08', 'ready for conversion'],
    ['2019-10-11', 'refinement'],
    ['2020-02-14', 'report consultation'],
    ['2020-03-25', 'vote'],
    ['2020-03-25', 'with the authority'],
    ['2020-03-31', 'awaiting implementation'],
    ['2020-04-30', 'ended'],
  ])
})

it('Path 3: the vote decides; published, appealed against, upheld, and in force once no window is open', async () => {
  const id = await raised(party, 'organisation/northern-powergrid')
  await process.done(committee, act('determine-ready', id))
  await process.moveTo('2019-10-11')
  await process.done(panel, act('convert', id, { path: 'self-governance', route: 'report' }), act('approve-report', id))
  await process.moveTo('2019-11-06')
  const { entries } = await voted(id, 'network-1')
  expect(entries[0]?.event).toMatchObject({ capacity: 'decide', outcome: 'approve' })
  await process.moveTo('2019-11-07')
  await process.done(administrator, act('publish-decision', id))
  // 10 Working Days after Thursday 7 November.
  expect((await state(id)).appeals.window?.value).toMatchObject({ to: 'body/panel', lapses: '2019-11-21T17:00', open: true })
  await process.moveTo('2019-11-14')
  await process.done(another, act('appeal', id, { grounds: 'The legal text does not do what it says.' }))
  await process.moveTo('2019-11-15')
  await process.done(panel, act('decide-appeal', id, { outcome: 'approve', why: 'It does.' }))
  await process.done(administrator, act('publish-decision', id))
  expect((await state(id)).appeals.window?.value).toMatchObject({ to: 'organisation/authority', lapses: '2019-11-29T17:00' })
  const release = await planned('scenario-3', '2019-12-02', [id, 1])
  const implement = act('implement-release', release, { version: '6.99' })
  const early = await process.refused(administrator, implement)
  expect([early.refused, early.clause, early.remedies]).toEqual([
    'it is to come into force on 2 December 2019, and 15 November 2019 is before that',
    'rule release-in-force (clause not known)',
    ['record it on 2 December 2019, or after', 'record first that another date was set, if it came into force earlier'],
  ])
  await process.moveTo('2019-12-02')
  expect((await process.done(administrator, implement)).acts[0]?.warnings).toEqual([])
  expect(await standing(id)).toEqual({ stage: 'ended', outcome: 'implemented' })
})

it('Path 3: rejected on appeal once it is in force, it is reversed', async () => {
  const id = await raised(party, 'organisation/northern-powergrid')
  await process.done(panel, act('convert', id, { path: 'self-governance', route: 'report' }), act('approve-report', id))
  await voted(id)
  await process.done(administrator, act('publish-decision', id))
  await process.done(another, act('appeal', id, { grounds: 'It harms competition.' }))
  const release = await planned('scenario-4', '2019-10-04', [id, 1])
  await process.done(administrator, act('implement-release', release))
  await process.done(panel, act('decide-appeal', id, { outcome: 'reject' }))
  expect(await standing(id)).toEqual({ stage: 'ended', outcome: 'reversed' })
})

it('Fast-Track: raised by the Panel, not before fifteen Working Days, by all who are present', async () => {
  const id = await raised(panel, 'body/panel', 'A wrong cross-reference')
  await process.done(panel, act('change-path', id, { path: 'fast-track' }))
  const others = await raised(party, 'organisation/northern-powergrid', 'Another slip of the pen')
  const refusal = await process.refused(panel, act('change-path', others, { path: 'fast-track' }))
  expect([refusal.refused, refusal.clause, refusal.remedies[1]]).toEqual([
    'only SEC Panel raises a Fast-Track Modification, and the Proposer of this is Northern Powergrid',
    'rule fast-track-raised-by (clause not known)',
    'let SEC Panel raise it',
  ])
  const decide = (inFavour: number) => act('decide-fast-track', id, { present: 9, inFavour })
  await process.moveTo('2019-10-24')
  const early = await process.send([decide(9)], panel, { dryRun: true })
  expect(isRefused(early) ? early : early.acts[0]?.warnings.map(({ row, why }) => [row, why])).toEqual([
    ['fast-track-wait', 'it was raised on 4 October 2019, 15 Working Days before 25 October 2019'],
  ])
  await process.moveTo('2019-10-25')
  const { acts } = await process.done(panel, decide(9))
  expect([acts[0]?.warnings, await standing(id)]).toEqual([[], awaiting])
  await process.done(administrator, act('publish-decision', id))
  expect((await state(id)).appeals.window?.value).toMatchObject({ to: 'organisation/authority', lapses: '2019-11-08T17:00' })
  const release = await planned('scenario-5', '2019-11-11', [id, 1])
  await process.moveTo('2019-11-11')
  await process.done(administrator, act('implement-release', release, { version: '6.99' }))
  expect(await standing(id)).toEqual({ stage: 'ended', outcome: 'implemented' })
})

it('conversion and report at one meeting, as DP081 and DP087: minutes recorded on the Panel’s behalf, in any order', async () => {
  await process.moveTo('2019-10-14')
  const minutes = { on: '2019-10-11', receivedOn: '2019-10-14', by: 'body/panel', source: 'Minutes of 11 October 2019' }
  const { entries } = await process.done(
    administrator,
    act('approve-report', 'modification/87', {}, minutes),
    act('approve-report', 'modification/81', {}, minutes),
    act('convert', 'modification/87', { path: 'self-governance', route: 'report' }, minutes),
    act('convert', 'modification/81', { path: 'self-governance', route: 'report' }, minutes),
  )
  expect(entries.every(({ capacity }) => capacity.behalfOf === 'body/panel' && capacity.by === 'body/secas')).toBe(true)
  for (const id of ['modification/81', 'modification/87'] as const) {
    expect((await state(id)).standings.slice(-2).map(({ on, value }) => [on.to, value])).toEqual([
      ['2019-10-11', { stage: 'refine', step: 'report' }],
      ['2019-10-11', { stage: 'opine', step: 'report consultation' }],
    ])
    await process.done(administrator, act('issue-consultation', id, { consultationKind: 'report' }))
    expect(Object.values((await state(id)).consultations).at(-1)?.closes).toBe('2019-11-04T17:00')
  }
})

it('withdrawn and adopted, withdrawn again and by nobody: ended; another takes up its substance', async () => {
  const id = await raised(party, 'organisation/northern-powergrid')
  await process.done(party, act('notify-withdrawal', id))
  await process.moveTo('2019-10-18')
  await process.done(another, act('adopt', id))
  expect([(await state(id)).proposer?.value, (await state(id)).withdrawalNotice]).toEqual(['organisation/shell-energy', undefined])
  const notHis = await process.refused(party, act('notify-withdrawal', id))
  expect(notHis.refused).toBe('Shell Energy takes this step; you act for Northern Powergrid')
  await process.done(another, act('notify-withdrawal', id))
  // 10 Working Days after Friday 18 October.
  await process.moveTo('2019-11-04')
  expect((await state(id)).standings.at(-1)).toMatchObject({ on: { to: '2019-11-01' }, value: { stage: 'ended', outcome: 'withdrawn' } })

  const older = await raised(party, 'organisation/northern-powergrid', 'Half of it')
  const newer = await raised(party, 'organisation/northern-powergrid', 'The whole of it')
  await process.done(administrator, act('supersede', older, { supersededBy: newer }))
  expect(await standing(older)).toEqual({ stage: 'ended', outcome: 'superseded' })
  const over = await process.refused(panel, act('convert', older, { path: 'self-governance', route: 'report' }))
  expect(over.remedies).not.toEqual([])
})

describe('over more than one release', () => {
  async function approved(): Promise<Subject> {
    const id = await raised(party, 'organisation/northern-powergrid')
    await process.done(panel, act('convert', id, { path: 'self-governance', route: 'report' }), act('approve-report', id))
    await process.done(board, act('record-vote', id, { outcome: 'approve' }))
    return id
  }

  it('it comes into force part by part, as SECMP0062 and SECMP0007, and is implemented with the last', async () => {
    const id = await approved()
    const [first, second] = [await planned('first', '2019-11-04', [id, 1]), await planned('second', '2020-02-27', [id, 2])]
    await process.moveTo('2019-11-04')
    await process.done(administrator, act('implement-release', first, { version: '6.98' }))
    expect(await standing(id)).toEqual(awaiting)
    await process.moveTo('2020-02-27')
    await process.done(administrator, act('implement-release', second, { version: '6.99' }))
    expect(await standing(id)).toEqual({ stage: 'ended', outcome: 'implemented' })
    expect(Object.values((await state(id)).parts).map(({ implemented }) => [implemented?.on.to, implemented?.value.version])).toEqual([
      ['2019-11-04', 'version/6.98'],
      ['2020-02-27', 'version/6.99'],
    ])
  })

  it('a part that was split off has a letter, and goes its own way', async () => {
    const id = await approved()
    await process.done(administrator, act('split', id, { title: 'The part that needs systems' }))
    const part: Subject = `${id}A`
    expect(await standing(part)).toEqual(awaiting)
    const [first, second] = [await planned('first', '2019-11-04', [id, 1]), await planned('second', '2020-02-27', [part, 1])]
    await process.moveTo('2019-11-04')
    await process.done(administrator, act('implement-release', first))
    expect([await standing(id), await standing(part)]).toEqual([{ stage: 'ended', outcome: 'implemented' }, awaiting])
    await process.moveTo('2020-02-27')
    await process.done(administrator, act('implement-release', second))
    expect(await standing(part)).toEqual({ stage: 'ended', outcome: 'implemented' })
  })
})
