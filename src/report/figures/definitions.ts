import { extractDefinition, extractFigureIds, isExtractFigure } from './extract-definitions.ts'
import type { AssessmentMeasure, FigureId, FixedFigureId, Unit } from './figure.ts'
import { isKpiFigure, kpiDefinition, kpiFigureIds } from './kpi-definitions.ts'
import { isUpdateFigure, updateDefinition, updateFigureIds } from './update-definitions.ts'

/** What a figure counts. A definition is never edited, only followed by the next version. */
export type FigureDefinition = {
  readonly id: FigureId
  readonly v: number
  readonly unit: Unit
  readonly title: string
  readonly definition: string
}
/** The first version, unless it says another. */
export type Defined = Omit<FigureDefinition, 'id' | 'v'> & { readonly v?: number }

const window = "after the last paper's cut-off, up to and including this one's"
const convention = 'counted as the 2019 report did: weekdays, both ends, bank holidays not taken out'

const eachReport = 'in the time of the last twelve reports, after the cut-off of the one before up to its own,'
const timeIn = (stage: string) =>
  `Mean over the modifications in ${stage} at the cut-off of which the day of entering it is known, from that day to the cut-off, ${convention}.`

const fixed: Readonly<Record<FixedFigureId, Defined>> = {
  'stage.define': {
    unit: 'modifications',
    title: 'Proposals in Define',
    definition: 'Modifications in the Development Stage at the cut-off: raised, and not converted, refused or withdrawn.',
  },
  'stage.refine': {
    unit: 'modifications',
    title: 'Proposals in Refine',
    definition:
      'Modifications at the cut-off that are being refined, or whose Modification Report is not approved yet; with those that a source counts and does not name.',
  },
  'stage.opine': {
    unit: 'modifications',
    title: 'Proposals in Opine',
    definition:
      'Modifications at the cut-off whose Modification Report is approved and whose decision is not made, with the Authority included.',
  },
  'stage.release': {
    unit: 'modifications',
    title: 'Proposals in Release',
    definition:
      'Modifications at the cut-off that are approved and not in force in all their parts, without those that wait only for standalone releases.',
  },
  'stage.release.standalone': {
    unit: 'modifications',
    title: 'Proposals in Release, standalone',
    definition: 'Modifications at the cut-off that are approved and wait only for standalone releases: shown beside the stage, not in it.',
  },
  'conversions.before': {
    unit: 'Draft Proposals',
    title: 'Draft Proposals for conversion',
    definition:
      "Draft Proposals tabled by the cut-off for conversion, at a meeting after this paper's cut-off and up to the next one's; with those whose Modification Report is before the same meeting.",
  },
  'reports.before': {
    unit: 'modifications',
    title: 'Modification Reports',
    definition:
      "Modification Reports tabled by the cut-off, at a meeting after this paper's cut-off and up to the next one's. A conversion and report before one meeting together is listed for conversion, not here.",
  },
  'decisions.received': {
    unit: 'decisions',
    title: 'Decisions',
    definition: `Decisions on Modification Proposals ${window}: by the Authority, or by a body that decides itself. A recommendation is none.`,
  },
  'proposals.new': {
    unit: 'modifications',
    title: 'New Draft Proposals',
    definition: `Proposals raised ${window}; before the Development Stage existed, raised as Modification Proposals.`,
  },
  'readiness.determined': {
    unit: 'Draft Proposals',
    title: 'Change Sub-Committee decisions',
    definition: `Draft Proposals determined ready for conversion ${window}.`,
  },
  'workgroup.items': {
    unit: 'modifications',
    title: 'Working Group meetings',
    definition: `Modifications before a Working Group meeting held ${window}.`,
  },
  'consultations.refinement.open': {
    unit: 'consultations',
    title: 'Refinement Consultations out',
    definition: 'Refinement Consultations open at the cut-off, of modifications that are in Refine then.',
  },
  'consultations.refinement.expected': {
    unit: 'consultations',
    title: 'Refinement Consultations expected',
    definition: "Refinement Consultations planned and not open at the cut-off, expected in the paper's month or up to the next cut-off.",
  },
  'assessments.requests': {
    unit: 'requests',
    title: 'Impact Assessment requests',
    definition: `Requests for an assessment that were before a meeting held ${window}, or approved in that time.`,
  },
  'assessment.requested': {
    unit: 'assessments',
    title: 'Assessments requested, not yet accepted',
    definition: `Assessments requested and neither accepted nor declined at the day of the timescales; each wait ${convention}.`,
  },
  'assessment.onTarget': {
    unit: 'assessments',
    title: 'Completed assessments within their own target',
    definition:
      'Assessments returned in the regulatory year up to the day of the timescales, whose duration is not above the target of that assessment.',
  },
  'consultations.report.open': {
    unit: 'consultations',
    title: 'Modification Report Consultations out',
    definition:
      'Modification Report Consultations open at the cut-off, of modifications that await consultation on their report in Opine then.',
  },
  'consultations.report.expected': {
    unit: 'consultations',
    title: 'Modification Report Consultations expected',
    definition:
      "Modification Report Consultations planned and not open at the cut-off, expected in the paper's month or up to the next cut-off.",
  },
  'ballots.held': {
    unit: 'votes',
    title: 'Change Board votes',
    definition: `Votes of the Change Board ${window}, to recommend or to decide.`,
  },
  'authority.decisions': { unit: 'decisions', title: 'Authority decisions', definition: `Decisions of the Authority ${window}.` },
  'authority.pending': {
    unit: 'modifications',
    title: 'With the Authority',
    definition: 'Modifications with the Authority for decision at the cut-off.',
  },
  'proposals.open': {
    unit: 'modifications',
    title: 'Proposals open (pre-decision)',
    definition:
      "Modifications at the day of the timescales in Define or Refine, or in Opine before the Change Board's vote; without those of which no stage is known at the cut-off.",
  },
  'proposals.open.mean': {
    unit: 'WD',
    title: 'Proposals open, average duration',
    definition: `Mean over the open proposals whose day of raising is known, from that day to the day of the timescales, ${convention}.`,
  },
  'proposals.concluded': {
    unit: 'modifications',
    title: 'Proposals concluded',
    definition:
      'Modifications approved, rejected, refused, withdrawn or superseded in the regulatory year up to the day of the timescales, by an act whose day is recorded.',
  },
  'proposals.concluded.mean': {
    unit: 'WD',
    title: 'Proposals concluded, average duration',
    definition: `Mean over the concluded proposals whose day of raising is known, from that day to the day of the conclusion, ${convention}.`,
  },
  'releases.standalone': {
    unit: 'modifications',
    title: 'Approved for standalone releases',
    definition: 'Modifications at the cut-off that are approved and in the scope of a standalone release which is not in force.',
  },
  'releases.scheduled': {
    unit: 'modifications',
    title: 'Approved for scheduled releases',
    definition: 'Modifications at the cut-off that are approved and in the scope of a scheduled release which is not in force.',
  },
  'releases.unscheduled': {
    unit: 'modifications',
    title: 'Approved, in no release yet',
    definition: 'Modifications at the cut-off that are approved, not in force in all their parts, and in the scope of no release.',
  },
  'releases.dateChanges': {
    unit: 'requests',
    title: 'Requests for another release date',
    definition: `Requests to the Authority for another date of a release: undecided at the cut-off, or made or decided ${window}.`,
  },
  'releases.calendar': {
    unit: 'releases',
    title: 'Release calendar',
    definition: 'Releases that are not in force at the cut-off, or have been for no longer than a year.',
  },
  'time.define': { unit: 'WD', title: 'Time in Define', definition: timeIn('Define') },
  'time.refine': { unit: 'WD', title: 'Time in Refine', definition: timeIn('Refine') },
  'time.opine': { unit: 'WD', title: 'Time in Opine', definition: timeIn('Opine') },
  'time.release': {
    v: 2,
    unit: 'WD',
    title: 'Time in Release',
    definition: `${timeIn('Release')} Those that wait only for standalone releases are beside the stage, and not in it.`,
  },
  'months.raised': {
    v: 2,
    unit: 'modifications',
    title: 'Proposals raised, by report',
    definition: `Proposals raised ${eachReport} by an act whose day is recorded.`,
  },
  'months.shownOpen': {
    unit: 'modifications',
    title: 'Proposals shown open, by report',
    definition: `Proposals that came to be open ${eachReport} and were not raised then: a source shows one in Define, Refine or Opine for the first time or again, an act tells of one of which no source told where it stood, or what concluded it was set aside.`,
  },
  'months.concluded': {
    v: 2,
    unit: 'modifications',
    title: 'Proposals concluded, by report',
    definition: `Proposals approved, rejected, refused, withdrawn or superseded ${eachReport} by an act whose day is recorded.`,
  },
  'months.shownConcluded': {
    unit: 'modifications',
    title: 'Proposals shown as concluded, by report',
    definition: `Open proposals that a source shows ${eachReport} as approved or ended, where no source tells of the act that concluded them.`,
  },
  'months.notShown': {
    unit: 'modifications',
    title: 'Proposals no longer shown, by report',
    definition: `Open proposals that ceased to be counted ${eachReport} because no source tells any more where they stand.`,
  },
  'months.open': {
    v: 2,
    unit: 'modifications',
    title: 'Proposals open, by report',
    definition:
      'Modifications in Define, Refine or Opine at the cut-off; with those that a source counts and does not name, and without those of which no source tells where they stand.',
  },
  'assessments.years': {
    unit: 'assessments',
    title: 'Assessments completed in all years',
    definition: 'Assessments returned up to the day of the timescales, each in the regulatory year of its return.',
  },
}

