// Every act, sent by who may not take it, for who does not take it, and to whatever it does not fit: each refusal names its rule and what
// would make it lawful.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { z } from 'zod'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import { metaOf } from '../../src/app/acting/fields.ts'
import { formOf } from '../../src/app/acting/forms.ts'
import { type PlainAct, readAct } from '../../src/app/acting/read-act.ts'
import { anyone, type Principal } from '../../src/domain/access.ts'
import { type ActType, actTypes } from '../../src/domain/acting/acts.ts'
import { kindOf, type Subject } from '../../src/domain/entry.ts'
import { isRefused, type Refused } from '../../src/domain/refusal.ts'
import { modifications, type Register } from '../../src/domain/register.ts'
import { optionsOf } from '../../src/web/options-of.ts'
import { act, actingFor, administrator, openProcess, type Process } from '../support/process.ts'

let process: Process
let register: Register
beforeAll(async () => {
  process = await openProcess()
  await process.done(administrator, act('convert', 'modification/85', { path: 'self-governance', route: 'report' }))
  await process.done(administrator, act('notify-withdrawal', 'modification/86'))
  await process.done(
    administrator,
    act('submit-for-review', 'submission/new', { title: 'A draft', issue: 'x' }, { by: 'organisation/e-on' }),
  )
  register = await process.register()
})
afterAll(() => process.close())

/** One modification for each way in which one can stand, and one of each other kind; and what nobody has heard of. */
function subjectsFor(type: ActType): readonly Subject[] {
  const { on, founds } = formOf(type)
  if (founds) return [`${on}/new`]
  if (on !== 'modification')
    return [...[...register.subjects.keys()].filter((subject) => kindOf(subject) === on).slice(0, 4), `${on}/nobody-knows`]
  const ways = Map.groupBy(modifications(register), ({ state }) => JSON.stringify(state.standing.value))
  return [...[...ways.values()].flatMap(([first]) => (first ? [first.subject] : [])), 'modification/9999']
}

/** An act with something in each of its fields, as the register offers it or as nobody would write it. */
function filled(type: ActType, subject: Subject, recorded: object = {}): PlainAct {
  const fields = Object.entries(formOf(type).schema.shape).map(([name, schema]) => [name, valueFor(type, subject, schema)])
  const read = readAct(type, subject, Object.fromEntries(fields), recorded)
  if ('problems' in read) throw new Error(`${type}: ${read.problems.map(({ field, problem }) => `${field}: ${problem}`).join('; ')}`)
  return read.act
}

function valueFor(type: ActType, subject: Subject, schema: z.ZodType): unknown {
  const meta = metaOf(schema)
  const offered = meta?.options ?? (meta?.from ? optionsOf(meta.from, { register, act: type, subject, grammar }) : [])
  const [first] = offered[0] ?? ['nothing-of-the-kind']
  const tries: readonly unknown[] = [
    first,
    [first],
    'modification/84',
    ['modification/84'],
    'meeting/nobody-knows',
    'submission/1',
    'document/none',
    '2019-10-04',
    '2019-10-04T17:00',
    '17:00',
    '2019-10',
    1,
    true,
    ['network-1: for'],
    ['1: We agree'],
    '100',
    '15 Working Days',
    'always',
    { type: 'Titled', title: 'Another' },
    { name: 'notes.txt', base64: 'Tm90ZXM=' },
  ]
  const value = tries.find((each) => schema.safeParse(each).success)
  if (value === undefined) throw new Error(`${type}: nothing fits ${meta?.label}`)
  return value
}

const found: Refused[] = []
function expectPlain(verdict: unknown, what: string): void {
  if (!isRefused(verdict)) return
  found.push(verdict)
  expect(verdict.clause ?? '', `${what}: ${verdict.refused}`).toMatch(/rule [a-z-]+/)
  expect(verdict.remedies, `${what}: ${verdict.refused}`).not.toEqual([])
  expect(verdict.refused, what).toMatch(/\S/)
}
const sent = (one: PlainAct, principal: Principal) => process.send([one], principal, { dryRun: true })

it.each(actTypes)('%s is refused plainly, whoever sends it, for whom and to what', async (type) => {
  for (const subject of subjectsFor(type)) {
    const barred = await sent(filled(type, subject), anyone)
    expect([isRefused(barred) && barred.notYours, isRefused(barred) && barred.remedies]).toEqual([true, ['sign in']])
    expectPlain(barred, `${type} on ${subject} by who has not signed in`)
    expectPlain(await sent(filled(type, subject), actingFor('organisation/e-on')), `${type} on ${subject} by another`)
    expectPlain(await sent(filled(type, subject), administrator), `${type} on ${subject}`)
    const behalf = { by: 'organisation/e-on', on: '2019-10-03', source: 'A letter' }
    expectPlain(await sent(filled(type, subject, behalf), administrator), `${type} on ${subject} for another`)
    const unseen = await sent(filled(type, subject, { on: '2019-10-03' }), administrator)
    expect(isRefused(unseen) && unseen.refused).toBe('it was done on 3 October 2019 and nothing shows it')
    expectPlain(unseen, `${type} on ${subject} without a source`)
  }
})

it('has met some hundreds of refusals of many kinds', () => {
  expect(found.length).toBeGreaterThan(1500)
  expect(new Set(found.map(({ refused }) => refused)).size).toBeGreaterThan(80)
})
