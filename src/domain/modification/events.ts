import type { AssessmentEvent } from '../assessment/assessment.ts'
import type { BallotHeld } from '../ballot/ballot.ts'
import type { VotingEvent } from '../ballot/voting.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Moment } from '../calendar/moment.ts'
import type { ConsultationEvent } from '../consultation/consultation.ts'
import type { Subject, TextId } from '../entry.ts'
import type { MilestonePlanned } from '../plan/plan.ts'
import type { SolutionEvent } from '../solution/solution.ts'
import type { AppealEvent } from './appeal.ts'
import type { StandingTold } from './modification.ts'
import type { ReferralEvent } from './referral.ts'

type Told<T extends string> = { readonly type: T; readonly v: 1 }

// How it begins, or is first heard of
/** The founding event: as a Draft Proposal, or (before the Development Stage existed) as a Modification Proposal. */
export type Raised = Told<'Raised'> & { readonly as: 'draft' | 'proposal' }
/** A source shows where it stands by that day, though nobody told the steps: founds it, or tells its standing again. */
export type Attested = Told<'Attested'> & {
  readonly standing: StandingTold
  readonly as?: 'draft' | 'proposal'
  readonly unidentified?: true
}

// What it is
export type Titled = Told<'Titled'> & { readonly title: string }
export type ProposerNamed = Told<'ProposerNamed'> & { readonly proposer: Subject }
export type IssueSummarised = Told<'IssueSummarised'> & { readonly text: TextId }
/** What it is about, for who reads nothing else: counted in words when it is told. */
export type SummarisedPlainly = Told<'SummarisedPlainly'> & { readonly text: TextId; readonly words: number }
/** How much it touches a Party category, and why in a line. */
export type ImpactRated = Told<'ImpactRated'> & { readonly category: string; readonly impact: Impact; readonly why: string }
export type Impact = 'high' | 'medium' | 'low'
export type PartiesAffected = Told<'PartiesAffected'> & { readonly parties: readonly string[] }
export type DocumentsAffected = Told<'DocumentsAffected'> & { readonly documents: readonly string[] }
export type Related = Told<'Related'> & { readonly relation: RelationKind; readonly to: Subject }
export type LeadAnalystAssigned = Told<'LeadAnalystAssigned'> & { readonly analyst: Subject }
export type DocumentListed = Told<'DocumentListed'> & { readonly title: string; readonly address?: string; readonly held: boolean }
/** A way in which a source wrote its reference. */
export type ReferenceWritten = Told<'ReferenceWritten'> & { readonly written: string }
/** A path under which it was published elsewhere: it leads here. */
export type AddressPublished = Told<'AddressPublished'> & { readonly path: string }
/** What a page said of it on that day, as published, where it is no step of ours. */
export type StatusShown = Told<'StatusShown'> & { readonly status: string }

// What is done with it
export type DeterminedReady = Told<'DeterminedReady'> & { readonly by: Subject; readonly meeting?: Subject }
export type Converted = Told<'Converted'> & {
  readonly by: Subject | 'unknown'
  readonly meeting?: Subject
  readonly route: 'refinement' | 'report' | 'unknown'
}
/** `ground`: the reason for which it may be refused, as the code's words name it. */
export type ConversionRefused = Told<'ConversionRefused'> & { readonly by: Subject; readonly meeting?: Subject; readonly ground?: string }
export type PathSet = Told<'PathSet'> & { readonly path: Path; readonly by: Subject | 'unknown' }
/** Considered by a body while it is refined; what came of it is a text. */
export type Considered = Told<'Considered'> & { readonly by: Subject; readonly meeting?: Subject; readonly outcome?: TextId }
export type ReportApproved = Told<'ReportApproved'> & { readonly by: Subject | 'unknown'; readonly meeting?: Subject }
/** `terms`: what is to be done before it comes again. */
export type ReportSentBack = Told<'ReportSentBack'> & { readonly by: Subject; readonly meeting?: Subject; readonly terms?: TextId }
export type SentForDecision = Told<'SentForDecision'> & { readonly to: Subject }
/** A decision by one that decides alone (the Authority), or by a body without a recorded ballot. */
/** `backTo`: the step to which it is sent back; where it is not told, it is refined again. A vote before that is void. */
export type Decided = Told<'Decided'> & {
  readonly by: Subject
  readonly outcome: 'approve' | 'reject' | 'send back'
  readonly backTo?: BackTo
}
export type BackTo = 'refinement' | 'report' | 'report consultation' | 'vote'
export type DecisionExpected = Told<'DecisionExpected'> & { readonly by: Subject; readonly day: CalendarDate }
/** A part of it is in the scope of a release; `exceptionBy` where it joined after the baseline. */
export type Scheduled = Told<'Scheduled'> & { readonly release: Subject; readonly part: number; readonly exceptionBy?: Subject | 'unknown' }
export type Unscheduled = Told<'Unscheduled'> & { readonly part: number }
export type Implemented = Told<'Implemented'> & { readonly part: number; readonly release?: Subject; readonly version?: Subject }

