import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordActs } from '../../src/app/acting/record-acts.ts'
import { everything } from '../../src/domain/reader.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { find } from '../../src/domain/register.ts'
import { type Person, readPage, signIn } from '../support/person.ts'
import { act, actingFor } from '../support/process.ts'
import { axeFindings, openTestSite, type TestSite } from '../support/site.ts'

const subject = 'modification/84'
const page = '/sec/MP084/vote'

/** DP084 in the Report Phase on Path 3, and before a meeting of the Change Board on the demo's day. */
async function inReportPhase(site: TestSite) {
  const steps = [
    [actingFor('body/change-sub-committee'), act('determine-ready', subject)],
    [actingFor('body/panel'), act('convert', subject, { path: 'self-governance', route: 'report' })],
    [actingFor('body/panel'), act('approve-report', subject)],
  ] as const
  for (const [principal, step] of steps) {
    const performed = await recordActs(site.app, [step], { principal, key: `${step.act} ${step.subject}` })
    if (isRefused(performed)) throw new Error(performed.refused)
  }
}

describe('the vote of who sits in a seat', () => {
  let site: TestSite
  let member: Person
  let chair: Person
  beforeAll(async () => {
    site = await openTestSite()
    await inReportPhase(site)
    member = await signIn(site, 'large-supplier-member')
    chair = await signIn(site, 'change-board-chair')
  })
  afterAll(() => site.close())

  const voting = async () =>
    Object.values(find((await site.app.present(everything)).register, 'modification', '84')?.state.votings ?? {}).at(-1)

  it('is kept privately before the ballot opens, for nobody else to read', async () => {
    const form = await member.open(page)
    expect([form.heading.endsWith('Your vote'), form.text.includes('kept privately')]).toEqual([true, true])
    expect(await axeFindings(form.html)).toEqual([])
    const before = site.app.live.entries.length
    const kept = await member.post(page, { ...hidden(form.document), vote: 'against', reason: 'Objective (d) is not met.' })
    expect(kept.status).toBe(303)
    expect((await member.open(page)).text).toContain('Kept privately for Large supplier 1: Against. Objective (d) is not met.')
    expect(site.app.live.entries).toHaveLength(before)
    const others = [chair, await signIn(site, 'small-supplier-member'), await signIn(site, 'administrator')]
    for (const other of others)
      for (const path of [page, '/sec/MP084']) expect((await other.open(path)).html).not.toContain('Objective (d)')
  })

  it('is refused to who sits in no seat, in words that say who votes', async () => {
    const authority = await signIn(site, 'authority')
    const response = await authority.get(page)
    expect(response.status).toBe(403)
    expect((await readPage(response)).heading).toContain('Change Board takes this step; you act for Authority (Ofgem)')
    expect((await chair.get(page)).status).toBe(403)
  })

  it('is cast with one press once the chair has opened the ballot', async () => {
    expect((await chair.send('/sec/acts/open-ballot/modification/84', {})).status).toBe(303)
    const form = await member.open(page)
    expect(form.text).toContain('Cast it: against')
    const [castIt] = form.document.querySelectorAll('main form')
    const cast = await member.post(page, { ...hidden(form.document, castIt), confirm: 'yes' })
    expect(cast.status).toBe(303)
    expect((await voting())?.votes['large-supplier-1']?.map(({ value }) => value.vote)).toEqual(['against'])
    expect((await member.open(page)).text).not.toContain('Kept privately')
  })

  it('is confirmed before it is recorded, and may be changed until the close', async () => {
    const form = await member.open(page)
    const unsaid = await member.post(page, hidden(form.document))
    expect([unsaid.status, (await readPage(unsaid)).document.querySelector('.govuk-error-summary a')?.getAttribute('href')]).toEqual([
      422,
      '#f-vote',
    ])
    const confirming = await readPage(await member.post(page, { ...hidden(form.document), vote: 'for', reason: 'On reflection.' }))
    expect(confirming.text).toContain('Votes and reasons are public when the ballot is closed, with its outcome')
    expect([confirming.heading.endsWith('Is this your vote?'), await axeFindings(confirming.html)]).toEqual([true, []])
    const recorded = await member.post(page, { ...hidden(confirming.document), confirm: 'yes' })
    expect(recorded.status).toBe(303)
    expect((await voting())?.votes['large-supplier-1']?.map(({ value }) => value.vote)).toEqual(['against', 'for'])
    const shown = await member.open('/sec/MP084')
    expect(shown.text).toContain('Large supplier 1 (Large Suppliers): voted for; before: voted against')
    expect(await axeFindings(shown.html)).toEqual([])
  })
})

