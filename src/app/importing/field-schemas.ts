// What the fields of a fact file may hold. The message of every schema is what it expected, as a phrase: "a day like 2019-10-04".
import { z } from 'zod'
import { on, parseCalendarDate, parseYearMonth } from '../../domain/calendar/calendar-date.ts'
import { parseLocalTime, parseMoment } from '../../domain/calendar/moment.ts'
import { type Subject, type SubjectKind, subjectKinds } from '../../domain/entry.ts'
import { isModificationId } from '../../domain/modification/reference.ts'
import { nearest } from './nearest.ts'

type Told = z.core.$ZodTypeDiscriminable

const SUBJECT_ID = /^[A-Za-z0-9][A-Za-z0-9._-]*$/

/** A text that `parse` understands; its phrase says what that is. */
export function read<T>(expected: string, parse: (text: string) => T | undefined) {
  return z.string({ error: expected }).transform((text, context): T => {
    const value = parse(text)
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: expected })
    return z.NEVER
  })
}

export const day = read('a day of the calendar like 2019-10-04', parseCalendarDate)
export const moment = read('a moment like 2019-10-04T17:00', parseMoment)
export const localTime = read('a time like 17:00', parseLocalTime)
export const month = read('a month like 2019-10', (text): string | undefined => parseYearMonth(text))
export const timeText = read('a time like 17:00', (text): string | undefined => parseLocalTime(text))

export const label = z.string({ error: 'a text' }).regex(/\S/, { error: 'a text that is not blank' })
export const labels = z.array(label, { error: 'a list of texts' })
export const yesNo = z.boolean({ error: 'true or false' })
export const number = z.number({ error: 'a number' })

/** A whole number, `least` or more. */
export function count(least: 0 | 1) {
  const error = `a whole number, ${least} or more`
  return z.int({ error }).min(least, { error })
}

export function word<const W extends readonly [string, ...string[]]>(...words: W) {
  return z.enum(words, { error: oneOf(words) })
}

/** An object with these keys and no other. */
export function strict<S extends z.core.$ZodShape>(shape: S) {
  const keys = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? onlyTheKeys(keys, issue.keys) : `an object with the keys ${keys.join(', ')}`),
  })
}

/** One of several objects, told apart by one key of theirs. */
export function oneKindOf<const O extends readonly [Told, ...Told[]]>(key: string, options: O) {
  const words = options.flatMap((option) => [...(option._zod.propValues?.[key] ?? [])].map(String))
  return z.discriminatedUnion(key, options, { error: `an object whose ${key} is ${oneOf(words)}` })
}

/** A text of the log, which a fact file gives in clear. */
export const text = strict({ text: label })

/** A subject of one of these kinds; of any kind when none is named. */
export function subject(...kinds: readonly SubjectKind[]) {
  return read(subjectPhrase(kinds), (text) => parseSubject(text, kinds))
}

/** A subject, or 'unknown' where no source tells it. */
export const subjectOrUnknown = read(`${subjectPhrase([])}, or "unknown"`, (text): Subject | 'unknown' | undefined =>
  text === 'unknown' ? text : parseSubject(text, []),
)

/** A day, stated; or a range with its basis. */
export const dated = z.union(
  [
    day.transform((date) => on(date)),
    strict({ from: day, to: day, basis: word('stated', 'inferred', 'bounded') }).refine(({ from, to }) => from <= to, {
      error: 'a range whose "from" is not after its "to"',
    }),
  ],
  { error: 'a day like 2019-10-04, or an object with the keys from, to, basis' },
)

export function parseSubject(text: string, kinds: readonly SubjectKind[] = []): Subject | undefined {
  const [kind = '', id = '', ...rest] = text.split('/')
  const known = (kinds.length > 0 ? kinds : subjectKinds).some((known) => known === kind)
  if (!known || rest.length > 0 || !SUBJECT_ID.test(id)) return undefined
  if (kind === 'modification' && !isModificationId(id)) return undefined
  if (kind === 'holiday' && !parseCalendarDate(id)) return undefined
  return text as Subject
}

export function oneOf(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`)
  return quoted.length === 1 ? `${quoted[0]}` : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}

function subjectPhrase(kinds: readonly SubjectKind[]): string {
  if (kinds.length === 0) return `a subject like modification/84, of the kinds ${subjectKinds.join(', ')}`
  return `a subject ${kinds.map((kind) => (kind === 'modification' ? 'modification/84 (no leading zeros)' : `${kind}/…`)).join(' or ')}`
}

function onlyTheKeys(known: readonly string[], unknown: readonly string[]): string {
  const meant = unknown.map((key) => nearest(key, known)).find((key) => key !== undefined)
  return `only the keys ${known.join(', ')}${meant === undefined ? '' : ` (did you mean "${meant}"?)`}`
}
