import { parseSubject } from '../app/importing/field-schemas.ts'
import type { Subject } from '../domain/entry.ts'
import { parseReference, type ReferenceGrammar } from '../domain/modification/reference.ts'

/** The subject that an address names: `modification/MP076` in any spelling, `release/2019-11`; undefined for anything else. */
export function subjectAsked(grammar: ReferenceGrammar, kind: string, id: string): Subject | undefined {
  const read = kind === 'modification' ? (parseReference(grammar, id) ?? id) : id
  return parseSubject(`${kind}/${read}`)
}
