import { documentsAbout, type FoundDocument } from '../document/documents-about.ts'
import { idOf, type Subject } from '../entry.ts'
import { find, type Register } from '../register.ts'

/** The documents that a paper is: the one that was chosen, then those that were attached to it; as far as the reader of the register may see them. */
export function paperFiles(register: Register, paper: Subject): readonly FoundDocument[] {
  const chosen = find(register, 'paper', idOf(paper))?.state.chosen?.value
  const kept = chosen && find(register, 'document', idOf(chosen))
  const attached = documentsAbout(register, paper).filter(({ subject }) => subject !== chosen)
  return [...(kept ? [kept] : []), ...attached]
}
