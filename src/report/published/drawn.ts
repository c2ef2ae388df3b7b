import type { Entry, TextId } from '../../domain/entry.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import { nameOf } from '../../domain/names.ts'
import { type DrawnFrom, readerOfClass, registersDrawn } from '../../domain/publication/drawn-from.ts'
import { type PaperOf, publicationNamed } from '../../domain/publication/kinds.ts'
import type { Publication } from '../../domain/publication/publication.ts'
import type { Reader } from '../../domain/reader.ts'
import { isRefused, refused, type Verdict } from '../../domain/refusal.ts'
import { entryAt, type Found, find, type Register } from '../../domain/register.ts'
import type { Edits, Written } from '../change-status/edited.ts'
import type { PaperMade } from '../paper-source.ts'
import { papers } from '../papers.ts'
import type { RegisterOn } from '../register-on.ts'

export type ReadText = (id: TextId) => Promise<string | undefined>

/** All that a paper of one's own is drawn from: the log and its texts, as far as whoever draws it has them. */
export type Evidence = { readonly entries: readonly Entry[]; readonly read: ReadText; readonly grammar: ReferenceGrammar }

/** A paper that somebody drafted, as the register and its author tell it. */
export type DrawnPaper = PaperOf & {
  readonly publication: Found<'publication'>
  readonly made: PaperMade
  readonly register: Register
  readonly registerOn: RegisterOn
}

/** The paper as drafted, drawn for whoever may read one of its class; or for another reader, to see what that leaves out. */
export async function drawPaper(evidence: Evidence, subject: string, from: DrawnFrom, reader?: Reader): Promise<Verdict<DrawnPaper>> {
  const id = subject.slice(subject.indexOf('/') + 1)
  const of = publicationNamed(id)
  const whole = registersDrawn(evidence.entries, from, readerOfClass('red'))(from.asOf)
  const publication = find(whole, 'publication', id)
  if (!of || !publication) return refused(`the log has no draft of ${id} up to entry ${from.known}`, [subject], ['draft it first'])
  const { place, value } = publication.state.drafted
  const registerOn = registersDrawn(evidence.entries, from, reader ?? readerOfClass(value.classification))
  const register = registerOn(from.asOf)
  const own = { classification: value.classification, author: entryAt(publication, place)?.capacity.by ?? 'unknown' } as const
  const asked = { registerOn, month: of.month, asOf: from.asOf, grammar: evidence.grammar, own }
  const made = papers[of.kind].make(asked, await editsOf(publication, register, evidence.read))
  return isRefused(made) ? made : { ...of, publication, made, register, registerOn }
}

/** What an author did, with the words in clear; only what may be read with the paper. */
export async function editsOf(publication: Found<'publication'>, register: Register, read: ReadText): Promise<Edits> {
  const state: Publication | undefined = find(register, 'publication', publication.id)?.state
  const written = (place: number): Written => {
    const entry = entryAt(publication, place)
    return { by: entry?.capacity.by ?? 'unknown', on: entry?.on ?? publication.state.drafted.on, place }
  }
  const sentences = Object.entries(state?.sentences ?? {}).map(async ([sentence, { value, place }]) => {
    const words = value.type === 'SentenceReworded' ? await read(value.text) : undefined
    return { ...written(place), sentence, leftOut: value.type === 'SentenceLeftOut', ...(words === undefined ? {} : { words }) }
  })
  const paragraphs = (state?.paragraphs ?? []).map(async ({ value, place }) => {
    const text = await read(value.text)
    return text === undefined ? [] : [{ ...written(place), section: value.section, text, numbers: 'not derived' as const }]
  })
  const drafted = entryAt(publication, publication.state.drafted.place)?.capacity.by ?? 'unknown'
  return {
    author: drafted === 'unknown' ? 'the code administrator' : nameOf(register, drafted),
    sentences: await Promise.all(sentences),
    paragraphs: (await Promise.all(paragraphs)).flat(),
  }
}
