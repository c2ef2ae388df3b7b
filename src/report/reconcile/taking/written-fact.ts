import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import type { Subject } from '../../../domain/entry.ts'
import type { Event } from '../../../domain/events.ts'

/** An event as a fact file writes it: without its version. */
type Written<E> = E extends Event ? Omit<E, 'v'> : never

/** One fact as a fact file writes it, before it is numbered. */
export type FactToTake = {
  readonly subject: Subject
  readonly on: CalendarDate | { readonly from: CalendarDate; readonly to: CalendarDate; readonly basis: 'inferred' | 'bounded' }
  readonly event: Written<Event>
  readonly by?: Subject
  readonly at: string
  readonly reading?: string
  readonly nth?: number
}

/** A fact file with the paper as its source, as `src/app/importing/fact-file.ts` reads it. */
export type FileToTake = {
  readonly source: { readonly id: string; readonly title: string; readonly where: string; readonly published: CalendarDate }
  readonly arrives: { readonly day: CalendarDate; readonly basis: 'printed'; readonly why: string }
  readonly facts: readonly (FactToTake & { readonly n: number })[]
}

/** On one day that was worked out, not told. */
export const inferred = (day: CalendarDate): FactToTake['on'] => ({ from: day, to: day, basis: 'inferred' })
