import type { CalendarDate, Dated, YearMonth } from '../../domain/calendar/calendar-date.ts'
import { dated, longDay, longMonth } from '../../domain/calendar/format.ts'
import { type Classification, kindOf, type Subject } from '../../domain/entry.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import { type Found, type FoundIssued, find } from '../../domain/register.ts'
import { type FigureContext, modificationsIn } from '../figures/context.ts'
import type { FigureId, Member, StatedFigure } from '../figures/figure.ts'
import { statedFigures } from '../figures/stated.ts'
import { type Figures, figuresOf } from '../figures.ts'
import type { RegisterOn } from '../register-on.ts'
import { paperOf, type Window, windowOf } from './window.ts'
import { type Said, type Wording, wordingOn } from './wording.ts'

/** Which report is asked for: of a month, as it stands on a day (the present, or an earlier one), in a code's way of writing references. */
export type ReportAsked = {
  readonly registerOn: RegisterOn
  readonly month: YearMonth
  readonly asOf: CalendarDate
  readonly grammar: ReferenceGrammar
  /** What it covers, where a paper that is read says it of itself. */
  readonly window?: Window
  /** Where it is a paper of one's own: what its cover says, unless a source tells of the paper itself. */
  readonly own?: OwnPaper
}

export type OwnPaper = { readonly classification: Classification; readonly author: Subject | 'unknown' }

/** What every section of one report is made from. */
export type ReportContext = FigureContext & {
  readonly figures: Figures
  readonly stated: readonly StatedFigure[]
  readonly words: Wording
  readonly paper?: FoundIssued
  readonly own?: OwnPaper & { readonly date: CalendarDate }
}

/**
 * A sentence, with the figures whose numbers it tells, and how it is made. Where an author reworded it or left it out, `derived` is what the
 * register says; the text of what is left out is empty.
 */
export type Line = {
  readonly text: string
  readonly figures: readonly FigureId[]
  readonly said?: Omit<Said, 'text'>
  readonly derived?: string
}
/** A sentence and those it speaks of. */
export type Listing = { readonly line: Line; readonly members: readonly Member[] }

/** A sentence of the wording can be reworded; one that the program puts together cannot. */
export function line(told: Said | string, ...figures: readonly FigureId[]): Line {
  if (typeof told === 'string') return { text: told, figures }
  const { text, ...said } = told
  return { text, figures, said }
}

export function reportContext({ registerOn, month, asOf, grammar, own, window: told }: ReportAsked): ReportContext {
  const present = registerOn(asOf)
  const window = told ?? windowOf(present, month, asOf)
  const register = registerOn(window.to)
  const words = wordingOn(register, window.to)
  const figureContext: FigureContext = {
    window,
    register,
    timescales: registerOn(window.timescalesAsAt),
    grammar,
    bodies: bodiesIn(words),
    assessmentKinds: assessmentKinds(words, modificationsIn(register)),
  }
  const paper = paperOf(register, month)
  return {
    ...figureContext,
    figures: figuresOf(figureContext),
    stated: statedFigures(paper),
    words,
    ...(paper ? { paper } : {}),
    ...(own ? { own: { ...own, date: asOf } } : {}),
  }
}

/** The proposal in a sentence: 'DP084 ‘Other User Panel Seating Amendment’', or the reference alone where no title is known. */
export const named = ({ label, title }: Pick<Member, 'label' | 'title'>): string => (title === undefined ? label : `${label} ‘${title}’`)

/** Who acted, as he is called in running text: 'the Energy Savings Trust', 'Northern Powergrid'. */
export function nameOf({ register, words }: Pick<ReportContext, 'register' | 'words'>, subject: Subject): string {
  const told = words.term('names', subject)
  if (told !== undefined) return told
  const id = subject.slice(subject.indexOf('/') + 1)
  if (kindOf(subject) === 'body') return `the ${find(register, 'body', id)?.state.name.value ?? id}`
  return find(register, 'organisation', id)?.state.name?.value ?? id
}

/** When something happened, in a sentence: 'on 10 September 2019', 'in September 2019', 'between …', 'by …'. */
export function when(words: Wording, on: Dated): string {
  const text = dated(on)
  if (on.from === on.to) return words.phrase('time.day', { day: text })
  return /^(between|by) /.test(text) ? text : words.phrase('time.month', { month: text })
}

/** A day as the timescales name it: 'the end of September 2019', or the day itself. */
export function asAtText(words: Wording, day: CalendarDate, isMonthEnd: boolean): string {
  return isMonthEnd ? words.phrase('time.endOfMonth', { month: longMonth(day.slice(0, 7) as YearMonth) }) : longDay(day)
}

/** The bodies that a report names, as its words have them. */
export function bodiesIn(words: Wording): FigureContext['bodies'] {
  const body = (key: 'workingGroup' | 'changeBoard' | 'authority') => (words.term('bodies', key) ?? `body/${key}`) as Subject
  return { workingGroup: body('workingGroup'), changeBoard: body('changeBoard'), authority: body('authority') }
}

/** In the order of the words, and after them any other kind that the register holds. */
function assessmentKinds(words: Wording, modifications: readonly Found<'modification'>[]): readonly string[] {
  const order = (words.term('assessment-kinds', 'order') ?? '').split(',').flatMap((kind) => kind.trim() || [])
  const inUse = modifications.flatMap(({ state }) => Object.values(state.assessments).map(({ assessmentKind }) => assessmentKind))
  return [...new Set([...order, ...inUse.sort()])]
}

/** The window and its days in words, for the head of the report. */
export function windowText(window: Window): string {
  const basis = (told: 'paper' | 'inferred') => (told === 'paper' ? 'the date of the paper' : 'the first Friday of the month, inferred')
  const end = window.state === 'complete' ? basis(window.toBasis) : 'the day asked, before the cut-off'
  return `after ${longDay(window.from)} (${basis(window.fromBasis)}), up to and including ${longDay(window.to)} (${end})`
}
