import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { waitingIn } from '../../src/domain/acting/waiting.ts'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { find, ruleOn } from '../../src/domain/register.ts'
import { act, actingFor, administrator, openProcess, type Process, secondAdministrator } from '../support/process.ts'

const id = 'modification/84'

describe('an appeal against a Self-Governance decision', () => {
  let process: Process
  beforeEach(async () => {
    process = await openProcess('2019-10-04')
    // Friday. Ten Working Days after it: Friday 18 October 2019.
    await process.done(administrator, act('convert', id, { path: 'self-governance', route: 'report' }))
    await process.done(administrator, act('approve-report', id))
    await process.done(administrator, act('record-vote', id, { outcome: 'approve' }))
  })
  afterEach(() => process.close())

  const state = async () => {
    const found = find(await process.register(), 'modification', '84')
    if (!found) throw new Error('there is no MP084')
    return found.state
  }
  const appeal = () => act('appeal', id, { grounds: 'The legal text does not do what it says.' })
  const panel = actingFor('body/panel')
  const party = actingFor('organisation/northern-powergrid')
  /** The row bars what it only warned of: as a register whose administrator found the text of the rule would have it. */
  const bars = async (row: string) => {
    const told = ruleOn(await process.register(), row, calendarDate('2019-10-04'))?.value
    const { id: _, ...fields } = told as NonNullable<typeof told>
    await process.done(administrator, act('change-rule', `rule/${row}`, { ...fields, certainty: 'found', enforcement: 'refuse' }))
    const waiting = waitingIn(await process.register()).find((each) => each.id.startsWith('waiting/'))?.id ?? ''
    const confirmed = await process.app.perform({
      principal: secondAdministrator,
      command: { type: 'ConfirmWaiting', waiting },
      key: `confirm ${waiting}`,
    })
    expect(isRefused(confirmed)).toBe(false)
  }

  it('may be made until ten Working Days after the publication, and what is decided on it takes the place of the decision', async () => {
    expect((await process.refused(administrator, appeal())).refused).toBe('the decision was not published')
    await process.done(administrator, act('publish-decision', id))
    expect((await state()).appeals.window?.value).toEqual({
      to: 'body/panel',
      lapses: '2019-10-18T17:00',
      row: 'appeal-to-panel',
      open: true,
    })
    await process.done(administrator, appeal())
    await process.done(panel, act('decide-appeal', id, { outcome: 'reject' }))
    expect((await state()).standing.value).toEqual({ stage: 'ended', outcome: 'rejected' })
    // Against what the Panel decided, to the Authority; against what that decides, to nobody.
    await process.done(administrator, act('publish-decision', id))
    expect((await state()).appeals.window?.value).toMatchObject({ to: 'organisation/authority', row: 'appeal-to-authority' })
    await process.done(administrator, appeal())
    expect((await process.refused(panel, act('decide-appeal', id, { outcome: 'approve' }))).refused).toMatch(/takes this step/)
    await process.done(actingFor('organisation/authority'), act('decide-appeal', id, { outcome: 'approve' }))
    expect((await state()).standing.value).toEqual({ stage: 'release', step: 'awaiting implementation' })
    const last = await process.refused(administrator, act('publish-decision', id))
    expect(last.refused).toBe('nobody may appeal against this decision under the rulebook')
  })

  it('closes by itself, and a late appeal is judged by when it was received: warned of, or barred, as the row says', async () => {
    await process.done(administrator, act('publish-decision', id))
    await process.moveTo('2019-10-21')
    expect((await state()).appeals.window?.value.open).toBe(false)
    const inTime = { receivedOn: '2019-10-18', receivedAt: '16:59', source: 'An e-mail', where: 'the mailbox' }
    const late = await process.send([appeal()], administrator, { dryRun: true })
    expect(isRefused(late) ? late : late.acts[0]?.warnings.map(({ row }) => row)).toEqual(['appeal-to-panel'])
    await bars('appeal-to-panel')
    expect((await process.refused(administrator, appeal())).refused).toMatch(/^the window for appeals lapsed at 2019-10-18, 17:00/)
    await process.done(administrator, act('appeal', id, { grounds: 'In time.' }, { on: '2019-10-18', time: '16:50', ...inTime }))
    expect((await state()).appeals.made).toHaveLength(1)
  })

  it('keeps it out of force while it may be made or is not decided, where the row bars', async () => {
    await process.done(administrator, act('publish-decision', id))
    // Of no day: one with a day is kept out of force until then as it is.
    const release = { id: 'on-appeal', name: 'On appeal', releaseKind: 'standalone', event: 'The next version' }
    await process.done(administrator, act('plan-release', 'release/new', release))
    await process.done(administrator, act('add-to-scope', id, { release: 'release/on-appeal' }))
    const implement = act('implement-release', 'release/on-appeal', { version: '6.99' })
    const only = await process.send([implement], administrator, { dryRun: true })
    const warned = isRefused(only) ? [] : only.acts.flatMap(({ warnings }) => warnings.map(({ row }) => row))
    await bars('appeal-to-panel')
    const barred = await process.refused(administrator, implement)
    expect([warned.includes('appeal-to-panel'), barred.about[0]]).toEqual([true, 'appeal-to-panel'])
    expect(barred.refused).toContain('may be appealed against until 2019-10-18, 17:00')
  })

  it('is made by a Party, and not by who is none', async () => {
    await process.done(administrator, act('publish-decision', id))
    await process.done(
      administrator,
      act('categorise-organisation', 'organisation/northern-powergrid', { category: 'Electricity Network Parties' }),
    )
    // Now that it is told who is a Party, another is none.
    expect((await process.refused(actingFor('organisation/dcc'), appeal())).refused).toMatch(/takes this step/)
    await process.done(party, appeal())
    expect((await state()).appeals.made[0]?.made.value.by).toBe('organisation/northern-powergrid')
  })
})

describe('a Fast-Track Modification', () => {
  let process: Process
  beforeEach(async () => {
    process = await openProcess('2019-10-04')
    const other = await process.refused(administrator, act('change-path', id, { path: 'fast-track' }))
    expect([other.refused, other.about]).toEqual([
      'only SEC Panel raises a Fast-Track Modification, and the Proposer of this is Energy Savings Trust',
      ['fast-track-raised-by'],
    ])
    await process.done(administrator, act('change-proposer', id, { proposer: 'body/panel' }))
    await process.done(administrator, act('change-path', id, { path: 'fast-track' }))
  })
  afterEach(() => process.close())

  const decide = (inFavour: number) => act('decide-fast-track', id, { present: 8, inFavour })
  const standing = async () => find(await process.register(), 'modification', '84')?.state.standing.value

  it('is approved where all who are present are in favour, without a report', async () => {
    await process.done(actingFor('body/panel'), decide(8))
    expect(await standing()).toEqual({ stage: 'release', step: 'awaiting implementation' })
    await process.done(administrator, act('publish-decision', id))
    expect(find(await process.register(), 'modification', '84')?.state.appeals.window?.value.row).toBe('fast-track-referral')
  })

  it('is rejected where one is not', async () => {
    await process.done(administrator, decide(7))
    expect(await standing()).toEqual({ stage: 'ended', outcome: 'rejected' })
  })

  it('counts no more in favour than are present, and is on its path', async () => {
    expect((await process.refused(administrator, decide(9))).refused).toBe('9 cannot be in favour where 8 are present')
    const other = await process.refused(administrator, act('decide-fast-track', 'modification/85', { present: 8, inFavour: 8 }))
    expect(other.refused).toBe('it is not on the path Fast-Track')
  })
})
