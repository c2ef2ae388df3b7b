import type { ImportedFact } from '../../src/domain/importing/facts.ts'
import { bodies } from './pack/bodies.ts'
import { grammar } from './pack/grammar.ts'
import { holidays } from './pack/holidays.ts'
import { organisations } from './pack/organisations.ts'
import { rulebook } from './pack/rulebook.ts'
import { words } from './pack/words.ts'

const facts: readonly ImportedFact[] = [...rulebook, ...holidays, ...bodies, ...organisations]

/** The Smart Energy Code as data. Its facts enter the log as one set; no file is read afterwards but for the typed words and grammar. */
export const pack = { code: 'sec', name: 'Smart Energy Code', facts, grammar, words } as const
