import type { Defined, FigureDefinition } from './definitions.ts'

/** In the order of the common form of the code administrators. Source: the UNC's return for the third quarter of 2012. */
export const kpiFigureIds = [
  'kpi.decisions.accord',
  'kpi.reports.sentBack',
  'kpi.consultations.opened',
  'kpi.consultations.respondents',
  'kpi.papers.late',
  'kpi.papers.meetings.late',
  'kpi.reports.onTimetable',
  'kpi.timetables.extended',
  'kpi.days.toSubmission',
  'kpi.days.toDecision',
  'kpi.days.toImplementation',
  'kpi.days.toImplementation.systems',
  'kpi.reports.withoutCosts',
  'kpi.costs.difference',
] as const
export type KpiFigureId = (typeof kpiFigureIds)[number]

const days = 'in calendar days, over those of which both days are recorded to the day'

const defined: Readonly<Record<KpiFigureId, Defined>> = {
  'kpi.decisions.accord': {
    unit: 'decisions',
    title: 'Decisions that accord with the recommendation',
    definition:
      'Decisions made in the quarter on a modification on which a vote to recommend is recorded, that are as was recommended; a report sent back is none.',
  },
  'kpi.reports.sentBack': {
    unit: 'reports',
    title: 'Reports sent back',
    definition: 'Modification Reports that were sent back in the quarter by who decides.',
  },
  'kpi.consultations.opened': {
    unit: 'consultations',
    title: 'Consultations',
    definition: 'Consultations of every kind that opened in the quarter.',
  },
  'kpi.consultations.respondents': {
    unit: 'respondents',
    title: 'Respondents to a consultation, on average',
    definition:
      'Mean of those who responded to a consultation that opened in the quarter and has closed, each once, with those who stay unnamed; over the consultations of which any response is recorded.',
  },
  'kpi.papers.late': {
    unit: 'modifications',
    title: 'Modification papers published late',
    definition:
      'Modifications tabled after the paper day, of those tabled for meetings in the quarter of the body that converts of which it is known.',
  },
  'kpi.papers.meetings.late': {
    unit: 'papers',
    title: 'Meeting papers published late',
    definition:
      'Papers that went out to the members after the paper day as it was counted then, of those recorded as gone out for meetings in the quarter.',
  },
  'kpi.reports.onTimetable': {
    unit: 'reports',
    title: 'Reports sent to the Authority by the original timetable',
    definition:
      'Modification Reports sent to the Authority for decision in the quarter no later than their first timetable said, of those of which it is recorded.',
  },
  'kpi.timetables.extended': {
    unit: 'extensions',
    title: 'Extensions of a timetable',
    definition: 'Times in the quarter that a milestone of a modification was planned for a later day than before.',
  },
  'kpi.days.toSubmission': {
    unit: 'days',
    title: 'From raising to being sent for decision',
    definition: `Mean of what was sent for decision in the quarter, ${days}.`,
  },
  'kpi.days.toDecision': {
    unit: 'days',
    title: 'From being sent for decision to the decision',
    definition: `Mean of what was decided in the quarter by who it was sent to, ${days}.`,
  },
  'kpi.days.toImplementation': {
    unit: 'days',
    title: 'From the decision to implementation',
    definition: `Mean of what came into force in the quarter, from the decision or the vote that decided, ${days}.`,
  },
  'kpi.days.toImplementation.systems': {
    unit: 'days',
    title: 'From the decision to implementation, with and without systems',
    definition: 'The same, for what changes systems and for what does not.',
  },
  'kpi.reports.withoutCosts': {
    unit: 'reports',
    title: 'Reports consulted on without an estimate of costs',
    definition: 'Modification Reports whose consultation opened in the quarter before any cost of an assessment was published.',
  },
  'kpi.costs.difference': {
    unit: 'reports',
    title: 'Difference of estimated and actual costs',
    definition: 'Actual costs of what came into force in the quarter, against the estimate that was consulted on.',
  },
}

export const isKpiFigure = (id: string): id is KpiFigureId => Object.hasOwn(defined, id)

export const kpiDefinition = (id: KpiFigureId): FigureDefinition => ({ id, v: 1, ...defined[id] })