const measures: Readonly<Record<AssessmentMeasure, (kind: string) => Defined>> = {
  open: (kind) => ({
    unit: 'assessments',
    title: `${kind} open`,
    definition: `Assessments (${kind}) accepted and not returned at the day of the timescales.`,
  }),
  'open.mean': (kind) => ({
    unit: 'WD',
    title: `${kind} open, average duration`,
    definition: `Mean over the open assessments (${kind}), from the day of acceptance to the day of the timescales, ${convention}.`,
  }),
  completed: (kind) => ({
    unit: 'assessments',
    title: `${kind} completed`,
    definition: `Assessments (${kind}) returned in the regulatory year up to the day of the timescales.`,
  }),
  'completed.mean': (kind) => ({
    unit: 'WD',
    title: `${kind} completed, average duration`,
    definition: `Mean over the completed assessments (${kind}): the duration that a source states, else from acceptance to return, ${convention}.`,
  }),
}

export const assessmentMeasures = Object.keys(measures) as readonly AssessmentMeasure[]

export const fixedDefinition = (id: FixedFigureId): FigureDefinition => ({ id, v: 1, ...fixed[id] })

export const assessmentDefinition = (kind: string, measure: AssessmentMeasure): FigureDefinition => ({
  id: `assessment.${kind}.${measure}`,
  v: 1,
  ...measures[measure](kind),
})

/** Every figure there is, for a code's kinds of assessment: for the glossary. */
export function figureDefinitions(kinds: readonly string[]): readonly FigureDefinition[] {
  const ids = Object.keys(fixed) as readonly FixedFigureId[]
  return [
    ...ids.map(fixedDefinition),
    ...kinds.flatMap((kind) => assessmentMeasures.map((measure) => assessmentDefinition(kind, measure))),
    ...updateFigureIds.map(updateDefinition),
    ...extractFigureIds.map(extractDefinition),
    ...kpiFigureIds.map(kpiDefinition),
  ]
}

/** The definition of any figure by its id. */
export function definitionOf(id: FigureId): FigureDefinition {
  if (Object.hasOwn(fixed, id)) return fixedDefinition(id as FixedFigureId)
  if (isKpiFigure(id)) return kpiDefinition(id)
  if (isUpdateFigure(id)) return updateDefinition(id)
  if (isExtractFigure(id)) return extractDefinition(id)
  const [, kind = '', ...measure] = id.split('.')
  return assessmentDefinition(kind, measure.join('.') as AssessmentMeasure)
}
