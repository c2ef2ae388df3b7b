import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, type Answers, actorOf } from '../support/actor.ts'
import { openReader } from '../support/browser.ts'
import { demoInBrowser } from '../support/demo-in-browser.ts'

/**
 * The lives of four modifications, one on each path: every step by clicks and forms, by the account that takes it. The same lives are told
 * without a browser in test/scenarios/lives.test.ts; `CODICIL_EVERY_JOURNEY=1` takes all four here, and else the longest.
 */
const otherPaths = it.runIf(process.env.CODICIL_EVERY_JOURNEY)
const demo = demoInBrowser()

const accounts = {
  administrator: 'Code administrator',
  panel: 'Secretary of the SEC Panel',
  committee: 'Secretary of the Change Sub-Committee',
  board: 'Chair of the Change Board',
  member: 'Change Board member for Large Suppliers',
  group: 'Working Group',
  party: 'Party: Northern Powergrid',
  dcc: 'DCC',
  authority: 'Authority',
} as const
let who: Record<keyof typeof accounts, Actor>
beforeAll(async () => {
  const opened: [string, Actor][] = []
  for (const [name, label] of Object.entries(accounts)) opened.push([name, await actorOf(demo.browser, demo.server.url, label)])
  who = Object.fromEntries(opened) as typeof who
})
afterAll(async () => {
  for (const actor of Object.values(who)) await actor.close()
})

/** Raised from the first page; its page. */
async function raised(actor: Actor, title: string, proposer: string): Promise<string> {
  await actor.take('/sec/', 'Raise a Draft Proposal', { Title: title, Proposer: proposer, 'What is the issue?': 'Too few seats.' })
  const [page = ''] = actor.where().split('?')
  expect(page).toMatch(/^\/sec\/DP\d{3}$/)
  return page
}

/** Converted straight to its report, which is approved; its page from then on. */
async function reported(page: string, path: string, route = 'Straight to the Modification Report'): Promise<string> {
  await who.committee.take(page, 'Determine ready for conversion')
  await who.panel.take(page, 'Convert to a Modification Proposal', { [path]: true, [route]: true })
  const mp = page.replace('DP', 'MP')
  if (route === 'Straight to the Modification Report') await who.panel.take(mp, 'Approve the Modification Report')
  return mp
}

/** Where it stands, as anybody reads it. */
async function standing(page: string): Promise<string> {
  const reader = await openReader(demo.browser, demo.server.url, 'desktop', { audit: false })
  await reader.open(page)
  const text = await reader.page.locator('.app-standing').innerText()
  await reader.close()
  return text.replace(/\s+/g, ' ')
}

async function inForce(page: string, id: string, version: string): Promise<void> {
  const release: Answers = { 'Name in addresses': id, Name: `Release ${id}`, Standalone: true, Day: '2019-10-04' }
  await who.administrator.take('/sec/', 'Plan a release', release)
  await who.panel.take(page, 'Add to the scope of a release', { Release: `Release ${id}` })
  await who.administrator.take(`/sec/releases/${id}`, 'Implement the release', { 'Resulting version of the Code': version })
  expect(await standing(page)).toContain(`Implemented with the Release ${id}`)
  expect(await who.authority.read(page)).toContain(version)
}

describe('by clicks and forms, without scripts', () => {
  otherPaths('Path 1: the Authority raises it and decides; the vote between is a recommendation', async () => {
    const draft = await raised(who.authority, 'What the review found', 'Authority (Ofgem)')
    const page = await reported(draft, 'Path 1: Authority-Led')
    await who.board.take(page, 'Record the vote', { 'To reject': true })
    expect(await standing(page)).toContain('With the Authority')
    await who.authority.take(page, 'Decide', { Approve: true })
    expect(await standing(page)).toContain('Awaiting implementation')
    await inForce(page, 'path-1', '6.91')
  })

  it('Path 2: refined, assessed with the approval of the Change Board, voted on seat by seat, approved, in force', async () => {
    const draft = await raised(who.party, 'A change of seats', 'Northern Powergrid')
    await who.committee.take(draft, 'Comment, or ask for more', { Comment: 'How many sites?', Yes: true })
    const page = await reported(draft, 'Path 2: Authority Determined', 'Refinement Process')
    await who.party.take(page, 'Propose the solution', { 'Name of the solution': 'More seats' })
    await who.administrator.take(page, 'Request an assessment', { 'Impact Assessment': true, DCC: true })
    await who.board.take(page, 'Approve the request for an assessment: Impact Assessment')
    await who.dcc.open(page)
    await who.dcc.press(/^Accept with the usual target/)
    await who.dcc.take(page, 'Return an assessment: Impact Assessment', { 'Title of its document': 'Impact Assessment v1.0' })
    await who.group.take(page, 'Record what came of considering it', { 'What came of it': 'The solution stands.' })
    await who.administrator.take(page, 'Issue a consultation', { 'Refinement Consultation': true })
    await who.panel.take(page, 'Approve the Modification Report')
    await who.administrator.take(page, 'Issue a consultation', { 'Modification Report Consultation': true })
    // 15 Working Days after Friday 4 October.
    expect(await who.party.read(page)).toContain('open until 17:00 on 25 October 2019')
    await who.board.take(page, 'Open a ballot')
    await who.member.open(`${page}/vote`)
    await who.member.fill({ For: true, 'Reason, against the objectives of the Code': 'Objective (d).' })
    await who.member.press('Continue')
    await who.member.press('Confirm')
    await who.board.take(page, 'Record the votes of a body', {
      'Votes, one line for each seat':
        'large-supplier-2: for\nlarge-supplier-3: for\nsmall-supplier-1: for\nnetwork-1: for\nother-party-1: against',
    })
    await who.board.take(page, 'Close the ballot')
    expect(await standing(page)).toContain('With the Authority')
    await who.authority.take(page, 'Decide', { Approve: true })
    await inForce(page, 'path-2', '6.92')
  })

  otherPaths('Path 3: the vote decides; a Party appeals, and the Panel upholds it', async () => {
    const page = await reported(await raised(who.party, 'Names of forms', 'Northern Powergrid'), 'Path 3: Self-Governance')
    await who.board.take(page, 'Record the vote', { 'To approve': true })
    expect(await standing(page)).toContain('Awaiting implementation')
    await who.administrator.take(page, 'Publish the decision')
    expect(await who.party.read(page)).toContain('18 October 2019')
    await who.party.take(page, 'Appeal against the decision', { Grounds: 'The form has no name.' })
    await who.panel.take(page, 'Decide the appeal', { 'The modification is approved': true })
    await inForce(page, 'path-3', '6.93')
  })

  otherPaths('Fast-Track: the Panel raises it, and approves it with all who are present', async () => {
    const page = await raised(who.panel, 'A wrong cross-reference', 'SEC Panel')
    await who.panel.take(page, 'Change the path', { 'Fast-Track': true })
    const all: Answers = { 'Members present': '9', 'In favour': '9' }
    await who.panel.take(page, 'Decide on the Fast-Track Modification', all)
    expect(await standing(page)).toContain('Awaiting implementation')
    const others = await raised(who.party, 'Another slip of the pen', 'Northern Powergrid')
    expect(await who.panel.refused(others, 'Change the path', { 'Fast-Track': true })).toContain('Only SEC Panel raises')
  })
})
