import type { Moment } from './calendar/moment.ts'
import { citedBy } from './citations.ts'
import { type Entry, entryName, type Subject } from './entry.ts'
import { seenBy, type View, viewsOf } from './reader.ts'
import { type Refused, refused } from './refusal.ts'
import { believed } from './replay.ts'

/** The entries of each subject, with those that are proposed. */
type Lists = { readonly touched: ReadonlyMap<Subject, readonly Entry[]>; readonly lists: ReadonlyMap<Subject, readonly Entry[]> }

/** What an entry names must be there for every reader of the entry, and what is named cannot be struck. */
export function citedKept(all: Lists, proposed: readonly Entry[], now: Moment): Refused | undefined {
  for (const [subject, entries] of all.touched) {
    const missing = citedMissing(all, proposed, subject, entries, now)
    if (missing) return missing
  }
  const emptied = struckOut(all, proposed, now)
  return emptied.size === 0 ? undefined : citedStruck(all, emptied, now)
}

const listOf = ({ touched, lists }: Lists, subject: Subject): readonly Entry[] => touched.get(subject) ?? lists.get(subject) ?? []

const standing = (entries: readonly Entry[], { reader, now }: View): readonly Entry[] => believed(seenBy(entries, reader, now))

function citedMissing(
  all: Lists,
  proposed: readonly Entry[],
  subject: Subject,
  entries: readonly Entry[],
  now: Moment,
): Refused | undefined {
  const naming = new Set(proposed.filter((entry) => entry.subject === subject && !entry.noted && citedBy(entry).length > 0))
  if (naming.size === 0) return undefined
  const cited = [...new Set([...naming].flatMap(citedBy))]
  const views = viewsOf([...naming, ...cited.flatMap((each) => listOf(all, each))], now)
  for (const view of views) {
    const absent = new Set(cited.filter((each) => standing(listOf(all, each), view).length === 0))
    if (absent.size === 0) continue
    const entry = standing(entries, view).find((each) => naming.has(each) && citedBy(each).some((one) => absent.has(one)))
    const missing = entry && citedBy(entry).find((each) => absent.has(each))
    if (entry && missing) return nothingRecorded(entry, missing, listOf(all, missing))
  }
  return undefined
}

function nothingRecorded(entry: Entry, missing: Subject, recorded: readonly Entry[]): Refused {
  const hidden = believed(recorded).length > 0
  const reason = hidden ? `not all of its readers may see` : 'nothing is recorded'
  const remedy = hidden ? `let it have the class and the embargo of ${missing}` : `record ${missing} first, or in the same set`
  return { ...refused(`${entryName(entry)} names ${missing}, of which ${reason}`, [entryName(entry)], [remedy]), subjects: [entry.subject] }
}

/** Subjects of which this set strikes something, and of which some reader knows nothing then. */
function struckOut({ touched }: Lists, proposed: readonly Entry[], now: Moment): ReadonlySet<Subject> {
  const struck = new Set(proposed.filter(({ event, noted }) => event === null && !noted).map(({ subject }) => subject))
  const known = (entries: readonly Entry[]) => viewsOf(entries, now).every((view) => standing(entries, view).length > 0)
  return new Set([...struck].filter((subject) => !known(touched.get(subject) ?? [])))
}

function citedStruck(all: Lists, emptied: ReadonlySet<Subject>, now: Moment): Refused | undefined {
  for (const subject of new Set([...all.lists.keys(), ...all.touched.keys()])) {
    const entries = listOf(all, subject)
    const cited = [...new Set(entries.flatMap(citedBy))].filter((each) => emptied.has(each))
    for (const view of cited.length > 0 ? viewsOf([...entries, ...cited.flatMap((each) => listOf(all, each))], now) : []) {
      const gone = cited.filter((each) => standing(listOf(all, each), view).length === 0)
      const citing = gone.length > 0 && standing(entries, view).find((entry) => citedBy(entry).some((each) => gone.includes(each)))
      if (citing) return cannotBeStruck(gone, citing)
    }
  }
  return undefined
}

function cannotBeStruck(gone: readonly Subject[], citing: Entry): Refused {
  return {
    ...refused(
      `${gone.join(', ')} cannot be struck: ${entryName(citing)} (${citing.subject}) names it`,
      [entryName(citing)],
      ['strike or mend that entry in the same set'],
    ),
    subjects: gone,
  }
}
