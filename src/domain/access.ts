import type { Given } from './acting/act.ts'
import type { Act, ActType } from './acting/acts.ts'
import { mayUndo, recordedWith } from './acting/undo.ts'
import { dayOf } from './calendar/moment.ts'
import type { Command } from './commands.ts'
import { idOf, kindOf, type Subject } from './entry.ts'
import { undecided } from './modification/appeal.ts'
import { type Modification, openVoting } from './modification/modification.ts'
import { undecidedReferral } from './modification/referral.ts'
import { nameOf } from './names.ts'
import type { BodyCapacity } from './organisation/body.ts'
import type { Seat } from './organisation/seats.ts'
import { own } from './own.ts'
import { everything, memberReader, ownerOf, publicReader, type Reader } from './reader.ts'
import { refused, type Verdict } from './refusal.ts'
import { all, find, type Register, ruleOn } from './register.ts'
import { submitterOf } from './submission/submission.ts'
import { submissionOf } from './submission/submission-of.ts'

/**
 * Who sends a command. An account says only who acts for whom: what follows from it is in the register (which body has which capacity,
 * who holds a seat, whose proposal it is) and in the table below.
 */
export type Principal = {
  /** Opaque: never a name. */
  readonly id: string
  readonly roles: readonly Role[]
  /** The bodies (as their chair or secretary) and organisations for which he acts. */
  readonly actsFor: readonly Subject[]
  /** The seats in which he sits, himself or as an alternate. */
  readonly seats: readonly Seat[]
}
/** The administrator records for everyone; an importer brings sets of sourced facts. */
export type Role = 'administrator' | 'importer'

/** Nobody who signed in: he reads. */
export const anyone: Principal = { id: 'public', roles: [], actsFor: [], seats: [] }

/**
 * What somebody may read: who administers sees all; who acts for a body of the code, or a Party, what is for Parties, and what these told
 * themselves; who sits in a body does not speak for it, and has nothing of his own but the votes of his seats; others what is public.
 */
export function readerOf(principal: Principal): Reader {
  if (principal.roles.includes('administrator')) return everything
  return principal.actsFor.length + principal.seats.length > 0 ? memberReader(principal.actsFor, principal.seats) : publicReader
}

/** Who decides when a thing is public: who administers. */
export const mayPublish = (principal: Principal): boolean => principal.roles.includes('administrator')

/** Which roles may give which command; for acts, the table below. */
const mayGive: Record<CommandType, readonly Role[]> = {
  OpenRegister: ['administrator'],
  InstallPack: ['administrator'],
  ImportFacts: ['administrator', 'importer'],
  ConfirmWaiting: ['administrator'],
  DropWaiting: ['administrator'],
}

export function mayIssue(principal: Principal, command: CommandType): boolean {
  return mayGive[command].some((role) => principal.roles.includes(role))
}

export type CommandType = Exclude<Command['type'], 'RecordActs'>

/**
 * Who takes an act. A body with a capacity; whoever a row of the rulebook names; the proposer; the provider of an assessment; any Party;
 * the body whose seat votes. Who administers records each of them on behalf of these.
 */
export type Who =
  | 'administrator'
  | 'proposer'
  | 'provider'
  | 'party'
  /** Any organisation of the register but those that decide: not only a Party answers a consultation. */
  | 'respondent'
  | 'anyone'
  /** Who decides on the path that the modification is on. */
  | 'decider'
  /** Whoever the appeal went to; whoever the Proposer's referral went to. */
  | 'appealed to'
  | 'referred to'
  /** Who submitted a draft for review. */
  | 'submitter'
  /** The organisation that the act is about. */
  | 'itself'
  | { readonly capacity: BodyCapacity }
  | { readonly row: string }
  /** Who recorded the entry, as long as nobody has been told of it. */
  | 'recorder'
  /** Who sits in the seat that is named. */
  | 'seat'
  /** The body whose meeting it is. */
  | 'its body'

