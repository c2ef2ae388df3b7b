import type { Act } from './acting/acts.ts'
import type { CalendarDate, Dated } from './calendar/calendar-date.ts'
import { type LocalTime, type Moment, moment } from './calendar/moment.ts'
import type { Event } from './events.ts'
import { same } from './same.ts'

/** How far a thing may be shared, lowest first. Source: SEC Panel Information Policy (M4.13). */
export const classifications = ['white', 'green', 'amber', 'red'] as const
export type Classification = (typeof classifications)[number]

export const subjectKinds = [
  'modification',
  'release',
  'meeting',
  'body',
  'organisation',
  'paper',
  'publication',
  'version',
  'rule',
  'holiday',
  /** A draft before it is raised. */
  'submission',
  /** A file with its versions, of whatever subject. */
  'document',
  'log',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** The one thing an entry is about: `modification/76`, `release/2019-11`, `body/panel`, `log/sec`. */
export type Subject = `${SubjectKind}/${string}`

declare const textId: unique symbol
/** The salted commitment (SHA-256, hex) of a text whose bytes lie beside the log. */
export type TextId = string & { readonly [textId]: 'TextId' }

declare const fileId: unique symbol
/** The salted commitment of a file's bytes, which lie beside the log as texts do. */
export type FileId = TextId & { readonly [fileId]: 'FileId' }

/** Who acted, in public: a body or an organisation in its capacity, never a person; and for whom, if for another. */
export type Capacity = { readonly by: Subject | 'unknown'; readonly behalfOf?: Subject }

/**
 * Where a fact comes from. All of it is published for good.
 * `reading` tells how the source was read where it does not say the thing outright.
 */
export type Source = {
  readonly title: string
  readonly where: string
  readonly published?: Dated
  readonly reading?: string
}

/** What one entry tells; the envelope around it is made by the log. */
export type Proposed = {
  /** The place it refills; absent: a place of its own. */
  readonly refills?: number
  /** When it happened in the world, by the London clock. It takes effect on `to`. */
  readonly on: Dated
  readonly time?: LocalTime
  /** The order within that moment, where the moment leaves it open: 1, 2, 3 … (unnumbered entries come first). */
  readonly nth?: number
  readonly receivedAt: Moment
  readonly capacity: Capacity
  readonly subject: Subject
  /** `null` strikes the place. */
  readonly event: Event | null
  /** Kept and shown, but fills no place: it waits, or another source was chosen (`beside` names that place). */
  readonly noted?: true
  readonly beside?: number
  readonly class: Classification
  /** Under an embargo until then. */
  readonly publicAt?: Moment
  readonly source?: Source
  readonly evidence?: readonly TextId[]
  /** The places on which a conclusion rests: none of them may be refilled without it. */
  readonly restsOn?: readonly number[]
  /** Why it is noted, where it is an act that waits in the queue: for another person to confirm it, or for what it cannot stand without. */
  readonly waitsFor?: 'a second person' | 'what is missing'
  /** The act that waits for what is missing, whole: offered again it is judged as the register is then. With the first of its entries. */
  readonly act?: Act
  /** The rows of the rulebook that a direction sets aside for it. */
  readonly setAside?: readonly string[]
  /** The stable id of an imported fact, `source/subject/event/n`: its idempotency key. Of an act that waits: `waiting/…`. */
  readonly fact?: string
}

export type Entry = Omit<Proposed, 'refills'> & {
  /** 1, 2, 3 … without gaps, in order of recording. */
  readonly position: number
  /** UTC, real, stamped under the lock: '2026-03-10T09:00:00.000Z'. */
  readonly recordedAt: string
  /** The London day of the recording, by the log's clock. */
  readonly recordedOn: CalendarDate
  /** All entries of one command are appended together. */
  readonly command: string
  /** Its position, or the place that it refills. */
  readonly place: number
  /** Who typed it: opaque. */
  readonly recorder: string
}

/** The moment at which an entry takes effect. */
export function momentOf(entry: Pick<Entry, 'on' | 'time'>): Moment {
  return moment(entry.on.to, entry.time)
}

/** Whether its day is only that of the source that lists it: when it happened is not told. */
export const isDayOfSource = ({ on, source }: Pick<Entry, 'on' | 'source'>): boolean =>
  on.basis === 'inferred' && on.to === source?.published?.to

/** Whether what fills a place tells what was told there before, to other readers: it corrects nothing. */
export const tellsTheSame = (before: Entry, after: Entry): boolean =>
  after.event !== null && same(before.event, after.event) && same(before.on, after.on) && before.time === after.time

/** How an entry is called in a refusal: by its fact id, else by its position. */
export const entryName = (entry: Pick<Entry, 'fact' | 'position'>): string => entry.fact ?? `entry ${entry.position}`

/** The entry at a position, of entries in order of position: where some are hidden, it is not the one at that index. */
export function entryAtPosition(entries: readonly Entry[], position: number): Entry | undefined {
  const at = entries[position - 1]
  if (at?.position === position) return at
  return entries.slice(0, position).findLast((entry) => entry.position === position)
}

export function kindOf(subject: Subject): SubjectKind {
  return subject.slice(0, subject.indexOf('/')) as SubjectKind
}

export function idOf(subject: Subject): string {
  return subject.slice(subject.indexOf('/') + 1)
}
