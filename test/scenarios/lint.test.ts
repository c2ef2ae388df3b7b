import { afterAll, beforeAll, expect, it } from 'vitest'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import { find } from '../../src/domain/register.ts'
import { lintOf } from '../../src/report/templates/lint.ts'
import { namesIn } from '../../src/report/words/sentence-names.ts'
import { act, administrator, openProcess, type Process } from '../support/process.ts'

const id = 'modification/79'
let process: Process
beforeAll(async () => {
  process = await openProcess()
})
afterAll(() => process.close())

async function lints() {
  const register = await process.register()
  const found = find(register, 'modification', '79') as NonNullable<ReturnType<typeof find<'modification'>>>
  return lintOf(register, found, namesIn(register, grammar)).map(({ what }) => what)
}
const file = { name: 'text.txt', base64: Buffer.from('Text').toString('base64') }
const attach = (documentKind: string) =>
  act('attach-document', id, { title: documentKind, file: { ...file, name: `${documentKind}.txt` }, classification: 'white', documentKind })

it('says what a paper would go out without, until each is there', async () => {
  await process.done(administrator, act('set-parties', id, { parties: ['Large Supplier Parties'] }), attach('legal text'))
  expect(await lints()).toEqual(['No assessment was asked for: its cost is not known'])
  await process.done(administrator, act('request-assessment', id, { assessmentKind: 'PA', provider: 'organisation/dcc' }))
  expect(await lints()).toEqual(['No assessment says what it costs'])
})

it('says which figures were superseded: an assessment of another solution, and a report from before', async () => {
  await process.done(administrator, act('propose-solution', id, { title: 'A window of ten days' }))
  await process.done(administrator, act('accept-assessment', id, { assessment: '79/PA/1' }))
  await process.done(administrator, act('cost-assessment', id, { assessment: '79/PA/1', low: '100', period: 'one-off' }), attach('report'))
  expect(await lints()).toEqual([])
  await process.moveTo('2019-10-07')
  await process.done(administrator, act('revise-solution', id, { solution: '79/solution/1', material: 'yes', reason: 'It adds a message' }))
  expect(await lints()).toEqual([
    'The Preliminary Assessment is of a solution that was changed on 7 October 2019',
    'The Modification Report of 4 October 2019 is older than what it rests on: that was changed on 7 October 2019',
  ])
})
