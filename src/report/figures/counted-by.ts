import { conventionLabels } from '../../domain/calendar/working-days.ts'
import { isExtractFigure } from './extract-definitions.ts'
import type { AssessmentMeasure, FigureId, FixedFigureId } from './figure.ts'
import { isKpiFigure, type KpiFigureId } from './kpi-definitions.ts'
import { isUpdateFigure } from './update-definitions.ts'

/** How a figure's number is made, and the rows of the rulebook that it reads: none where it only counts what is recorded. */
export type CountedBy = { readonly convention: string; readonly rows: readonly string[] }

const members: CountedBy = { convention: 'Each member counts once.', rows: [] }
const items: CountedBy = { convention: 'Each item counts once: a modification with two of them is listed twice.', rows: [] }
const moves: CountedBy = { convention: 'Each member counts once for each time that it came or went, in the report of that time.', rows: [] }
const bodies = 'report-wording/bodies'
const days = 'report-duration-method'
const year = ['reporting-year', 'reporting-year-counted-by'] as const
const mean: CountedBy = {
  convention: `${conventionLabels.weekdays}; the mean over the members whose days are known, rounded.`,
  rows: [days, 'average-rounding'],
}
const reading = (by: CountedBy, ...rows: readonly string[]): CountedBy => ({ ...by, rows: [...by.rows, ...rows] })

const fixed: Readonly<Record<FixedFigureId, CountedBy>> = {
  'stage.define': members,
  'stage.refine': members,
  'stage.opine': members,
  'stage.release': members,
  'stage.release.standalone': members,
  'conversions.before': items,
  'reports.before': items,
  'decisions.received': items,
  'proposals.new': members,
  'readiness.determined': items,
  'workgroup.items': reading(items, bodies),
  'consultations.refinement.open': items,
  'consultations.refinement.expected': items,
  'assessments.requests': items,
  'assessment.requested': reading(items, days),
  'assessment.onTarget': {
    convention: `Each item counts once, by its duration: ${conventionLabels.weekdays}.`,
    rows: [days, ...year],
  },
  'consultations.report.open': items,
  'consultations.report.expected': items,
  'ballots.held': reading(items, bodies),
  'authority.decisions': reading(items, bodies),
  'authority.pending': members,
  'proposals.open': members,
  'proposals.open.mean': mean,
  'proposals.concluded': reading(members, year[0]),
  'proposals.concluded.mean': reading(mean, year[0]),
  'releases.standalone': members,
  'releases.scheduled': members,
  'releases.unscheduled': members,
  'releases.dateChanges': items,
  'releases.calendar': items,
  'time.define': mean,
  'time.refine': mean,
  'time.opine': mean,
  'time.release': mean,
  'months.raised': moves,
  'months.shownOpen': moves,
  'months.concluded': moves,
  'months.shownConcluded': moves,
  'months.notShown': moves,
  'months.open': members,
  'assessments.years': reading(items, ...year),
}

const measured: Readonly<Record<AssessmentMeasure, CountedBy>> = {
  open: items,
  'open.mean': mean,
  completed: reading(items, ...year),
  'completed.mean': reading(mean, ...year),
}

const inDays: CountedBy = {
  convention: 'Calendar days from the one day to the other; the mean over the members, to two decimals.',
  rows: [],
}
const none: CountedBy = { convention: 'It is not counted.', rows: [] }

const kpis: Readonly<Record<KpiFigureId, CountedBy>> = {
  'kpi.decisions.accord': items,
  'kpi.reports.sentBack': items,
  'kpi.consultations.opened': items,
  'kpi.consultations.respondents': {
    convention: 'Each respondent counts once for each consultation; the mean over the members, to two decimals.',
    rows: [],
  },
  'kpi.papers.late': reading(items, 'paper-day'),
  'kpi.papers.meetings.late': reading(items, 'paper-day', 'paper-day-others'),
  'kpi.reports.onTimetable': reading(items, bodies),
  'kpi.timetables.extended': items,
  'kpi.days.toSubmission': inDays,
  'kpi.days.toDecision': inDays,
  'kpi.days.toImplementation': inDays,
  'kpi.days.toImplementation.systems': none,
  'kpi.reports.withoutCosts': items,
  'kpi.costs.difference': none,
}

export function countedBy(id: FigureId): CountedBy {
  if (Object.hasOwn(fixed, id)) return fixed[id as FixedFigureId]
  if (isKpiFigure(id)) return kpis[id]
  if (isUpdateFigure(id)) return items
  if (isExtractFigure(id)) return members
  const [, , ...measure] = id.split('.')
  return measured[measure.join('.') as AssessmentMeasure]
}
