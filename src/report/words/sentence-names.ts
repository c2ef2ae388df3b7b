import { idOf, kindOf, type Subject } from '../../domain/entry.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import { nameOf } from '../../domain/names.ts'
import { find, type Register } from '../../domain/register.ts'
import { wordIn } from '../../domain/rulebook/words.ts'
import { type Words, wordsOf } from './code-words.ts'

/** How a sentence calls what it speaks of: subjects with their article, and the code's words. */
export type Names = {
  readonly name: (subject: Subject) => string
  /** The same standing alone, without its article: 'Change Board'. */
  readonly title: (subject: Subject) => string
  readonly words: Words
}

export function namesIn(register: Register, grammar: ReferenceGrammar): Names {
  const name = (subject: Subject) => inSentence(register, grammar, subject)
  return { name, title: (subject) => name(subject).replace(/^the /, ''), words: wordsOf(register) }
}

/** A name longer than this gives way to its abbreviation. */
const LONG = 30

/** 'the Change Board', 'SECAS', 'the Change Board of 18 September 2019', 'Northern Powergrid'; the code's own form where its pack has one. */
function inSentence(register: Register, grammar: ReferenceGrammar, subject: Subject): string {
  const own = wordIn(register, 'words-in-sentence', subject)
  if (own !== subject) return own
  const name = nameOf(register, subject, grammar)
  switch (kindOf(subject)) {
    case 'body': {
      const abbreviation = find(register, 'body', idOf(subject))?.state.abbreviation
      return abbreviation && name.length > LONG ? abbreviation : `the ${name}`
    }
    case 'meeting':
    case 'release':
    case 'publication':
      return `the ${name}`
    case 'modification':
    case 'organisation':
    case 'paper':
    case 'version':
    case 'rule':
    case 'holiday':
    case 'submission':
    case 'document':
    case 'log':
      return name
  }
}
