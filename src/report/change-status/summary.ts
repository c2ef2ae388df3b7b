import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { type Stage, stages } from '../../domain/modification/modification.ts'
import type { FigureId } from '../figures/figure.ts'
import { type Line, type Listing, line, type ReportContext } from './report-context.ts'
import type { CountedId, SlotsOf } from './templates.ts'

/** Section 1. */
export type Summary = {
  readonly introduction: readonly string[]
  readonly strip: {
    readonly caption: string
    readonly asAt: CalendarDate
    readonly cells: readonly { readonly stage: Stage; readonly name: string; readonly figure: FigureId }[]
    /** What is approved for standalone releases, beside the cells. */
    readonly standalone: Listing
  }
  readonly conversions: Listing
  readonly reports: Listing
  readonly decisions: Listing
}

export function summary(context: ReportContext): Summary {
  const { words, window } = context
  return {
    introduction: [words.say('summary.introduction', {}), words.say('summary.register', {})],
    strip: {
      caption: words.say('summary.strip', {}),
      asAt: window.asAt,
      cells: stages.map((stage) => ({ stage, name: words.term('stages', stage) ?? stage, figure: `stage.${stage}` })),
      standalone: listing(context, 'summary.standalone', 'stage.release.standalone'),
    },
    conversions: listing(context, 'summary.conversions', 'conversions.before'),
    reports: listing(context, 'summary.reports', 'reports.before'),
    decisions: listing(context, 'summary.decisions', 'decisions.received'),
  }
}

type Unslotted = { [K in CountedId]: [SlotsOf<K>] extends [never] ? K : never }[CountedId]

/** The sentence of a figure, in agreement with its number, and its members. */
export function listing(context: ReportContext, template: Unslotted, id: keyof ReportContext['figures'] & FigureId): Listing {
  const members = context.figures[id]?.members ?? []
  return { line: countedLine(context, template, members.length, id), members }
}

export const countedLine = (context: ReportContext, template: Unslotted, count: number, ...figures: readonly FigureId[]): Line =>
  line(context.words.tellCount(template, count, {} as never), ...figures)
