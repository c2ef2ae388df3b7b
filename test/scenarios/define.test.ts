import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isRefused } from '../../src/domain/refusal.ts'
import { find } from '../../src/domain/register.ts'
import { act, actingFor, administrator, openProcess, type Process } from '../support/process.ts'

/** From a Draft Proposal to a Modification Proposal, in the register of 4 October 2019. */
describe('Define', () => {
  let process: Process
  beforeAll(async () => {
    process = await openProcess()
  })
  afterAll(() => process.close())

  it('the Change Sub-Committee determines DP084 ready, and the Panel converts it', async () => {
    await process.done(actingFor('body/change-sub-committee'), act('determine-ready', 'modification/84'))
    await process.done(actingFor('body/panel'), act('convert', 'modification/84', { path: 'self-governance', route: 'refinement' }))
    const { state } = find(await process.register(), 'modification', '84') ?? {}
    expect(state?.standing.value).toEqual({ stage: 'refine', step: 'refinement' })
    expect(state?.path?.value).toBe('self-governance')
  })

  it('who converts it twice is told what stands in the way, by which rule, and what would let it', async () => {
    const refusal = await process.refused(administrator, act('convert', 'modification/84', { path: 'self-governance', route: 'report' }))
    expect(refusal.refused).toBe('it was converted already, on 4 October 2019')
    expect(refusal.clause).toContain('conversion-by')
    expect(refusal.remedies).toEqual(['mend that entry, if it is wrong'])
  })

  it('is warned of where nothing says that it was determined ready, and of a report while its refinement is consulted on', async () => {
    const warned = async (...step: Parameters<typeof act>) => {
      const performed = await process.send([act(...step)], administrator, { dryRun: true })
      return isRefused(performed) ? performed : performed.acts[0]?.warnings.map(({ row }) => row)
    }
    const straight = { path: 'self-governance', route: 'report' }
    expect(await warned('send-for-decision', 'modification/76', { to: 'organisation/authority' })).toEqual(['decision-after-consultation'])
    expect(await warned('convert', 'modification/86', straight)).toEqual(['conversion-after-readiness'])
    expect(await warned('convert', 'modification/87', straight)).toEqual([])
    expect(await warned('approve-report', 'modification/84')).toEqual([])
    await process.done(administrator, act('issue-consultation', 'modification/84', { consultationKind: 'refinement' }))
    expect(await warned('approve-report', 'modification/84')).toEqual(['report-after-refinement-consultation'])
  })

  it('the Panel asks the Authority whether DP085 is urgent, and the Authority says', async () => {
    await process.done(actingFor('body/panel'), act('ask-urgency', 'modification/85', { why: 'A Party may come to breach its licence.' }))
    const { state } = find(await process.register(), 'modification', '85') ?? {}
    expect(state?.urgencyAsked?.value).toMatchObject({ by: 'body/panel', of: 'organisation/authority' })
    await process.done(actingFor('organisation/authority'), act('decide-urgency', 'modification/85', { urgent: true }))
    expect(find(await process.register(), 'modification', '85')?.state.urgent?.value).toBe(true)
  })

  it('a conversion is refused for a ground that the rulebook knows, and for no other', async () => {
    const other = await process.refused(actingFor('body/panel'), act('refuse-conversion', 'modification/86', { ground: 'nobody likes it' }))
    expect(other.refused).toBe('it may not be refused because of “nobody likes it”')
    expect(other.remedies[0]).toContain('of the same substance as an earlier proposal that is live')
    await process.done(
      actingFor('body/panel'),
      act('refuse-conversion', 'modification/86', { ground: 'of the same substance as an earlier proposal that is live' }),
    )
    const { state } = find(await process.register(), 'modification', '86') ?? {}
    expect(state?.standing.value).toEqual({ stage: 'ended', outcome: 'refused' })
    expect(state?.refusedFor?.value).toBe('of the same substance as an earlier proposal that is live')
  })

  it('the Working Group converts nothing', async () => {
    const refusal = await process.refused(
      actingFor('body/working-group'),
      act('convert', 'modification/87', { path: 'self-governance', route: 'report' }),
    )
    expect(refusal.refused).toBe('SEC Panel takes this step; you act for Working Group')
  })
})
