import type { Subject } from '../entry.ts'
import type { Given } from './act.ts'

/**
 * The next id of what is numbered inside a subject, such as `84/solution/1`: one after the highest that was given, for whatever day.
 * `key`: the field of events that holds such ids.
 */
export function nextId(
  given: Pick<Given, 'recorded'>,
  subject: Subject,
  key: 'assessment' | 'consultation' | 'solution' | 'ballot' | 'response' | 'point',
  prefix: string,
): string {
  const ids = given.recorded(subject).flatMap(({ event }) => idIn(event, key))
  const numbers = ids.filter((id) => id.startsWith(`${prefix}/`)).map((id) => Number(id.slice(prefix.length + 1)))
  return `${prefix}/${1 + Math.max(0, ...numbers.filter(Number.isInteger))}`
}

function idIn(event: object | null, key: string): readonly string[] {
  const id = event && (event as Readonly<Record<string, unknown>>)[key]
  return typeof id === 'string' ? [id] : []
}
