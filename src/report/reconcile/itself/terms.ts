import { type Finding, finding } from '../finding.ts'
import { placeIn } from '../paper.ts'
import type { Mention } from '../reading/mentions.ts'
import type { PaperRead } from '../reading/read-paper.ts'
import type { Explained } from './explained.ts'
import { distance } from './names.ts'

/** The paper's terms against the glossary's, and its abbreviations against their words. `terms` as the glossary writes them. */
export function termChecks(read: PaperRead, explained: Explained, terms: readonly string[]): readonly Finding[] {
  return [...stageTerms(read, explained), ...abbreviations(read, terms)]
}

const isDraft = ({ form }: Mention) => form === 'before conversion'
const isProposal = (mention: Mention) => !isDraft(mention)

/** A Draft Proposal has not been converted: it is none of the Modification Proposals of a list, nor the other way round. */
function stageTerms({ listings, mentions }: PaperRead, { drafts }: Explained): readonly Finding[] {
  // Before there was a form for Draft Proposals, they were written as those of old are for life.
  const toldApart = mentions.some(isDraft)
  return listings.flatMap(({ topic, items }) => {
    const wrong = items.flatMap(({ mention }) =>
      mention && ((topic?.only === 'proposals' && isDraft(mention)) || (topic?.only === 'drafts' && toldApart && isProposal(mention)))
        ? [mention]
        : [],
    )
    if (wrong.length === 0 || (topic?.only === 'proposals' && drafts)) return []
    const [called, are] =
      topic?.only === 'drafts' ? ['Draft Proposals', 'Modification Proposals'] : ['Modification Proposals', 'Draft Proposals']
    const names = wrong.map(({ written }) => written).join(' and ')
    const message = `${names} ${wrong.length === 1 ? 'is' : 'are'} listed as ${called}, and by ${wrong.length === 1 ? 'its reference' : 'their references'} ${are}.`
    return [finding('term', ['warning', 'certain'], message, ...wrong.map(({ place }) => place))]
  })
}

const EXPANDED = /((?:\p{Lu}[\p{L}-]*|of|and|for|the)(?: (?:\p{Lu}[\p{L}-]*|of|and|for|the))+) \((\p{Lu}{2,6})\)/gu

function abbreviations(read: PaperRead, terms: readonly string[]): readonly Finding[] {
  const known = new Map(
    terms.flatMap((term) => {
      const [, words, short] = /^(.+?) \(([A-Z]{2,6})\)$/.exec(term) ?? []
      return words === undefined || short === undefined ? [] : [[short, words] as const]
    }),
  )
  const vocabulary = wordsOf(read, terms)
  const seen = new Map<string, string>()
  return read.blocks.flatMap((block) =>
    [...block.text.matchAll(EXPANDED)].flatMap(({ 1: before = '', 2: short = '' }) => {
      const words = expansionOf(before, short)
      const place = placeIn(block, `(${short})`)
      const meant = known.get(short) ?? seen.get(short)
      if (words === undefined)
        return otherShort(before, short, [...known, ...seen]).map((message) =>
          finding('abbreviation', ['warning', 'likely'], message, place),
        )
      seen.set(short, seen.get(short) ?? words)
      if (meant !== undefined && singular(meant) !== singular(words)) {
        const where = known.has(short) ? 'the glossary' : 'another place'
        return [finding('abbreviation', ['warning', 'likely'], `${short} stands for ${words}, and in ${where} for ${meant}.`, place)]
      }
      return misspelt(words, vocabulary).map(({ word, near }) =>
        finding('abbreviation', ['note', 'likely'], `“${words} (${short})”: ${word} is all but ${near}. A slip?`, place),
      )
    }),
  )
}

/** Words that are shortened in another way elsewhere: 'Change Sub-Committee (SCS)'. */
function otherShort(before: string, short: string, known: readonly (readonly [string, string])[]): readonly string[] {
  const other = known.find(([, words]) => before.toLowerCase().endsWith(words.toLowerCase()))
  return other && other[0] !== short ? [`${other[1]} is shortened to ${short} here, and to ${other[0]} elsewhere.`] : []
}

const singular = (words: string) => words.toLowerCase().replace(/s\b/g, '')

/** The last words of a text whose initials make the abbreviation. */
function expansionOf(text: string, short: string): string | undefined {
  const words = text.split(' ')
  for (let count = 1; count <= words.length; count++) {
    const last = words.slice(-count)
    const initials = last
      .flatMap((word) => (/^(of|and|for|the)$/.test(word) ? [] : word.split('-').map(([letter]) => letter?.toUpperCase())))
      .join('')
    if (initials === short && /^\p{Lu}/u.test(last[0] ?? '')) return last.join(' ')
  }
  return undefined
}

/** Words of the glossary and of the titles: what is written there is no slip. */
const wordsOf = ({ mentions }: PaperRead, terms: readonly string[]): ReadonlySet<string> =>
  new Set([...terms, ...mentions.flatMap(({ title }) => title ?? [])].flatMap((text) => text.match(/\p{L}{3,}/gu) ?? []))

function misspelt(words: string, vocabulary: ReadonlySet<string>): readonly { readonly word: string; readonly near: string }[] {
  return words.split(/[ -]/).flatMap((word) => {
    if (word.length < 3 || vocabulary.has(word)) return []
    const near = [...vocabulary].find((other) => other[0] === word[0] && isSlip(other, word))
    return near === undefined ? [] : [{ word, near }]
  })
}

/** One letter changed; in a longer word also one more or one less, but for a plural. */
const isSlip = (word: string, written: string): boolean =>
  distance(word, written) === 1 &&
  (word.length === written.length || (word.length > 5 && word.replace(/s$/, '') !== written.replace(/s$/, '')))
