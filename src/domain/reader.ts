// Who sees what: a reader, what he may see of the log, and every view in which what is recorded must stand.
import { BEGINNING, compareText, type Moment } from './calendar/moment.ts'
import { type Classification, classifications, type Entry, kindOf, type Subject } from './entry.ts'
import { lastOnly, standsAlone } from './event-kinds.ts'
import type { Seat } from './organisation/seats.ts'

/**
 * For whom a register is folded. `clearance` is the highest class he may read; `embargoed`: he sees what is under embargo;
 * `own`: the organisations and bodies for which he acts; `seats`: those in which he sits. Rights are today's, whatever the date asked.
 */
export type Reader = {
  readonly clearance: Classification
  readonly embargoed: boolean
  readonly own: readonly Subject[]
  readonly seats?: readonly Seat[]
  /** He sees what is drafted for a report that is not published. Who sees what is under an embargo sees it too. */
  readonly drafts?: true
}

export const publicReader: Reader = { clearance: 'white', embargoed: false, own: [] }
/** What the log itself is judged by: nothing hidden. */
export const everything: Reader = { clearance: 'red', embargoed: true, own: [] }
/** Who acts for these, or sits in a body: what is for Parties, what these told themselves, and what his seats said. */
export const memberReader = (own: readonly Subject[], seats: readonly Seat[] = []): Reader => ({
  clearance: 'green',
  embargoed: false,
  own,
  ...(seats.length > 0 ? { seats } : {}),
})

/**
 * The entries that a reader may see, as of now. Above his class or under an embargo he sees what was done by or for one of his own, of the
 * kinds on which nothing else stands. Of a report that is drafted here he sees nothing before it is published, and then all that his class
 * lets. `among`: where what an entry strikes, what took its place, or that it was published is looked up, if these are not all of their subjects.
 */
export function seenBy(entries: readonly Entry[], reader: Reader, now: Moment, among: readonly Entry[] = entries): readonly Entry[] {
  return seesAll(reader) ? entries : entries.filter(seerOf(reader, now, among))
}

/** Nothing is hidden from him. */
export const seesAll = (reader: Reader): boolean => reader.clearance === 'red' && reader.embargoed

/** Whether a reader may see an entry, now. */
export function seerOf(reader: Reader, now: Moment, among: readonly Entry[]): (entry: Entry) => boolean {
  let isReplaced: ((entry: Entry) => boolean) | undefined
  let isOwn: ((entry: Entry) => boolean) | undefined
  let published: ReadonlySet<Subject> | undefined
  return (entry) => {
    if (seesAll(reader)) return true
    if (!reader.embargoed && !reader.drafts && kindOf(entry.subject) === 'publication') {
      published ??= publishedAmong(among)
      if (!published.has(entry.subject)) return false
    }
    if (isOpenTo(entry, reader, now)) {
      if (reader.embargoed || !isPublishedLast(entry)) return true
      isReplaced ??= replacedAmong(among)
      if (!isReplaced(entry)) return true
    }
    if (reader.own.length === 0 && !reader.seats) return false
    isOwn ??= ownedBy(reader, among)
    return isOwn(entry)
  }
}

const isPublishedLast = ({ event, publicAt }: Entry): boolean => event !== null && publicAt !== undefined && lastOnly(event.type)

/** What was said under an embargo, and said otherwise or struck since, whoever may see that: it never becomes public. */
function replacedAmong(among: readonly Entry[]): (entry: Entry) => boolean {
  const last = new Map(among.filter(({ noted }) => !noted).map(({ place, position }) => [place, position]))
  return ({ place, position }) => position < (last.get(place) ?? 0)
}

const publishedAmong = (among: readonly Entry[]): ReadonlySet<Subject> =>
  new Set(among.flatMap(({ event, subject }) => (event?.type === 'PaperPublished' ? [subject] : [])))

function isOpenTo(entry: Entry, reader: Reader, now: Moment): boolean {
  if (rankOf(entry.class) > rankOf(reader.clearance)) return false
  return reader.embargoed || entry.publicAt === undefined || entry.publicAt <= now
}

/**
 * What strikes one's own entry is one's own, whoever struck it: of its place, or of its fact where it lets go what waited. A draft that is not
 * raised is whole of who submitted it: what the critical friend says of it, too.
 */
