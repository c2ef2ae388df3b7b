import { admit, type Recorded } from '../../src/domain/admit.ts'
import { type CalendarDate, calendarDate, type Dated } from '../../src/domain/calendar/calendar-date.ts'
import { dayOf, type LocalTime, type Moment, startOfDay } from '../../src/domain/calendar/moment.ts'
import type { Entry, Proposed, Subject } from '../../src/domain/entry.ts'
import type { EventOf, EventType } from '../../src/domain/events.ts'
import type { FactIndex } from '../../src/domain/importing/facts.ts'
import { isRefused, type Verdict } from '../../src/domain/refusal.ts'
import { bySubject } from '../../src/domain/replay.ts'

/** A log in memory, with the indexes that `admit` and `decideImport` ask for. */
export type TestLog = Recorded & FactIndex

/** The day on which tests record, unless they say otherwise: later than anything they tell of. */
export const today = '2020-01-01T09:00' as Moment

/**
 * What one entry tells: `told('modification/84', 'Raised', { as: 'draft' }, '2019-09-10')`. The day may be a moment
 * ('2019-09-10T17:00') or a range ('2019-09-01/2019-09-30', bounded).
 */
export function told<T extends EventType>(
  subject: Subject,
  type: T,
  fields: Omit<EventOf<T>, 'type' | 'v'>,
  on: string,
  more: Partial<Proposed> = {},
): Proposed {
  const event = { type, v: 1, ...fields } as unknown as EventOf<T>
  return { ...when(on), receivedAt: today, capacity: { by: 'unknown' }, subject, event, class: 'white', ...more }
}

/** Strikes the place of an entry. */
export function strike(entry: Entry, more: Partial<Proposed> = {}): Proposed {
  return { ...refill(entry), event: null, ...more }
}

/** Fills the place of an entry again, with whatever is said to be different. */
export function refill(entry: Entry, more: Partial<Proposed> = {}): Proposed {
  const { position, recordedAt, recordedOn, command, place, recorder, ...tells } = entry
  return { ...tells, refills: place, ...more }
}

export function when(on: string): { readonly on: Dated; readonly time?: LocalTime } {
  const [from = on, to] = on.split('/')
  if (to !== undefined) return { on: { from: calendarDate(from), to: calendarDate(to), basis: 'bounded' } }
  const [day = on, time] = on.split('T')
  const stated: Dated = { from: calendarDate(day), to: calendarDate(day), basis: 'stated' }
  return time === undefined ? { on: stated } : { on: stated, time: time as LocalTime }
}

/** Numbers what is proposed as the log would. */
export function stamped(proposed: readonly Proposed[], nextPosition: number, now: Moment = today): readonly Entry[] {
  return proposed.map(({ refills, ...tells }, index) => {
    const position = nextPosition + index
    const recordedOn: CalendarDate = dayOf(now)
    return {
      ...tells,
      position,
      place: refills ?? position,
      recordedAt: `${recordedOn}T12:00:00.000Z`,
      recordedOn,
      command: `command ${nextPosition}`,
      recorder: 'a test',
    }
  })
}

export function logOf(entries: readonly Entry[]): TestLog {
  const facts = new Map<string, Entry>()
  const fillers = new Map<number, Entry>()
  for (const entry of entries) {
    if (entry.fact !== undefined) facts.set(entry.fact, entry)
    if (!entry.noted) fillers.set(entry.place, entry)
  }
  return { entries, lists: bySubject(entries), facts, fillers }
}

export const emptyLog: TestLog = logOf([])

/** A set through the door: the log with it, or why not. */
export function append(log: TestLog, proposed: readonly Proposed[], now: Moment = today, judge = admit): Verdict<TestLog> {
  const entries = stamped(proposed, log.entries.length + 1, now)
  const verdict = judge(log, entries, now)
  return isRefused(verdict) ? verdict : logOf([...log.entries, ...entries])
}

/** A log of these sets, each admitted. Throws where one is refused. */
export function logged(...sets: readonly (readonly Proposed[])[]): TestLog {
  return sets.reduce((log, set) => {
    const next = append(log, set)
    if (isRefused(next)) throw new Error(`${next.refused} [${next.remedies.join('; ')}]`)
    return next
  }, emptyLog)
}

/** The believed entries of a single set, as the log would number them: for tests of `evolve`. */
export const history = (...proposed: readonly Proposed[]): readonly Entry[] => stamped(proposed, 1)

/** The start of a day, or the moment written out. */
export const at = (text: string): Moment => (text.includes('T') ? (text as Moment) : startOfDay(calendarDate(text)))
