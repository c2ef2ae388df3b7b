import type { Subject } from '../../../domain/entry.ts'
import type { ReferenceGrammar } from '../../../domain/modification/reference.ts'
import { nameOf } from '../../../domain/names.ts'
import type { Register } from '../../../domain/register.ts'

/** A line of the domain, which speaks of subjects by their ids, as its reader calls them: `modification/76` is MP076. */
export const named = (text: string, register: Register, grammar: ReferenceGrammar): string =>
  text.replace(/\b(modification|release|meeting|body|organisation)\/[A-Za-z0-9][A-Za-z0-9-]*/g, (subject) =>
    register.subjects.has(subject as Subject) ? nameOf(register, subject as Subject, grammar) : subject,
  )
