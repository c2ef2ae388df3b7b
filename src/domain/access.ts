import type { Given } from './acting/act.ts'
import type { Act, ActType } from './acting/acts.ts'
import { mayUndo, recordedWith } from './acting/undo.ts'
import { BEGINNING, compareText, dayOf, type Moment } from './calendar/moment.ts'
import type { Command } from './commands.ts'
import { type Classification, classifications, type Entry, idOf, kindOf, type Subject } from './entry.ts'
import { lastOnly, standsAlone } from './event-kinds.ts'
import { undecided } from './modification/appeal.ts'
import { type Modification, openVoting } from './modification/modification.ts'
import { undecidedReferral } from './modification/referral.ts'
import { nameOf } from './names.ts'
import type { BodyCapacity } from './organisation/body.ts'
import { own } from './own.ts'
import { refused, type Verdict } from './refusal.ts'
import { all, find, type Register, ruleOn } from './register.ts'
import { submitterOf } from './submission/submission.ts'
import { submissionOf } from './submission/submission-of.ts'

/**
 * For whom a register is folded. `clearance` is the highest class he may read; `embargoed`: he sees what is under embargo;
 * `own`: the organisations and bodies for which he acts. Rights are today's, whatever the date asked.
 */
export type Reader = {
  readonly clearance: Classification
  readonly embargoed: boolean
  readonly own: readonly Subject[]
  /** He sees what is drafted for a report that is not published. Who sees what is under an embargo sees it too. */
  readonly drafts?: true
}

export const publicReader: Reader = { clearance: 'white', embargoed: false, own: [] }
/** What the log itself is judged by: nothing hidden. */
export const everything: Reader = { clearance: 'red', embargoed: true, own: [] }
/** Who acts for these, or sits in a body: what is for Parties, and what these told themselves. */
export const memberReader = (own: readonly Subject[]): Reader => ({ clearance: 'green', embargoed: false, own })

/**
 * The entries that a reader may see, as of now. Above his class or under an embargo he sees what was done by or for one of his own, of the
 * kinds on which nothing else stands. Of a report that is drafted here he sees nothing before it is published, and then all that his class
 * lets. `among`: where what an entry strikes, what took its place, or that it was published is looked up, if these are not all of their subjects.
 */
export function seenBy(entries: readonly Entry[], reader: Reader, now: Moment, among: readonly Entry[] = entries): readonly Entry[] {
  return seesAll(reader) ? entries : entries.filter(seerOf(reader, now, among))
}

/** Nothing is hidden from him. */
export const seesAll = (reader: Reader): boolean => reader.clearance === 'red' && reader.embargoed

/** Whether a reader may see an entry, now. */
export function seerOf(reader: Reader, now: Moment, among: readonly Entry[]): (entry: Entry) => boolean {
  let isReplaced: ((entry: Entry) => boolean) | undefined
  let isOwn: ((entry: Entry) => boolean) | undefined
  let published: ReadonlySet<Subject> | undefined
  return (entry) => {
    if (seesAll(reader)) return true
    if (!reader.embargoed && !reader.drafts && kindOf(entry.subject) === 'publication') {
      published ??= publishedAmong(among)
      if (!published.has(entry.subject)) return false
    }
    if (isOpenTo(entry, reader, now)) {
      if (reader.embargoed || !isPublishedLast(entry)) return true
      isReplaced ??= replacedAmong(among)
      if (!isReplaced(entry)) return true
    }
    if (reader.own.length === 0) return false
    isOwn ??= ownedBy(reader.own, among)
    return isOwn(entry)
  }
}

const isPublishedLast = ({ event, publicAt }: Entry): boolean => event !== null && publicAt !== undefined && lastOnly(event.type)

/** What was said under an embargo, and said otherwise or struck since, whoever may see that: it never becomes public. */
function replacedAmong(among: readonly Entry[]): (entry: Entry) => boolean {
  const last = new Map(among.filter(({ noted }) => !noted).map(({ place, position }) => [place, position]))
  return ({ place, position }) => position < (last.get(place) ?? 0)
}

const publishedAmong = (among: readonly Entry[]): ReadonlySet<Subject> =>
  new Set(among.flatMap(({ event, subject }) => (event?.type === 'PaperPublished' ? [subject] : [])))

function isOpenTo(entry: Entry, reader: Reader, now: Moment): boolean {
  if (rankOf(entry.class) > rankOf(reader.clearance)) return false
  return reader.embargoed || entry.publicAt === undefined || entry.publicAt <= now
}

/**
 * What strikes one's own entry is one's own, whoever struck it: of its place, or of its fact where it lets go what waited. A draft that is not
 * raised is whole of who submitted it: what the critical friend says of it, too.
 */
