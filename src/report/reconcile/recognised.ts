import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import type { PaperText } from '../../domain/paper/paper-text.ts'
import { refused, type Verdict } from '../../domain/refusal.ts'
import { readPaper } from './reading/read-paper.ts'

/** A reference with its title, of whatever code: 'DCP 350 ‘Creation of Embedded Capacity Registers’'. */
const REFERENCE = /(?<![\p{L}\d])(\p{Lu}{2,6} ?\d{3,4}[A-Z]?) [‘“'"]/gu

/** The paper, if it is one that can be read here; else one line that says what it is not. */
export function recognised(paper: PaperText, grammar: ReferenceGrammar): Verdict<PaperText> {
  const { cover, mentions, blocks } = readPaper(paper, grammar)
  if (mentions.length > 0) return paper
  const others = [...new Set(blocks.flatMap(({ text }) => [...text.matchAll(REFERENCE)].map(([, reference = '']) => reference)))]
  if (cover.title && others.length === 0) return paper
  const forms = grammar.forms.map(({ prefix, digits, numbers: { from } }) => `${prefix}${String(from).padStart(digits, '0')}`).join(', ')
  const got =
    others.length > 0 ? `one that names ${others.slice(0, 3).join(', ')}${others.length > 3 ? ' and others' : ''}` : 'one that names none'
  return refused(
    `${paper.name}: expected a Change Status Report of this code, whose references are like ${forms}, got ${got}; choose another file`,
  )
}
