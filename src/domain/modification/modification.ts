import type { Assessment } from '../assessment/assessment.ts'
import type { Ballot } from '../ballot/ballot.ts'
import type { Voting } from '../ballot/voting.ts'
import type { CalendarDate, Dated } from '../calendar/calendar-date.ts'
import type { Moment } from '../calendar/moment.ts'
import type { Consultation } from '../consultation/consultation.ts'
import type { Subject, TextId } from '../entry.ts'
import type { Fact } from '../fact.ts'
import type { Plan } from '../plan/plan.ts'
import type { Solution } from '../solution/solution.ts'
import type { Appeals } from './appeal.ts'
import type { CommentMade, Decided, DecisionExpected, Impact, Path, Prioritised, RelationKind } from './events.ts'
import type { Referral } from './referral.ts'

/** The four stages of the report, and what lies outside them. */
export const stages = ['define', 'refine', 'opine', 'release'] as const
export type Stage = (typeof stages)[number]

/** How it ended. */
export type Outcome = 'implemented' | 'refused' | 'rejected' | 'withdrawn' | 'superseded' | 'reversed'

/** Where it stands, with the step inside each stage. */
export type StandingTold =
  /** The Development Stage: a problem statement and no work on solutions. */
  | { readonly stage: 'define'; readonly step: 'raised' | 'ready for conversion' }
  /** The Refinement Process; `report` when it goes, or has come, to its Modification Report. */
  | { readonly stage: 'refine'; readonly step: 'refinement' | 'report' }
  /** The Report Phase: consultation on the report, the vote, the Authority. */
  | { readonly stage: 'opine'; readonly step: 'report consultation' | 'vote' | 'with the authority' }
  /** Approved, and not yet in force in all its parts. */
  | { readonly stage: 'release'; readonly step: 'awaiting implementation' }
  | { readonly stage: 'ended'; readonly outcome: Outcome }
  /** No source tells where it stood: in no stage count. */
  | { readonly stage: 'unknown' }

export type Standing = StandingTold

/** A part of a modification: in a release, or in force. The day of a part is the day of its release. */
export type Part = {
  readonly release?: Fact<Subject>
  readonly implemented?: Fact<{ readonly release?: Subject; readonly version?: Subject }>
}

export type Modification = {
  readonly kind: 'modification'
  readonly standing: Fact<Standing>
  /** Every standing it had, in order; the last is the present one. */
  readonly standings: readonly Fact<Standing>[]
  /** A Modification Proposal: converted, raised as one, or seen in a later stage. Decides how its reference is written. */
  readonly proposal: boolean
  /** Counted by a source and not named by it: no reference, no page. */
  readonly unidentified: boolean
  readonly raised?: Fact<'draft' | 'proposal'>
  readonly title?: Fact<string>
  readonly titles: readonly Fact<string>[]
  readonly proposer?: Fact<Subject>
  readonly proposers: readonly Fact<Subject>[]
  readonly issue?: Fact<TextId>
  /** The sections of the proposal by their names, each with every text it had; the last is the present one. */
  readonly sections: Readonly<Record<string, readonly Fact<TextId>[]>>
  readonly comments: readonly Fact<Omit<CommentMade, 'type' | 'v'>>[]
  /** In order; the last is in force. */
  readonly priorities: readonly Fact<Omit<Prioritised, 'type' | 'v'>>[]
  /** In plain English, with the number of its words. */
  readonly plain?: Fact<{ readonly text: TextId; readonly words: number }>
  /** By Party category: how much it touches it, the last that was said. */
  readonly impacts: Readonly<Record<string, Fact<{ readonly impact: Impact; readonly why: string }>>>
  readonly parties?: Fact<readonly string[]>
  readonly documents?: Fact<readonly string[]>
  readonly relations: readonly Fact<{ readonly relation: RelationKind | 'superseded by'; readonly to: Subject }>[]
  readonly analyst?: Fact<Subject>
  readonly listed: readonly Fact<{ readonly title: string; readonly address?: string; readonly held: boolean }>[]
  readonly writings: readonly Fact<string>[]
  readonly addresses: readonly Fact<string>[]
  readonly shown: readonly Fact<string>[]
  readonly determinedReady?: Fact<Subject>
  readonly conversion?: Fact<{ readonly by: Subject | 'unknown'; readonly route: 'refinement' | 'report' | 'unknown' }>
  readonly path?: Fact<Path>
  readonly paths: readonly Fact<Path>[]
  readonly assessments: Readonly<Record<string, Assessment>>
  readonly consultations: Readonly<Record<string, Consultation>>
  readonly solutions: Readonly<Record<string, Solution>>
  /** By whom it was considered while it is refined, and what came of it. */
  readonly considered: readonly Fact<{ readonly by: Subject; readonly meeting?: Subject; readonly outcome?: TextId }>[]
  readonly ballots: readonly Ballot[]
  /** The votes taken seat by seat, by the id of the ballot. */
  readonly votings: Readonly<Record<string, Voting>>
  /** What was to be done before its report came again, each time that it was sent back. */
  readonly terms: readonly Fact<TextId>[]
  /** The reason for which its conversion was refused. */
  readonly refusedFor?: Fact<string>
  readonly decisions: readonly Fact<Decided>[]
  readonly expectedDecisions: readonly Fact<DecisionExpected>[]
  readonly reportReceived?: Fact<Subject>
  readonly appeals: Appeals
  readonly referrals: readonly Referral[]
  readonly plan: Plan
  readonly parts: Readonly<Record<number, Part>>
  readonly onHold?: Fact<{
    readonly until?: CalendarDate
    readonly condition?: string
    readonly review?: CalendarDate
    readonly suspendedBy?: Subject
  }>
  /** Who was asked last whether it is urgent. */
  readonly urgencyAsked?: Fact<{ readonly by: Subject | 'unknown'; readonly of: Subject; readonly why?: TextId }>
  readonly urgent?: Fact<boolean>
  readonly withdrawalNotice?: Fact<{ readonly lapses: Moment }>
}

/** Since when it stands where it stands. */
export const since = (modification: Modification): Dated => modification.standing.on

export const isEnded = (modification: Modification): boolean => modification.standing.value.stage === 'ended'

export const openConsultations = (modification: Modification): readonly Consultation[] =>
  Object.values(modification.consultations).filter((consultation) => consultation.status === 'open')

/** The ballot that is open; there is at most one. */
export const openVoting = ({ votings }: Modification): Voting | undefined => Object.values(votings).find(({ status }) => status === 'open')

/** The releases in whose scope it is and which have not put it in force. */
export const pendingReleases = (modification: Modification): readonly Subject[] =>
  Object.values(modification.parts).flatMap((part) => (part.release && !part.implemented ? [part.release.value] : []))
