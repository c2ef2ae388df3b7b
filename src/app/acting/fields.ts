// What the fields of an act may hold: one schema for its form, its JSON and its options on the command line.
import { z } from 'zod'
import type { FiledFile } from '../../domain/document/document.ts'
import type { SubjectKind } from '../../domain/entry.ts'
import { lockedIn } from '../../domain/publication/locked.ts'
import { checkedFile } from '../files/content.ts'
import * as plain from '../importing/field-schemas.ts'
import type { Plain } from '../importing/plain-fact.ts'

/** How a field is shown and asked: read by the form, the command line and the reference of the API. */
export type FieldMeta = {
  readonly label: string
  readonly hint?: string
  readonly control: Control
  /** What may be chosen, with its words. */
  readonly options?: readonly (readonly [value: string, label: string])[]
  /** What of the register may be chosen. */
  readonly from?: Choices
}

/** An `event` is asked for field by field where its type is known, else as JSON. */
export type Control =
  | 'line'
  | 'prose'
  | 'day'
  | 'moment'
  | 'time'
  | 'number'
  | 'choice'
  | 'several'
  | 'lines'
  | 'yes'
  | 'file'
  | 'event'
  | 'hidden'

/** The lists of the register from which a field chooses. */
export type Choices =
  | 'modifications'
  | 'meetings'
  | 'releases'
  | 'bodies'
  | 'organisations'
  | 'party categories'
  | 'refusal grounds'
  | 'drafts under review'
  | 'actions'
  | 'proposal sections'
  | 'bodies and organisations'
  | 'providers'
  | 'assessments'
  | 'consultations'
  | 'responses'
  | 'points'
  | 'solutions'
  | 'questions'
  | 'date changes'
  | 'actors'
  | 'analysts'
  | 'versions'
  | 'seats'
  | 'voters'
  | 'blocks'
  | 'agenda items'
  | 'matters'
  | 'meeting seats'
  | 'papers'
  | 'papers to go out'
  | 'later meetings'
  | 'meetings to come'
  | 'months of updates'
  | 'its documents'
  | 'documents of the agenda'
  | 'documents of its items'
  | 'its parts'

type Told = { readonly label: string; readonly hint?: string }

const shown = <S extends z.ZodType>(schema: S, meta: FieldMeta): S => schema.meta(meta as Record<string, unknown>) as S

/** Control characters, those that turn the direction of writing, and halves of letters: no paper can carry them, and no reader sees them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u
const withoutUnseen = { error: 'a text without characters that cannot be seen' }
const isSeen = (text: string): boolean => !unseen.test(text.replace(/[\t\r\n]/g, ' '))

export const line = (told: Told) =>
  shown(
    plain.label
      .refine((text) => text.length <= 2_000, { error: 'a text of at most 2,000 characters' })
      .refine((text) => !unseen.test(text), { error: 'a text on one line, without characters that cannot be seen' }),
    { ...told, control: 'line' },
  )
/** A text of the log: its commitment is recorded, its bytes lie beside. */
export const prose = (told: Told) =>
  shown(
    z
      .string({ error: 'a text' })
      .trim()
      .min(1, { error: 'a text that is not blank' })
      .max(20_000, { error: 'a text of at most 20,000 characters' })
      .refine(isSeen, withoutUnseen)
      .transform((text) => ({ text })),
    { ...told, control: 'prose' },
  )
/** Other words for a derived sentence: kept as a text, with what of the sentence is locked as it stands in them. */
export const wording = (told: Told) =>
  shown(
    z
      .string({ error: 'a text' })
      .trim()
      .min(1, { error: 'a text that is not blank' })
      .max(2_000, { error: 'a sentence of at most 2,000 characters' })
      .refine(isSeen, withoutUnseen)
      .transform((text) => {
        const { places, numbers } = lockedIn(text)
        return { words: { text }, places: [...places], numbers: [...numbers] }
      }),
    { ...told, control: 'prose' },
  )