function ownedBy(own: readonly Subject[], among: readonly Entry[]): (entry: Entry) => boolean {
  // What was written for a report comes with the report, to whom its class lets.
  const tells = ({ event, subject, ...entry }: Entry) =>
    event !== null && standsAlone(event.type) && kindOf(subject) !== 'publication' && own.includes(ownerOf(entry) as Subject)
  const told = among.filter(tells)
  const places = new Set(told.map(({ place }) => place))
  const facts = new Set(told.flatMap(({ fact }) => fact ?? []))
  const drafts = new Set(among.flatMap((entry) => (own.includes(submittedBy(entry) as Subject) ? [entry.subject] : [])))
  return (entry) =>
    drafts.has(entry.subject) || (entry.event === null ? places.has(entry.place) || facts.has(entry.fact ?? '') : tells(entry))
}

const submittedBy = ({ event }: Entry): Subject | undefined => (event?.type === 'SubmittedForReview' ? event.by : undefined)

/** Whose an entry is: of the one for whom it was done. */
export const ownerOf = ({ capacity: { by, behalfOf } }: Pick<Entry, 'capacity'>): Subject | 'unknown' => behalfOf ?? by

/** Whether somebody who acts for a member may not see it, now or before: above what is for Parties, or under an embargo. */
export const isKeptBack = (entry: Pick<Entry, 'class' | 'publicAt'>): boolean =>
  rankOf(entry.class) > rankOf('green') || entry.publicAt !== undefined

/** The order of what more readers see, and sooner. */
export const morePublicFirst = (a: Entry, b: Entry): number =>
  rankOf(a.class) - rankOf(b.class) || compareText(a.publicAt ?? BEGINNING, b.publicAt ?? BEGINNING)

const ranks: Record<Classification, number> = { white: 0, green: 1, amber: 2, red: 3 }
const rankOf = (classification: Classification) => ranks[classification]

/** Every reader without anything of his own: each class, without and with what is under embargo. */
export const everyClass: readonly Reader[] = [
  ...classifications.map((clearance): Reader => ({ clearance, embargoed: false, own: [] })),
  everything,
]

/**
 * Every reader whose view of these entries must stand: each class; whoever acts for one that has something kept back among them; and who acts
 * for all of those. Between these nothing new can be seen, since nothing stands on what is seen as one's own.
 */
export function readersOf(entries: readonly Entry[]): readonly Reader[] {
  const kept = entries.filter(isKeptBack)
  const owners = kept.length === 0 ? [] : ownersAmong(entries).filter((owner) => kept.some(ownedBy([owner], entries)))
  return [...everyClass, ...owners.map((owner) => memberReader([owner])), ...(owners.length > 1 ? [memberReader(owners)] : [])]
}

function ownersAmong(entries: readonly Entry[]): readonly Subject[] {
  const alone = entries.filter(({ event }) => event !== null && standsAlone(event.type))
  const owners = [...alone.map(ownerOf), ...entries.flatMap((entry) => submittedBy(entry) ?? [])]
  return [...new Set(owners)].filter((owner) => owner !== 'unknown').sort()
}

/** Who reads, and when: the views in which what is recorded must stand. */
export type View = { readonly reader: Reader; readonly now: Moment }

/** Every view of these entries that can be asked for from now on; one, where nothing among them is hidden from anybody. */
export function viewsOf(entries: readonly Entry[], now: Moment): readonly View[] {
  if (entries.every((entry) => entry.class === 'white' && entry.publicAt === undefined)) return [{ reader: everything, now }]
  const readers = readersOf(entries)
  return [now, ...embargoEnds(entries, now)].flatMap((moment) => readers.map((reader) => ({ reader, now: moment })))
}

/** The moments at which some entry's embargo ends, after a moment. */
export function embargoEnds(entries: readonly Entry[], after: Moment): readonly Moment[] {
  const ends = new Set<Moment>()
  for (const entry of entries) if (entry.publicAt !== undefined && entry.publicAt > after) ends.add(entry.publicAt)
  return [...ends].sort()
}

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
/** A seat of a body, by its name there: `large-supplier-1`. */
export type Seat = { readonly body: Subject; readonly seat: string }

/** Nobody who signed in: he reads. */
export const anyone: Principal = { id: 'public', roles: [], actsFor: [], seats: [] }

/**
 * What somebody may read: who administers sees all; who acts for a body of the code, or a Party, what is for Parties, and what these told
 * themselves; who sits in a body does not speak for it, and has nothing of his own; others what is public.
 */
export function readerOf(principal: Principal): Reader {
  if (principal.roles.includes('administrator')) return everything
  return principal.actsFor.length + principal.seats.length > 0 ? memberReader(principal.actsFor) : publicReader
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
