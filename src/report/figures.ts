import { assessmentsCompleted } from './figures/assessment-years.ts'
import { assessmentFigures, assessmentsOnTarget, assessmentsRequested } from './figures/assessments.ts'
import { movedByMonth, openAtCutOff } from './figures/by-month.ts'
import { consultationsExpected, consultationsOut } from './figures/consultations.ts'
import type { FigureContext } from './figures/context.ts'
import { authorityDecisions, authorityPending, ballotsHeld, decisionsReceived } from './figures/decisions.ts'
import type { AssessmentFigureId, DerivedFigure, FixedFigureId } from './figures/figure.ts'
import { assessmentRequests, conversionsBefore, reportsBefore, workgroupItems } from './figures/meetings.ts'
import {
  concludedProposals,
  concludedProposalsMean,
  determinedReady,
  newProposals,
  openProposals,
  openProposalsMean,
} from './figures/proposals.ts'
import { releaseCalendar } from './figures/release-calendar.ts'
import { approvedForScheduled, approvedForStandalone, approvedUnscheduled, dateChanges } from './figures/releases.ts'
import { inDefine, inOpine, inRefine, inRelease, inStandaloneRelease } from './figures/stages.ts'
import { timeInStage } from './figures/time-in-stage.ts'

/** Every figure of one paper, by its id. What each counts is in `figures/definitions.ts`. */
export type Figures = Readonly<Record<FixedFigureId, DerivedFigure>> & { readonly [id: AssessmentFigureId]: DerivedFigure }

const fixed: Readonly<Record<FixedFigureId, (context: FigureContext) => DerivedFigure>> = {
  'stage.define': inDefine,
  'stage.refine': inRefine,
  'stage.opine': inOpine,
  'stage.release': inRelease,
  'stage.release.standalone': inStandaloneRelease,
  'conversions.before': conversionsBefore,
  'reports.before': reportsBefore,
  'decisions.received': decisionsReceived,
  'proposals.new': newProposals,
  'readiness.determined': determinedReady,
  'workgroup.items': workgroupItems,
  'consultations.refinement.open': (context) => consultationsOut(context, 'refinement'),
  'consultations.refinement.expected': (context) => consultationsExpected(context, 'refinement'),
  'assessments.requests': assessmentRequests,
  'assessment.requested': assessmentsRequested,
  'assessment.onTarget': assessmentsOnTarget,
  'consultations.report.open': (context) => consultationsOut(context, 'report'),
  'consultations.report.expected': (context) => consultationsExpected(context, 'report'),
  'ballots.held': ballotsHeld,
  'authority.decisions': authorityDecisions,
  'authority.pending': authorityPending,
  'proposals.open': openProposals,
  'proposals.open.mean': openProposalsMean,
  'proposals.concluded': concludedProposals,
  'proposals.concluded.mean': concludedProposalsMean,
  'releases.standalone': approvedForStandalone,
  'releases.scheduled': approvedForScheduled,
  'releases.unscheduled': approvedUnscheduled,
  'releases.dateChanges': dateChanges,
  'releases.calendar': releaseCalendar,
  'time.define': (context) => timeInStage(context, 'define'),
  'time.refine': (context) => timeInStage(context, 'refine'),
  'time.opine': (context) => timeInStage(context, 'opine'),
  'time.release': (context) => timeInStage(context, 'release'),
  'months.raised': (context) => movedByMonth(context, 'raised'),
  'months.shownOpen': (context) => movedByMonth(context, 'shownOpen'),
  'months.concluded': (context) => movedByMonth(context, 'concluded'),
  'months.shownConcluded': (context) => movedByMonth(context, 'shownConcluded'),
  'months.notShown': (context) => movedByMonth(context, 'notShown'),
  'months.open': openAtCutOff,
  'assessments.years': assessmentsCompleted,
}

export function figuresOf(context: FigureContext): Figures {
  const always = Object.entries(fixed).map(([id, figure]) => [id, figure(context)] as const)
  const assessments = context.assessmentKinds.flatMap((kind) =>
    assessmentFigures(context, kind).map((figure) => [figure.id, figure] as const),
  )
  return Object.fromEntries([...always, ...assessments]) as Figures
}
