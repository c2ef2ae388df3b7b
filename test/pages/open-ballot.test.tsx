import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import { recordActs } from '../../src/app/acting/record-acts.ts'
import { mailOf } from '../../src/app/notices/words.ts'
import { exportLines } from '../../src/app/publishing/exported-log.ts'
import type { Principal } from '../../src/domain/access.ts'
import { publicReader } from '../../src/domain/reader.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import type { Notice } from '../../src/log/notices.ts'
import { answerOf } from '../support/answers.ts'
import { type Person, signIn } from '../support/person.ts'
import { act, actingFor, administrator, sittingIn } from '../support/process.ts'
import { axeFindings, openTestSite, type TestSite } from '../support/site.ts'

const subject = 'modification/84'
const meeting = 'change-board-2019-10-04'
const board = actingFor('body/change-board')
const network = sittingIn('body/change-board', 'network-1')

/** Those who neither chair nor administer, and have not voted. */
const others = ['public', 'party', 'small-supplier-member', 'panel'] as const
/** Where it could be told of; that nothing hidden is told of on any page is for the suite of secrecy. */
const paths = [
  ...[
    '/sec/',
    '/sec/mine',
    '/sec/register?q=Objective',
    '/sec/register.csv',
    '/sec/MP084',
    '/sec/MP084/vote',
    '/sec/MP084?asof=2019-10-04',
  ],
  ...['', '/ballots', '/run', '/minutes'].map((page) => `/sec/meetings/${meeting}${page}`),
  ...['/sec/bodies/change-board', '/sec/data-quality', '/sec/outbox'],
  ...['2019-10.txt', '2019-10.json', '2019-10/changes.json'].map((paper) => `/sec/reports/change-status/${paper}`),
]

