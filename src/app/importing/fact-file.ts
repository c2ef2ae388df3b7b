import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { startOfDay } from '../../domain/calendar/moment.ts'
import { isRefused, refused, type Verdict } from '../../domain/refusal.ts'
import { type Arrival, arrivesSchema, type FactSource, factFileSchema } from './fact-schema.ts'
import { jsonFault } from './json-fault.ts'
import type { PlainFact } from './plain-fact.ts'
import { type Problem, problemsOf, refusedFile } from './problem.ts'
import { type JudgedFact, judgeFact, type WellFormedFact } from './written-fact.ts'

/** The facts of one source, with when it arrives; texts are still in clear. */
export type FactFile = { readonly source: FactSource; readonly arrives: Arrival; readonly facts: readonly PlainFact[] }

/** Reads a fact file from disk. Refuses one that cannot be read, and whatever `parseFactFile` refuses. */
export function readFactFile(path: string): Verdict<FactFile> {
  const json = readText(path)
  return isRefused(json) ? json : parseFactFile(basename(path), json.text)
}

/**
 * Reads the text of a fact file. `refused` has one line for each thing wrong, ten at most: the file, the fact's number and id, the key,
 * what was expected, what came, and what to do.
 */
export function parseFactFile(name: string, json: string): Verdict<FactFile> {
  const parsed = parseJson(name, json)
  if (isRefused(parsed)) return parsed
  const file = factFileSchema.safeParse(parsed.value)
  const judged = judgeFacts(parsed.value)
  const problems = [
    ...(file.success ? [] : problemsOf(file.error, parsed.value, '')),
    ...judged.flatMap((fact) => fact.problems),
    ...usedTwice(judged),
  ]
  if (!file.success || problems.length > 0) return refusedFile(name, problems)
  const { source, arrives } = file.data
  return { source, arrives, facts: judged.flatMap(({ id, fact }) => (fact ? [expand(id, fact, source, arrives)] : [])) }
}

function readText(path: string): Verdict<{ readonly text: string }> {
  try {
    return { text: readFileSync(path, 'utf8') }
  } catch (error) {
    const got = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'nothing there' : `${(error as NodeJS.ErrnoException).code}`
    return refused(`${path}: expected a fact file, got ${got}; name a JSON file that can be read`)
  }
}

function parseJson(name: string, json: string): Verdict<{ readonly value: unknown }> {
  try {
    return { value: JSON.parse(json) }
  } catch (error) {
    const fault = jsonFault(json)
    if (!fault) return refused(`${name}: expected JSON, got ${(error as Error).message}; mend it and read it again`)
    return refused(`${name}, line ${fault.line}, column ${fault.column}: expected ${fault.expected}, got ${fault.got}; mend the JSON there`)
  }
}

/** Every fact is judged, even where the head of the file is wrong, so that one reading tells all. */
function judgeFacts(file: unknown): readonly JudgedFact[] {
  const { source, arrives, facts } = (file ?? {}) as Record<string, unknown>
  const sourceId = (source as { readonly id?: unknown } | null | undefined)?.id
  const arrival = arrivesSchema.safeParse(arrives)
  const day: CalendarDate | undefined = arrival.success ? arrival.data.day : undefined
  return Array.isArray(facts) ? facts.map((fact, index) => judgeFact(fact, index + 1, sourceId, day)) : []
}

function usedTwice(judged: readonly JudgedFact[]): readonly Problem[] {
  const first = new Map<string, number>()
  return judged.flatMap(({ id, number, fact }) => {
    const before = first.get(id)
    if (before === undefined) first.set(id, number)
    if (before === undefined || !fact) return []
    const got = `the id of fact ${before} again`
    return [
      { fact: { number, id }, key: 'n', expected: 'an id of its own', got, remedy: 'number the facts of one subject and event 1, 2, 3 …' },
    ]
  })
}

function expand(id: string, { written, event }: WellFormedFact, source: FactSource, arrives: Arrival): PlainFact {
  const { subject, on, time, nth, strikes, beside, reading, at } = written
  return {
    fact: id,
    subject,
    on,
    ...(time === undefined ? {} : { time }),
    ...(nth === undefined ? {} : { nth }),
    receivedAt: startOfDay(arrives.day),
    capacity: { by: written.by ?? 'unknown' },
    class: written.class ?? 'white',
    event,
    ...(strikes === undefined ? {} : { strikes }),
    ...(beside === undefined ? {} : { beside }),
    source: {
      title: source.title,
      where: at === undefined ? source.where : `${source.where}, ${at}`,
      ...(source.published === undefined ? {} : { published: source.published }),
      ...(reading === undefined ? {} : { reading }),
    },
  }
}
