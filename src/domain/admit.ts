import { longDay, longMoment } from './calendar/format.ts'
import { dayOf, FOREVER, type Moment } from './calendar/moment.ts'
import { citedKept } from './cited-kept.ts'
import { conclusionsKept } from './conclusions-kept.ts'
import { type Entry, entryAtPosition, entryName, type Subject } from './entry.ts'
import { isMisfit } from './misfit.ts'
import { orderIsTold } from './order-told.ts'
import { embargoEnds, everything, seenBy, seesAll, type View, viewsOf } from './reader.ts'
import { type Refused, refused, type Verdict } from './refusal.ts'
import { remediesFor } from './remedies.ts'
import { believed, foldSubject } from './replay.ts'

/** The log as `admit` needs it: all entries, and by subject. */
export type Recorded = { readonly entries: readonly Entry[]; readonly lists: ReadonlyMap<Subject, readonly Entry[]> }

/**
 * Whether a set may be appended: each subject touched folds to the end of time without a misfit in every view that can be asked for,
 * entries of one moment fold alike in any order, places keep their subject and event, conclusions keep what they rest on,
 * nothing cited is missing, and nothing is told of a day after it was received. Only the whole set must stand, whatever order it was
 * typed in.
 */
export function admit(log: Recorded, proposed: readonly Entry[], now: Moment): Verdict<true> {
  const touched = new Map<Subject, Entry[]>()
  for (const { subject } of proposed) if (!touched.has(subject)) touched.set(subject, [...(log.lists.get(subject) ?? [])])
  for (const entry of proposed) touched.get(entry.subject)?.push(entry)
  return (
    firstRefusal(proposed, datesFit) ??
    firstRefusal(proposed, (entry) => placeKept(log, proposed, entry)) ??
    firstRefusal([...touched.values()], (entries) => standsInEveryView(entries, proposed, now)) ??
    firstRefusal(proposed, (entry) => conclusionsKept(log, proposed, entry)) ??
    citedKept({ touched, lists: log.lists }, proposed, now) ??
    true
  )
}

function firstRefusal<T>(items: readonly T[], judge: (item: T) => Refused | undefined): Refused | undefined {
  for (const item of items) {
    const verdict = judge(item)
    if (verdict) return verdict
  }
  return undefined
}

/** A range runs forwards, and nothing is told of a day after the day of receipt. */
function datesFit(entry: Entry): Refused | undefined {
  const { on, receivedAt } = entry
  if (entry.event === null || entry.noted) return undefined
  if (on.from > on.to)
    return refused(`${entryName(entry)} is told of days from ${on.from} to ${on.to}, which is backwards`, [entryName(entry)])
  const received = dayOf(receivedAt)
  if (on.to <= received) return undefined
  return refused(
    `${entryName(entry)} is told of ${longDay(on.to)}, after it was received on ${longDay(received)}`,
    [entryName(entry)],
    [
      'a plan is a fact of the day it was made, with the future day inside it',
      `give it a day, or a range that ends, by ${longDay(received)}`,
    ],
  )
}

/** Subject and event type of a place stay; its owner is the entry at that position. A set fills a place once, and may then strike it. */
function placeKept(log: Recorded, proposed: readonly Entry[], entry: Entry): Refused | undefined {
  if (entry.noted || entry.place === entry.position) return undefined
  const owner = entryAtPosition(log.entries, entry.place) ?? proposed.find(({ position }) => position === entry.place)
  if (!owner || owner.position > entry.position || owner.place !== owner.position || owner.noted)
    return refused(`there is no place ${entry.place} to refill`, [entryName(entry)])
  if (owner.subject !== entry.subject)
    return refused(`place ${entry.place} is about ${owner.subject}, not ${entry.subject}`, [entryName(entry)])
  if (!entry.event) return undefined
  if (proposed.some(({ place, position, noted }) => place === entry.place && position < entry.position && !noted))
    return refused(`this set fills place ${entry.place} twice`, [entryName(entry)], ['say once what it holds'])
  if (owner.event?.type === entry.event.type) return undefined
  return refused(
    `place ${entry.place} holds ${owner.event?.type}, which ${entry.event.type} cannot mend`,
    [entryName(entry)],
    ['strike that place, and record the other event at a place of its own'],
  )
}

function standsInEveryView(entries: readonly Entry[], proposed: readonly Entry[], now: Moment): Refused | undefined {
  return firstRefusal(viewsOf(entries, now), (view) => stands(entries, proposed, view))
}

function stands(entries: readonly Entry[], proposed: readonly Entry[], view: View): Refused | undefined {
  const ordered = believed(seenBy(entries, view.reader, view.now))
  const refusal = misfitAmong(ordered, view) ?? orderIsTold(ordered)
  if (!refusal) return undefined
  const standsAs = (others: readonly Entry[]) => !misfitAmong(others, view) && !orderIsTold(others)
  const about = ordered.filter((entry) => refusal.about.includes(entryName(entry)))
  const remedies = [
    ...refusal.remedies,
    ...asHidden(entries, ordered, proposed, view, standsAs),
    ...remediesFor(ordered, about, proposed, standsAs),
  ]
  return { ...refusal, remedies }
}

/** What stands only on what this reader may not see is hidden from him too: under the same embargo. */
function asHidden(
  entries: readonly Entry[],
  ordered: readonly Entry[],
  proposed: readonly Entry[],
  { reader, now }: View,
  standsAs: (others: readonly Entry[]) => boolean,
): readonly string[] {
  const end = embargoEnds(entries, now).at(-1)
  const fresh = ordered.filter((entry) => proposed.includes(entry))
  if (seesAll(reader) || end === undefined || fresh.length === 0) return []
  return standsAs(ordered.filter((entry) => !fresh.includes(entry))) ? [`put it under the same embargo, until ${longMoment(end)}`] : []
}

function misfitAmong(ordered: readonly Entry[], { reader, now }: View): Refused | undefined {
  const folded = foldSubject(ordered, FOREVER)
  if (!isMisfit(folded)) return undefined
  const { entry, misfit } = folded
  const who = reader.own.length > 0 ? `who acts for ${reader.own.join(', ')}` : `a reader of class ${reader.clearance}`
  const hidden = reader === everything ? '' : `, as ${who} sees it at ${now}`
  const reason = `${entryName(entry)} (${entry.event?.type}, ${entry.subject}) cannot stand${hidden}: ${misfit}`
  return { ...refused(reason, [entryName(entry)]), subjects: [entry.subject] }
}