/** A text of the log, with the number of its words. */
export const countedProse = (told: Told) =>
  shown(
    z
      .string({ error: 'a text' })
      .trim()
      .min(1, { error: 'a text that is not blank' })
      .max(2_000, { error: 'a text of at most 2,000 characters' })
      .refine(isSeen, withoutUnseen)
      .transform((text) => ({ text: { text }, words: text.split(/\s+/).length })),
    { ...told, control: 'prose' },
  )
/** A file as it is sent: its name, and its bytes in base64. */
export type WrittenFile = { readonly name: string; readonly base64: string }

/** A file, checked by its content. What is wrong with it is said whole. */
export const file = (told: Told) =>
  shown(
    z
      .strictObject({ name: z.string({ error: 'its name' }), base64: z.base64({ error: 'its bytes in base64' }) }, { error: 'a file' })
      .transform(({ name, base64 }, context): Plain<FiledFile> => {
        const checked = checkedFile(name, Buffer.from(base64, 'base64'))
        if (!('wrong' in checked)) return { ...checked, bytes: { base64 } }
        context.addIssue({ code: 'custom', message: checked.wrong, params: { whole: true } })
        return z.NEVER
      }),
    { ...told, control: 'file' },
  )
export const day = (told: Told) => shown(plain.day, { ...told, control: 'day' })
export const moment = (told: Told) => shown(plain.moment, { ...told, control: 'moment' })
export const time = (told: Told) => shown(plain.localTime, { ...told, control: 'time' })
/** A month like 2019-10. */
export const month = (told: Told) => shown(plain.month, { ...told, control: 'line' })
/** A month of a list. */
export const monthOf = (from: Choices, told: Told) => shown(plain.month, { ...told, control: 'choice', from })
/** An amount written in pounds, kept in pence. */
export const pounds = (told: Told) =>
  shown(plain.read('an amount in pounds like 12,500 or 12500.50', penceIn), { ...told, control: 'line' })
export const count = (least: 0 | 1, told: Told) => shown(plain.count(least), { ...told, control: 'number' })
export const yes = (told: Told) => shown(plain.yesNo, { ...told, control: 'yes' })
/** One of a few words, each with what the reader sees. */
export const choice = <const W extends Readonly<Record<string, string>>>(words: W, told: Told) =>
  shown(plain.word(...(Object.keys(words) as [keyof W & string, ...(keyof W & string)[]])), {
    ...told,
    control: 'choice',
    options: Object.entries(words),
  })
/** Several of a few words. */
export const several = <const W extends Readonly<Record<string, string>>>(words: W, told: Told) =>
  shown(z.array(plain.word(...(Object.keys(words) as [keyof W & string, ...(keyof W & string)[]])), { error: 'a list' }), {
    ...told,
    control: 'several',
    options: Object.entries(words),
  })
/** Labels, one a line. */
export const lines = (told: Told) => shown(plain.labels, { ...told, control: 'lines' })
/** A subject of the register. */
export const subject = (from: Choices, kinds: readonly SubjectKind[], told: Told) =>
  shown(plain.subject(...kinds), { ...told, control: 'choice', from })
/** Several of them. */
export const subjects = (from: Choices, kinds: readonly SubjectKind[], told: Told) =>
  shown(z.array(plain.subject(...kinds), { error: 'a list of subjects' }), { ...told, control: 'several', from })
/** Something numbered inside the subject: an assessment, a consultation, a ballot. */
export const inside = (from: Choices, told: Told) => shown(plain.label, { ...told, control: 'choice', from })

/** Several of what is numbered or named inside. */
export const severalInside = (from: Choices, told: Told) => shown(plain.labels, { ...told, control: 'several', from })

function penceIn(text: string): number | undefined {
  const [, whole = '', pence = ''] = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?$/.exec(text.trim()) ?? []
  const amount = Number(`${whole.replaceAll(',', '')}${pence.padEnd(2, '0')}`)
  return whole !== '' && Number.isSafeInteger(amount) ? amount : undefined
}

/** The meta of a field, through `optional`. */
export function metaOf(schema: z.ZodType): FieldMeta | undefined {
  const own = schema.meta() as FieldMeta | undefined
  if (own?.control) return own
  const inner = (schema as { def?: { innerType?: z.ZodType } }).def?.innerType
  return inner && metaOf(inner)
}
