import { compareText } from '../calendar/moment.ts'
import type { Subject } from '../entry.ts'
import { all, type Found, type Register } from '../register.ts'
import type { Document } from './document.ts'

export type FoundDocument = Found<'document'>

/** The version that stands: the last one. A document has one at least. */
export const lastVersion = ({ versions }: Document): Document['versions'][number] => versions.at(-1) as Document['versions'][number]

/** Of each subject its documents: a register never changes, and a search asks for those of every modification. */
const bySubject = new WeakMap<Register, ReadonlyMap<Subject, readonly FoundDocument[]>>()

function groupedIn(register: Register): ReadonlyMap<Subject, readonly FoundDocument[]> {
  const kept = bySubject.get(register)
  if (kept) return kept
  const latestFirst = all(register, 'document').toSorted((a, b) => compareText(lastVersion(b.state).on.to, lastVersion(a.state).on.to))
  const grouped = Map.groupBy(latestFirst, ({ state }) => lastVersion(state).value.about)
  bySubject.set(register, grouped)
  return grouped
}

/** The documents of a subject, of one part of it where that is named, the latest first. */
export function documentsAbout(register: Register, about: Subject, part?: string): readonly FoundDocument[] {
  const documents = groupedIn(register).get(about) ?? []
  return part === undefined ? documents : documents.filter(({ state }) => lastVersion(state).value.part === part)
}