/** Who takes which act: the one table. */
const takenBy: Record<ActType, readonly Who[]> = {
  DetermineReady: [{ capacity: 'determine readiness' }, { capacity: 'convert' }],
  Convert: [{ row: 'conversion-by' }],
  RequestAssessment: ['administrator', { capacity: 'convert' }],
  RequestAssessmentAgain: ['administrator', { capacity: 'convert' }],
  ApproveAssessmentRequest: [{ row: 'assessment-approved-by-ia' }],
  AcceptAssessment: ['provider'],
  DeclineAssessment: ['provider'],
  AskInformation: ['provider'],
  AnswerInformation: ['administrator', 'proposer'],
  AgreePause: ['administrator'],
  ForecastReturn: ['provider'],
  ReviseAssessmentTarget: ['administrator'],
  ReturnAssessment: ['provider'],
  ReportProgress: ['provider'],
  SignProgress: ['itself'],
  CostAssessment: ['provider'],
  CancelAssessment: ['administrator', { row: 'assessment-approved-by-ia' }],
  Consider: [{ row: 'refined-by' }, { row: 'working-group-views' }],
  ProposeSolution: ['proposer'],
  RaiseAlternative: [{ row: 'refined-by' }],
  ReviseSolution: ['proposer', { row: 'refined-by' }],
  PlanConsultation: ['administrator'],
  IssueConsultation: ['administrator'],
  IssueConsultations: ['administrator'],
  ChangeClosing: ['administrator'],
  CancelConsultation: ['administrator'],
  SetQuestions: ['administrator'],
  Respond: ['respondent'],
  WithdrawResponse: ['respondent'],
  AnswerPoint: ['administrator'],
  RaiseDraftProposal: ['anyone'],
  RefuseConversion: [{ row: 'conversion-by' }],
  AskUrgency: [{ row: 'conversion-by' }, 'proposer', 'administrator'],
  DecideUrgency: [{ row: 'urgency-decided-by' }],
  ApproveReport: [{ row: 'report-approved-by' }],
  SendReportBack: [{ row: 'report-approved-by' }],
  RecordVote: [{ capacity: 'recommend' }],
  SendForDecision: ['administrator'],
  ExpectDecision: ['decider'],
  Decide: ['decider'],
  RequestDateChange: [{ row: 'date-change-requested-by' }],
  DecideDateChange: [{ row: 'date-change-decided-by' }],
  SetReleaseDate: [{ row: 'date-change-requested-by' }, { row: 'date-change-decided-by' }],
  BaselineScope: [{ row: 'release-baselined-by' }],
  AddToScope: [{ row: 'release-exception-by' }],
  RemoveFromScope: [{ row: 'release-exception-by' }],
  ImplementRelease: ['administrator'],
  PlanMeeting: ['administrator'],
  NumberMeeting: ['administrator'],
  HoldMeeting: ['administrator', 'its body'],
  MoveMeeting: ['administrator'],
  CancelMeeting: ['administrator'],
  TableItem: ['administrator'],
  WithdrawItem: ['administrator'],
  TableMatter: ['administrator'],
  WithdrawMatter: ['administrator'],
  OrderAgenda: ['administrator'],
  TablePaper: ['administrator'],
  ChoosePaperFile: ['administrator'],
  CirculatePapers: ['administrator'],
  RecordAttendance: ['administrator', 'its body'],
  NoteInterest: ['administrator', 'its body'],
  ResolveItem: ['its body', 'administrator'],
  AgreeMinutes: ['its body'],
  PlaceAction: ['administrator', 'its body'],
  CloseAction: ['administrator', 'its body'],
  TableReady: ['administrator'],
  PlanRelease: ['administrator'],
  RecordDesignation: ['administrator'],
  ChangePath: [{ row: 'conversion-by' }, { row: 'urgency-decided-by' }],
  PutOnHold: ['administrator', { row: 'conversion-by' }],
  Resume: ['administrator', { row: 'conversion-by' }, { row: 'suspended-by' }],
  NotifyWithdrawal: ['proposer'],
  Adopt: ['party'],
  Supersede: ['administrator'],
  Retitle: ['administrator'],
  ChangeProposer: ['administrator'],
  Relate: ['administrator'],
  AssignAnalyst: ['administrator'],
  SetParties: ['administrator'],
  SetDocuments: ['administrator'],
  PublishDecision: ['administrator'],
  Appeal: ['party'],
  DecideAppeal: ['appealed to'],
  Refer: ['proposer'],
  DecideReferral: ['referred to'],
  SubmitForReview: ['anyone'],
  SubmitAgain: ['submitter'],
  ReturnReview: ['administrator'],
  DropSubmission: ['submitter', 'administrator'],
  DecideFastTrack: [{ row: 'decided-by-fast-track' }],
  ReceiveReport: ['decider'],
  SummarisePlainly: ['administrator'],
  RateImpact: ['administrator'],
  WriteSection: ['proposer', 'administrator'],
  Comment: [{ capacity: 'determine readiness' }, { capacity: 'convert' }],
  Prioritise: ['administrator', { row: 'conversion-by' }, { row: 'urgency-decided-by' }],
  Suspend: [{ row: 'suspended-by' }],
  SetTimetable: [{ row: 'conversion-by' }, 'administrator'],
  Split: ['administrator'],
  ListDocument: ['administrator', 'proposer', 'provider', 'its body'],
  ChangeRule: ['administrator'],
  AddRule: ['administrator'],
  EndRule: ['administrator'],
  DeclareHoliday: ['administrator'],
  WithdrawHoliday: ['administrator'],
  Strike: ['administrator', 'recorder'],
  Correct: ['administrator'],
  Reinstate: ['administrator'],
  OpenBallot: [{ capacity: 'recommend' }],
  CastVote: ['seat', { capacity: 'recommend' }],
  RecordVotes: [{ capacity: 'recommend' }],
  DeclareInterest: ['seat', { capacity: 'recommend' }],
  RuleOnReading: [{ capacity: 'recommend' }],
  CloseBallot: [{ capacity: 'recommend' }],
  WithdrawBallot: [{ capacity: 'recommend' }],
  EstablishBody: ['administrator'],
  RenameBody: ['administrator'],
  AddOrganisation: ['administrator'],
  ReassignWork: ['administrator'],
  RenameOrganisation: ['administrator'],
  CategoriseOrganisation: ['administrator'],
  GroupOrganisation: ['administrator'],
  SetUpSeat: ['administrator'],
  EndSeat: ['administrator'],
  FillSeat: ['administrator'],
  NameAlternate: ['administrator', 'seat'],
  DraftReport: ['administrator'],
  RewordSentence: ['administrator'],
  LeaveOutSentence: ['administrator'],
  AddParagraph: ['administrator'],
  ApproveForPublication: ['administrator'],
  PublishReport: ['administrator'],
}

