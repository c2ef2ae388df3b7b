import MiniSearch from 'minisearch'
import { documentsAbout, lastVersion } from '../domain/document/documents-about.ts'
import { compareIds, type ModificationId, parseReference, type ReferenceGrammar } from '../domain/modification/reference.ts'
import { nameOf } from '../domain/names.ts'
import { type Found, modifications, type Register } from '../domain/register.ts'

type Hit = Found<'modification'>
/** What was found, best first; `similar` when nothing has these words, and spellings near them are taken. */
export type SearchResult = { readonly found: readonly Hit[]; readonly how: 'exact' | 'similar' }

type Indexed = {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly oldTitles: string
  readonly about: string
}

/** Indexes are kept for as long as their register is. */
const indexes = new WeakMap<Register, MiniSearch<Indexed>>()

/**
 * Looks for words in references (any spelling), titles of today and of before, proposers, Party categories and documents.
 * Every word must be found; what is unidentified has no words and is never found.
 */
export function searchRegister(register: Register, grammar: ReferenceGrammar, query: string): SearchResult {
  const index = indexOf(register, grammar)
  const known = new Map(named(register).map((found) => [found.id, found]))
  const take = (ids: readonly { readonly id: string }[]) => ids.flatMap(({ id }) => known.get(id) ?? [])
  const words = { boost, combineWith: 'AND' as const, prefix: (term: string) => !isReference(term) && term.length > 1 }
  const exact = index.search(query, words)
  if (exact.length > 0) return { found: take(exact), how: 'exact' }
  return { found: take(index.search(query, { ...words, fuzzy: slips })), how: 'similar' }
}

/** Modifications near a reference or words that nobody has: the nearest numbers, else the most alike. At most `count`. */
export function nearMatches(register: Register, grammar: ReferenceGrammar, text: string, count = 5): readonly Hit[] {
  const id = parseReference(grammar, text)
  if (id === undefined) return alike(register, grammar, text).slice(0, count)
  const number = Number.parseInt(id, 10)
  const distance = (hit: Hit) => Math.abs(Number.parseInt(hit.id, 10) - number)
  return [...named(register)]
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, count)
    .sort((a, b) => compareIds(a.id as ModificationId, b.id as ModificationId))
}

/** Any word is enough, with slips of the pen. */
function alike(register: Register, grammar: ReferenceGrammar, text: string): readonly Hit[] {
  const known = new Map(named(register).map((found) => [found.id, found]))
  const hits = indexOf(register, grammar).search(text.replaceAll('-', ' '), { boost, prefix: true, fuzzy: slips })
  return hits.flatMap(({ id }) => known.get(id) ?? [])
}

const named = (register: Register): readonly Hit[] => modifications(register).filter(({ state }) => !state.unidentified)

const boost = { reference: 4, title: 2, oldTitles: 1.5, about: 1 }

/** How many letters may be wrong: none in a short word or a reference, two from five letters on, which allows two changed places. */
const slips = (term: string): number | false => (isReference(term) || term.length < 4 ? false : term.length < 5 ? 1 : 2)

const isReference = (term: string): boolean => term.startsWith('#')

function indexOf(register: Register, grammar: ReferenceGrammar): MiniSearch<Indexed> {
  const kept = indexes.get(register)
  if (kept) return kept
  const index = new MiniSearch<Indexed>({
    fields: ['reference', 'title', 'oldTitles', 'about'],
    tokenize: wordsOf,
    processTerm: (term) => asReference(grammar, term) ?? term.toLowerCase(),
  })
  index.addAll(named(register).map((found) => indexed(register, found)))
  indexes.set(register, index)
  return index
}

/** Words and numbers; `&`, quotes and hyphens part them as spaces do. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/** 'SECMP0053', 'mp53' and 'dp053' are one word; a bare number is left a number. */
function asReference(grammar: ReferenceGrammar, term: string): string | undefined {
  if (!/^[a-z]+\d+[a-z]?$/i.test(term)) return undefined
  const id = parseReference(grammar, term)
  return id && `#${id}`
}

function indexed(register: Register, { id, subject, state }: Hit): Indexed {
  const documents = documentsAbout(register, subject).map((each) => lastVersion(each.state).value.title)
  const proposers = state.proposers.map(({ value }) => nameOf(register, value))
  return {
    id,
    reference: [`MP${id}`, ...state.writings.map(({ value }) => value)].join(' '),
    title: state.title?.value ?? '',
    oldTitles: state.titles.map(({ value }) => value).join(' '),
    about: [...documents, ...proposers, ...(state.parties?.value ?? []), ...(state.documents?.value ?? [])].join(' '),
  }
}
