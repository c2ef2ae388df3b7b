import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { kindOf } from '../../domain/entry.ts'
import { isEventType, kindOfEvent } from '../../domain/event-kinds.ts'
import type { EventType } from '../../domain/events.ts'
import { factSchema, type WrittenFact } from './fact-schema.ts'
import type { PlainEvent } from './plain-fact.ts'
import { type Problem, problemsOf, shown } from './problem.ts'
import { readEvent, type Unplaced } from './written-event.ts'

export type WellFormedFact = { readonly written: WrittenFact; readonly event: PlainEvent | null }

/** One fact of a file with what is wrong with it; `fact` only where its form is right. */
export type JudgedFact = {
  readonly number: number
  readonly id: string
  readonly problems: readonly Problem[]
  readonly fact?: WellFormedFact
}

/** Reads one fact: its envelope, its event by the schema of its type, and what holds between them. */
export function judgeFact(raw: unknown, number: number, sourceId: unknown, arrives: CalendarDate | undefined): JudgedFact {
  const id = idOf(raw, sourceId)
  const written = factSchema.safeParse(raw)
  const event = readEvent((raw as { readonly event?: unknown } | null)?.event)
  const unplaced = [...(written.success ? [] : problemsOf(written.error, raw, '')), ...event.problems]
  if (written.success) unplaced.push(...dayProblems(written.data, arrives), ...strikeProblems(written.data), ...kindProblems(written.data))
  const problems = unplaced.map((problem): Problem => ({ fact: { number, id }, ...problem }))
  if (!written.success || event.event === undefined) return { number, id, problems }
  return { number, id, problems, fact: { written: written.data, event: event.event } }
}

/** `source/subject/event/n`, with '?' for what is not told. */
function idOf(raw: unknown, sourceId: unknown): string {
  const { subject, event, n } = (raw ?? {}) as Record<string, unknown>
  const type = event === null ? 'Strike' : (event as { readonly type?: unknown } | undefined)?.type
  return [sourceId, subject, type, n].map((part) => (typeof part === 'string' || typeof part === 'number' ? part : '?')).join('/')
}

/** A plan is a fact of the day it was made: nothing happened after its source arrived. */
function dayProblems({ on }: WrittenFact, arrives: CalendarDate | undefined): readonly Unplaced[] {
  if (arrives === undefined || on.to <= arrives) return []
  const expected = `a day up to the source's arrival on ${arrives}`
  return [{ key: 'on', expected, got: shown(on.to), remedy: 'give the day on which it was told; a future day belongs inside the event' }]
}

function strikeProblems({ subject, event, strikes, beside }: WrittenFact): readonly Unplaced[] {
  if (event === null && strikes === undefined)
    return [{ key: 'strikes', expected: 'the id of the fact to strike, as "event" is null', got: 'no such key', remedy: 'add it' }]
  if (event !== null && strikes !== undefined)
    return [{ key: 'event', expected: 'null beside "strikes"', got: shown(event.type), remedy: 'strike in a fact of its own' }]
  return [
    ...named('strikes', strikes, (struck) => struck.startsWith(`${subject}/`), `a fact of ${subject}`),
    ...named('beside', beside, () => event !== null, 'no such key in a strike'),
  ]
}

/** A named fact has the form `source/subject/event/n`; `fits` judges what follows its source. */
function named(key: string, id: string | undefined, fits: (rest: string) => boolean, expected: string): readonly Unplaced[] {
  if (id === undefined) return []
  const [source, kind, , type = '', n = '', ...more] = id.split('/')
  const wellFormed = source && kind && (type === 'Strike' || isEventType(type)) && /^[1-9]\d*$/.test(n) && more.length === 0
  if (!wellFormed) return [{ key, expected: 'the id of a fact, source/subject/event/n', got: shown(id), remedy: 'write it so' }]
  return fits(id.slice(id.indexOf('/') + 1)) ? [] : [{ key, expected, got: shown(id), remedy: 'name another fact or correct the subject' }]
}

function kindProblems({ subject, event }: WrittenFact): readonly Unplaced[] {
  if (event === null || !isEventType(event.type)) return []
  const type: EventType = event.type
  if (kindOf(subject) === kindOfEvent(type)) return []
  const expected = `a subject of the kind ${kindOfEvent(type)}, as ${type} is told of one`
  return [{ key: 'subject', expected, got: shown(subject), remedy: 'correct the subject or the event' }]
}
