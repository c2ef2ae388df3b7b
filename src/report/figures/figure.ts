import type { ActType } from '../../domain/acting/acts.ts'
import type { CalendarDate, YearMonth } from '../../domain/calendar/calendar-date.ts'
import type { Subject } from '../../domain/entry.ts'
import type { Duration } from './duration.ts'
import type { ExtractFigureId } from './extract-definitions.ts'
import type { KpiFigureId } from './kpi-definitions.ts'
import type { UpdateFigureId } from './update-definitions.ts'

/** Figures whose ids do not depend on the words of a code. */
export type FixedFigureId =
  | 'stage.define'
  | 'stage.refine'
  | 'stage.opine'
  | 'stage.release'
  | 'stage.release.standalone'
  | 'conversions.before'
  | 'reports.before'
  | 'decisions.received'
  | 'proposals.new'
  | 'readiness.determined'
  | 'workgroup.items'
  | 'consultations.refinement.open'
  | 'consultations.refinement.expected'
  | 'assessments.requests'
  | 'assessment.requested'
  | 'assessment.onTarget'
  | 'consultations.report.open'
  | 'consultations.report.expected'
  | 'ballots.held'
  | 'authority.decisions'
  | 'authority.pending'
  | 'proposals.open'
  | 'proposals.open.mean'
  | 'proposals.concluded'
  | 'proposals.concluded.mean'
  | 'releases.standalone'
  | 'releases.scheduled'
  | 'releases.unscheduled'
  | 'releases.dateChanges'
  | 'releases.calendar'
  | 'time.define'
  | 'time.refine'
  | 'time.opine'
  | 'time.release'
  | 'months.raised'
  | 'months.shownOpen'
  | 'months.concluded'
  | 'months.shownConcluded'
  | 'months.notShown'
  | 'months.open'
  | 'assessments.years'

/** One set for each kind of assessment that the code has: `assessment.PA.open`. */
export type AssessmentMeasure = 'open' | 'open.mean' | 'completed' | 'completed.mean'
export type AssessmentFigureId = `assessment.${string}.${AssessmentMeasure}`
/** With those of the papers beside the report: of the assessments update, the register extract, and the return of a quarter. */
export type FigureId = FixedFigureId | AssessmentFigureId | UpdateFigureId | ExtractFigureId | KpiFigureId

/** What is counted; days are those of the calendar, WD is days as the paper counts them: weekdays, both ends, bank holidays not taken out. */
export type Unit =
  | 'modifications'
  | 'Draft Proposals'
  | 'decisions'
  | 'votes'
  | 'consultations'
  | 'assessments'
  | 'requests'
  | 'releases'
  | 'reports'
  | 'papers'
  | 'respondents'
  | 'extensions'
  | 'providers'
  | 'days'
  | 'WD'

/** One of those counted, with the places of the entries that put it there. */
export type Member = {
  readonly subject: Subject
  /** The canonical reference at that moment, or the name of a release. */
  readonly label: string
  readonly title?: string
  /** Which thing inside the subject is meant: an assessment `7/PA/1`, a consultation, a date change; or the month in which it counts. */
  readonly item?: string
  readonly places: readonly number[]
  readonly duration?: Duration
  readonly note?: string
}

/** Worked out from the register. `unknown`: a mean of nothing. */
export type DerivedFigure = {
  readonly kind: 'derived'
  readonly id: FigureId
  /** The version of its definition. */
  readonly v: number
  readonly value: number | 'unknown'
  readonly unit: Unit
  readonly definition: string
  readonly asAt: CalendarDate
  readonly members: readonly Member[]
  readonly arithmetic?: string
  /** A mean over those whose days are known: how many, of how many. */
  readonly over?: { readonly known: number; readonly of: number }
  /** Of a share: those over whom it is counted and of whom it does not hold. */
  readonly others?: readonly Member[]
  /** What would be counted too, had somebody told it. */
  readonly untold?: readonly Untold[]
}

/** What is missing of some, in words, with the step that tells it; without one, no step of this register does. */
export type Untold = { readonly what: string; readonly by?: ActType; readonly members: readonly Member[] }

/** Printed by a paper, and never worked out, merged or dropped. */
export type StatedFigure = {
  readonly kind: 'stated'
  readonly id: string
  readonly value: number
  readonly unit: string
  readonly source: string
  /** Where in the source. */
  readonly at: string
  readonly paper: Subject
  readonly place: number
  readonly asAt: CalendarDate
}

/** As data, by their ids. */
export const byId = (figures: readonly DerivedFigure[]): Readonly<Record<string, DerivedFigure>> =>
  Object.fromEntries(figures.map((figure) => [figure.id, figure]))

/** The fragment, on the page of a figure, of one of its members: of an assessment `7/IA/1`. */
export const ofMember = ({ subject, item }: Pick<Member, 'subject' | 'item'>): string => `member-${(item ?? subject).replaceAll('/', '-')}`

/** The fragment, on the page of a figure, of those of its members that count in a month. */
export const inMonth = (month: YearMonth): string => `in-${month}`
