import type { Subject } from '../entry.ts'
import { refused, type Verdict } from '../refusal.ts'
import type { Given, Telling } from './act.ts'

/** What a body or an organisation does is told of it: refused where nobody says who it was. */
export function actedBy(given: Given, tellings: (by: Subject) => Verdict<readonly Telling[]>): Verdict<readonly Telling[]> {
  if (given.by !== 'unknown') return tellings(given.by)
  return refused('it is not said who did it', ['recorded.by'], ['say who did it, under “How it came to us”'])
}