/**
 * Whether he may send this act: he acts for one that takes it, or administers and records it for one. Refused with who does, and what he
 * may do instead.
 */
export function mayAct(
  given: Given,
  principal: Principal,
  act: Pick<Act, 'act' | 'subject'> & {
    readonly assessment?: string
    readonly seat?: string
    readonly place?: number
    readonly whole?: boolean
  },
): Verdict<true> {
  const who = takenBy[act.act]
  if (who.includes('recorder') && isOwnSlip(given, principal, act)) return true
  const takers = takersOf(given.register, who, act)
  const acting = given.by
  if (principal.roles.includes('administrator')) {
    if (acting === 'unknown' || takers === 'anyone' || takers.includes(acting)) return true
    return refused(
      `${nameOf(given.register, acting)} does not take this step: ${phraseOf(given.register, takers)} does`,
      ['by'],
      [`record it for ${phraseOf(given.register, takers)}`],
    )
  }
  const body = who.includes('seat') ? seatedIn(given.register, principal, act) : undefined
  if (body !== undefined && (acting === 'unknown' || acting === body)) return true
  // Who sits in a seat of a body does not speak for the body.
  const own = principal.actsFor
  if (acting !== 'unknown' && !own.includes(acting)) {
    const reason = `you do not act for ${nameOf(given.register, acting)}`
    return { ...refused(reason, ['by'], ['ask the code administrator to record it']), notYours: true }
  }
  if (takers === 'anyone' ? own.length > 0 : own.some((each) => takers.includes(each))) return true
  const signedOut = own.length === 0 && principal.seats.length === 0
  const position = signedOut
    ? 'you have not signed in'
    : own.length === 0
      ? `you sit in ${principal.seats.map(({ body }) => nameOf(given.register, body)).join(' and ')}`
      : `you act for ${own.map((each) => nameOf(given.register, each)).join(' and ')}`
  const remedy = signedOut ? 'sign in' : 'ask the code administrator to record it, with the evidence'
  return { ...refused(`${phraseOf(given.register, takers)} takes this step; ${position}`, [], [remedy]), notYours: true }
}

