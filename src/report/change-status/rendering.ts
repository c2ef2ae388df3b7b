import type { CalendarDate, Dated, YearMonth } from '../../domain/calendar/calendar-date.ts'
import { shortDay } from '../../domain/calendar/format.ts'
import type { Subject, TextId } from '../../domain/entry.ts'
import type { FigureId, Unit } from '../figures/figure.ts'
import type { AssessmentLine } from './refine.ts'

/** The bytes of a text in the words of whoever wrote it; undefined where it was erased or is not for this reader. */
export type TextOf = (id: TextId) => string | undefined

/** Addresses, as the caller has them: absolute for text and JSON, of the site for a page. */
export type Links = {
  /** The page of a modification or release, and of anything else that has one. */
  readonly subject: (subject: Subject) => string | undefined
  /** The entry at a place: from a number to its source. */
  readonly entry?: (subject: Subject, place: number) => string | undefined
  /** The page of a figure of this paper; of another month's; `part`: the fragment of some of its members. */
  readonly figure?: (id: FigureId, of?: { readonly month?: YearMonth; readonly part?: string }) => string | undefined
  /** The count of days between two, with its arithmetic under each convention. */
  readonly days?: (from: CalendarDate, to: CalendarDate) => string | undefined
  readonly register: string
  /** A picture of the report, and the numbers that it shows. */
  readonly chart?: (id: string, form: 'svg' | 'csv') => string | undefined
  /** The report itself, for what comes with it. */
  readonly report?: string
  /** A paper that comes with this one, by the name it has on the cover. */
  readonly attachment?: (name: string) => string | undefined
}

/** '30 Jul 19', as the paper's tables print days; a range is told from its first to its last day. */
export function tableDay(day: Dated | 'unknown'): string {
  if (day === 'unknown') return 'not known'
  return day.from === day.to ? shortDay(day.to) : `${shortDay(day.from)} to ${shortDay(day.to)}`
}

/** '1 modification', '2 modifications', '45 WD'. */
export function quantity(value: number | 'unknown', unit: Unit): string {
  if (value === 'unknown') return 'not known'
  return `${value} ${value === 1 && unit !== 'WD' ? unit.replace(/s$/, '') : unit}`
}

/** '40 WD', or that no source tells it. */
export const wd = (days: number | 'unknown'): string => (days === 'unknown' ? 'not known' : `${days} WD`)

export const durationText = ({ duration }: AssessmentLine): string => wd(duration === 'unknown' ? 'unknown' : duration.value)

/** The counts under the Code's Working Days, which the paper does not print: 44 with the first day counted, 43 without. */
export function codeCounts({ duration }: AssessmentLine): {
  readonly counted: number | 'unknown'
  readonly notCounted: number | 'unknown'
} {
  const count = (convention: string) =>
    duration === 'unknown' ? undefined : duration.counts.find((each) => each.convention === convention)?.value
  return {
    counted: count('working days') ?? 'unknown',
    notCounted: count('working days, first day not counted') ?? 'unknown',
  }
}

export function withinText({ withinTarget }: AssessmentLine): string {
  return withinTarget === 'unknown' ? 'not known' : withinTarget ? 'yes' : 'no'
}
