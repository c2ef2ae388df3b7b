declare const brand: unique symbol

/**
 * The number a modification keeps for life, with its suffix letter where it was split off: '7', '84', '102A'. One that a source counts
 * without naming is 'u1', 'u2', …
 */
export type ModificationId = string & { readonly [brand]: 'ModificationId' }

/** How a code writes its references; data of the code pack. The first form that fits a number and its stage is the canonical one. */
export type ReferenceGrammar = {
  readonly forms: readonly {
    readonly prefix: string
    /** The least number of digits, made up with zeros. */
    readonly digits: number
    readonly numbers: { readonly from: number; readonly to?: number }
    readonly when: 'always' | 'before conversion' | 'after conversion'
  }[]
  /** Further prefixes that sources use; read, never written. */
  readonly alsoRead: readonly string[]
}

const NUMBERED = /^([1-9]\d{0,3})([A-Z]?)$/
const UNIDENTIFIED = /^u([1-9]\d{0,3})$/
const UNIDENTIFIED_IN_WORDS = /^unidentified\s+([1-9]\d{0,3})$/i
const WRITTEN = /^([A-Za-z][A-Za-z\s\p{Pd}]*)?0*([1-9]\d{0,3})[\s\p{Pd}]*([A-Za-z]?)$/u

/** Reads an id as the log holds it. Throws RangeError for anything else; `parseReference` is for what people and sources write. */
export function modificationId(text: string): ModificationId {
  if (!isModificationId(text)) throw new RangeError(`expected the id of a modification like 84, 102A or u1, got ${JSON.stringify(text)}`)
  return text
}

export function isModificationId(text: string): text is ModificationId {
  return NUMBERED.test(text) || UNIDENTIFIED.test(text)
}

/**
 * Reads a reference as people and sources write it: any of the grammar's prefixes or none, any case, spaces, hyphens, zeros missing or
 * too many, whatever the stage ('SECMP053', 'secmp 53', 'MP0046', 'mp84'). Numbers 1 to 9999; undefined for anything else.
 */
export function parseReference(grammar: ReferenceGrammar, text: string): ModificationId | undefined {
  const trimmed = text.trim()
  if (UNIDENTIFIED.test(trimmed)) return trimmed as ModificationId
  const unidentified = UNIDENTIFIED_IN_WORDS.exec(trimmed)
  if (unidentified) return `u${unidentified[1]}` as ModificationId
  const [whole, prefix = '', number = '', suffix = ''] = WRITTEN.exec(trimmed) ?? []
  const readable = whole !== undefined && isPrefix(grammar, prefix) && grammar.forms.some((form) => holds(form, Number(number)))
  return readable ? (`${number}${suffix.toUpperCase()}` as ModificationId) : undefined
}

/** The reference in print: '7' is SECMP0007, '84' is DP084 and, once converted, MP084. Throws RangeError if the grammar has no form for it. */
export function canonicalReference(grammar: ReferenceGrammar, id: ModificationId, converted: boolean): string {
  const { unidentified, number, suffix } = parts(id)
  if (unidentified) return `unidentified ${number}`
  const stage = converted ? 'after conversion' : 'before conversion'
  const form = grammar.forms.find((form) => holds(form, number) && (form.when === 'always' || form.when === stage))
  if (form === undefined) throw new RangeError(`no form of reference for modification ${id} ${stage}: add one to the code pack's grammar`)
  return `${form.prefix}${String(number).padStart(form.digits, '0')}${suffix}`
}

/** By number, then suffix (84, 102, 102A, 102B); the unidentified last. For `Array.sort`. */
export function compareIds(a: ModificationId, b: ModificationId): number {
  const [left, right] = [parts(a), parts(b)]
  if (left.unidentified !== right.unidentified) return left.unidentified ? 1 : -1
  if (left.number !== right.number) return left.number - right.number
  if (left.suffix === right.suffix) return 0
  return left.suffix < right.suffix ? -1 : 1
}

function parts(id: ModificationId): { readonly unidentified: boolean; readonly number: number; readonly suffix: string } {
  const unidentified = id.startsWith('u')
  const [, number, suffix = ''] = (unidentified ? UNIDENTIFIED : NUMBERED).exec(id) ?? []
  return { unidentified, number: Number(number), suffix }
}

function holds({ numbers }: ReferenceGrammar['forms'][number], number: number): boolean {
  return number >= numbers.from && (numbers.to === undefined || number <= numbers.to)
}

function isPrefix({ forms, alsoRead }: ReferenceGrammar, text: string): boolean {
  const prefix = lettersOf(text)
  return prefix === '' || forms.some((form) => lettersOf(form.prefix) === prefix) || alsoRead.some((other) => lettersOf(other) === prefix)
}

function lettersOf(text: string): string {
  return text.replace(/[\s\p{Pd}]/gu, '').toUpperCase()
}