// Overlays and ends
/** `suspendedBy`: not by agreement, but by who may suspend it. */
export type PutOnHold = Told<'PutOnHold'> & {
  readonly until?: CalendarDate
  readonly condition?: string
  readonly review?: CalendarDate
  readonly suspendedBy?: Subject
}
export type Resumed = Told<'Resumed'>
/** Who decides on urgency is asked, with why. */
export type UrgencyAsked = Told<'UrgencyAsked'> & { readonly by: Subject | 'unknown'; readonly of: Subject; readonly why?: TextId }
export type UrgencyDecided = Told<'UrgencyDecided'> & { readonly urgent: boolean; readonly by: Subject }
/** A Party may adopt it until the window lapses; not adopted, it is withdrawn from then on. */
export type WithdrawalNotified = Told<'WithdrawalNotified'> & { readonly by: Subject | 'unknown'; readonly lapses: Moment }
/** A section of the proposal, by its name in the template; a later text of it follows the earlier. */
export type SectionWritten = Told<'SectionWritten'> & { readonly section: string; readonly text: TextId }
/** What a body says of it; `asks`: it wants more before it goes on. */
export type CommentMade = Told<'CommentMade'> & {
  readonly by: Subject | 'unknown'
  readonly asks: boolean
  readonly text: TextId
  readonly meeting?: Subject
}
/** How it ranks among the others, by which criteria, and when that is looked at again. `lead`: the code whose priority binds the others. */
export type Prioritised = Told<'Prioritised'> & {
  readonly category: string
  readonly criteria: readonly string[]
  readonly rationale: TextId
  readonly by: Subject | 'unknown'
  readonly review?: CalendarDate
  readonly lead?: string
}
/** Who decides has its report. */
export type ReportReceived = Told<'ReportReceived'> & { readonly by: Subject }
/** The window lapses at another moment, as the days are counted otherwise since. */
export type AdoptionWindowMoved = Told<'AdoptionWindowMoved'> & { readonly lapses: Moment; readonly why: string }
export type Adopted = Told<'Adopted'> & { readonly by: Subject }
export type Withdrawn = Told<'Withdrawn'> & { readonly by: 'proposer' | 'approver' | 'unknown' }
export type Superseded = Told<'Superseded'> & { readonly by: Subject }

export type RelationKind = 'part of' | 'supersedes' | 'consequential on' | 'joint with' | 'same proposal as'
/** Who decides it, free of one code's words: its SEC names are Path 1, 2 and 3, and Fast-Track. */
export type Path = 'authority led' | 'authority determined' | 'self-governance' | 'fast-track'

export type ModificationEvent =
  | Raised
  | Attested
  | Titled
  | ProposerNamed
  | IssueSummarised
  | SummarisedPlainly
  | ImpactRated
  | PartiesAffected
  | DocumentsAffected
  | Related
  | LeadAnalystAssigned
  | DocumentListed
  | ReferenceWritten
  | AddressPublished
  | StatusShown
  | DeterminedReady
  | Converted
  | ConversionRefused
  | PathSet
  | Considered
  | ReportApproved
  | ReportSentBack
  | SentForDecision
  | Decided
  | DecisionExpected
  | Scheduled
  | Unscheduled
  | Implemented
  | PutOnHold
  | Resumed
  | UrgencyAsked
  | UrgencyDecided
  | WithdrawalNotified
  | SectionWritten
  | CommentMade
  | Prioritised
  | ReportReceived
  | AppealEvent
  | ReferralEvent
  | AdoptionWindowMoved
  | Adopted
  | Withdrawn
  | Superseded
  | MilestonePlanned
  | BallotHeld
  | VotingEvent
  | AssessmentEvent
  | ConsultationEvent
  | SolutionEvent