describe('the votes of a ballot', () => {
  let site: TestSite
  let chair: Person
  let member: Person
  const people = new Map<string, Person>()
  let sent = 0
  const taken = async (principal: Principal, ...acts: Parameters<typeof recordActs>[1]) => {
    const performed = await recordActs(site.app, acts, { principal, key: `step ${++sent}` })
    if (isRefused(performed)) throw new Error(performed.refused)
    return performed.entries
  }
  const answersOf = async (who: string, of = paths) => {
    const get = (path: string) => people.get(who)?.get(path) ?? site.request(path)
    const answers: string[] = []
    for (const path of of) answers.push(`${path} ${await answerOf(await get(path))}`)
    return answers
  }

  const exported = async () => {
    const lines: string[] = []
    for await (const line of exportLines(site.app, publicReader, (await site.app.stamp()).moment)) lines.push(line)
    return lines.map((line) => Buffer.from(JSON.parse(line).body?.bytes ?? '', 'utf8').toString()).join('\n')
  }

  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T09:00:00Z') })
    site = await openTestSite()
    await taken(actingFor('body/change-sub-committee'), act('determine-ready', subject))
    await taken(actingFor('body/panel'), act('convert', subject, { path: 'self-governance', route: 'report' }))
    await taken(actingFor('body/panel'), act('approve-report', subject))
    await taken(administrator, act('plan-meeting', 'meeting/new', { body: 'body/change-board', day: '2019-10-04' }))
    await taken(administrator, act('table-item', `meeting/${meeting}`, { modification: subject, purposes: ['vote'] }))
    await taken(board, act('open-ballot', subject))
    chair = await signIn(site, 'change-board-chair')
    member = await signIn(site, 'large-supplier-member')
    people.set('administrator', await signIn(site, 'administrator'))
    for (const who of others) if (who !== 'public') people.set(who, await signIn(site, who))
  }, 60_000)
  afterAll(async () => {
    vi.useRealTimers()
    await site.close()
  })

  let before: readonly (readonly string[])[] = []
  let votes: readonly number[] = []

  it('change nothing that anybody else gets, while it is open: on no page, in no file, feed or search, not by a byte', async () => {
    // The first visit says that it is one.
    for (const who of others) await people.get(who)?.open('/sec/mine')
    for (const who of others) before = [...before, await answersOf(who)]
    const [changed] = await taken(
      network,
      act('vote', subject, { seat: 'network-1', vote: 'against', reason: 'Objective (b) is not met.' }),
    )
    const own = sittingIn('body/change-board', 'large-supplier-1')
    const [first] = await taken(own, act('vote', subject, { seat: 'large-supplier-1', vote: 'for', reason: 'Objective (d) is met.' }))
    const [again] = await taken(network, act('vote', subject, { seat: 'network-1', vote: 'for', reason: 'Objective (e) is met.' }))
    const [third] = await taken(board, act('record-votes', subject, { votes: ['other-party-1: abstain'] }))
    const [ruling] = await taken(board, act('rule-on-abstentions', subject, { reading: 'counts', why: 'As it was counted before.' }))
    votes = [changed, first, again, third, ruling].map((entry) => entry?.position ?? 0)
    for (const [index, who] of others.entries()) expect(await answersOf(who), who).toEqual(before[index])
    expect(await exported()).not.toMatch(/VoteCast|RulingMade/)
    for (const who of others)
      for (const place of votes)
        expect((await (people.get(who)?.get(`/sec/entries/${place}`) ?? site.request(`/sec/entries/${place}`))).status).toBe(404)
  }, 120_000)

  it('are read by the seat that cast them, with why nothing else is shown', async () => {
    const page = await member.open('/sec/MP084')
    expect(page.text).toContain('The votes, their reasons and the count are shown when the ballot is closed, with its outcome.')
    expect(page.text).toContain('Large supplier 1 (Large Suppliers): voted for')
    expect(page.text).toContain('Objective (d) is met.')
    for (const hidden of ['Network 1', 'Other party 1', 'As it stands', 'Quorum', 'ruled on']) expect(page.text).not.toContain(hidden)
    expect((await member.open('/sec/MP084/vote')).text).toContain('Large supplier 1 has said: for')
    expect((await member.get(`/sec/entries/${votes[1]}`)).status).toBe(200)
    expect((await member.get(`/sec/entries/${votes[0]}`)).status).toBe(404)
    expect(await axeFindings(page.html)).toEqual([])
  })

  it('are counted for who chairs and who administers, on the page, the grid and at the meeting', async () => {
    const count = '3 of 13 seats have voted. As it stands: 2 of 2 block votes cast are in favour: approved.'
    for (const person of [chair, people.get('administrator') as Person]) {
      const page = await person.open('/sec/MP084')
      expect(page.text).toContain('Network 1 (Networks): voted for; before: voted against')
      expect(page.text).toContain('As it stands: 2 of 2 block votes cast are in favour: approved')
      expect(page.text).toContain('The votes are not public before the ballot is closed')
      for (const path of [`/sec/meetings/${meeting}/ballots`, `/sec/meetings/${meeting}/run`])
        expect((await person.open(path)).text).toContain(count)
    }
  })

  it('are in no mail that tells of what was recorded with them', async () => {
    const told = { positions: [votes[1] ?? 0], why: 'follows', listensFor: [], recipient: 'account/1', command: '1' } as unknown as Notice
    const { subject: line, text } = (await mailOf(site.app, grammar, told)) ?? { subject: '', text: '' }
    expect([text.length > 0, `${line} ${text}`.includes('Large supplier 1')]).toEqual([true, false])
  })

  it('are public with the outcome, once it is closed: names, votes, what was said before, reasons and the ruling', async () => {
    const known = (await site.app.present()).register.seen
    const entries = await taken(board, act('close-ballot', subject))
    expect(entries.map(({ event }) => event?.type)).toEqual(['BallotHeld', ...Array(4).fill('VoteCast'), 'RulingMade'])
    const page = await site.open('/sec/MP084')
    for (const told of [
      'Large supplier 1 (Large Suppliers): voted for',
      'Network 1 (Networks): voted for; before: voted against',
      'Other party 1 (Other SEC Parties): abstained',
      'Objective (d) is met.',
      'Objective (e) is met.',
      'Result: 2 of 2 block votes cast are in favour: approved',
      'ruled on 4 October 2019 that an abstention counts',
    ])
      expect(page.text).toContain(told)
    expect(await axeFindings(page.html)).toEqual([])
    expect((await site.open(`/sec/entries/${votes[0]}`)).text).toContain('Network 1 voted against')
    expect((await exported()).match(/VoteCast/g)).toHaveLength(4)
    // What was known before the close stays as it was.
    const then = await site.open(`/sec/MP084?known=${known}`)
    for (const hidden of ['voted for', 'voted against', 'abstained', 'Objective', 'Result', 'ruled on'])
      expect(then.text).not.toContain(hidden)
    expect(then.text).toContain('are shown when the ballot is closed')
    // Nothing was corrected: it is told to more readers.
    const mended = (await people.get('administrator')?.open('/sec/MP084'))?.text ?? ''
    expect(mended).not.toContain('corrected on')
  })
})
