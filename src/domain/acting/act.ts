import type { CalendarDate, Dated } from '../calendar/calendar-date.ts'
import type { LocalTime, Moment } from '../calendar/moment.ts'
import type { EvidenceFile } from '../document/acts.ts'
import type { Classification, Entry, Source, Subject, TextId } from '../entry.ts'
import type { Event } from '../events.ts'
import type { Verdict } from '../refusal.ts'
import { type Register, ruleOn } from '../register.ts'
import type { Row } from '../rulebook/rulebook.ts'

/**
 * An act: a step that somebody takes in the process, done here or recorded on his behalf. A command holds one or more of them.
 * Its fields are what was decided; days, outcomes and deadlines that follow from them are worked out by its rule.
 */
export type ActOf<T extends string, F extends object = object> = {
  readonly act: T
  /** What it is about; `modification/new` and the like where it founds one that has no number yet. */
  readonly subject: Subject
  readonly recorded?: Recorded
} & F

/** How an act came to us. Without any of it: done here and now, by who sends it. */
export type Recorded = {
  /** Who acted: a body, a Party, a provider. 'unknown' where the source does not tell. */
  readonly by?: Subject | 'unknown'
  readonly on?: Dated
  readonly time?: LocalTime
  /** The order within the day, where it matters. */
  readonly nth?: number
  /** When it reached us: deadlines are judged by it. */
  readonly receivedAt?: Moment
  readonly source?: Source
  readonly evidence?: TextId
  /** The letter, e-mail or minutes themselves. */
  readonly file?: EvidenceFile
  /** Under an embargo until then. */
  readonly publicAt?: Moment
  /** Why it is right although a rule asks for a reason. */
  readonly reason?: TextId
  /** An act under direction: the rows that a letter sets aside. A second person confirms it. */
  readonly direction?: { readonly rows: readonly string[]; readonly letter: TextId }
  /** The last entry of its subject that the form showed: an act that overwrites is refused where another came since. */
  readonly seen?: number
}

/** What a rule is given besides the act. */
export type Given = {
  /** The register just before the act, with all that is known now and nothing hidden. */
  readonly register: Register
  /** All that is recorded of a subject, of whatever day: what is numbered takes no number that was given before. */
  readonly recorded: (subject: Subject) => readonly Entry[]
  /** The server's clock. */
  readonly now: Moment
  /** When the act takes effect. */
  readonly at: Moment
  /** Its day. */
  readonly day: CalendarDate
  readonly receivedAt: Moment
  /** Who acted. */
  readonly by: Subject | 'unknown'
  /** The real instant of the recording (UTC); left out where a page only asks what may be done. */
  readonly instant?: string | undefined
}

/** What one act records: one or more events, each at its day unless it says another. */
export type Telling = {
  /** Left out: the subject of the act. */
  readonly subject?: Subject
  /** `null` strikes the place that it refills. */
  readonly event: Event | null
  readonly on?: Dated
  readonly class?: Classification
  readonly restsOn?: readonly number[]
  /** The place that it mends; left out: a place of its own. */
  readonly refills?: number
  /** Told as this was: its day, who acted, its source, class and embargo. */
  readonly as?: Pick<Entry, 'on' | 'capacity' | 'receivedAt' | 'class'> &
    Partial<Pick<Entry, 'nth' | 'source' | 'publicAt' | 'evidence' | 'restsOn' | 'setAside'>> & { readonly time?: LocalTime | undefined }
  readonly evidence?: readonly TextId[]
  /** Under an embargo until then, whatever was told of the act. */
  readonly publicAt?: Moment
  /** It does not say who acted, by what source or on what evidence. */
  readonly nameless?: true
  /** Kept by who records it: not of the one for whom the act is recorded. */
  readonly kept?: true
}

/** A row of the rulebook that an act does not keep. What follows is said by the row's enforcement. */
export type Broken = { readonly row: string; readonly why: string; readonly remedies: readonly string[] }

/** Why an act does not fit where its subject stands, and what would let it. */
export type Unfit = { readonly why: string; readonly remedies: readonly string[] }

export type ActRule<A extends ActOf<string>> = {
  /** The row that governs it: every refusal cites its clause. */
  readonly row: string
  /** Whether it can be done to the subject as it stands. No field is asked: the page shows only what fits. */
  readonly fits: (given: Given, subject: Subject) => true | Unfit
  /** Which rows its details break. */
  readonly breaks?: (given: Given, act: A) => readonly Broken[]
  /** What it records; refused where a field names what is not there. */
  readonly tells: (given: Given, act: A) => Verdict<readonly Telling[]>
  /** It replaces what was told before: refused when that changed after the form was shown. */
  readonly overwrites?: true
  /** A second person confirms it before it stands. */
  readonly twoPeople?: true
  /** It publishes what was not: while it waits for a person it is as unseen as that. */
  readonly publishes?: true
  /** It is never of an earlier time: what was written for a paper after its approval would come before it. */
  readonly nowOnly?: true
  /** It decides, puts in force or passes on: what rows say to it is shown before it is recorded. */
  readonly warnsFirst?: true
}

/** One rule for each act. */
export type Rules<A extends ActOf<string>> = { readonly [T in A['act']]: ActRule<Extract<A, { readonly act: T }>> }

export const fits = true as const
export const unfit = (why: string, ...remedies: readonly string[]): Unfit => ({ why, remedies })
export const broken = (row: string, why: string, ...remedies: readonly string[]): Broken => ({ row, why, remedies })

/** The row in force on the day of the act; undefined where the rulebook has none. */
export const rowFor = ({ register, day }: Pick<Given, 'register' | 'day'>, id: string): Row | undefined => ruleOn(register, id, day)?.value

/** The number of Working Days (or months) that a row tells; undefined where it tells none. */
export function countIn(given: Given, row: string): number | undefined {
  const value = rowFor(given, row)?.value
  if (value?.kind === 'working days') return value.days
  return value?.kind === 'months' ? value.months : undefined
}

/** The word that a row tells, such as the body that converts; of a table, the word for a key. */
export function wordOf(given: Pick<Given, 'register' | 'day'>, row: string, key?: string): string | undefined {
  const value = rowFor(given, row)?.value
  if (value?.kind === 'table') return key === undefined ? undefined : value.entries[key]
  return value?.kind === 'word' ? value.word : undefined
}
