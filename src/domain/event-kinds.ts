import type { SubjectKind } from './entry.ts'
import type { EventType } from './events.ts'

type Kind = { readonly kind: SubjectKind; readonly founding?: 1 | 2; readonly alone?: true; readonly lastOnly?: true }

/**
 * Of which kind of subject each event is; whether it founds it: a founding event comes first in its moment; and whether it stands `alone`:
 * nothing else stands on it, so whoever told it may see it where others do not, and it may be classed above White. `lastOnly`: it may be said
 * otherwise while it is under an embargo, and is only published as it was said last.
 */
const kinds: Record<EventType, Kind> = {
  RegisterOpened: { kind: 'log', founding: 1 },
  RowSet: { kind: 'rule' },
  HolidayDeclared: { kind: 'holiday', founding: 1 },
  BodyEstablished: { kind: 'body', founding: 1 },
  BodyRenamed: { kind: 'body' },
  SeatSet: { kind: 'body' },
  SeatEnded: { kind: 'body' },
  SeatHeld: { kind: 'body' },
  AlternateNamed: { kind: 'body' },
  OrganisationNamed: { kind: 'organisation' },
  OrganisationCategorised: { kind: 'organisation' },
  OrganisationGrouped: { kind: 'organisation' },
  PaperIssued: { kind: 'paper', founding: 1 },
  FigureStated: { kind: 'paper' },
  MeetingPlanned: { kind: 'meeting', founding: 1 },
  MeetingHeld: { kind: 'meeting', founding: 2 },
  ItemTabled: { kind: 'meeting' },
  AttendanceRecorded: { kind: 'meeting' },
  ActionPlaced: { kind: 'meeting' },
  ActionDone: { kind: 'meeting' },
  ItemWithdrawn: { kind: 'meeting' },
  VersionInForce: { kind: 'version', founding: 1 },
  ReleasePlanned: { kind: 'release', founding: 1 },
  ReleaseDateSet: { kind: 'release' },
  DateChangeRequested: { kind: 'release' },
  DateChangeDecided: { kind: 'release' },
  ScopeBaselined: { kind: 'release' },
  ReleaseImplemented: { kind: 'release' },
  ReleaseDocumentListed: { kind: 'release' },
  ReleaseAddressPublished: { kind: 'release' },
  SubmittedForReview: { kind: 'submission', founding: 2 },
  ReviewReturned: { kind: 'submission' },
  SubmissionRaised: { kind: 'submission' },
  SubmissionDropped: { kind: 'submission' },
  Raised: { kind: 'modification', founding: 1 },
  Attested: { kind: 'modification', founding: 2 },
  Titled: { kind: 'modification' },
  ProposerNamed: { kind: 'modification' },
  IssueSummarised: { kind: 'modification' },
  PartiesAffected: { kind: 'modification' },
  DocumentsAffected: { kind: 'modification' },
  Related: { kind: 'modification' },
  LeadAnalystAssigned: { kind: 'modification' },
  DocumentListed: { kind: 'modification' },
  ReferenceWritten: { kind: 'modification' },
  AddressPublished: { kind: 'modification' },
  StatusShown: { kind: 'modification' },
  DeterminedReady: { kind: 'modification' },
  Converted: { kind: 'modification' },
  ConversionRefused: { kind: 'modification' },
  PathSet: { kind: 'modification' },
  ReportApproved: { kind: 'modification' },
  ReportSentBack: { kind: 'modification' },
  SentForDecision: { kind: 'modification' },
  Decided: { kind: 'modification' },
  DecisionExpected: { kind: 'modification' },
  Scheduled: { kind: 'modification' },
  Unscheduled: { kind: 'modification' },
  Implemented: { kind: 'modification' },
  PutOnHold: { kind: 'modification' },
  Resumed: { kind: 'modification' },
  UrgencyAsked: { kind: 'modification' },
  UrgencyDecided: { kind: 'modification' },
  WithdrawalNotified: { kind: 'modification' },
  SectionWritten: { kind: 'modification' },
  CommentMade: { kind: 'modification' },
  Prioritised: { kind: 'modification' },
  ReportReceived: { kind: 'modification' },
  DecisionPublished: { kind: 'modification' },
  AppealWindowMoved: { kind: 'modification' },
  Appealed: { kind: 'modification' },
  AppealDecided: { kind: 'modification' },
  Referred: { kind: 'modification' },
  ReferralDecided: { kind: 'modification' },
  AdoptionWindowMoved: { kind: 'modification' },
  Adopted: { kind: 'modification' },
  Withdrawn: { kind: 'modification' },
  Superseded: { kind: 'modification' },
  MilestonePlanned: { kind: 'modification' },
  BallotHeld: { kind: 'modification' },
  BallotOpened: { kind: 'modification' },
  VoteCast: { kind: 'modification' },
  InterestDeclared: { kind: 'modification' },
  RulingMade: { kind: 'modification' },
  BallotWithdrawn: { kind: 'modification' },
  AssessmentRequested: { kind: 'modification' },
  AssessmentRequestApproved: { kind: 'modification' },
  AssessmentAccepted: { kind: 'modification' },
  AssessmentDeclined: { kind: 'modification' },
  AssessmentTargetRevised: { kind: 'modification' },
  ReturnForecast: { kind: 'modification' },
  InformationAsked: { kind: 'modification' },
  InformationAnswered: { kind: 'modification' },
  InformationPauseAgreed: { kind: 'modification' },
  AssessmentReturned: { kind: 'modification' },
  AssessmentCosted: { kind: 'modification', alone: true },
  AssessmentCancelled: { kind: 'modification' },
  ConsultationPlanned: { kind: 'modification' },
  ConsultationOpened: { kind: 'modification' },
  ConsultationCloseSet: { kind: 'modification' },
  ConsultationCancelled: { kind: 'modification' },
  QuestionsSet: { kind: 'modification' },
  ResponseSubmitted: { kind: 'modification', alone: true, lastOnly: true },
  AnswersWithheld: { kind: 'modification', alone: true, lastOnly: true },
  ResponseWithheld: { kind: 'modification', alone: true, lastOnly: true },
  PointAnswered: { kind: 'modification' },
  Considered: { kind: 'modification' },
  SolutionProposed: { kind: 'modification' },
  SolutionVersioned: { kind: 'modification' },
}

export const eventTypes = Object.keys(kinds) as readonly EventType[]

export const kindOfEvent = (type: EventType): SubjectKind => kinds[type].kind

/** 1 for what founds a subject, 2 for what founds or follows, 3 for the rest: the order within one moment and nth. */
export const foundingRank = (type: EventType | undefined): 1 | 2 | 3 => (type === undefined ? 3 : (kinds[type].founding ?? 3))

/** Whether nothing else stands on an event: with it or without it, the others of its subject fold. */
export const standsAlone = (type: EventType): boolean => kinds[type].alone === true

/** Whether what was told under an embargo is published only as it was told last. */
export const lastOnly = (type: EventType): boolean => kinds[type].lastOnly === true

export const isEventType = (text: string): text is EventType => Object.hasOwn(kinds, text)