/**
 * Recorded by himself, and so lately that nobody has been told: with all that is struck with it. He takes it back for whom he recorded it,
 * and for nobody else.
 */
function isOwnSlip(
  given: Given,
  { id, actsFor }: Principal,
  { subject, place, whole }: Pick<Act, 'subject'> & { readonly place?: number; readonly whole?: boolean },
): boolean {
  const entry = given.recorded(subject).findLast((each) => each.place === place && !each.noted)
  if (entry === undefined || given.instant === undefined) return false
  if (given.by !== 'unknown' && given.by !== ownerOf(entry) && !actsFor.includes(given.by)) return false
  const struck = whole ? [entry, ...recordedWith(given, entry)] : [entry]
  return mayUndo(given.register, struck, id, given.instant) === true
}

/** Who acts where nothing is said: the one for whom the sender acts, else the only one who takes this act. */
export function actorOf(
  register: Register,
  principal: Principal,
  act: Pick<Act, 'act' | 'subject'> & { readonly seat?: string },
): Subject | 'unknown' {
  const takers = takersOf(register, takenBy[act.act], act)
  const body = takenBy[act.act].includes('seat') ? seatedIn(register, principal, act) : undefined
  if (body !== undefined) return body
  const taking = principal.actsFor.find((each) => takers === 'anyone' || takers.includes(each))
  if (taking !== undefined) return taking
  if (takers === 'anyone' || !principal.roles.includes('administrator')) return 'unknown'
  return takers.length === 1 ? (takers[0] as Subject) : (takers.find((each) => isAdministrator(register, each)) ?? 'unknown')
}

/** The body in whose seat he sits, where the act is about that seat, or names none yet. */
function seatedIn(register: Register, { seats }: Principal, { subject, seat }: Seated): Subject | undefined {
  const state = kindOf(subject) === 'modification' ? find(register, 'modification', idOf(subject))?.state : undefined
  const voting = state && openVoting(state)
  const bodies = kindOf(subject) === 'body' ? [subject] : voting ? [voting.opened.value.body] : bodiesWith(register, 'recommend')
  return seats.find((each) => bodies.includes(each.body) && (seat === undefined || each.seat === seat))?.body
}

/** Those who may take an act on a subject, in this register: the choices of a form. */
export function actorsFor(register: Register, act: ActType, subject: Subject): readonly Subject[] {
  const takers = takersOf(register, takenBy[act], { subject })
  return takers === 'anyone' ? all(register, 'organisation').map((each) => each.subject) : takers
}

type Seated = { readonly subject: Subject; readonly seat?: string }
type Asked = { readonly subject: Subject; readonly assessment?: string }

function takersOf(register: Register, who: readonly Who[], asked: Asked): readonly Subject[] | 'anyone' {
  if (who.includes('anyone')) return 'anyone'
  return [...new Set(who.flatMap((each) => takers(register, each, asked)))]
}

