import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Moment } from '../calendar/moment.ts'
import type { Classification, Entry, TextId } from '../entry.ts'
import { type Fact, fact, withFact } from '../fact.ts'
import { type Misfit, misfit } from '../misfit.ts'
import type { PaperSection, PublicationKind } from './kinds.ts'

/** A periodic paper is being made from the register, for a month 'YYYY-MM'; of a quarter, its first. */
export type PaperDrafted = {
  readonly type: 'PaperDrafted'
  readonly v: 1
  readonly kind: PublicationKind
  readonly month: string
  readonly classification: Classification
}
/** A derived sentence is said in other words; its values are not in them, but places for them. */
export type SentenceReworded = { readonly type: 'SentenceReworded'; readonly v: 1; readonly sentence: string; readonly text: TextId }
/** A derived sentence is not printed. */
export type SentenceLeftOut = { readonly type: 'SentenceLeftOut'; readonly v: 1; readonly sentence: string }
/** A paragraph of the author's own, at the end of a section. */
export type ParagraphAdded = { readonly type: 'ParagraphAdded'; readonly v: 1; readonly section: PaperSection; readonly text: TextId }
/** It may be published as it stands. What is changed afterwards must be approved again. */
export type PaperApproved = { readonly type: 'PaperApproved'; readonly v: 1 }
/** It is published, and frozen: from what it was drawn, and what the files are. */
export type PaperPublished = { readonly type: 'PaperPublished'; readonly v: 1 } & Drawn

/** All that a published paper was drawn from. With the log up to `known` it can be made again, to the last digit. */
export type Drawn = {
  /** The last position of the log that was used. */
  readonly known: number
  /** The root of the Merkle tree over the log up to there, hex: another log cannot have it. */
  readonly root: string
  /** The day that it tells of, and the moment at which it was drawn: what was under an embargo then is not in it. */
  readonly asOf: CalendarDate
  readonly at: Moment
  /** Where its links lead: the address of the register. */
  readonly address: string
  readonly figures: readonly { readonly id: string; readonly v: number; readonly value: number | 'unknown' }[]
  /** The rows of the rulebook that it reads, by the place of the entry in force. */
  readonly rules: readonly { readonly row: string; readonly place: number }[]
  /** How many bank holidays the calendar has by which it counts. */
  readonly holidays: number
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
}

export type PublicationEvent = PaperDrafted | SentenceReworded | SentenceLeftOut | ParagraphAdded | PaperApproved | PaperPublished

/** A paper that is made here: a draft, approved, or published. */
export type Publication = {
  readonly kind: 'publication'
  readonly drafted: Fact<PaperDrafted>
  /** The last word on each sentence: other words, or left out. */
  readonly sentences: Readonly<Record<string, Fact<SentenceReworded | SentenceLeftOut>>>
  readonly paragraphs: readonly Fact<ParagraphAdded>[]
  readonly approved?: Fact<PaperApproved>
  readonly published?: Fact<PaperPublished>
}

export function evolvePublication(state: Publication | undefined, entry: Entry, event: PublicationEvent): Publication | Misfit {
  if (event.type === 'PaperDrafted') {
    if (state) return misfit(entry, 'the paper was drafted before')
    return { kind: 'publication', drafted: fact(entry, event), sentences: {}, paragraphs: [] }
  }
  if (!state) return misfit(entry, 'the paper is not drafted yet')
  if (state.published) return misfit(entry, 'the paper is published, and what is published is never changed')
  const { approved, ...draft } = state
  switch (event.type) {
    case 'SentenceReworded':
    case 'SentenceLeftOut':
      return { ...draft, sentences: { ...state.sentences, [event.sentence]: fact(entry, event) } }
    case 'ParagraphAdded':
      return { ...draft, paragraphs: withFact(state.paragraphs, fact(entry, event)) }
    case 'PaperApproved':
      return approved ? misfit(entry, 'the paper is approved already') : { ...draft, approved: fact(entry, event) }
    case 'PaperPublished':
      return approved ? { ...state, published: fact(entry, event) } : misfit(entry, 'the paper is not approved yet')
  }
}
