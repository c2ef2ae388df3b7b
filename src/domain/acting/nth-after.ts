import type { Moment } from '../calendar/moment.ts'
import { type Entry, momentOf } from '../entry.ts'

/** After what is recorded of that moment: who records it in order tells the order, unless he says otherwise. 0 where nothing is. */
export function nthAfter(entries: readonly Entry[], at: Moment): number {
  const there = entries.filter((entry) => momentOf(entry) === at)
  return there.length === 0 ? 0 : Math.max(...there.map(({ nth }) => nth ?? 0)) + 1
}