function ownedBy({ own, seats = [] }: Pick<Reader, 'own' | 'seats'>, among: readonly Entry[]): (entry: Entry) => boolean {
  const isTold = (entry: Entry) => own.includes(ownerOf(entry) as Subject) || seats.some((seat) => isOfSeat(entry, seat))
  // What was written for a report comes with the report, to whom its class lets.
  const tells = (entry: Entry) =>
    entry.event !== null && standsAlone(entry.event.type) && kindOf(entry.subject) !== 'publication' && isTold(entry)
  const told = among.filter(tells)
  const places = new Set(told.map(({ place }) => place))
  const facts = new Set(told.flatMap(({ fact }) => fact ?? []))
  const drafts = new Set(among.flatMap((entry) => (own.includes(submittedBy(entry) as Subject) ? [entry.subject] : [])))
  return (entry) =>
    drafts.has(entry.subject) || (entry.event === null ? places.has(entry.place) || facts.has(entry.fact ?? '') : tells(entry))
}

const submittedBy = ({ event }: Entry): Subject | undefined => (event?.type === 'SubmittedForReview' ? event.by : undefined)

/** Whose an entry is: of the one for whom it was done. */
export const ownerOf = ({ capacity: { by, behalfOf } }: Pick<Entry, 'capacity'>): Subject | 'unknown' => behalfOf ?? by

/** A vote is the body's, and of the seat that said it. */
const isOfSeat = (entry: Entry, { body, seat }: Seat): boolean =>
  entry.event?.type === 'VoteCast' && entry.event.seat === seat && ownerOf(entry) === body

/** Whether somebody who acts for a member may not see it, now or before: above what is for Parties, or under an embargo. */
export const isKeptBack = (entry: Pick<Entry, 'class' | 'publicAt'>): boolean =>
  rankOf(entry.class) > rankOf('green') || entry.publicAt !== undefined

/** The order of what more readers see, and sooner. */
export const morePublicFirst = (a: Entry, b: Entry): number =>
  rankOf(a.class) - rankOf(b.class) || compareText(a.publicAt ?? BEGINNING, b.publicAt ?? BEGINNING)

const ranks: Record<Classification, number> = { white: 0, green: 1, amber: 2, red: 3 }
const rankOf = (classification: Classification) => ranks[classification]

/** Every reader without anything of his own: each class, without and with what is under embargo. */
export const everyClass: readonly Reader[] = [
  ...classifications.map((clearance): Reader => ({ clearance, embargoed: false, own: [] })),
  everything,
]

/**
 * Every reader whose view of these entries must stand: each class; whoever acts for one that has something kept back among them; and who acts
 * for all of those. Between these nothing new can be seen, since nothing stands on what is seen as one's own: who sits in a seat sees less than
 * who acts for its body.
 */
export function readersOf(entries: readonly Entry[]): readonly Reader[] {
  const kept = entries.filter(isKeptBack)
  const owners = kept.length === 0 ? [] : ownersAmong(entries).filter((owner) => kept.some(ownedBy({ own: [owner] }, entries)))
  return [...everyClass, ...owners.map((owner) => memberReader([owner])), ...(owners.length > 1 ? [memberReader(owners)] : [])]
}

function ownersAmong(entries: readonly Entry[]): readonly Subject[] {
  const alone = entries.filter(({ event }) => event !== null && standsAlone(event.type))
  const owners = [...alone.map(ownerOf), ...entries.flatMap((entry) => submittedBy(entry) ?? [])]
  return [...new Set(owners)].filter((owner) => owner !== 'unknown').sort()
}

/** Who reads, and when: the views in which what is recorded must stand. */
export type View = { readonly reader: Reader; readonly now: Moment }

/** Every view of these entries that can be asked for from now on; one, where nothing among them is hidden from anybody. */
export function viewsOf(entries: readonly Entry[], now: Moment): readonly View[] {
  if (entries.every((entry) => entry.class === 'white' && entry.publicAt === undefined)) return [{ reader: everything, now }]
  const readers = readersOf(entries)
  return [now, ...embargoEnds(entries, now)].flatMap((moment) => readers.map((reader) => ({ reader, now: moment })))
}

/** The moments at which some entry's embargo ends, after a moment. */
export function embargoEnds(entries: readonly Entry[], after: Moment): readonly Moment[] {
  const ends = new Set<Moment>()
  for (const entry of entries) if (entry.publicAt !== undefined && entry.publicAt > after) ends.add(entry.publicAt)
  return [...ends].sort()
}
