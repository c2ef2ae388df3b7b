import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Entry, Subject } from '../entry.ts'
import { type Fact, fact, withFact } from '../fact.ts'

/** What is planned: the last three are neutral names of the steps that other people wait for. */
export type Milestone = 'conversion' | 'modification report' | 'decision' | 'implementation'

/** The future day inside a fact of today: a day, a month, a release, a week, or words that no day follows from. */
export type PlannedFor =
  | { readonly kind: 'day'; readonly day: CalendarDate }
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'release'; readonly release: Subject }
  | { readonly kind: 'not determined' }

export type MilestonePlanned = {
  readonly type: 'MilestonePlanned'
  readonly v: 1
  readonly milestone: Milestone
  readonly for: PlannedFor
  readonly agreedBy?: Subject
  /** A short published reason, as a label. */
  readonly why?: string
}

/** Each milestone with every plan it had: the first is the original, the last is the current one. */
export type Plan = Readonly<Partial<Record<Milestone, readonly Fact<MilestonePlanned>[]>>>

export function evolvePlan(plan: Plan, entry: Entry, event: MilestonePlanned): Plan {
  return { ...plan, [event.milestone]: withFact(plan[event.milestone] ?? [], fact(entry, event)) }
}
