import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Classification, Entry, Subject } from '../entry.ts'
import { type Fact, fact, withFact } from '../fact.ts'
import { type Misfit, misfit } from '../misfit.ts'

/** A periodic paper was issued; its entry's day is the paper's date, and the cut-off of its window. */
export type PaperIssued = {
  readonly type: 'PaperIssued'
  readonly v: 1
  readonly kind: 'change-status'
  /** The month it reports, 'YYYY-MM'. */
  readonly month: string
  readonly reference: string
  readonly action: string
  readonly classification: Classification
  readonly author: string
  /** The day at which its timescales are counted. */
  readonly timescalesAsAt: CalendarDate
  readonly before?: Subject
  readonly attachments: readonly string[]
}
/** A figure that the paper states and the register cannot derive: never confused with a derived one, never dropped. */
export type FigureStated = {
  readonly type: 'FigureStated'
  readonly v: 1
  readonly figure: string
  readonly value: number
  readonly unit: string
  readonly asAt: CalendarDate
  readonly at: string
}
/** A paper for meetings: one, whatever references it has at them. */
export type PaperWritten = { readonly type: 'PaperWritten'; readonly v: 1; readonly title: string; readonly kind: PaperKind }
/** About a modification, a report for information, or about the work of the body itself. */
export const paperKinds = ['modification', 'report', 'meeting'] as const
export type PaperKind = (typeof paperKinds)[number]
/** A document that is kept elsewhere is this paper: the report of a modification, say. What is attached to the paper itself needs no choosing. */
export type PaperFileChosen = { readonly type: 'PaperFileChosen'; readonly v: 1; readonly document: Subject }
export type PaperEvent = PaperIssued | FigureStated | PaperWritten | PaperFileChosen

export type StatedFigure = Omit<FigureStated, 'type' | 'v'>
export type Paper = {
  readonly kind: 'paper'
  readonly written?: Fact<{ readonly title: string; readonly kind: PaperKind }>
  /** The document that it is, where one that is kept elsewhere was chosen. */
  readonly chosen?: Fact<Subject>
  /** Of a periodic paper only. */
  readonly issued?: Fact<PaperIssued>
  readonly stated: readonly Fact<StatedFigure>[]
}
/** A periodic paper that was issued. */
export type IssuedPaper = Paper & { readonly issued: Fact<PaperIssued> }
export const isIssued = (paper: Paper): paper is IssuedPaper => paper.issued !== undefined

export function evolvePaper(state: Paper | undefined, entry: Entry, event: PaperEvent): Paper | Misfit {
  if (event.type === 'PaperIssued') {
    if (state?.issued) return misfit(entry, 'the paper was issued before')
    return { kind: 'paper', stated: [], ...state, issued: fact(entry, event) }
  }
  if (event.type === 'PaperWritten') {
    if (state?.written) return misfit(entry, 'the paper was written before')
    return { kind: 'paper', stated: [], ...state, written: fact(entry, { title: event.title, kind: event.kind }) }
  }
  if (event.type === 'PaperFileChosen') {
    if (!state) return misfit(entry, 'the paper is not written yet')
    return { ...state, chosen: fact(entry, event.document) }
  }
  if (!state?.issued) return misfit(entry, 'the paper is not issued yet')
  if (state.stated.some((stated) => stated.value.figure === event.figure)) return misfit(entry, `the paper states ${event.figure} already`)
  const { type, v, ...value } = event
  return { ...state, stated: withFact(state.stated, fact(entry, value)) }
}
