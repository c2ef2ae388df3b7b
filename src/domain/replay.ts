import type { CalendarDate } from './calendar/calendar-date.ts'
import { compareText, FOREVER, type Moment } from './calendar/moment.ts'
import { type Entry, momentOf, type Subject } from './entry.ts'
import { foundingRank } from './event-kinds.ts'
import { isMisfit, type Misfit } from './misfit.ts'
import { embargoEnds, type Reader, seenBy, seerOf } from './reader.ts'
import { makeRegister, type Register, type SubjectRecord } from './register.ts'
import { evolve, type State, settle } from './subject-state.ts'

/** What of the log is asked for: the moment told of, the last position known, the reader, and now (for embargoes). */
export type Asked = { readonly on: Moment; readonly known: number; readonly reader: Reader; readonly now: Moment }

/** The entries by subject, each list in order of position. A place keeps its subject for ever, so each list replays alone. */
export function bySubject(entries: readonly Entry[]): ReadonlyMap<Subject, readonly Entry[]> {
  const lists = new Map<Subject, Entry[]>()
  for (const entry of entries) {
    const list = lists.get(entry.subject)
    if (list) list.push(entry)
    else lists.set(entry.subject, [entry])
  }
  return lists
}

/**
 * Of each place its last entry by position, `noted` ones apart and struck ones left out,
 * ordered by moment, nth, what founds first, and place.
 */
export function believed(entries: readonly Entry[]): readonly Entry[] {
  let ordered = true
  let last: Entry | undefined
  let refilled = false
  for (const entry of entries) {
    if (entry.place !== entry.position || entry.noted || entry.event === null) refilled = true
    else if (ordered && last && compareInTime(last, entry) > 0) ordered = false
    last = entry
  }
  if (!refilled && ordered) return entries
  const standing = refilled ? lastOfEachPlace(entries) : [...entries]
  return standing.sort(compareInTime)
}

function lastOfEachPlace(entries: readonly Entry[]): Entry[] {
  const places = new Map<number, Entry>()
  for (const entry of entries) if (!entry.noted) places.set(entry.place, entry)
  return [...places.values()].filter((entry) => entry.event !== null)
}

/** The order in which believed entries are folded. */
export function compareInTime(a: Entry, b: Entry): number {
  if (a.on.to !== b.on.to) return a.on.to < b.on.to ? -1 : 1
  return (
    compareText(momentOf(a), momentOf(b)) ||
    (a.nth ?? 0) - (b.nth ?? 0) ||
    foundingRank(a.event?.type) - foundingRank(b.event?.type) ||
    a.place - b.place
  )
}

/** One step of the fold: what has closed or lapsed by then, and then the entry. */
export function step(state: State | undefined, entry: Entry): State | Misfit {
  return evolve(state && settle(state, momentOf(entry)), entry)
}

/** Folds believed entries of one subject up to a moment; undefined when none has happened by then. */
export function foldSubject(ordered: readonly Entry[], on: Moment): SubjectRecord | Misfit | undefined {
  let state: State | undefined
  let count = 0
  for (const entry of ordered) {
    if (momentOf(entry) > on) break
    const next = step(state, entry)
    if (isMisfit(next)) return next
    state = next
    count++
  }
  if (!state) return undefined
  const later = ordered[count]
  return { state: settle(state, on), history: later ? ordered.slice(0, count) : ordered, next: later ? momentOf(later) : FOREVER }
}

/**
 * The register at a moment, as known at a position, for a reader.
 * An admitted log has no misfit at any moment, position or reader; one that has (a damaged file) throws.
 */
export function registerAt(log: readonly Entry[], asked: Asked): Register {
  const known = asked.known >= log.length ? log : log.slice(0, asked.known)
  // What he may see is asked of all that is recorded: rights are today's, whatever was known then.
  const seen = seenBy(log, asked.reader, asked.now)
  const seenThen = known === log ? seen : seen.filter(({ position }) => position <= asked.known)
  const begun: Begun = { subjects: new Map(), awaited: new Map() }
  for (const [subject, entries] of bySubject(seenThen)) fill(begun, subject, entries, asked)
  return makeRegister({ ...described(known, asked), ...begun, noted: notedAmong(seenThen) })
}

/**
 * The same register after an append, refolding only the subjects that it touched; equal to a full replay.
 * `lists` are the entries by subject, with the new ones. May be asked only before `before.until` and, by the clock, before
 * `before.embargoUntil`: till then the rest stands still.
 */
export function refold(
  before: Register,
  added: readonly Entry[],
  log: readonly Entry[],
  lists: ReadonlyMap<Subject, readonly Entry[]>,
  asked: Asked,
): Register {
  const touched = new Set(added.map(({ subject }) => subject))
  const begun: Begun = { subjects: new Map(before.subjects), awaited: new Map(before.awaited) }
  for (const subject of touched) {
    begun.subjects.delete(subject)
    begun.awaited.delete(subject)
    fill(begun, subject, seenBy(lists.get(subject) ?? [], asked.reader, asked.now), asked)
  }
  const all = [...touched].flatMap((subject) => lists.get(subject) ?? [])
  const noted = notedAmong([...before.noted, ...seenBy(added, asked.reader, asked.now, all)])
  const holidaysStand = ![...touched].some((subject) => subject.startsWith('holiday/'))
  return makeRegister({ ...described(log, asked), ...begun, noted }, holidaysStand ? before.calendar : undefined)
}

type Begun = { readonly subjects: Map<Subject, SubjectRecord>; readonly awaited: Map<Subject, Moment> }

/** Of what its reader may see of it. */
function fill({ subjects, awaited }: Begun, subject: Subject, entries: readonly Entry[], asked: Asked): void {
  const ordered = believed(entries)
  const record = foldSubject(ordered, asked.on)
  if (isMisfit(record))
    throw new Error(`the log cannot be replayed: entry ${record.entry.position} of ${subject} cannot stand: ${record.misfit}`)
  if (record) subjects.set(subject, record)
  else if (ordered[0]) awaited.set(subject, momentOf(ordered[0]))
}

/** What is noted and still waits or stands beside: of each fact only while nothing later tells it. */
function notedAmong(entries: readonly Entry[]): readonly Entry[] {
  const noted = entries.filter((entry) => entry.noted)
  if (noted.length === 0) return noted
  const last = new Map(noted.map((entry) => [entry.fact, entry]))
  for (const entry of entries) if (entry.fact !== undefined && last.has(entry.fact)) last.set(entry.fact, entry)
  return noted.filter((entry) => entry.fact === undefined || last.get(entry.fact) === entry)
}

/** Of what is known only: an embargo set later changes nothing of it. */
function described(known: readonly Entry[], asked: Asked): Pick<Register, 'on' | 'known' | 'seen' | 'embargoUntil'> {
  return {
    on: asked.on,
    known: known.length,
    seen: known.findLast(seerOf(asked.reader, asked.now, known))?.position ?? 0,
    embargoUntil: embargoEnds(known, asked.now)[0] ?? FOREVER,
  }
}

/** The last position recorded by the end of a London day; 0 when the log began later. */
export function knownOnDay(log: readonly Entry[], day: CalendarDate): number {
  let low = 0
  let high = log.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((log[middle] as Entry).recordedOn <= day) low = middle + 1
    else high = middle
  }
  return low
}
