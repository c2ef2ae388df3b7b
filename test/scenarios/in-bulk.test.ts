import { afterEach, beforeEach, expect, it } from 'vitest'
import { find } from '../../src/domain/register.ts'
import { act, administrator, openProcess, type Process } from '../support/process.ts'

let process: Process
beforeEach(async () => {
  process = await openProcess('2019-10-14')
})
afterEach(() => process.close())

const state = async (id: string) => {
  const found = find(await process.register(), 'modification', id)
  if (!found) throw new Error(`there is no ${id}`)
  return found.state
}
const openOf = async (id: string) => Object.values((await state(id)).consultations).filter(({ status }) => status === 'open')

it('several consultations are issued at once, or none of them', async () => {
  const issue = (...ids: readonly string[]) =>
    act('issue-consultations', 'modification/new', {
      modifications: ids.map((id) => `modification/${id}`),
      consultationKind: 'refinement',
    })
  // DP084 is in Define, where nothing is refined.
  const refusal = await process.refused(administrator, issue('79', '84'))
  expect([refusal.refused.startsWith('modification/84: '), (await openOf('79')).length]).toEqual([true, 0])
  await process.done(administrator, issue('79', '7', '79'))
  for (const id of ['79', '7']) expect((await openOf(id)).map(({ closes }) => closes)).toEqual(['2019-11-04T17:00'])
})

it('the open work of a Lead Analyst goes to another', async () => {
  const assign = (id: string) => act('assign-analyst', `modification/${id}`, { analyst: 'organisation/gemserv' })
  await process.done(administrator, act('add-organisation', 'organisation/new', { id: 'gemserv', name: 'Gemserv' }))
  await process.done(administrator, act('add-organisation', 'organisation/new', { id: 'another', name: 'Another' }))
  await process.done(administrator, assign('79'), assign('84'))
  const reassign = act('reassign-work', 'organisation/gemserv', { to: 'organisation/another' })
  await process.done(administrator, reassign)
  expect([(await state('79')).analyst?.value, (await state('84')).analyst?.value]).toEqual(['organisation/another', 'organisation/another'])
  expect((await process.refused(administrator, reassign)).refused).toBe('no open modification is analysed by it')
})