describe('the grid of a meeting', () => {
  let site: TestSite
  let chair: Person
  const meeting = 'change-board-2019-10-04'
  beforeAll(async () => {
    site = await openTestSite()
    await inReportPhase(site)
    chair = await signIn(site, 'change-board-chair')
    const administrator = await signIn(site, 'administrator')
    await administrator.send('/sec/acts/plan-meeting', { body: 'body/change-board', day: '2019-10-04' })
    await administrator.send(`/sec/acts/table-item/meeting/${meeting}`, { modification: subject, purposes: 'vote' })
  })
  afterAll(() => site.close())

  const path = `/sec/meetings/${meeting}/ballots`
  const state = async () => find((await site.app.present()).register, 'modification', '84')?.state
  const votes = (told: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(told).map(([seat, vote]) => [`vote.84.${seat}`, vote]))

  it('has a cell for each seat, without scripts, and is reached from the meeting', async () => {
    const from = await chair.open(`/sec/meetings/${meeting}`)
    expect([...from.document.querySelectorAll('main a')].map((link) => link.getAttribute('href'))).toContain(path)
    const grid = await chair.open(path)
    expect(grid.document.querySelectorAll('main select[name^="vote.84."]')).toHaveLength(13)
    expect(await axeFindings(grid.html)).toEqual([])
    expect(grid.document.querySelectorAll('script')).toHaveLength(0)
  })

  it('asks for a ruling where the readings differ, and keeps what was filled in', async () => {
    const filled = votes({ 'network-1': 'for', 'network-2': 'abstain', 'small-supplier-1': 'for', 'consumer-1': 'against' })
    const response = await chair.send(path, { ...filled, 'close.84': 'yes' })
    expect(response.status).toBe(409)
    const again = await readPage(response)
    expect(again.text).toContain('its readings give different outcomes')
    expect(again.document.querySelector('select[name="vote.84.network-2"] option[selected]')?.getAttribute('value')).toBe('abstain')
    const nothing = await chair.send(path, {})
    expect(nothing.status).toBe(422)
  })

  it('closes no ballot on which nobody voted, and none that nobody said is over', async () => {
    const grid = await chair.open(path)
    expect(grid.document.querySelectorAll('main input[name^="close."][checked]')).toHaveLength(0)
    const unvoted = await chair.send(path, { 'close.84': 'yes' })
    expect([unvoted.status, (await readPage(unvoted)).text]).toEqual([422, expect.stringContaining('No vote on MP084 is cast')])
  })

  it('records ballot, votes, ruling and outcome as one set, after a preview', async () => {
    const filled = {
      ...votes({ 'network-1': 'for', 'network-2': 'abstain', 'small-supplier-1': 'for', 'consumer-1': 'against' }),
      'close.84': 'yes',
      'reading.84': 'does not count',
    }
    const preview = await readPage(await chair.send(path, { ...filled, preview: 'yes' }))
    expect(preview.text).toContain('The Change Board voted to approve')
    expect(preview.text).toContain('0 of Large Suppliers are present, and a quorum needs 3')
    expect((await state())?.ballots).toHaveLength(0)
    // Pressed at once, what the rules warn of is shown first; pressed again, it is recorded. Changed in between, it is shown again.
    const warned = await readPage(await chair.send(path, filled))
    expect([warned.text.includes('a quorum needs 3'), (await state())?.ballots.length]).toEqual([true, 0])
    expect(warned.text).toContain('Record the votes all the same')
    const looked = hidden(warned.document)
    expect((await chair.post(path, { ...looked, ...filled, 'vote.84.consumer-1': 'abstain' })).status).toBe(200)
    expect((await chair.post(path, { ...looked, ...filled })).status).toBe(303)
    expect((await state())?.ballots.at(-1)?.value).toMatchObject({
      outcome: 'approve',
      reading: 'does not count',
      meeting: `meeting/${meeting}`,
    })
    const shown = await chair.open('/sec/MP084')
    expect(shown.text).toContain('The readings of the rule on abstentions give different outcomes; the chair ruled which is taken.')
    expect(await axeFindings(shown.html)).toEqual([])
  })
})

function hidden(document: Document, form: Element | undefined = [...document.querySelectorAll('main form')].at(-1)) {
  return Object.fromEntries(
    [...(form?.querySelectorAll('input[type=hidden]') ?? [])].map((input) => [
      input.getAttribute('name') ?? '',
      input.getAttribute('value') ?? '',
    ]),
  )
}
