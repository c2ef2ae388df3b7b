import { type Entry, entryAtPosition, entryName, type Subject } from './entry.ts'
import { type Refused, refused } from './refusal.ts'

type Recorded = { readonly entries: readonly Entry[]; readonly lists: ReadonlyMap<Subject, readonly Entry[]> }

/**
 * What a conclusion rests on stays: refilling it is refused, unless the same set refills or confirms the conclusion;
 * and a conclusion rests on places that are filled.
 */
export function conclusionsKept(log: Recorded, proposed: readonly Entry[], entry: Entry): Refused | undefined {
  if (entry.noted) return undefined
  return unfilledGround(log, proposed, entry) ?? (entry.place === entry.position ? undefined : shakenConclusion(log, proposed, entry))
}

function unfilledGround(log: Recorded, proposed: readonly Entry[], entry: Entry): Refused | undefined {
  if (entry.event === null) return undefined
  const empty = entry.restsOn?.find((place) => !fillerOf(log, proposed, place)?.event)
  if (empty === undefined) return undefined
  return refused(
    `${entryName(entry)} (${entry.event.type}) rests on place ${empty}, which nothing fills`,
    [entryName(entry)],
    ['name the places that it rests on now'],
  )
}

function shakenConclusion(log: Recorded, proposed: readonly Entry[], entry: Entry): Refused | undefined {
  const resting = log.entries.find(
    (other) =>
      other.restsOn?.includes(entry.place) &&
      other.event !== null &&
      fillerOf(log, [], other.place) === other &&
      !proposed.some(({ place, noted }) => place === other.place && !noted),
  )
  if (!resting) return undefined
  return refused(
    `entry ${resting.position} (${resting.event?.type}) rests on place ${entry.place}`,
    [entryName(entry)],
    [`mend or confirm entry ${resting.position} in the same set`],
  )
}

/** The last entry of a place, counting what is proposed. */
function fillerOf(log: Recorded, proposed: readonly Entry[], place: number): Entry | undefined {
  const fills = (entry: Entry) => entry.place === place && !entry.noted
  const owner = entryAtPosition(log.entries, place)
  return proposed.findLast(fills) ?? (owner && (log.lists.get(owner.subject) ?? []).findLast(fills))
}
