import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holderOf } from '../../src/domain/modification/holder.ts'
import { find } from '../../src/domain/register.ts'
import { act, actingFor, administrator, openProcess, type Process } from '../support/process.ts'

const panel = actingFor('body/panel')
const proposer = actingFor('organisation/northern-powergrid')
const authority = actingFor('organisation/authority')
const ground = 'of the same substance as an earlier proposal that is live'

/** A Proposer may refer a refusal, a path or a timetable to the Authority within ten Working Days. */
describe('a referral by the Proposer', () => {
  let process: Process
  beforeAll(async () => {
    process = await openProcess()
    for (const title of ['One matter of seats', 'Quite another thing'])
      await process.done(
        administrator,
        act('raise-draft-proposal', 'modification/new', { title, proposer: 'organisation/northern-powergrid', issue: 'A problem.' }),
      )
  })
  afterAll(() => process.close())
  const state = async (id: string) => {
    const found = find(await process.register(), 'modification', id)?.state
    if (!found) throw new Error(`there is no modification ${id}`)
    return found
  }

  it('of a refusal: held by the Authority until it decides, and set aside it leaves the proposal where it was', async () => {
    const nothing = await process.refused(proposer, act('refer', 'modification/88', { matter: 'refusal', grounds: 'It is not.' }))
    expect(nothing.refused).toBe('neither a refusal, a path nor a timetable of it can be referred as it stands')
    await process.done(panel, act('refuse-conversion', 'modification/88', { ground }))
    const other = await process.refused(panel, act('refer', 'modification/88', { matter: 'refusal', grounds: 'It is not.' }))
    expect(other.notYours).toBe(true)
    await process.done(proposer, act('refer', 'modification/88', { matter: 'refusal', grounds: 'It is not the same.' }))
    expect(holderOf(await state('88'))).toMatchObject({ role: 'referred to', to: 'organisation/authority', since: { to: '2019-10-04' } })
    const twice = await process.refused(proposer, act('refer', 'modification/88', { matter: 'refusal', grounds: 'It is not.' }))
    expect(twice.refused).toBe('a referral of it is not decided')
    await process.done(authority, act('decide-referral', 'modification/88', { outcome: 'set aside', why: 'They differ.' }))
    expect((await state('88')).standing.value).toEqual({ stage: 'define', step: 'raised' })
  })

  it('of a path: set aside, it goes on upon the path that is named', async () => {
    await process.done(panel, act('convert', 'modification/89', { path: 'self-governance', route: 'refinement' }))
    await process.done(proposer, act('refer', 'modification/89', { matter: 'path', grounds: 'It is material.' }))
    const unnamed = await process.refused(authority, act('decide-referral', 'modification/89', { outcome: 'set aside' }))
    expect(unnamed.refused).toBe('it is not said on which path it goes on')
    await process.done(authority, act('decide-referral', 'modification/89', { outcome: 'set aside', path: 'authority determined' }))
    expect((await state('89')).path?.value).toBe('authority determined')
  })

  it('after ten Working Days is told to be late, by its row, which is only recalled and refuses nothing', async () => {
    await process.done(panel, act('set-timetable', 'modification/89', { milestone: 'decision', day: '2020-02-03' }))
    // 10 Working Days after 4 October: 18 October.
    await process.moveTo('2019-10-21')
    const { acts } = await process.done(proposer, act('refer', 'modification/89', { matter: 'timetable', grounds: 'Too slow.' }))
    expect(acts[0]?.warnings.map(({ why }) => why)).toEqual([
      'its timetable was told on 4 October 2019, and may be referred within 10 Working Days, until 18 October 2019',
    ])
    await process.done(authority, act('decide-referral', 'modification/89', { outcome: 'stands' }))
    expect(holderOf(await state('89'))?.role).toBe('step')
  })
})
