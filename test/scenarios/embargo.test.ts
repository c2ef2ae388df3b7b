import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Performed } from '../../src/app/perform.ts'
import { type Principal, readerOf } from '../../src/domain/access.ts'
import type { Entry } from '../../src/domain/entry.ts'
import { publicReader, seenBy } from '../../src/domain/reader.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { find } from '../../src/domain/register.ts'
import { act, actingFor, administrator, openProcess, type Process } from '../support/process.ts'

const panel = actingFor('body/panel')
const party = actingFor('organisation/northern-powergrid')
const authority = actingFor('organisation/authority')
const embargo = { publicAt: '2019-10-23T17:00' }
const byAuthority = { by: 'organisation/authority', ...embargo }

describe('an embargo', () => {
  let process: Process
  beforeEach(async () => {
    process = await openProcess()
    await process.done(administrator, act('convert', 'modification/84', { path: 'authority determined', route: 'report' }))
    await process.done(administrator, act('approve-report', 'modification/84'))
    await process.done(administrator, act('record-vote', 'modification/84', { outcome: 'approve' }))
  })
  afterEach(() => process.close())

  const registerOf = async (principal: Principal) => (await process.app.present(readerOf(principal))).register
  const standing = async (principal: Principal) => find(await registerOf(principal), 'modification', '84')?.state.standing.value
  const last = (): Entry => process.app.live.entries.at(-1) as Entry
  const decideSecretly = () => process.done(administrator, act('decide', 'modification/84', { outcome: 'approve' }, byAuthority))
  const isPublic = async (entry: Entry) => seenBy([entry], publicReader, (await process.app.stamp()).moment).length === 1

  const rowsOf = ({ acts }: Performed) => acts.flatMap(({ warnings }) => warnings.map(({ row }) => row))

  it('is set by who publishes, and ends at a moment that has not come', async () => {
    const refused = await process.refused(authority, act('decide', 'modification/84', { outcome: 'approve' }, embargo))
    expect([refused.refused, refused.notYours, refused.clause]).toEqual([
      'who publishes the register sets an embargo: the code administrator',
      true,
      'rule decided-by (clause not known)',
    ])
    const late = await process.refused(
      administrator,
      act('decide', 'modification/84', { outcome: 'approve' }, { ...byAuthority, publicAt: '2019-10-04T08:00' }),
    )
    expect(late.refused).toBe('the embargo would end at 4 October 2019, 08:00, which has passed')
    expect(late.remedies).toContain('leave it empty: it is public at once')
  })

  it('hides a decision from everybody but who administers, and from whoever took it too, till its end and no longer', async () => {
    await decideSecretly()
    expect(await standing(administrator)).toEqual({ stage: 'release', step: 'awaiting implementation' })
    for (const other of [party, panel, authority]) expect(await standing(other)).toEqual({ stage: 'opine', step: 'with the authority' })
    await process.moveTo('2019-10-24')
    expect(await standing(party)).toEqual({ stage: 'release', step: 'awaiting implementation' })
  })

  it('is carried by what cannot stand without what is under it; else it is refused with just that', async () => {
    await decideSecretly()
    const scope = (recorded: object = {}) =>
      act('add-to-scope', 'modification/84', { release: 'release/2019-11' }, { by: 'body/panel', ...recorded })
    const refusal = await process.refused(administrator, scope())
    expect(refusal.remedies).toContain('put it under the same embargo, until 23 October 2019, 17:00')
    await process.done(administrator, scope(embargo))
    expect((await isPublic(last())) === false).toBe(true)
  })

  it('is told in one plain line where it stands in the way, and no preview tells of it', async () => {
    await decideSecretly()
    const decide = act('decide', 'modification/84', { outcome: 'reject' })
    const refusal = await process.refused(authority, decide)
    expect(refusal).toEqual({
      refused: 'it cannot be recorded as it is: something that is not public yet stands in the way',
      about: [],
      remedies: ['ask the code administrator, who can tell more'],
      clause: 'rule decided-by (clause not known)',
    })
    expect(isRefused(await process.send([decide], authority, { dryRun: true }))).toBe(false)
    // In a set that may wait, it waits without saying for what; what is told of it to its sender is that line.
    const noted = await process.send([decide], authority, { whenUnfit: 'note' })
    expect(isRefused(noted) ? noted.refused : noted.acts[0]?.waiting).toMatchObject({ refused: refusal.refused })
  })

  it('is not found by raising what is much the same: no reason is asked, and only the number that it took is missing', async () => {
    const raised = (title: string) =>
      act('raise-draft-proposal', 'modification/new', { title, proposer: 'organisation/northern-powergrid', issue: 'Why.' })
    await process.done(administrator, { ...raised('Quelled zinnias'), recorded: embargo } as never)
    const preview = await process.send([raised('Quelled zinnias')], party, { dryRun: true })
    expect(isRefused(preview) || rowsOf(preview)).not.toContain('near-duplicates')
    const whole = await process.send([raised('Quelled zinnias')], administrator, { dryRun: true })
    expect(isRefused(whole) || rowsOf(whole)).toContain('near-duplicates')
    expect(isRefused(preview) || preview.acts[0]?.proposed[0]?.subject).toBe('modification/88')
    const done = await process.done(party, raised('Quelled zinnias'))
    expect(done.entries[0]?.subject).toBe('modification/89')
    expect(rowsOf(done)).not.toContain('near-duplicates')
  })

  it('of what was changed under it does not refuse who overwrites what he has read', async () => {
    const title = (text: string, recorded: object) => act('retitle', 'modification/79', { title: text }, recorded)
    const seen = process.app.live.entries.findLast(({ subject }) => subject === 'modification/79')?.position
    await process.done(administrator, title('Zinnias', embargo))
    const secretary: Principal = actingFor('body/secas')
    await process.done(secretary, title('Withdrawn proposals', { seen }))
    expect(find(await registerOf(party), 'modification', '79')?.state.title?.value).toBe('Withdrawn proposals')
  })

  it('of an entry ends sooner by a correction, never later; and what has been public is put under none', async () => {
    await process.done(administrator, act('retitle', 'modification/79', { title: 'Zinnias' }, embargo))
    const { place } = last()
    const corrected = (publicAt: string, of = place) =>
      act(
        'correct',
        'modification/79',
        { place: of, event: JSON.stringify({ type: 'Titled', title: 'Zinnias' }), why: 'Its day.' },
        { publicAt },
      )
    const longer = await process.refused(administrator, corrected('2019-11-01T09:00'))
    expect(longer.refused).toBe(
      `entry ${place} is public at 23 October 2019, 17:00: its embargo ends sooner by a correction, and not later`,
    )
    await process.done(administrator, corrected('2019-10-07T09:00'))
    await process.moveTo('2019-10-08')
    expect(find(await registerOf(party), 'modification', '79')?.state.title?.value).toBe('Zinnias')
    const open = await process.refused(administrator, corrected('2019-11-01T09:00'))
    expect(open.refused).toBe(`entry ${place} has been public: it cannot be put under an embargo`)
  })

  it('hides the strike of what it hides', async () => {
    await process.done(administrator, act('retitle', 'modification/79', { title: 'Zinnias' }, embargo))
    await process.done(administrator, act('strike', 'modification/79', { place: last().place, why: 'Wrong.' }))
    expect([last().event, last().publicAt, await isPublic(last())]).toEqual([null, '2019-10-23T17:00', false])
  })

  it('leaves the positions that are asked for as they are known to who asks', async () => {
    const before = process.app.live.entries.length
    await decideSecretly()
    const hidden = await process.app.ask({ known: before + 1 })
    expect(isRefused(hidden) && hidden.refused).toBe(`there is no position ${before + 1} in this log: its last is ${before}`)
    const present = await process.app.ask({ known: before })
    expect(isRefused(present) || [present.isPresent, present.register.seen]).toEqual([true, before])
    const whole = await process.app.ask({ known: before }, readerOf(administrator))
    expect(isRefused(whole) || whole.isPresent).toBe(false)
  })
})
