import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { updateDue } from '../../src/domain/assessment/update-due.ts'
import { find } from '../../src/domain/register.ts'
import { act, actingFor, administrator, openProcess, type Process } from '../support/process.ts'

const dcc = actingFor('organisation/dcc')
const line = (assessment: string, month: string, text: string) =>
  act('report-progress', `modification/${assessment.split('/')[0]}` as never, { assessment, month, text })

/** Given the register of 4 October 2019, the paper day of the Panel's meeting of 11 October. */
describe('the update that a provider gives on its assessments', () => {
  let process: Process
  beforeEach(async () => {
    process = await openProcess()
  })
  afterEach(() => process.close())

  it('has a line on an assessment for a month; a later one for the same month holds', async () => {
    await process.done(dcc, line('7/IA/1', '2019-10', 'Waiting for a service provider.'), line('7/IA/1', '2019-10', 'It came back.'))
    const progress = find(await process.register(), 'modification', '7')?.state.assessments['7/IA/1']?.progress
    expect(progress?.map(({ value }) => value.month)).toEqual(['2019-10', '2019-10'])
    expect(await process.app.text(progress?.at(-1)?.value.text as never)).toBe('It came back.')
  })

  it('is written by its provider, or recorded for it; nobody else writes it', async () => {
    const refused = await process.refused(actingFor('body/panel'), line('7/IA/1', '2019-10', 'A line.'))
    expect(refused.refused).toContain('takes this step')
    await process.done(administrator, line('7/IA/1', '2019-10', 'A line.'))
  })

  it('is signed off by the provider, by the paper day', async () => {
    await process.done(dcc, line('7/IA/1', '2019-10', 'A line.'))
    await process.done(dcc, act('sign-progress', 'organisation/dcc', { month: '2019-10' }))
    const register = await process.register()
    expect(find(register, 'organisation', 'dcc')?.state.signed.map(({ value, on }) => [value, on.to])).toEqual([['2019-10', '2019-10-04']])
    expect(updateDue({ register, day: '2019-10-04' as never }, '2019-10')).toBe('2019-10-04')
    const refused = await process.refused(
      actingFor('organisation/energy-savings-trust'),
      act('sign-progress', 'organisation/dcc', { month: '2019-10' }),
    )
    expect(refused.refused).toBe('DCC takes this step; you act for Energy Savings Trust')
  })

  it('signed off after the paper day is told so with its rule, and stands', async () => {
    await process.moveTo('2019-10-07')
    await process.done(dcc, line('7/IA/1', '2019-10', 'A line.'))
    const done = await process.done(dcc, act('sign-progress', 'organisation/dcc', { month: '2019-10' }))
    expect(JSON.stringify(done)).toContain('it was due on 4 October 2019, the paper day')
  })

  it('cannot be signed off before a line of it is written', async () => {
    const refused = await process.refused(dcc, act('sign-progress', 'organisation/dcc', { month: '2019-10' }))
    expect(refused.refused).toBe('it has written no line for 2019-10')
    expect(refused.clause).toContain('paper-day')
    expect(refused.remedies).toContain('write the line of an assessment first')
  })

  it('is not asked of whom no assessment is asked', async () => {
    const refused = await process.refused(
      actingFor('organisation/authority'),
      act('sign-progress', 'organisation/authority', { month: '2019-10' }),
    )
    expect(refused.refused).toContain('no assessment is asked of it')
  })
})
