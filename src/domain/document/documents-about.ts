import { compareText } from '../calendar/moment.ts'
import type { Subject } from '../entry.ts'
import { all, type Found, type Register } from '../register.ts'
import type { Document } from './document.ts'

export type FoundDocument = Found<'document'>

/** The version that stands: the last one. A document has one at least. */
export const lastVersion = ({ versions }: Document): Document['versions'][number] => versions.at(-1) as Document['versions'][number]

/** The documents of a subject, of one part of it where that is named, the latest first. */
export function documentsAbout(register: Register, about: Subject, part?: string): readonly FoundDocument[] {
  return all(register, 'document')
    .filter(({ state }) => {
      const { value } = lastVersion(state)
      return value.about === about && (part === undefined || value.part === part)
    })
    .toSorted((a, b) => compareText(lastVersion(b.state).on.to, lastVersion(a.state).on.to))
}