function takers(register: Register, who: Who, asked: Asked): readonly Subject[] {
  if (typeof who === 'object' && 'capacity' in who) return bodiesWith(register, who.capacity)
  if (typeof who === 'object') return namedIn(register, who.row)
  const state = kindOf(asked.subject) === 'modification' ? find(register, 'modification', idOf(asked.subject))?.state : undefined
  switch (who) {
    case 'administrator':
      return bodiesWith(register, 'administer')
    case 'proposer':
      return state?.proposer ? [state.proposer.value] : []
    case 'provider':
      return state ? providersOf(state, asked.assessment) : []
    case 'party':
      return parties(register)
    case 'respondent': {
      const deciders = decidersOn(register, undefined)
      return all(register, 'organisation').flatMap(({ subject }) => (deciders.includes(subject) ? [] : [subject]))
    }
    case 'appealed to': {
      const appeal = state && undecided(state.appeals)
      return appeal ? [appeal.made.value.to] : []
    }
    case 'referred to': {
      const referral = state && undecidedReferral(state.referrals)
      return referral ? [referral.made.value.to] : []
    }
    case 'submitter': {
      const submission = submissionOf({ register }, asked.subject)
      return submission ? [submitterOf(submission)] : []
    }
    case 'itself':
      return kindOf(asked.subject) === 'organisation' ? [asked.subject] : []
    case 'decider':
      return decidersOn(register, state?.path?.value)
    case 'its body': {
      const meeting = kindOf(asked.subject) === 'meeting' ? find(register, 'meeting', idOf(asked.subject))?.state : undefined
      return meeting ? [meeting.body] : []
    }
    case 'anyone':
    case 'recorder':
    case 'seat':
      return []
  }
}

/**
 * The organisations whose Party category is told. While none is, any that does not decide on modifications: who is a Party is not known then.
 */
function parties(register: Register): readonly Subject[] {
  const organisations = all(register, 'organisation')
  const told = organisations.filter(({ state }) => state.category)
  const deciders = decidersOn(register, undefined)
  return (told.length > 0 ? told : organisations).map(({ subject }) => subject).filter((each) => !deciders.includes(each))
}

/** Of the assessment that is named; of all, where none is, or one that is not there (which its rule refuses with the right words). */
function providersOf({ assessments }: Modification, id: string | undefined): readonly Subject[] {
  const one = id === undefined ? undefined : own(assessments, id)
  return (one ? [one] : Object.values(assessments)).map(({ provider }) => provider)
}

const bodiesWith = (register: Register, capacity: BodyCapacity): readonly Subject[] =>
  all(register, 'body')
    .filter(({ state }) => state.capacities.includes(capacity))
    .map(({ subject }) => subject)

const isAdministrator = (register: Register, subject: Subject): boolean => bodiesWith(register, 'administer').includes(subject)

/** Where the path is not told, whoever decides on any. */
export function decidersOn(register: Register, path: string | undefined): readonly Subject[] {
  const value = ruleOn(register, 'decided-by', dayOf(register.on))?.value.value
  if (value?.kind !== 'table') return []
  const decider = path === undefined ? undefined : value.entries[path]
  return decider === undefined ? [...new Set(Object.values(value.entries) as Subject[])] : [decider as Subject]
}

function namedIn(register: Register, row: string): readonly Subject[] {
  const value = ruleOn(register, row, dayOf(register.on))?.value.value
  if (value?.kind === 'word') return [value.word as Subject]
  if (value?.kind === 'list') return value.items as readonly Subject[]
  return value?.kind === 'table' ? (Object.values(value.entries) as readonly Subject[]) : []
}

function phraseOf(register: Register, takers: readonly Subject[] | 'anyone'): string {
  if (takers === 'anyone') return 'anyone who signed in'
  if (takers.length > 4) return 'a Party'
  return takers.map((each) => nameOf(register, each)).join(' or ') || 'nobody that the register knows'
}
