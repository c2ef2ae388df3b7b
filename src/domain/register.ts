import { type CalendarDate, calendarDate } from './calendar/calendar-date.ts'
import { compareText, FOREVER, type Moment } from './calendar/moment.ts'
import type { BankHoliday } from './calendar/working-days.ts'
import { type WorkingCalendar, workingCalendar } from './calendar/working-days.ts'
import type { Document } from './document/document.ts'
import { type Entry, idOf, kindOf, type Subject } from './entry.ts'
import type { Fact } from './fact.ts'
import type { LogState } from './log-opened.ts'
import type { Meeting } from './meeting/meeting.ts'
import type { Modification } from './modification/modification.ts'
import { compareIds, type ModificationId } from './modification/reference.ts'
import type { Body } from './organisation/body.ts'
import type { Organisation } from './organisation/organisation.ts'
import { type IssuedPaper, isIssued, type Paper } from './paper/paper.ts'
import type { Publication } from './publication/publication.ts'
import type { Release } from './release/release.ts'
import type { Version } from './release/version.ts'
import { type HolidayState, type Row, type RuleState, rowInForce } from './rulebook/rulebook.ts'
import { type State, untilOf } from './subject-state.ts'
import type { Submission } from './submission/submission.ts'

/** One subject as one reader may see it: what is believed of it, and the entries that say so, in order of moment. */
export type SubjectRecord = {
  readonly state: State
  readonly history: readonly Entry[]
  /** The moment of its first entry after the one asked for; `FOREVER` when none is known. */
  readonly next: Moment
}

/**
 * The register: all that is believed at a moment, as known at a position of the log, by one reader.
 * Every page, figure, feed and paper is a pure function of it.
 */
export type Register = {
  /** The moment it tells of. */
  readonly on: Moment
  /** The position of the last entry it was folded from. Not to be shown: what is hidden from its reader counts in it. */
  readonly known: number
  /** The position of the last entry that its reader may see; 0 where he may see none. */
  readonly seen: number
  readonly subjects: ReadonlyMap<Subject, SubjectRecord>
  /** Subjects of which something is recorded and nothing has happened yet, with the moment of their first entry. */
  readonly awaited: ReadonlyMap<Subject, Moment>
  /** Entries that fill no place: they wait for a person, or stand beside the source that was chosen. */
  readonly noted: readonly Entry[]
  readonly calendar: WorkingCalendar
  /** When it next changes by itself: something closes or lapses, or a fact dated later begins. */
  readonly until: Moment
  /** When the next embargo in the log ends, by the clock and whatever the moment asked. */
  readonly embargoUntil: Moment
}

export function makeRegister(parts: Omit<Register, 'calendar' | 'until'>, calendar?: WorkingCalendar): Register {
  let until: Moment = earliest(FOREVER, ...parts.awaited.values())
  for (const { state, next } of parts.subjects.values()) {
    until = earliest(until, next, untilOf(state))
  }
  return { ...parts, calendar: calendar ?? calendarOf(parts.subjects), until }
}

const earliest = (...moments: readonly Moment[]): Moment => moments.reduce((a, b) => (b < a ? b : a))

function calendarOf(subjects: Register['subjects']): WorkingCalendar {
  const holidays: BankHoliday[] = []
  for (const { state } of subjects.values()) if (state.kind === 'holiday') holidays.push(state.declared.value)
  const years = holidays.map(({ date }) => date.slice(0, 4)).sort()
  return workingCalendar(holidays, calendarDate(`${years[0] ?? '2000'}-01-01`), calendarDate(`${years.at(-1) ?? '2000'}-12-31`))
}

type Kinds = {
  modification: Modification
  release: Release
  meeting: Meeting
  body: Body
  organisation: Organisation
  paper: Paper
  publication: Publication
  version: Version
  rule: RuleState
  holiday: HolidayState
  submission: Submission
  document: Document
  log: LogState
}
/** A subject with its id, as the finders give it. */
export type Found<K extends keyof Kinds> = {
  readonly id: string
  readonly subject: Subject
  readonly state: Kinds[K]
  readonly history: readonly Entry[]
}

/** One subject; undefined when this register knows nothing of it. */
export function find<K extends keyof Kinds>(register: Register, kind: K, id: string): Found<K> | undefined {
  const subject: Subject = `${kind}/${id}`
  const record = register.subjects.get(subject)
  return record && { id, subject, state: record.state as Kinds[K], history: record.history }
}

/** All subjects of a kind, in order of id (modifications by number). */
export function all<K extends keyof Kinds>(register: Register, kind: K): readonly Found<K>[] {
  const found: Found<K>[] = []
  for (const [subject, record] of register.subjects)
    if (kindOf(subject) === kind) found.push({ id: idOf(subject), subject, state: record.state as Kinds[K], history: record.history })
  const compare =
    kind === 'modification'
      ? (a: string, b: string) => compareIds(a as ModificationId, b as ModificationId)
      : (a: string, b: string) => (a < b ? -1 : 1)
  return found.sort((a, b) => compare(a.id, b.id))
}

/** A periodic paper that was issued: it has a month, and a reference of its own. */
export type FoundIssued = Found<'paper'> & { readonly state: IssuedPaper }
export const issuedPapers = (register: Register): readonly FoundIssued[] =>
  all(register, 'paper').flatMap((paper) => (isIssued(paper.state) ? [{ ...paper, state: paper.state }] : []))

export const modifications = (register: Register): readonly Found<'modification'>[] => all(register, 'modification')

/** The row of the rulebook in force on a day, as this register knows it. */
export function ruleOn(register: Register, id: string, day: CalendarDate): Fact<Row> | undefined {
  return rowInForce(find(register, 'rule', id)?.state, day)
}

/** The entry at a place, as believed; from a fact to its source. */
export function entryAt(found: { readonly history: readonly Entry[] }, place: number): Entry | undefined {
  return found.history.find((entry) => entry.place === place)
}

/** The modifications in the scope of a release (implemented by it or to be), with the part of each. */
export function scopeOf(register: Register, release: Subject): readonly (Found<'modification'> & { readonly part: number })[] {
  return modifications(register).flatMap((found) =>
    Object.entries(found.state.parts)
      .filter(([, part]) => part.release?.value === release || part.implemented?.value.release === release)
      .map(([part]) => ({ ...found, part: Number(part) })),
  )
}

/** What was before meetings of this modification. */
export function meetingsOf(register: Register, modification: Subject): readonly Found<'meeting'>[] {
  return all(register, 'meeting')
    .filter(({ state }) => state.items.some((item) => item.value.modification === modification))
    .sort((a, b) => compareText(a.state.day, b.state.day))
}

/** A published path, of ours or an older site, to the subject it led to; the entry that told of it first, where several subjects claim it. */
export function subjectAt(register: Register, path: string): { readonly subject: Subject; readonly place: number } | undefined {
  let first: { readonly subject: Subject; readonly place: number } | undefined
  for (const [subject, { state, history }] of register.subjects) {
    if (state.kind !== 'modification' && state.kind !== 'release') continue
    const letter = history.find(({ event }) => event?.type === 'DateChangeRequested' && event.letter?.address === path)
    const place = state.addresses.find(({ value }) => value === path)?.place ?? letter?.place
    if (place !== undefined && (!first || place < first.place)) first = { subject, place }
  }
  return first
}
