import type { CalendarDate, Dated } from '../../domain/calendar/calendar-date.ts'
import { dated } from '../../domain/calendar/format.ts'
import { type Count, countings, type WorkingCalendar } from '../../domain/calendar/working-days.ts'

/**
 * How long something took or has taken. `value` is what the report prints: the duration a source states, else the published
 * convention's count. `counts` has each convention with its arithmetic, the published one first; empty when a day is not known.
 */
export type Duration = {
  readonly value: number
  readonly basis: 'stated' | 'counted'
  readonly counts: readonly Count[]
  readonly note?: string
}

/** Counted from a day that may be known as a range: from the first day by which it had surely happened. */
export function countedDuration(calendar: WorkingCalendar, from: Dated, to: CalendarDate, firstDayName: string): Duration {
  const counts = countings(calendar, from.to, to, firstDayName)
  const value = (counts[0] as Count).value
  const note = from.from === from.to ? {} : { note: `the ${firstDayName} is known as ${dated(from)}, and counted from its last day` }
  return { value, basis: 'counted', counts, ...note }
}

/** As a source states it; a count beside it proves nothing where the first day was worked out from it. */
export function statedDuration(
  calendar: WorkingCalendar,
  stated: number,
  from: Dated | undefined,
  to: CalendarDate,
  firstDayName: string,
): Duration {
  const counts = from ? countings(calendar, from.to, to, firstDayName) : []
  return { value: stated, basis: 'stated', counts, note: statedNote(from, firstDayName) }
}

function statedNote(from: Dated | undefined, firstDayName: string): string {
  if (!from) return `stated by the paper; no source tells the ${firstDayName}`
  if (from.basis === 'inferred') return `stated by the paper; the ${firstDayName} was worked out from it, so the count proves nothing`
  return 'stated by the paper; the count is beside it'
}
