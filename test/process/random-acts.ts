import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import { type FieldMeta, metaOf } from '../../src/app/acting/fields.ts'
import { formOf } from '../../src/app/acting/forms.ts'
import { type PlainAct, readAct } from '../../src/app/acting/read-act.ts'
import { withCommitments } from '../../src/app/acting/record-acts.ts'
import { type Act, type ActType, actTypes, ruleOf } from '../../src/domain/acting/acts.ts'
import { givenNow } from '../../src/domain/acting/decide-acts.ts'
import { addDays } from '../../src/domain/calendar/calendar-date.ts'
import { dayOf, type Moment } from '../../src/domain/calendar/moment.ts'
import { type FileId, kindOf, type Subject, type TextId } from '../../src/domain/entry.ts'
import type { Register } from '../../src/domain/register.ts'
import { optionsOf } from '../../src/web/options-of.ts'

/** Numbers from which a step is chosen, one after another: the same numbers choose the same step. */
export type Chooser = <T>(items: readonly T[]) => T | undefined

export function chooserOf(picks: readonly number[]): Chooser {
  let next = 0
  return (items) => (items.length === 0 ? undefined : items[(picks[next++ % picks.length] ?? 0) % items.length])
}

/** What could be done next: each act with each subject that it fits, and those that found one. */
export function possibleIn(register: Register, now: Moment): readonly { readonly type: ActType; readonly subject: Subject }[] {
  const given = givenNow(register, now)
  const subjects = [...register.subjects.keys()].filter((subject) => !['rule', 'holiday', 'log', 'paper'].includes(kindOf(subject)))
  return actTypes.flatMap((type) => {
    const { on, founds } = formOf(type)
    const fitting = subjects.filter((subject) => kindOf(subject) === on && ruleOf(type).fits(given, subject) === true)
    const founding: readonly Subject[] = founds && ruleOf(type).fits(given, `${on}/new`) === true ? [`${on}/new`] : []
    return [...fitting, ...founding].map((subject) => ({ type, subject }))
  })
}

/**
 * An act with its fields chosen as its form offers them: what may be chosen in the register, a word, a number, a day nearby. Undefined
 * where its schema refuses them (nothing may be chosen for a field that is required).
 */
export function randomAct(
  register: Register,
  now: Moment,
  { type, subject }: { readonly type: ActType; readonly subject: Subject },
  choose: Chooser,
): Act | undefined {
  const fields: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(formOf(type).schema.shape)) {
    const meta = metaOf(schema)
    if (!meta || (isOptional(schema) && choose([true, false]))) continue
    const value = chosenFor(meta, { register, act: type, subject, grammar }, now, choose)
    if (value !== undefined) fields[name] = value
  }
  const read = readAct(type, subject, fields)
  return 'act' in read ? committed(read.act) : undefined
}

/** With its texts and files as the log names them, without a log to keep them. */
export const committed = (plain: PlainAct): Act =>
  withCommitments(plain, {
    text: (text) => `text ${text}` as TextId,
    file: (base64) => createHash('sha256').update(base64).digest('hex') as FileId,
  })

const isOptional = (schema: z.ZodType): boolean => schema.safeParse(undefined).success || schema.type === 'optional'

function chosenFor(meta: FieldMeta, asked: Parameters<typeof optionsOf>[1], now: Moment, choose: Chooser): unknown {
  const options = (meta.options ?? (meta.from ? optionsOf(meta.from, asked) : [])).map(([value]) => value)
  switch (meta.control) {
    case 'choice':
      return choose(options)
    case 'several': {
      const one = choose(options)
      return one === undefined ? [] : [one]
    }
    case 'lines':
      return ['A label']
    case 'number':
    case 'hidden':
      return choose([1, 2, 5, 15, 40])
    case 'yes':
      return choose([true, false])
    case 'file':
      return { name: 'notes.txt', base64: Buffer.from(choose(['Some notes.', 'Other notes.']) ?? '').toString('base64') }
    case 'day':
      return addDays(dayOf(now), choose([-3, 0, 1, 7, 21, 90]) ?? 0)
    case 'moment':
      return `${addDays(dayOf(now), choose([1, 14, 30]) ?? 1)}T17:00`
    case 'time':
      return choose(['09:30', '17:00'])
    default:
      return choose(['A title', 'Another title', 'Something else'])
  }
}
