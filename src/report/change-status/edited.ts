import type { Dated } from '../../domain/calendar/calendar-date.ts'
import type { Subject } from '../../domain/entry.ts'
import { own } from '../../domain/own.ts'
import type { PaperSection } from '../../domain/publication/kinds.ts'
import { lockedIn, whyNotKept } from '../../domain/publication/locked.ts'
import { capitalised } from '../words/capitalised.ts'
import type { ChangeStatusModel } from './model.ts'
import type { Line } from './report-context.ts'
import { filled } from './wording.ts'

/** By whom and when something was written, and the entry that tells it. */
export type Written = { readonly by: Subject | 'unknown'; readonly on: Dated; readonly place: number }
/** Other words for a sentence; without any, it is left out. A text that was erased leaves the derived sentence. */
export type SentenceEdit = Written & { readonly sentence: string; readonly words?: string; readonly leftOut: boolean }
export type ParagraphEdit = Written & { readonly section: PaperSection; readonly text: string; readonly numbers: 'not derived' }
/** What an author did to a report: kept apart from what is derived. */
export type Edits = { readonly author: string; readonly sentences: readonly SentenceEdit[]; readonly paragraphs: readonly ParagraphEdit[] }

/** A sentence that was changed, with what the register says. */
export type ChangedSentence = SentenceEdit & { readonly derived: string; readonly text: string }

/** The paragraphs of an author in a paper that has no sentence to reword; undefined where there is none. */
export const ownWords = (edits: Edits | undefined): EditedModel['edits'] =>
  edits && edits.paragraphs.length > 0 ? { author: edits.author, sentences: [], paragraphs: edits.paragraphs } : undefined

export type EditedModel = ChangeStatusModel & {
  readonly edits?: {
    readonly author: string
    /** Those that the report still has. */
    readonly sentences: readonly ChangedSentence[]
    readonly paragraphs: readonly ParagraphEdit[]
  }
}

/**
 * The report with an author's words around its locked values. What is left out goes with the list that it leads in; a wording that does not
 * keep its places is not taken.
 */
export function edited(model: ChangeStatusModel, edits: Edits): EditedModel {
  if (edits.sentences.length + edits.paragraphs.length === 0) return model
  const bySentence = Object.fromEntries(edits.sentences.map((edit) => [edit.sentence, edit]))
  const changed: ChangedSentence[] = []
  const told = withLines(model, (line) => {
    const edit = line.said && own(bySentence, line.said.sentence)
    const text = edit?.leftOut ? '' : edit && reworded(line, edit)
    if (edit === undefined || text === undefined) return line
    if (!changed.some(({ sentence }) => sentence === edit.sentence)) changed.push({ ...edit, derived: line.text, text })
    return { ...line, text, derived: line.text }
  }) as ChangeStatusModel
  return { ...told, edits: { author: edits.author, sentences: changed, paragraphs: edits.paragraphs } }
}

function reworded({ said }: Line, { words }: SentenceEdit): string | undefined {
  if (!said || words === undefined || whyNotKept(lockedIn(said.words), lockedIn(words))) return undefined
  return capitalised(filled(words, said.places))
}

/** Every sentence of a value, wherever it lies; of what leads in a list and is left out, the list goes too. */
function withLines(value: unknown, change: (line: Line) => Line): unknown {
  if (Array.isArray(value)) return value.map((each) => withLines(each, change))
  if (typeof value !== 'object' || value === null) return value
  if (isLine(value)) return change(value)
  const copy: Record<string, unknown> = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withLines(each, change)]))
  const isLeftOut = isLine(copy.line) && copy.line.text === ''
  if (isLeftOut) for (const list of ['members', 'told', 'rows']) if (Array.isArray(copy[list])) copy[list] = []
  return copy
}

const isLine = (value: unknown): value is Line =>
  typeof value === 'object' && value !== null && 'text' in value && 'figures' in value && Array.isArray(value.figures)

/** Every sentence of the report that an author may reword, each once, in the order of the paper. */
export function sentencesOf(model: ChangeStatusModel): readonly Line[] {
  const sentences = new Map<string, Line>()
  withLines(model, (line) => {
    if (line.said && !sentences.has(line.said.sentence)) sentences.set(line.said.sentence, line)
    return line
  })
  return [...sentences.values()]
}
