import type { Entry, Proposed } from '../entry.ts'
import type { Event } from '../events.ts'

/**
 * One sourced fact, as a set of a sample or of a migration gives it. Its id `source/subject/event/n` is its idempotency key:
 * the same again does nothing, changed content refills its place.
 */
export type ImportedFact = Pick<
  Proposed,
  'on' | 'time' | 'nth' | 'receivedAt' | 'capacity' | 'subject' | 'class' | 'publicAt' | 'source' | 'evidence'
> & {
  readonly fact: string
  /** `null` strikes the place of the fact named in `strikes`. */
  readonly event: Event | null
  /** The fact whose place this one strikes. */
  readonly strikes?: string
  /** Another source was chosen: this one is kept beside the place of that fact. */
  readonly beside?: string
}

/** The log as importing needs it: each fact's last entry, and the last entry of each place. */
export type FactIndex = {
  readonly facts: ReadonlyMap<string, Entry>
  readonly fillers: ReadonlyMap<number, Entry>
}

/** What an import does to each fact. */
export type ImportOutcome = {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly unchanged: readonly string[]
  /** Could not stand, with why and what would let it; kept as noted where the command says so. */
  readonly waiting: readonly { readonly fact: string; readonly why: string; readonly remedies: readonly string[] }[]
  readonly besides: readonly string[]
}
