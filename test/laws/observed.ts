import { addDays } from '../../src/domain/calendar/calendar-date.ts'
import { BEGINNING, dayOf, endOfDay, FOREVER, type Moment, startOfDay } from '../../src/domain/calendar/moment.ts'
import { type Entry, momentOf } from '../../src/domain/entry.ts'
import { embargoEnds } from '../../src/domain/reader.ts'
import type { Register } from '../../src/domain/register.ts'

/** Every moment at which something may change, the one before it, and the end of its day. */
export function momentsThatMatter(entries: readonly Entry[]): readonly Moment[] {
  const moments = new Set<Moment>([BEGINNING, FOREVER])
  for (const entry of entries) for (const moment of [momentOf(entry), ...closingsIn(entry)]) around(moment, moments)
  return [...moments].sort()
}

function around(moment: Moment, into: Set<Moment>): void {
  const day = dayOf(moment)
  for (const each of [endOfDay(addDays(day, -1)), startOfDay(day), `${day}T16:59` as Moment, moment, endOfDay(day)]) into.add(each)
}

function closingsIn({ event }: Entry): readonly Moment[] {
  if (event?.type === 'WithdrawalNotified') return [event.lapses]
  if (event?.type === 'ConsultationOpened' || event?.type === 'ConsultationCloseSet') return event.closes ? [event.closes] : []
  return []
}

/** Now, and the end of each embargo after it. */
export const nowsOf = (entries: readonly Entry[], now: Moment): readonly Moment[] => [now, ...embargoEnds(entries, now)]

/** A register as plain data, so that two can be compared. */
export function plain(register: Register): unknown {
  const { on, known, seen, until, embargoUntil, noted, subjects, awaited, calendar } = register
  const records = [...subjects].map(([subject, { state, history, next }]) => [
    subject,
    state,
    history.map(({ position }) => position),
    next,
  ])
  const table = Object.getOwnPropertySymbols(calendar).map((symbol) => (calendar as never)[symbol] as { holidays: unknown })
  return {
    on,
    known,
    seen,
    until,
    embargoUntil,
    noted: noted.map(({ position }) => position),
    subjects: sorted(records),
    awaited: sorted([...awaited]),
    holidays: table.map(({ holidays }) => holidays),
  }
}

/** What is believed of each subject, without the numbers of places. */
export const believedStates = (register: Register): unknown =>
  sorted([...register.subjects].map(([subject, { state }]) => [subject, withoutPlaces(state)]))

/** What is believed of each subject, with its places. */
export const statesOf = (register: Register): unknown => sorted([...register.subjects].map(([subject, { state }]) => [subject, state]))

const sorted = (rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] =>
  [...rows].sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : 1))

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'place')
      .map(([key, each]) => [key, withoutPlaces(each)]),
  )
}
