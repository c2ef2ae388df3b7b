import { pack } from '../../codes/sec/pack.ts'
import type { FactFile } from '../../src/app/importing/fact-file.ts'
import { withTexts } from '../../src/app/importing/texts.ts'
import { admit } from '../../src/domain/admit.ts'
import { type CalendarDate, later } from '../../src/domain/calendar/calendar-date.ts'
import { compareText, dayOf, endOfDay, startOfDay } from '../../src/domain/calendar/moment.ts'
import type { Entry, Proposed, TextId } from '../../src/domain/entry.ts'
import { decideImport } from '../../src/domain/importing/decide-import.ts'
import type { ImportedFact, ImportOutcome } from '../../src/domain/importing/facts.ts'
import { everything } from '../../src/domain/reader.ts'
import { isRefused, type Verdict } from '../../src/domain/refusal.ts'
import type { Register } from '../../src/domain/register.ts'
import { bySubject, registerAt } from '../../src/domain/replay.ts'

/** One set to import: its name, the day on which the log takes it, and its facts. */
export type FactSet = { readonly id: string; readonly day: CalendarDate; readonly facts: readonly ImportedFact[] }

/** The pack as a register that opens on a day takes it: most of it at once, and what is of a later day when that day comes. */
export function packSets(opening: CalendarDate): readonly FactSet[] {
  const days = Map.groupBy(pack.facts, ({ receivedAt }) => later(opening, dayOf(receivedAt)))
  return [...days].sort(([a], [b]) => compareText(a, b)).map(([day, facts]) => ({ id: `pack of ${day}`, day, facts }))
}

/** The sets in the order in which their days come; of one day, in the order given. */
export const inTime = (sets: readonly FactSet[]): readonly FactSet[] => sets.toSorted((a, b) => compareText(a.day, b.day))

/** A file's facts with each text replaced by a stand-in for its commitment, the same for the same text. */
export async function setOf(file: FactFile): Promise<FactSet> {
  const standIn = (text: string) => ({
    id: `text of ${text.length} characters: ${text}` as TextId,
    salt: new Uint8Array(),
    bytes: new Uint8Array(),
  })
  const { facts } = await withTexts(
    file.facts,
    () => undefined,
    async () => undefined,
    standIn,
  )
  return { id: file.source.id, day: file.arrives.day, facts }
}

/** The entries with those of one set more, and what became of each fact; or why the set is refused. */
export function withSet(
  entries: readonly Entry[],
  set: FactSet,
): Verdict<{ readonly entries: readonly Entry[]; readonly outcome: ImportOutcome }> {
  const log = { entries, lists: bySubject(entries), ...indexed(entries) }
  const now = startOfDay(set.day)
  const stamp = (proposed: readonly Proposed[], next: number) => proposed.map((one, index) => entryOf(one, next + index, set))
  const nextPosition = entries.length + 1
  const decided = decideImport(set.facts, 'refuse', { log, now, nextPosition, stamp })
  if (isRefused(decided)) return decided
  const added = stamp(decided.proposed, nextPosition)
  const verdict = admit(log, added, now)
  return isRefused(verdict) ? verdict : { entries: [...entries, ...added], outcome: decided.outcome }
}

/** The register of a day with everything known, or only what was recorded by another. */
export function registerOf(entries: readonly Entry[], day: CalendarDate, knownOn?: CalendarDate): Register {
  const known = knownOn === undefined ? entries.length : entries.filter(({ recordedOn }) => recordedOn <= knownOn).length
  return registerAt(entries, { on: endOfDay(day), known, reader: everything, now: endOfDay(day) })
}

function indexed(entries: readonly Entry[]): { readonly facts: ReadonlyMap<string, Entry>; readonly fillers: ReadonlyMap<number, Entry> } {
  return {
    facts: new Map(entries.flatMap((entry) => (entry.fact === undefined ? [] : [[entry.fact, entry] as const]))),
    fillers: new Map(entries.filter(({ noted }) => !noted).map((entry) => [entry.place, entry])),
  }
}

const entryOf = ({ refills, ...told }: Proposed, position: number, { id, day }: FactSet): Entry => ({
  ...told,
  position,
  place: refills ?? position,
  recordedAt: `${day}T09:00:00.000Z`,
  recordedOn: day,
  command: id,
  recorder: 'test',
})
