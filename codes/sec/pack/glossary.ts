import { type PackSource, sources } from './sources.ts'

export type Term = { readonly term: string; readonly meaning: string; readonly source: PackSource }

const told = (term: string, meaning: string, source: PackSource): Term => ({ term, meaning, source })

/** The terms of the Code and of the report, by name, in plain English. */
export const glossary: readonly Term[] = [
  told('Accepted', 'The DCC has taken on an assessment: its clock runs from this day.', sources.paper),
  told(
    'Alternative Solution',
    'Another way to reach the purpose of a proposal, raised by a majority of its Working Group.',
    sources.alternativeSolution,
  ),
  told(
    'Authority',
    'Ofgem, the energy regulator. It decides Authority-Led and Authority Determined Modifications, and changed implementation dates.',
    sources.november2019Release,
  ),
  told('Bank holiday', 'A day that is no Working Day; those of England and Wales are used.', sources.bankHolidays),
  told(
    'Change Board',
    'The Sub-Committee of the Panel that votes on a modification: it recommends to the Authority, or decides under Self-Governance.',
    sources.changeBoard,
  ),
  told('Change Status Report', 'The monthly paper on the progress of Draft Proposals, Modification Proposals and Releases.', sources.paper),
  told(
    'Change Sub-Committee (CSC)',
    'Determines that a Draft Proposal is ready to be presented to the Panel for conversion.',
    sources.paper,
  ),
  told('Classification', 'How far a document may be shared: White, Green, Amber or Red.', sources.panelInformationPolicy),
  told(
    'Conversion',
    'The Panel makes a Draft Proposal a Modification Proposal. It keeps its number: DP081 becomes MP081.',
    sources.aboutSecChange,
  ),
  told('Critical friend', 'The administrator reads a problem statement, and comments, before it is raised.', sources.aboutSecChange),
  told(
    'DCC',
    'The Data Communications Company, Smart DCC Ltd: it runs the smart metering network, and assesses and implements changes to it.',
    sources.paper,
  ),
  told('Define', "The report's first stage: the Development Stage.", sources.paper),
  told('Development Stage', 'The problem is described, and no work is done on solutions.', sources.aboutSecChange),
  told('Draft Proposal (DP)', 'A problem that has been raised and not yet been converted.', sources.aboutSecChange),
  told(
    'Fast-Track Modification',
    'A minor correction that only the Panel may raise, without refinement or Modification Report.',
    sources.modificationForm,
  ),
  told('Impact Assessment (IA)', "The DCC's full assessment of a solution; its request is approved by the Change Board.", sources.paper),
  told('Implementation', 'A modification comes into force in a version of the Code.', sources.november2019Release),
  told(
    'Modification Proposal (MP, formerly SECMP)',
    'A proposal to change the Code, once converted; before November 2018 it was raised as one.',
    sources.aboutSecChange,
  ),
  told('Modification Register', 'The public list of all proposals and where they stand.', sources.paper),
  told('Modification Report', 'What the administrator writes on a proposal for consultation and decision.', sources.reportPhase),
  told(
    'Modification Report Consultation (MRC)',
    'Parties other than the DCC give their views on the Modification Report.',
    sources.modificationReportConsultation,
  ),
  told('Opine', "The report's third stage: the Report Phase, the vote, and the Authority's decision.", sources.paper),
  told(
    'Panel',
    'The SEC Panel: it meets monthly, converts proposals, approves Modification Reports and baselines releases.',
    sources.aboutTheSec,
  ),
  told('Party', 'An organisation bound by the Code, in one of five categories.', sources.aboutTheSec),
  told('Path 1: Authority-Led', 'Arises from a review by the Authority, which decides.', sources.modificationForm),
  told('Path 2: Authority Determined', 'The Authority decides, on the recommendation of the Change Board.', sources.aboutSecChange),
  told('Path 3: Self-Governance', 'The Change Board decides.', sources.aboutSecChange),
  told('Preliminary Assessment (PA)', "The DCC's first assessment of a proposal.", sources.paper),
  told('Proposer', 'Who raised the proposal.', sources.aboutSecChange),
  told('Refine', "The report's second stage: the Refinement Process.", sources.paper),
  told('Refinement Consultation', 'Parties are asked about the developed solution.', sources.paper),
  told('Refinement Process', 'The solution is developed with a Working Group, consultations and assessments.', sources.refinementProcess),
  told('Regulatory Year', 'From 1 April to 31 March.', sources.aboutTheSec),
  told('Release', 'Modifications that come into force together on one day; also the report\u2019s last stage.', sources.paper),
  told('Report Phase', 'The administrator writes the Modification Report.', sources.reportPhase),
  told('Returned', 'The DCC has given an assessment back: its clock ends on this day.', sources.paper),
  told('SECAS', 'The administrator and secretariat of the Code.', sources.secas),
  told('Security Sub-Committee (SSC)', 'Advises the Panel on security, and may raise proposals.', sources.paper),
  told('Secretary of State', 'May designate documents and vary the Code without a modification.', sources.sosVariations),
  told('Standalone release', 'A release outside the schedule, on a day of its own or when something happens.', sources.paper),
  told('TABASC', 'The Technical Architecture and Business Architecture Sub-Committee.', sources.paper),
  told(
    'Working Day (WD)',
    'Monday to Friday, without bank holidays. The report of 2019 counts durations without taking bank holidays out.',
    sources.paper,
  ),
  told('Working Group', 'Meets monthly to develop the solutions of several proposals.', sources.paper),
]
