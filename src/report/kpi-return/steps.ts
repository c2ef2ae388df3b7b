import type { ActType } from '../../domain/acting/acts.ts'
import type { KpiFigureId } from '../figures/kpi-definitions.ts'

/** By which steps that is told which a figure counts; none where no step of this register tells it. */
export const stepsOf: Readonly<Record<KpiFigureId, readonly ActType[]>> = {
  'kpi.decisions.accord': ['RecordVote', 'Decide'],
  'kpi.reports.sentBack': ['Decide'],
  'kpi.consultations.opened': ['IssueConsultation'],
  'kpi.consultations.respondents': ['Respond'],
  'kpi.papers.late': ['TableItem'],
  'kpi.papers.meetings.late': ['TablePaper', 'CirculatePapers'],
  'kpi.reports.onTimetable': ['SetTimetable', 'SendForDecision'],
  'kpi.timetables.extended': ['SetTimetable'],
  'kpi.days.toSubmission': ['RaiseDraftProposal', 'SendForDecision'],
  'kpi.days.toDecision': ['SendForDecision', 'Decide'],
  'kpi.days.toImplementation': ['Decide', 'ImplementRelease'],
  'kpi.days.toImplementation.systems': [],
  'kpi.reports.withoutCosts': ['CostAssessment', 'IssueConsultation'],
  'kpi.costs.difference': [],
}

/** What the steps that a return names are called, as their forms are. */
export const stepTitles: Readonly<Partial<Record<ActType, string>>> = {
  RecordVote: 'Record the vote',
  Decide: 'Decide',
  IssueConsultation: 'Issue a consultation',
  Respond: 'Record a response to a consultation',
  TableItem: 'Table a modification',
  TablePaper: 'Table a paper',
  CirculatePapers: 'Send out the papers',
  SetTimetable: 'Set the timetable',
  SendForDecision: 'Send for decision',
  RaiseDraftProposal: 'Raise a Draft Proposal',
  ImplementRelease: 'Implement the release',
  CostAssessment: 'Add a cost line to an assessment',
  Correct: 'Correct an entry',
}

export const stepTitle = (step: ActType): string => `“${stepTitles[step] ?? step}”`
