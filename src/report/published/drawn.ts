import { parseYearMonth, type YearMonth } from '../../domain/calendar/calendar-date.ts'
import type { Entry, TextId } from '../../domain/entry.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import { nameOf } from '../../domain/names.ts'
import { type DrawnFrom, readerOfClass, registersDrawn } from '../../domain/publication/drawn-from.ts'
import type { Publication } from '../../domain/publication/publication.ts'
import type { Reader } from '../../domain/reader.ts'
import { isRefused, refused, type Verdict } from '../../domain/refusal.ts'
import { entryAt, type Found, find, type Register } from '../../domain/register.ts'
import { type EditedModel, type Edits, edited, type Written } from '../change-status/edited.ts'
import { reportOf } from '../change-status/report-of.ts'
import type { RegisterOn } from '../register-on.ts'

export type ReadText = (id: TextId) => Promise<string | undefined>

/** All that a report of one's own is drawn from: the log and its texts, as far as whoever draws it has them. */
export type Evidence = { readonly entries: readonly Entry[]; readonly read: ReadText; readonly grammar: ReferenceGrammar }

/** A report that somebody drafted, as the register and its author tell it. */
export type DrawnReport = {
  readonly month: YearMonth
  readonly publication: Found<'publication'>
  readonly model: EditedModel
  readonly register: Register
  readonly registerOn: RegisterOn
}

/** The report as drafted, drawn for whoever may read a paper of its class; or for another reader, to see what that leaves out. */
export async function drawReport(evidence: Evidence, subject: string, from: DrawnFrom, reader?: Reader): Promise<Verdict<DrawnReport>> {
  const id = subject.slice(subject.indexOf('/') + 1)
  const [month] = [parseYearMonth(id.replace('change-status-', ''))]
  const whole = registersDrawn(evidence.entries, from, readerOfClass('red'))(from.asOf)
  const publication = find(whole, 'publication', id)
  if (!month || !publication) return refused(`the log has no draft of ${id} up to entry ${from.known}`, [subject], ['draft it first'])
  const classed = reader ?? readerOfClass(publication.state.drafted.value.classification)
  const registerOn = registersDrawn(evidence.entries, from, classed)
  const { place, value } = publication.state.drafted
  const own = { classification: value.classification, author: entryAt(publication, place)?.capacity.by ?? 'unknown' } as const
  const model = reportOf({ registerOn, month, asOf: from.asOf, grammar: evidence.grammar, own })
  if (isRefused(model)) return model
  const register = registerOn(from.asOf)
  return { month, publication, model: edited(model, await editsOf(publication, register, evidence.read)), register, registerOn }
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
    return text === undefined ? [] : [{ ...written(place), section: value.section, text }]
  })
  const drafted = entryAt(publication, publication.state.drafted.place)?.capacity.by ?? 'unknown'
  return {
    author: drafted === 'unknown' ? 'the code administrator' : nameOf(register, drafted),
    sentences: await Promise.all(sentences),
    paragraphs: (await Promise.all(paragraphs)).flat(),
  }
}
