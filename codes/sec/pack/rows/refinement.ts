import { list, type PackRow, recalled, table, word, workingDays, yes } from '../row.ts'
import { sources } from '../sources.ts'

/** The Service Levels for DCC assessments came into the Code with a modification in force on this day. */
const assessmentRulesFrom = { from: '2018-11-01' }

/** Working Groups, alternatives, Refinement Consultations and the DCC's assessments. */
export const refinement: readonly PackRow[] = [
  {
    id: 'fast-track-no-refinement',
    title: 'The Refinement Process never applies to a Fast-Track Modification',
    value: yes,
    certainty: 'found',
    enforcement: 'refuse',
    source: sources.refinementProcess,
  },
  recalled('working-group-members', 'People with relevant expertise in a Working Group', word('at least 5')),
  {
    id: 'alternative-raised-by',
    title: 'Who may raise an Alternative Solution',
    value: word('a majority of the Working Group'),
    certainty: 'found',
    enforcement: 'refuse',
    source: sources.alternativeSolution,
    clause: 'D6.16',
  },
  recalled('alternatives-approved', 'How many of a proposal and its alternatives may be approved', word('at most one')),
  recalled('refinement-consultation-length', 'Length of a Refinement Consultation, as is usual', workingDays(15)),
  {
    id: 'assessment-target-pa',
    title: 'Target of a Preliminary Assessment',
    value: workingDays(15),
    certainty: 'found',
    enforcement: 'inform',
    source: sources.paper,
    inForce: assessmentRulesFrom,
  },
  {
    id: 'assessment-target-ia',
    title: 'Target of an Impact Assessment',
    value: workingDays(40),
    certainty: 'found',
    enforcement: 'inform',
    source: sources.paper,
    inForce: assessmentRulesFrom,
  },
  {
    id: 'assessment-target-revised',
    title: 'An agreed target may be revised (25 Working Days is seen for one Preliminary Assessment; what led to it is not known)',
    value: yes,
    certainty: 'found',
    enforcement: 'inform',
    source: sources.dccAnalysis,
    inForce: assessmentRulesFrom,
  },
  {
    id: 'assessment-clock',
    title: "What starts and ends an assessment's clock",
    value: table({ starts: 'accepted', ends: 'returned' }),
    certainty: 'found',
    enforcement: 'inform',
    source: sources.paper,
  },
  {
    id: 'assessment-clock-pauses',
    title: "Whether a request for information stops an assessment's clock",
    value: word('not shown: durations are reported gross'),
    certainty: 'inferred',
    enforcement: 'inform',
    source: sources.paper,
  },
  {
    id: 'assessment-approved-by-ia',
    title: 'Who approves the request for an Impact Assessment',
    value: word('body/change-board'),
    certainty: 'found',
    enforcement: 'ask a reason',
    source: sources.paper,
  },
  {
    id: 'assessment-approved-by-pa',
    title: 'Who approves the request for a Preliminary Assessment',
    value: word('nobody: none is mentioned'),
    certainty: 'inferred',
    enforcement: 'inform',
    source: sources.paper,
  },
  recalled('working-group-views', 'Whose views a Working Group takes in their own areas', list('body/tabasc', 'body/ssc', 'body/smki-pma')),
]
