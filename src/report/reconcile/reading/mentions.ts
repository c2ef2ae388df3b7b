import { type ModificationId, parseReference, type ReferenceGrammar } from '../../../domain/modification/reference.ts'
import { type Block, type Place, placeIn } from '../paper.ts'

export type Marks = 'paired' | 'not paired' | 'not closed'
/** A modification as the paper names it, with the title that it gives there. */
export type Mention = {
  readonly written: string
  readonly id: ModificationId
  /** As this form of reference is written: 'SECMP0053' of 'SECMP053'. */
  readonly canonical: string
  /** When its form is used: DP before conversion, MP after it. */
  readonly form: ReferenceGrammar['forms'][number]['when']
  readonly title?: string
  /** The marks around the title: whether the one that opens it is closed by its own kind. */
  readonly marks?: Marks
  /** What the block says after the reference and its title. */
  readonly rest: string
  readonly place: Place
}

/** In characters; what is not closed by then is no title. */
const LONGEST_TITLE = 300

const OPENING = '‘“\'"'
const CLOSING: Readonly<Record<string, string>> = { '‘': '’', '“': '”', "'": "'", '"': '"' }
const isLetter = (character = '') => /\p{L}/u.test(character)

/** Every reference of a block, in its order. */
export function mentionsIn(block: Block, grammar: ReferenceGrammar): readonly Mention[] {
  return [...block.text.matchAll(referencePattern(grammar))].flatMap(({ 0: written, index }) => {
    const id = parseReference(grammar, written)
    if (id === undefined) return []
    const after = index + written.length
    const titled = titleAt(block.text, after)
    return [
      {
        written,
        id,
        ...formOf(grammar, written, id),
        ...(titled ? { title: titled.title, marks: titled.marks } : {}),
        rest: block.text.slice(titled?.end ?? after).trim(),
        place: placeIn(block, written),
      },
    ]
  })
}

function referencePattern({ forms, alsoRead }: ReferenceGrammar): RegExp {
  const prefixes = [...forms.map(({ prefix }) => prefix), ...alsoRead].sort((a, b) => b.length - a.length)
  return new RegExp(`(?<![\\p{L}\\d_/-])(?:${prefixes.join('|')})[ -]?\\d{1,4}[A-Z]?(?![\\p{L}\\d])`, 'gu')
}

/** The same prefix and number with the digits that the form has; of a form that holds another range of numbers, that other form's. */
function formOf({ forms }: ReferenceGrammar, written: string, id: ModificationId): Pick<Mention, 'canonical' | 'form'> {
  const [, number = '', suffix = ''] = /^(\d+)([A-Z]?)$/.exec(id) ?? []
  const holding = forms.filter(({ numbers: { from, to } }) => Number(number) >= from && (to === undefined || Number(number) <= to))
  const form = holding.find(({ prefix }) => written.startsWith(prefix)) ?? holding.at(-1)
  if (!form) return { canonical: written, form: 'always' }
  return { canonical: `${form.prefix}${number.padStart(form.digits, '0')}${suffix}`, form: form.when }
}

/** A title in marks after a reference; marks inside it may be of the same kind, and apostrophes are none. */
function titleAt(text: string, after: number): { readonly title: string; readonly marks: Marks; readonly end: number } | undefined {
  const start = after + (/^\s*(?:[–-]\s*)?/.exec(text.slice(after))?.[0].length ?? 0)
  const opening = text[start] ?? ''
  if (opening === '' || !OPENING.includes(opening)) return undefined
  const last = Math.min(text.length, start + LONGEST_TITLE)
  const told = (end: number, marks: Marks) => ({ title: text.slice(start + 1, end).trim(), marks, end: end + 1 })
  let depth = 1
  for (let at = start + 1; at < last; at++) {
    const character = text[at] as string
    if (isLetter(text[at - 1]) && isLetter(text[at + 1])) continue
    if (character === opening && opening !== CLOSING[opening]) depth++
    else if (character === CLOSING[opening]) {
      if (--depth === 0 && !goesOn(text, at, opening)) return told(at, 'paired')
      if (depth === 0) depth = 1
    }
  }
  const other = otherEnd(text, start + 1, opening)
  return other === undefined ? told(last, 'not closed') : told(other, 'not paired')
}

/** A straight mark where a curly one should close, or the other way round. */
function otherEnd(text: string, from: number, opening: string): number | undefined {
  const others = /[‘'’]/.test(opening) ? /['’](?=\s|[.,;:(]|$)/u : /["”](?=\s|[.,;:(]|$)/u
  const at = text.slice(from, from + LONGEST_TITLE).search(others)
  return at === -1 ? undefined : from + at
}

/** A possessive, not an end: "Suppliers’ duties’". */
const goesOn = (text: string, at: number, opening: string) =>
  text[at - 1] === 's' && new RegExp(`^ \\p{Ll}[^${opening}]*${CLOSING[opening]}`, 'u').test(text.slice(at + 1, at + LONGEST_TITLE))
