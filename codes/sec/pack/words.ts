import type { ConsultationKind } from '../../../src/domain/consultation/consultation.ts'
import type { Classification, Subject } from '../../../src/domain/entry.ts'
import type { ItemPurpose } from '../../../src/domain/meeting/events.ts'
import type { Path } from '../../../src/domain/modification/events.ts'
import type { Step } from '../../../src/domain/modification/holder.ts'
import type { Outcome, Stage } from '../../../src/domain/modification/modification.ts'
import type { Certainty } from '../../../src/domain/rulebook/rulebook.ts'
import { documents } from './documents.ts'
import { glossary } from './glossary.ts'
import { sources } from './sources.ts'

/** The report's name of a stage, the Code's term for it, and what it means to someone who knows neither. */
const stages: Record<Stage, { readonly report: string; readonly term: string; readonly plain: string }> = {
  define: { report: 'Define', term: 'Development Stage', plain: 'the problem is being described' },
  refine: { report: 'Refine', term: 'Refinement Process', plain: 'a solution is being worked out' },
  opine: { report: 'Opine', term: 'Report Phase', plain: 'Parties give their views and the decision is taken' },
  release: { report: 'Release', term: 'Implementation', plain: 'approved, and not yet in force' },
}

/** Each step, who holds the action at it, and what that body has to do. */
const steps: Record<Step, { readonly name: string; readonly holder: Subject; readonly next: string }> = {
  raised: {
    name: 'Draft Proposal',
    holder: 'body/change-sub-committee',
    next: 'determine whether the Draft Proposal is ready to be presented for conversion',
  },
  'ready for conversion': {
    name: 'Ready for conversion',
    holder: 'body/panel',
    next: 'decide on its conversion to a Modification Proposal',
  },
  refinement: { name: 'Refinement', holder: 'body/working-group', next: 'develop the solution' },
  report: { name: 'Modification Report', holder: 'body/panel', next: 'decide on the Modification Report' },
  'report consultation': {
    name: 'Modification Report Consultation',
    holder: 'body/secas',
    next: "consult on the Modification Report and put it on the Change Board's agenda",
  },
  vote: { name: 'Change Board vote', holder: 'body/change-board', next: 'vote on the modification' },
  'with the authority': { name: 'With the Authority', holder: 'organisation/authority', next: 'decide on the modification' },
  'awaiting implementation': { name: 'Awaiting implementation', holder: 'body/secas', next: 'bring it into the Code with its release' },
}

const outcomes: Record<Outcome, string> = {
  implemented: 'Implemented',
  refused: 'Refused',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
  superseded: 'Superseded',
  reversed: 'Reversed',
}

const paths: Record<Path, string> = {
  'authority led': 'Path 1: Authority-Led',
  'authority determined': 'Path 2: Authority Determined',
  'self-governance': 'Path 3: Self-Governance',
  'fast-track': 'Fast-Track',
}

/** The path as an adjective of a modification: "recommended for approval as an Authority Determined Modification". */
const modificationsOfPath: Record<Path, string> = {
  'authority led': 'an Authority-Led Modification',
  'authority determined': 'an Authority Determined Modification',
  'self-governance': 'a Self-Governance Modification',
  'fast-track': 'a Fast-Track Modification',
}

type Handling = { readonly name: string; readonly handling: string; readonly certainty: Certainty; readonly source: string }

/** How each class is named and handled. White's sentence is the one the paper prints; the others are recalled. */
const classifications: Record<Classification, Handling> = {
  white: {
    name: 'White',
    handling:
      'This document is classified as White in accordance with the Panel Information Policy. Information can be shared with the public, and any members may publish the information, subject to copyright.',
    certainty: 'found',
    source: sources.paper.where,
  },
  green: {
    name: 'Green',
    handling: 'For SEC Parties and stakeholders of the smart metering programme at large; not for the public.',
    certainty: 'recalled',
    source: sources.recalled.where,
  },
  amber: {
    name: 'Amber',
    handling: "For the recipient's own organisation, as far as there is a need to know.",
    certainty: 'recalled',
    source: sources.recalled.where,
  },
  red: {
    name: 'Red',
    handling: 'For the named recipients, or those present at the meeting, only.',
    certainty: 'recalled',
    source: sources.recalled.where,
  },
}

/** The kinds of assessment, with the rulebook row of each one's target. */
const assessmentKinds: Readonly<Record<string, { readonly name: string; readonly targetRow: string }>> = {
  PA: { name: 'Preliminary Assessment', targetRow: 'assessment-target-pa' },
  IA: { name: 'Impact Assessment', targetRow: 'assessment-target-ia' },
}

const consultationKinds: Record<ConsultationKind, string> = {
  refinement: 'Refinement Consultation',
  report: 'Modification Report Consultation',
  information: 'Request for Information',
}

const purposes: Record<ItemPurpose, string> = {
  discussion: 'for discussion',
  readiness: 'to determine whether it is ready for conversion',
  conversion: 'for conversion to a Modification Proposal',
  'modification report': 'Modification Report for approval',
  'assessment request': 'Impact Assessment request for approval',
  vote: 'for a vote',
  'date change': 'change of an implementation date',
  appeal: 'appeal to be decided',
  'hold review': 'hold to be reviewed',
  timetable: 'timetable to be revised',
  information: 'for information',
  minutes: 'minutes to be agreed',
}

/** The five Party categories. For votes the two network categories form one block. */
const partyCategories = [
  'Large Supplier Parties',
  'Small Supplier Parties',
  'Electricity Network Parties',
  'Gas Network Parties',
  'Other SEC Parties',
] as const

/** How a sentence calls a body or an organisation where its name and an article would not do. */
const inSentence: Readonly<Record<Subject, string>> = {
  'body/panel': 'the Panel',
  'body/secas': 'SECAS',
  'body/tabasc': 'TABASC',
  'body/smki-pma': 'the SMKI PMA',
  'organisation/authority': 'the Authority',
  'organisation/dcc': 'the DCC',
  'organisation/energy-savings-trust': 'the Energy Savings Trust',
  'organisation/secretary-of-state': 'the Secretary of State',
}

export const words = {
  code: 'Smart Energy Code',
  abbreviation: 'SEC',
  stages,
  steps,
  outcomes,
  paths,
  modificationsOfPath,
  classifications,
  assessmentKinds,
  consultationKinds,
  purposes,
  inSentence,
  partyCategories,
  documents,
  glossary,
} as const
