// An event as the fields of a form, one for each of its keys, so that nobody has to write JSON to correct a day or a title.
import type { z } from 'zod'
import { isEventType } from '../../domain/event-kinds.ts'
import type { EventType } from '../../domain/events.ts'
import { eventSchemas } from '../importing/event-schemas.ts'
import * as plain from '../importing/field-schemas.ts'
import type { Choices, FieldMeta } from './fields.ts'
import { fieldsFrom, type Written } from './read-act.ts'

/** What a field of an event holds: what is written as it is, a text of the log, a number, or parts of its own, written as JSON. */
type Held = 'as written' | 'text' | 'list' | 'yes' | 'number' | 'json'
type EventField = { readonly schema: z.ZodType; readonly held: Held; readonly meta: FieldMeta }

/** The fields of the event that is written in a form, in the order of its keys; its type is none of them. Undefined where none is written so. */
export function eventShape(name: string, written: Written): Readonly<Record<string, z.ZodType>> | undefined {
  const type = typeIn(written[`${name}.type`])
  return (
    type &&
    Object.fromEntries(
      Object.entries(fieldsOf(type)).map(([key, { schema, meta }]) => [
        key,
        schema.meta({ ...meta, ...chosenFrom(schema, String(written[`${name}.${key}`] ?? '')) } as Record<string, unknown>),
      ]),
    )
  )
}

/** What was written in the fields of an event, as the one field that is read: JSON, as a fact file has it. */
export function withEventAsJson(name: string, written: Written): Written {
  const shape = eventShape(name, written)
  if (!shape) return written
  const type = written[`${name}.type`] as EventType
  const told = Object.entries(fieldsFrom(shape, written, `${name}.`))
  const fields = fieldsOf(type)
  const empty = Object.entries(fields).flatMap(([key, { held, schema }]) => (held === 'list' && !takesNothing(schema) ? [[key, []]] : []))
  const event = {
    type,
    ...Object.fromEntries(empty),
    ...Object.fromEntries(told.map(([key, value]) => [key, asInFile(fields[key]?.held, value)])),
  }
  const rest = Object.entries(written).filter(([field]) => !field.startsWith(`${name}.`))
  return { ...Object.fromEntries(rest), [name]: JSON.stringify(event) }
}

/** An event that is written as JSON becomes fields, where its type is known; anything else stays as it is. */
export function withEventFields(name: string, written: Written): Written {
  const { [name]: json, ...rest } = written
  const event = typeof json === 'string' ? (parsed(json) as Readonly<Record<string, unknown>> | undefined) : undefined
  const type = typeIn(event?.type)
  if (!event || type === undefined) return written
  const fields = Object.entries(fieldsOf(type)).map(([key, { held }]) => [`${name}.${key}`, asInForm(held, event[key])] as const)
  return { ...rest, [`${name}.type`]: type, ...Object.fromEntries(fields.filter(([, value]) => value !== undefined)) }
}

const typeIn = (type: unknown): EventType | undefined => (typeof type === 'string' && isEventType(type) ? type : undefined)

function fieldsOf(type: EventType): Readonly<Record<string, EventField>> {
  const { type: _, ...shape } = (eventSchemas[type] as unknown as { readonly shape: Readonly<Record<string, z.ZodType>> }).shape
  return Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, fieldOf(key, schema)]))
}

function fieldOf(key: string, schema: z.ZodType): EventField {
  const label = capital(key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
  const inner = innerOf(schema)
  const kind = inner.def.type
  if (inner === plain.text) return { schema, held: 'text', meta: { label, control: 'prose' } }
  if (inner === plain.day) return { schema, held: 'as written', meta: { label, control: 'day' } }
  if (kind === 'enum') return { schema, held: 'as written', meta: { label, control: 'choice', options: wordsOf(inner) } }
  if (kind === 'boolean' || kind === 'literal') return { schema, held: 'yes', meta: { label, control: 'yes' } }
  if (kind === 'number') return { schema, held: 'number', meta: { label, control: 'number' } }
  if (kind === 'string') return { schema, held: 'as written', meta: { label, control: 'line' } }
  if (kind === 'array' && takesTexts(inner)) return { schema, held: 'list', meta: { label, control: 'lines', hint: 'One a line' } }
  if (kind === 'pipe') return { schema, held: 'as written', meta: { label, control: 'line', hint: capital(expectedBy(inner)) } }
  return { schema, held: 'json', meta: { label, control: 'prose', hint: 'As JSON, as a fact file has it' } }
}

/** What a field chooses from where it holds the name of somebody or something of the register. */
function chosenFrom(schema: z.ZodType, value: string): Partial<FieldMeta> {
  const kind = plain.parseSubject(value)?.split('/')[0] ?? ''
  const from = value === '' || innerOf(schema).def.type !== 'pipe' ? undefined : choices[kind]
  return from ? { control: 'choice', from, hint: '' } : {}
}

const choices: Readonly<Record<string, Choices>> = {
  organisation: 'bodies and organisations',
  body: 'bodies and organisations',
  meeting: 'meetings',
  release: 'releases',
}

type Inner = z.ZodType & { readonly def: { readonly type: string } }
const innerOf = (schema: z.ZodType): Inner => {
  const { def } = schema as unknown as { readonly def: { readonly type: string; readonly innerType?: z.ZodType } }
  return def.type === 'optional' && def.innerType ? innerOf(def.innerType) : (schema as Inner)
}
const takesNothing = (schema: z.ZodType): boolean => schema.safeParse(undefined).success || schema.type === 'optional'
const wordsOf = (schema: z.ZodType) =>
  Object.values((schema as unknown as { readonly enum: Readonly<Record<string, string>> }).enum).map(
    (word) => [word, capital(word)] as const,
  )
const takesTexts = (schema: z.ZodType): boolean =>
  ['string', 'pipe', 'enum'].includes(innerOf((schema as unknown as { readonly element: z.ZodType }).element).def.type)
const expectedBy = (schema: z.ZodType): string => schema.safeParse(undefined).error?.issues[0]?.message ?? ''
const capital = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase())

function asInFile(held: Held | undefined, value: unknown): unknown {
  if (held === 'text') return { text: value }
  if (held === 'json' && typeof value === 'string') return parsed(value) ?? value
  return value
}

function asInForm(held: Held, value: unknown): string | undefined {
  if (value === undefined) return undefined
  switch (held) {
    case 'text':
      return String((value as { readonly text?: unknown }).text ?? '')
    case 'list':
      return Array.isArray(value) ? value.join('\n') : String(value)
    case 'yes':
      return value === true ? 'yes' : 'no'
    case 'json':
      return JSON.stringify(value, null, 2)
    default:
      return String(value)
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
