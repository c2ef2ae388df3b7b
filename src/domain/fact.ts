import type { Dated } from './calendar/calendar-date.ts'
import { compareText, type LocalTime } from './calendar/moment.ts'
import type { Entry } from './entry.ts'
import { canonicalText } from './same.ts'

/**
 * A value that the register holds, with the place of the entry that told it: from there a page finds its source.
 * `time` and `nth` are there where the entry tells them.
 */
export type Fact<T> = {
  readonly value: T
  readonly on: Dated
  readonly time?: LocalTime
  readonly nth?: number
  readonly place: number
}

export function fact<T>(entry: Entry, value: T): Fact<T> {
  const { on, time, nth, place } = entry
  return { value, on, ...(time === undefined ? {} : { time }), ...(nth === undefined ? {} : { nth }), place }
}

/**
 * A list of facts with one more, in the order in which they happened. What one moment leaves open is ordered by what was told,
 * never by its place, so that the order of typing leaves no trace.
 */
export function withFact<T>(facts: readonly Fact<T>[], added: Fact<T>): readonly Fact<T>[] {
  const isLater = (fact: Fact<T> | undefined) => fact !== undefined && compareFacts(fact, added) > 0
  if (!isLater(facts.at(-1))) return [...facts, added]
  let low = 0
  let high = facts.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (isLater(facts[middle])) high = middle
    else low = middle + 1
  }
  return facts.toSpliced(low, 0, added)
}

function compareFacts(a: Fact<unknown>, b: Fact<unknown>): number {
  return (
    compareText(a.on.to, b.on.to) ||
    compareText(a.time ?? '00:00', b.time ?? '00:00') ||
    (a.nth ?? 0) - (b.nth ?? 0) ||
    compareText(canonicalText(a.value), canonicalText(b.value)) ||
    compareText(canonicalText(a.on), canonicalText(b.on)) ||
    a.place - b.place
  )
}
