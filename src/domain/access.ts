import type { Moment } from './calendar/moment.ts'
import { type Classification, classifications, type Entry, type Subject } from './entry.ts'

/**
 * For whom a register is folded. `clearance` is the highest class he may read; `embargoed`: he sees what is under embargo
 * (only who recorded it does). Rights are today's, whatever the date asked.
 */
export type Reader = { readonly clearance: Classification; readonly embargoed: boolean }

export const publicReader: Reader = { clearance: 'white', embargoed: false }
/** What the log itself is judged by: nothing hidden. */
export const everything: Reader = { clearance: 'red', embargoed: true }

/** The entries that a reader may see, as of now. */
export function seenBy(entries: readonly Entry[], reader: Reader, now: Moment): readonly Entry[] {
  if (reader.clearance === 'red' && reader.embargoed) return entries
  return entries.filter((entry) => maySee(entry, reader, now))
}

export function maySee(entry: Entry, reader: Reader, now: Moment): boolean {
  if (rankOf(entry.class) > rankOf(reader.clearance)) return false
  return reader.embargoed || entry.publicAt === undefined || entry.publicAt <= now
}

const ranks: Record<Classification, number> = { white: 0, green: 1, amber: 2, red: 3 }
const rankOf = (classification: Classification) => ranks[classification]

/** Every reader whose view must stand: each class, without and with what is under embargo. */
export const everyReader: readonly Reader[] = [...classifications.map((clearance) => ({ clearance, embargoed: false })), everything]

/** Who reads, and when: the views in which what is recorded must stand. */
export type View = { readonly reader: Reader; readonly now: Moment }

/** Every view of these entries that can be asked for from now on; one, where nothing among them is hidden from anybody. */
export function viewsOf(entries: readonly Entry[], now: Moment): readonly View[] {
  if (entries.every((entry) => entry.class === 'white' && entry.publicAt === undefined)) return [{ reader: everything, now }]
  return [now, ...embargoEnds(entries, now)].flatMap((moment) => everyReader.map((reader) => ({ reader, now: moment })))
}

/** The moments at which some entry's embargo ends, after a moment. */
export function embargoEnds(entries: readonly Entry[], after: Moment): readonly Moment[] {
  const ends = new Set<Moment>()
  for (const entry of entries) if (entry.publicAt !== undefined && entry.publicAt > after) ends.add(entry.publicAt)
  return [...ends].sort()
}

/**
 * Who sends a command. An account says only who acts for whom: what follows from it is in the register (which body has which capacity,
 * who holds a seat, whose proposal it is) and in the table below.
 */
export type Principal = {
  /** Opaque: never a name. */
  readonly id: string
  readonly roles: readonly Role[]
  /** The bodies (as their chair or secretary) and organisations for which he acts. */
  readonly actsFor: readonly Subject[]
  /** The seats in which he sits, himself or as an alternate. */
  readonly seats: readonly Seat[]
}
/** The administrator records for everyone; an importer brings sets of sourced facts. */
export type Role = 'administrator' | 'importer'
/** A seat of a body, by its name there: `large-supplier-1`. */
export type Seat = { readonly body: Subject; readonly seat: string }

/** Nobody who signed in: he reads. */
export const anyone: Principal = { id: 'public', roles: [], actsFor: [], seats: [] }

/** What somebody may read: who administers sees all; who acts for a body of the code, or a Party, what is for Parties; others what is public. */
export function readerOf(principal: Principal): Reader {
  if (principal.roles.includes('administrator')) return everything
  return principal.actsFor.length + principal.seats.length > 0 ? { clearance: 'green', embargoed: false } : publicReader
}

/** Which roles may give which command. */
const mayGive: Record<CommandType, readonly Role[]> = {
  OpenRegister: ['administrator'],
  InstallPack: ['administrator'],
  ImportFacts: ['administrator', 'importer'],
}

export function mayIssue(principal: Principal, command: CommandType): boolean {
  return mayGive[command].some((role) => principal.roles.includes(role))
}

export type CommandType = 'OpenRegister' | 'InstallPack' | 'ImportFacts'
