import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
    expect(refusal.refused).toBe('this is done in Define, and it is in Refine')
    expect(refusal.clause).toContain('conversion-by')
    expect(refusal.remedies).toEqual(['give the day on which it was in Define, if it was done then'])
  })

  it('the Working Group converts nothing', async () => {
    const refusal = await process.refused(
      actingFor('body/working-group'),
      act('convert', 'modification/87', { path: 'self-governance', route: 'report' }),
    )
    expect(refusal.refused).toBe('SEC Panel takes this step; you act for Working Group')
  })
})
