import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Moment } from '../domain/calendar/moment.ts'
import type { Entry, Proposed, TextId } from '../domain/entry.ts'
import type { Verdict } from '../domain/refusal.ts'
import type { Part } from './commitment.ts'

/** Now, as the log stamps it: the real instant, and the London day and moment by the log's own clock. */
export type Stamp = { readonly instant: string; readonly day: CalendarDate; readonly moment: Moment }

/** Up to where a process has read: the position and the leaf there, so that a log put back from an older copy is noticed. */
export type Cursor = { readonly position: number; readonly leaf: string }

/** What came after a cursor; `restarted` when the cursor's leaf is not in this log, and `entries` are all there are. */
export type Caught = { readonly entries: readonly Entry[]; readonly restarted: boolean; readonly cursor: Cursor }

export type AppendRequest = {
  readonly code: string
  /** Who sends it, and its idempotency key: the same key and request get the first answer, another request is refused. */
  readonly principal: string
  readonly key: string
  readonly requestHash: string
  readonly recorder: string
  /** Texts named by the proposed events, made durable in the same transaction. */
  readonly texts: readonly SaltedText[]
  readonly cursor: Cursor
}

export type SaltedText = { readonly id: TextId; readonly salt: Uint8Array; readonly bytes: Uint8Array }

/**
 * What `append` tells. New: `caught` is what was unread before it, then come `entries`. `repeated`: `entries` are those found under its
 * key, and are among `caught` too where they were unread. `cursor` is where the process then stands.
 */
export type Appended = { readonly entries: readonly Entry[]; readonly repeated: boolean; readonly caught: Caught; readonly cursor: Cursor }

/**
 * The log: the only truth about the register. Entries are never updated or deleted.
 * `decide` runs under the lock, after catching up; it is given what was unread and the stamp, and returns what to append. A refusal or an
 * exception of it leaves nothing. `append` resolves once the entries are durable; every failure of the log itself is a `LogError`.
 */
export type Log = {
  readonly catchUp: (cursor: Cursor) => Promise<Caught>
  readonly append: (
    request: AppendRequest,
    decide: (caught: Caught, stamp: Stamp) => Verdict<readonly Proposed[]>,
  ) => Promise<Verdict<Appended>>
  /** A text as it was written; undefined where it is not held. */
  readonly text: (id: TextId) => Promise<string | undefined>
  /** The leaves of the first entries, in order: what a Merkle root is made of. */
  readonly leaves: (upTo: number) => Promise<readonly string[]>
  /** Every entry as it is kept, without who typed it; `body` is missing where it was erased. */
  readonly sealed: () => Promise<readonly KeptEntry[]>
  /** A text with its salt, as it is kept. */
  readonly saltedText: (id: TextId) => Promise<SaltedText | undefined>
  /** The demo clock's row: what the clock showed at a real instant; undefined on a real log. */
  readonly readClock: () => Promise<ClockRow | undefined>
  /** Only forward: throws `LogError` for a row that shows less than the one there is; the same again does nothing. */
  readonly moveClock: (row: ClockRow) => Promise<void>
  readonly close: () => Promise<void>
}

/** An envelope in canonical JSON with its leaf (hex), and the body that its commitment hides. */
export type KeptEntry = { readonly position: number; readonly envelope: string; readonly leaf: string; readonly body: Part | undefined }

export type ClockRow = { readonly shows: Moment; readonly since: string }

export const beginning: Cursor = { position: 0, leaf: '' }
