import { afterEach, beforeEach, expect, it } from 'vitest'
import { find } from '../../src/domain/register.ts'
import { act, actingFor, administrator, openProcess, type Process } from '../support/process.ts'

const id = 'modification/84'
let process: Process
beforeEach(async () => {
  process = await openProcess('2019-10-04')
})
afterEach(() => process.close())

const state = async (number = '84') => {
  const found = find(await process.register(), 'modification', number)
  if (!found) throw new Error(`there is no ${number}`)
  return found.state
}

it('the sections of the template are written, and written anew; another is refused', async () => {
  const write = (section: string, text: string) => act('write-section', id, { section, text })
  await process.done(administrator, write('Why Change?', 'The issue.'), write('Summary', 'In short.'))
  await process.done(administrator, write('Why Change?', 'The issue, in plainer words.'))
  const { sections } = await state()
  expect(Object.entries(sections).map(([name, texts]) => [name, texts.length])).toEqual([
    ['Why Change?', 2],
    ['Summary', 1],
  ])
  expect((await process.refused(administrator, write('Annex', 'More.'))).refused).toBe('the template has no section Annex')
})

it('the sub-committee comments, and asks for more', async () => {
  await process.done(actingFor('body/change-sub-committee'), act('comment', id, { text: 'How many sites?', asks: true }))
  expect((await state()).comments.map(({ value: { by, asks } }) => [by, asks])).toEqual([['body/change-sub-committee', true]])
  const refusal = await process.refused(actingFor('organisation/dcc'), act('comment', id, { text: 'We like it.' }))
  expect([refusal.notYours, refusal.refused.includes('takes this step')]).toEqual([true, true])
})

it('a priority is set from 29 May 2026 on, and not before', async () => {
  const fields = { category: 'As decided', criteria: ['Consumer benefit'], rationale: 'It saves most.', review: '2026-12-01' }
  const early = await process.refused(administrator, act('prioritise', id, fields))
  expect(early.refused).toBe('no rule on priorities is in force on that day')
})

it('is suspended by the Authority with a day of review, and resumed', async () => {
  const authority = actingFor('organisation/authority')
  const suspend = (review: string) => act('suspend', id, { why: 'A Significant Code Review', review })
  expect((await process.refused(authority, suspend('2019-10-04'))).refused).toBe('4 October 2019 has passed')
  await process.done(authority, suspend('2020-01-31'))
  expect((await state()).onHold?.value).toEqual({
    condition: 'A Significant Code Review',
    review: '2020-01-31',
    suspendedBy: 'organisation/authority',
  })
  await process.done(authority, act('resume', id))
  expect((await state()).onHold).toBeUndefined()
})

it('its timetable is set and revised, and what was planned before stays told', async () => {
  const plan = (day: string) => act('set-timetable', id, { milestone: 'conversion', day, why: 'The Panel met later' })
  await process.done(actingFor('body/panel'), plan('2019-10-18'))
  await process.done(actingFor('body/panel'), plan('2019-11-15'))
  const days = (await state()).plan.conversion?.map(({ value }) => [value.for, value.agreedBy]).slice(-2)
  expect(days).toEqual([
    [{ kind: 'day', day: '2019-10-18' }, 'body/panel'],
    [{ kind: 'day', day: '2019-11-15' }, 'body/panel'],
  ])
  expect((await process.refused(administrator, plan('2019-10-03'))).refused).toBe('3 October 2019 has passed')
})

it('a part is split off under the same number with a letter, and stands where the whole stands', async () => {
  await process.done(administrator, act('split', 'modification/79', { title: 'The first part' }))
  await process.done(administrator, act('split', 'modification/79', { title: 'The second part' }))
  const [whole, first, second] = [await state('79'), await state('79A'), await state('79B')]
  expect([first.standing.value, first.path?.value, first.proposal]).toEqual([whole.standing.value, whole.path?.value, true])
  expect([first.title?.value, second.title?.value]).toEqual(['The first part', 'The second part'])
  expect(second.relations.at(-1)?.value).toEqual({ relation: 'part of', to: 'modification/79' })
  expect((await process.refused(administrator, act('split', 'modification/79A', { title: 'x' }))).refused).toBe('it was split off itself')
})

it('a document is listed, and is said not to be held', async () => {
  await process.done(administrator, act('attach-document', id, { title: 'Letter of the Authority', address: 'https://example.org/letter' }))
  expect((await state()).listed.at(-1)?.value).toEqual({
    title: 'Letter of the Authority',
    address: 'https://example.org/letter',
    held: false,
  })
})
