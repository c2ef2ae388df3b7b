import { documentsAbout, type FoundDocument, lastVersion } from '../document/documents-about.ts'
import { idOf, type Subject } from '../entry.ts'
import { find, type Register } from '../register.ts'

/**
 * The documents that a paper is: the one that was chosen, then those that were attached to it, in the order in which they were; as far as
 * the reader of the register may see them. What only shows that something was recorded is no part of it.
 */
export function paperFiles(register: Register, paper: Subject): readonly FoundDocument[] {
  const chosen = find(register, 'paper', idOf(paper))?.state.chosen?.value
  const kept = chosen && find(register, 'document', idOf(chosen))
  const attached = documentsAbout(register, paper)
    .filter(({ subject, state }) => subject !== chosen && lastVersion(state).value.documentKind !== 'evidence')
    .toSorted((a, b) => attachedAt(a) - attachedAt(b))
  return [...(kept ? [kept] : []), ...attached]
}

const attachedAt = ({ state: { versions } }: FoundDocument): number => versions[0]?.place ?? 0
