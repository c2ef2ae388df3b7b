import type { Moment } from './calendar/moment.ts'
import { type Classification, classifications, type Entry } from './entry.ts'

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

/** Who sends a command: on the public register only installing a pack and importing are there. */
export type Principal = { readonly id: string; readonly roles: readonly Role[] }
export type Role = 'administrator' | 'importer' | 'public'

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
