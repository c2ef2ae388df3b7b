import {
  type CalendarDate,
  earlier,
  monthOf,
  parseCalendarDate,
  parseYearMonth,
  type YearMonth,
} from '../../domain/calendar/calendar-date.ts'
import { longDay, longMonth } from '../../domain/calendar/format.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import { refused, type Verdict } from '../../domain/refusal.ts'
import { issuedPapers, modifications, type Register } from '../../domain/register.ts'
import { reportContext } from '../change-status/report-context.ts'
import { firstDayReported, regulatoryYear, type Window, windowOf } from '../change-status/window.ts'
import type { RegisterOn } from '../register-on.ts'
import {
  type AssessmentRow,
  assessmentFigures,
  assessmentsOnTarget,
  completedAssessments,
  openAssessments,
  requestedAssessments,
} from './assessments.ts'
import type { FigureContext } from './context.ts'
import type { DerivedFigure } from './figure.ts'

/** A register with the day that it tells of, and the registers of other days as known at the same position. */
export type Counting = { readonly register: Register; readonly asof: CalendarDate; readonly registerOn: RegisterOn }

export type RegulatoryYear = Window['regulatoryYear']

/** The assessments as the page counts them: the open and the waiting to one day, the completed of one regulatory year up to it. */
export type CountedAssessments = {
  readonly to: CalendarDate
  readonly year: RegulatoryYear
  /** The years in which assessments came back, the latest first, with that of the day. */
  readonly years: readonly RegulatoryYear[]
  readonly open: readonly AssessmentRow[]
  readonly requested: readonly AssessmentRow[]
  readonly completed: readonly AssessmentRow[]
  readonly onTarget: DerivedFigure
  readonly summary: readonly KindSummary[]
}
export type KindSummary = {
  readonly kind: string
  readonly open: DerivedFigure
  readonly openMean: DerivedFigure
  readonly completed: DerivedFigure
  readonly completedMean: DerivedFigure
}

export type AskedCount = { readonly to?: string | undefined; readonly year?: string | undefined }

/** Counts as asked; refused where the day or the year is none, or has not come on the day told of. */
export function countAssessments(answer: Counting, grammar: ReferenceGrammar, asked: AskedCount): Verdict<CountedAssessments> {
  const to = asked.to ? parseCalendarDate(asked.to) : answer.asof
  if (!to) return refused(`to must be a day like 2019-09-30, and is “${asked.to}”`, [], ['correct the day in the address, or leave it out'])
  if (to > answer.asof)
    return refused(
      `the assessments cannot be counted to ${longDay(to)}: the register is shown as at ${longDay(answer.asof)}`,
      [],
      ['count to that day or an earlier one'],
    )
  if (to < firstDayReported)
    return refused(`the assessments cannot be counted to a day before ${longDay(firstDayReported)}`, [], ['count to a later day'])
  const present = regulatoryYear(answer.register, to)
  const year = asked.year ? yearNamed(answer.register, asked.year, to) : present
  if (!year || year.from > to)
    return refused(
      `year must be a regulatory year like ${present.label} that has begun by ${longDay(to)}, and is “${asked.year}”`,
      [],
      [`ask for ${present.label} or an earlier one`],
    )
  return countedTo(answer, grammar, to, year)
}

function countedTo(answer: Counting, grammar: ReferenceGrammar, to: CalendarDate, year: RegulatoryYear): CountedAssessments {
  const now = contextOf(answer, grammar, to)
  const end = earlier(to, year.to)
  const inYear = { ...withTimescales(now, end, year), timescales: answer.registerOn(end) }
  return {
    to,
    year,
    years: yearsOf(now, to),
    open: openAssessments(now),
    requested: requestedAssessments(now),
    completed: completedAssessments(inYear),
    onTarget: assessmentsOnTarget(inYear),
    summary: now.assessmentKinds.map((kind) => {
      const [open, openMean] = assessmentFigures(now, kind)
      const [, , completed, completedMean] = assessmentFigures(inYear, kind)
      return { kind, open, openMean, completed, completedMean } as KindSummary
    }),
  }
}

/** The figures of the month's report, with the timescales counted to another day. */
function contextOf({ asof, registerOn }: Counting, grammar: ReferenceGrammar, to: CalendarDate): FigureContext {
  const report = reportContext({ registerOn, month: monthOf(asof), asOf: asof, grammar })
  return { ...withTimescales(report, to, regulatoryYear(report.register, to)), timescales: registerOn(to) }
}

const withTimescales = (context: FigureContext, timescalesAsAt: CalendarDate, year: RegulatoryYear): FigureContext => ({
  ...context,
  window: { ...context.window, timescalesAsAt, regulatoryYear: year },
})

function yearsOf({ timescales }: FigureContext, to: CalendarDate): readonly RegulatoryYear[] {
  const returned = modifications(timescales).flatMap(({ state }) =>
    Object.values(state.assessments).flatMap((one) => (one.returned ? [one.returned.on.to] : [])),
  )
  const years = new Map(
    [...returned, to]
      .filter((day) => day <= to)
      .map((day) => regulatoryYear(timescales, day))
      .map((year) => [year.label, year]),
  )
  return [...years.values()].sort((a, b) => (a.from < b.from ? 1 : -1))
}

/** '2018/19' or '2018-19'; a day well inside the first half is in it, whatever day the year begins on. */
function yearNamed(register: Register, text: string, to: CalendarDate): RegulatoryYear | undefined {
  const [, first] = /^(\d{4})[/-]\d{2}$/.exec(text) ?? []
  const day = first === undefined || first > to.slice(0, 4) ? undefined : parseCalendarDate(`${first}-12-31`)
  const year = day && regulatoryYear(register, day)
  return year?.label === text.replace('-', '/') ? year : undefined
}

export type ReportsCount = { readonly month: YearMonth; readonly to: CalendarDate; readonly name: string }

/** The days to which the month's report and the last issued paper count: 'the October 2019 paper', to 30 September 2019. */
export function reportsCounts({ register, asof }: Counting): readonly ReportsCount[] {
  const papers = issuedPapers(register).flatMap(({ state }) => parseYearMonth(state.issued.value.month) ?? [])
  const last = papers.sort().at(-1)
  return [...new Set([monthOf(asof), ...(last ? [last] : [])])].map((month) => {
    const kind = papers.includes(month) ? 'paper' : 'report'
    return { month, to: windowOf(register, month, asof).timescalesAsAt, name: `the ${longMonth(month)} ${kind}` }
  })
}
