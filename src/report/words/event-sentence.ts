import type { YearMonth } from '../../domain/calendar/calendar-date.ts'
import { longDay, longMonth } from '../../domain/calendar/format.ts'
import { documentKinds } from '../../domain/document/document.ts'
import type { Entry, Subject } from '../../domain/entry.ts'
import type { EventOf, EventType } from '../../domain/events.ts'
import type { ItemPurpose } from '../../domain/meeting/events.ts'
import type { BackTo, RelationKind } from '../../domain/modification/events.ts'
import type { Milestone } from '../../domain/plan/plan.ts'
import { publicationName } from '../../domain/publication/kinds.ts'
import { capitalised } from './capitalised.ts'
import { standingInFull } from './code-words.ts'
import { fileText } from './file-text.ts'
import { closingText, expectedText, plannedForText } from './planned-for.ts'
import { releaseDateText } from './release-date.ts'
import { inForceText, ruleValueText } from './rule-value.ts'
import type { Names } from './sentence-names.ts'

/** What an entry tells, in one sentence without its day; 'Struck' for a place that holds nothing any more. */
export function sentenceOf(entry: Pick<Entry, 'event' | 'capacity'>, names: Names): string {
  const { event, capacity } = entry
  if (event === null) return 'Struck: it is not believed any more'
  const sentence = sentences[event.type] as (event: object, names: Names, by: Subject | 'unknown') => string
  return sentence(event, names, capacity.behalfOf ?? capacity.by)
}

type Sentences = { readonly [T in EventType]: (event: EventOf<T>, names: Names, by: Subject | 'unknown') => string }

/** One sentence for each kind of event; a new kind without one does not compile. */
const sentences: Sentences = {
  RegisterOpened: ({ name }) => `The register of the ${name} was opened`,
  RowSet: ({ row }) => `The rule “${row.title}” is ${ruleValueText(row.value)}${inForceText(row)}`,
  HolidayDeclared: ({ date, name }) => `${longDay(date)} is a bank holiday: ${name}`,
  BodyEstablished: ({ name }) => `${name} was set up`,
  BodyRenamed: ({ name }) => `Renamed ${name}`,
  SeatSet: ({ seat, block }) => `${seatName(seat)} is a seat of the block ${block}`,
  SeatEnded: ({ seat }) => `${seatName(seat)} is a seat no longer`,
  SeatHeld: ({ seat, by, until }, { name }) =>
    `${seatName(seat)} is ${by === 'vacant' ? 'vacant' : `held by ${name(by)}`}${until ? ` until ${longDay(until)}` : ''}`,
  AlternateNamed: ({ seat, alternate, meeting, until }, { name }) =>
    `An alternate was named for ${seatName(seat)}${alternate === 'unknown' ? '' : `: ${name(alternate)}`}${atText(meeting, name)}${until ? ` until ${longDay(until)}` : ''}`,
  OrganisationNamed: ({ name }) => `Named ${name}`,
  OrganisationCategorised: ({ category }) => `Its Party category is ${category}`,
  ProgressSigned: ({ month }) => `It signed off its update on assessments of ${longMonth(month as YearMonth)}`,
  OrganisationGrouped: ({ group }) => `It belongs to the Voting Group ${group}`,
  PaperFileChosen: ({ document }, { name }) => `The document ‘${name(document)}’ was chosen as its file`,
  PaperWritten: ({ title }) => `The paper ‘${title}’ was written`,
  PaperDrafted: ({ kind, month }) => `The ${publicationName({ kind, month: month as YearMonth })} was drafted`,
  SentenceReworded: ({ sentence }) => `The sentence ${sentence} was put in other words`,
  SentenceLeftOut: ({ sentence }) => `The sentence ${sentence} was left out`,
  ParagraphAdded: ({ section }) => `A paragraph was added to its section ${capitalised(section)}`,
  PaperApproved: () => 'It was approved for publication',
  PaperPublished: ({ known, files }) =>
    `It was published, drawn from the first ${known} entries of the log, in ${files.length === 1 ? 'one file' : `${files.length} files`}`,
  PaperIssued: ({ reference }) => `The paper ${reference} was issued`,
  FigureStated: ({ figure, value, unit }) => `The paper states ${figure}: ${value} ${unit}`,
  MeetingPlanned: ({ body, day }, { name }) => `A meeting of ${name(body)} was planned for ${longDay(day)}`,
  MeetingHeld: ({ body }, { name }) => `A meeting of ${name(body)} was held`,
  MeetingMoved: ({ day, paperDay, why }) =>
    `It was moved to ${longDay(day)}${paperDay === undefined ? '' : `, with papers by ${longDay(paperDay)}`}${why === undefined ? '' : `: ${why}`}`,
  MeetingCancelled: ({ why, to }, { name }) =>
    `It was cancelled${why === undefined ? '' : `: ${why}`}${to === undefined ? '' : `; what was before it goes to the ${name(to)}`}`,
  ItemTabled: ({ modification, purposes }, { name }) => `${name(modification)} was put before the meeting ${purposesText(purposes)}`,
  AttendanceRecorded: ({ present, quorate, seats = [] }, { name }) =>
    `Present: ${listText([...seats.map(({ seat, alternate }) => `${seatName(seat)}${alternate === undefined ? '' : ' (by an alternate)'}`), ...present.map(name)], 'nobody')}${quorate === undefined ? '' : quorate ? '; quorate' : '; not quorate'}`,
  ActionPlaced: ({ action, what, owner, due, modification }, { name }) =>
    `Action ${action} on ${name(owner)}${modification ? ` about ${name(modification)}` : ''}: ${what}${due ? `, by ${longDay(due)}` : ''}`,
  ActionDone: ({ action, outcome }) => `Action ${action} done${outcome ? `: ${outcome}` : ''}`,
  ItemWithdrawn: ({ modification }, { name }) => `${name(modification)} was taken off the agenda`,
  MeetingNumbered: ({ number }) => `It is meeting ${number} of its body`,
  MatterTabled: ({ about, purposes }, { name }) => `${capitalised(name(about))} was put before the meeting ${purposesText(purposes)}`,
  MatterWithdrawn: ({ about }, { name }) => `${capitalised(name(about))} was taken off the agenda`,
  AgendaOrdered: ({ items }, { name }) => `The agenda was put in order: ${listText(items.map(name), 'nothing')}`,
  PaperTabled: ({ paper, reference, about, action, recommendation }, { name }) =>
    `Paper ${reference}: ‘${name(paper)}’${about === paper ? '' : ` on ${name(about)}`}, ${action}, to ${recommendation}`,
  PaperCirculated: ({ number, paperDay, late }) =>
    `Paper ${number} went out${late && paperDay ? `, after the paper day of ${longDay(paperDay)}` : ''}`,
  InterestNoted: ({ about, seat, of }, { name }) =>
    `${seat === undefined ? (of === undefined ? 'Somebody' : capitalised(name(of))) : seatName(seat)} declared an interest in ${name(about)}`,
  ItemResolved: ({ about, resolution, to, conditions }, { name }) =>
    `${capitalised(name(about))}: ${resolutionText[resolution]}${to ? `, to ${name(to)}` : ''}${conditions === undefined ? '' : ', with conditions'}`,
  MinutesAgreed: ({ at }, { name }) => `Its minutes were agreed at ${name(at)}`,
  VersionInForce: ({ number }) => `Version ${number} came into force`,

  ReleasePlanned: ({ date }) => `Planned: ${releaseDateText(date)}`,
  ReleaseDateSet: ({ date, by }, { name }) => `Its date was set${byText(by, name)}: ${releaseDateText(date)}`,
  DateChangeRequested: ({ by, of, to }, { name }) => `${capitalised(name(by))} asked ${name(of)} to move it to ${longDay(to)}`,
  DateChangeDecided: ({ by, outcome, discretionUntil }, { name }) =>
    `${capitalised(name(by))} ${outcome === 'agreed' ? 'agreed to' : 'refused'} the change of date${discretionUntil ? `, with leave to move it up to ${longDay(discretionUntil)}` : ''}`,
  ScopeBaselined: ({ by }, { name }) => `Its scope was baselined${byText(by, name)}`,
  ReleaseImplemented: ({ version }) => `Implemented${version ? ` as version ${version}` : ''}`,
  ReleaseDocumentListed: ({ title, held }) => `Document: ${title}${heldText(held)}`,
  ReleaseAddressPublished: ({ path }) => `Published at ${path}`,

  SubmittedForReview: ({ by, due }, { name }) =>
    `Given to the critical friend by ${name(by)}${due ? `; the review is due by ${longDay(due)}` : ''}`,
  ReviewReturned: ({ by, ready }, { name }) => `Reviewed by ${name(by)}: ${ready ? 'ready to be raised' : 'not ready yet'}`,
  SubmissionRaised: ({ as }, { name }) => `Raised as ${name(as)}`,
  SubmissionDropped: () => 'Not pursued',
  DocumentFiled: ({ about, title, documentKind, version, mediaType, size }, { name }) =>
    `Document of ${name(about)}: ${title}${version ? `, version ${version}` : ''} (${documentKinds[documentKind]}, ${fileText({ mediaType, size })})`,
  Raised: ({ as }, { name }, by) => `Raised as a ${as === 'draft' ? 'Draft Proposal' : 'Modification Proposal'}${byText(by, name)}`,
  Attested: ({ standing, unidentified }, { words }) =>
    unidentified
      ? `Counted by a source that does not name it, in ${standingInFull(words, standing)}`
      : standing.stage === 'unknown'
        ? 'Shown by a source that does not tell where it stands'
        : `Shown by a source: ${standingInFull(words, standing)}`,
  Titled: ({ title }) => `Titled ‘${title}’`,
  ProposerNamed: ({ proposer }, { name }) => `Proposer: ${name(proposer)}`,
  IssueSummarised: () => 'The issue was summarised',
  SummarisedPlainly: ({ words }) => `Summarised in plain English, in ${words} words`,
  ImpactRated: ({ category, impact, why }) => `Its impact on ${category} is ${impact}: ${why}`,
  PartiesAffected: ({ parties }) => `Affects ${listText(parties, 'no Parties')}`,
  DocumentsAffected: ({ documents }) => `Changes ${listText(documents, 'no documents')}`,
  Related: ({ relation, to }, { name }) => `${capitalised(relationText[relation])} ${name(to)}`,
  LeadAnalystAssigned: ({ analyst }, { name }) => `Lead Analyst: ${name(analyst)}`,
  DocumentListed: ({ title, held }) => `Document: ${title}${heldText(held)}`,
  ReferenceWritten: ({ written }) => `Written as ${written}`,
  AddressPublished: ({ path }) => `Published at ${path}`,
  StatusShown: ({ status }) => `Shown with the status “${status}”`,

  DeterminedReady: ({ by, meeting }, { name }) => `Determined ready for conversion by ${name(by)}${atText(meeting, name)}`,
  Converted: ({ by, route, meeting }, { name }) =>
    `Converted to a Modification Proposal${byText(by, name)}${atText(meeting, name)}${routeText[route]}`,
  ConversionRefused: ({ by, meeting, ground }, { name }) =>
    `Conversion refused by ${name(by)}${atText(meeting, name)}${ground ? `: ${ground}` : ''}`,
  PathSet: ({ path, by }, { name, words }) => `Path set${byText(by, name)}: ${words.path(path)}`,
  ReportApproved: ({ by, meeting }, { name }) => `Modification Report approved${byText(by, name)}${atText(meeting, name)}`,
  ReportSentBack: ({ by, meeting }, { name }) => `Modification Report sent back by ${name(by)}${atText(meeting, name)}`,
  SentForDecision: ({ to }, { name }) => `Sent to ${name(to)} for decision`,
  Decided: ({ by, outcome, backTo }, { name }) => `${outcomeText[outcome]} by ${name(by)}${backTo ? `, to ${backToText[backTo]}` : ''}`,
  DecisionExpected: ({ by, day }, { name }) => `A decision by ${name(by)} is expected on ${longDay(day)}`,
  Scheduled: ({ release, part, exceptionBy }, { name }) =>
    `${partText(part)}Joined the scope of ${name(release)}${exceptionBy ? ` by exception${byText(exceptionBy, name)}` : ''}`,
  Unscheduled: ({ part }) => `${partText(part)}Taken out of the scope of its release`,
  Implemented: ({ part, release, version }, { name }) =>
    `${partText(part)}Implemented${release ? ` with ${name(release)}` : ''}${version ? ` (${name(version)})` : ''}`,
  PutOnHold: ({ until, condition, suspendedBy }, { name }) =>
    `${suspendedBy ? `Suspended by ${name(suspendedBy)}` : 'Put on hold'}${until ? ` until ${longDay(until)}` : ''}${condition ? `: ${condition}` : ''}`,
  Resumed: () => 'Taken up again',
  UrgencyAsked: ({ by, of }, { name }) => `${capitalised(name(of))} was asked whether it is urgent${byText(by, name)}`,
  UrgencyDecided: ({ urgent, by }, { name }) => `Decided by ${name(by)} to be ${urgent ? 'urgent' : 'not urgent'}`,
  WithdrawalNotified: ({ by, lapses }, { name }) =>
    `Withdrawal notified${byText(by, name)}; it may be adopted until ${closingText(lapses)}`,
  SectionWritten: ({ section }) => `The section “${section}” of the proposal was written`,
  CommentMade: ({ by, asks, meeting }, { name }) =>
    `${by === 'unknown' ? (asks ? 'More was asked for' : 'A comment was made') : `${capitalised(name(by))} ${asks ? 'asked for more' : 'commented'}`}${atText(meeting, name)}`,
  Prioritised: ({ category, criteria, by, review, lead }, { name }) =>
    `Priority: ${category}${byText(by, name)} (${listText(criteria, 'no criteria told')})${lead ? `, led by the ${lead}` : ''}${review ? `; reviewed on ${longDay(review)}` : ''}`,
  ReportReceived: ({ by }, { name }) => `Its report was received by ${name(by)}`,
  DecisionPublished: ({ to, lapses }, { name }) =>
    `The decision was published; it may be appealed against to ${name(to)} until ${closingText(lapses)}`,
  AppealWindowMoved: ({ lapses, why }) => `It may be appealed against until ${closingText(lapses)}: ${why}`,
  Appealed: ({ by, to }, { name }) => `Appealed to ${name(to)}${byText(by, name)}`,
  AppealDecided: ({ by, outcome }, { name }) =>
    `${capitalised(name(by))} decided on the appeal: ${outcome === 'approve' ? 'approved' : 'rejected'}`,
  Referred: ({ matter, by, to }, { name }) => `Its ${matter} was referred to ${name(to)}${byText(by, name)}`,
  ReferralDecided: ({ by, outcome }, { name }) =>
    `${capitalised(name(by))} decided on the referral: what was decided ${outcome === 'stands' ? 'stands' : 'is set aside'}`,
  AdoptionWindowMoved: ({ lapses, why }) => `It may be adopted until ${closingText(lapses)}: ${why}`,
  Adopted: ({ by }, { name }) => `Adopted by ${name(by)}`,
  Withdrawn: ({ by }) => `Withdrawn${by === 'unknown' ? '' : ` by the ${by}`}`,
  Superseded: ({ by }, { name }) => `Superseded by ${name(by)}`,
  MilestonePlanned: ({ milestone, for: planned, agreedBy, why }, { name }) =>
    `${milestoneText[milestone]} planned: ${plannedForText(planned, name)}${agreedBy ? `, agreed by ${name(agreedBy)}` : ''}${why ? ` (${why})` : ''}`,
  BallotHeld: ({ body, capacity, outcome, option }, { name }) =>
    `${capitalised(name(body))} ${capacity === 'recommend' ? `recommended ${outcome === 'approve' ? 'approval' : 'rejection'}` : `voted to ${outcome}`}${option ? ` (${solutionName(option)})` : ''}`,
  BallotOpened: ({ body, capacity, electorate, notAffected }, { name }) =>
    `A ballot of ${name(body)} was opened, ${capacity === 'recommend' ? 'to recommend' : 'to decide'}, with ${electorate.length} seats${notAffected.length > 0 ? `; not likely affected: ${notAffected.join(', ')}` : ''}`,
  VoteCast: ({ seat, vote, option, alternate }, { name }) =>
    `${seatName(seat)} ${voteText[vote]}${option ? ` (${solutionName(option)})` : ''}${alternate ? `, by an alternate${alternate === 'unknown' ? '' : ` of ${name(alternate)}`}` : ''}`,
  InterestDeclared: ({ seat }) => `${seatName(seat)} declared an interest`,
  RulingMade: ({ reading, by }, { name }) => `${capitalised(name(by))} ruled: an abstention ${reading} among the members present`,
  BallotWithdrawn: ({ by }, { name }) => `The ballot was withdrawn by ${name(by)}`,

  AssessmentRequested: ({ assessment, provider }, { name, words }) =>
    `${assessmentName(assessment, words)} requested from ${name(provider)}`,
  AssessmentRequestApproved: ({ assessment, by, meeting }, { name, words }) =>
    `Request for the ${assessmentName(assessment, words)} approved by ${name(by)}${atText(meeting, name)}`,
  AssessmentAccepted: ({ assessment, provider, targetWorkingDays }, { name, words }) =>
    `${assessmentName(assessment, words)} accepted by ${name(provider)}${targetWorkingDays === undefined ? '' : `, with a target of ${targetWorkingDays} Working Days`}`,
  AssessmentDeclined: ({ assessment }, { words }) => `${assessmentName(assessment, words)} declined`,
  AssessmentTargetRevised: ({ assessment, targetWorkingDays, reason }, { words }) =>
    `Target of the ${assessmentName(assessment, words)} revised to ${targetWorkingDays} Working Days${reason ? `: ${reason}` : ''}`,
  ReturnForecast: ({ assessment, day, cause }, { words }) =>
    `${assessmentName(assessment, words)} expected back on ${longDay(day)}${cause ? `: ${cause}` : ''}`,
  InformationAsked: ({ assessment, of }, { name, words }) =>
    `Information asked${of === 'unknown' ? '' : ` of ${name(of)}`} for the ${assessmentName(assessment, words)}`,
  InformationAnswered: ({ assessment }, { words }) => `Information answered for the ${assessmentName(assessment, words)}`,
  InformationPauseAgreed: ({ assessment, question, by }, { name, words }) =>
    `Agreed by ${name(by)} that the net count of the ${assessmentName(assessment, words)} leaves out the wait for the answer to question ${question}`,
  AssessmentReturned: ({ assessment, statedDuration, document }, { words }) =>
    `${assessmentName(assessment, words)} returned${document ? ` as ‘${document}’` : ''}${statedDuration === undefined ? '' : `, after ${statedDuration} WD as the source counts`}`,
  AssessmentCosted: ({ assessment, lowPence, highPence, period }, { words }) =>
    `${assessmentName(assessment, words)} costed: ${costText(lowPence, highPence)}, ${period}`,
  AssessmentCancelled: ({ assessment }, { words }) => `${assessmentName(assessment, words)} cancelled`,
  ProgressReported: ({ assessment, month }, { words }) =>
    `${assessmentName(assessment, words)}: its line in the update of ${longMonth(month as YearMonth)} written`,

  ConsultationPlanned: ({ consultation, expected, lengthWorkingDays, condition }, { words }) =>
    `${consultationName(consultation, words)} expected ${expectedText(expected)}${lengthText(lengthWorkingDays)}${condition ? `, subject to ${condition}` : ''}`,
  ConsultationOpened: ({ consultation, closes, lengthWorkingDays }, { words }) =>
    `${consultationName(consultation, words)} opened${lengthText(lengthWorkingDays)}${closes ? `, until ${closingText(closes)}` : ''}`,
  ConsultationCloseSet: ({ consultation, closes, why }, { words }) =>
    `${consultationName(consultation, words)} closes at ${closingText(closes)}${why ? `: ${why}` : ''}`,
  ConsultationCancelled: ({ consultation }, { words }) => `${consultationName(consultation, words)} cancelled`,

  QuestionsSet: ({ consultation, questions }, { words }) =>
    `${consultationName(consultation, words)} asks ${questions.length === 1 ? 'one question' : `${questions.length} questions`}`,
  ResponseSubmitted: ({ consultation, by, respondent, noComment, choices, confidential }, { name, words }) =>
    `${capitalised(respondentOf({ by, respondent }, { name }))} responded to the ${consultationName(consultation, words)}${noComment ? ': considered, no comment' : choicesText(choices)}${confidential === 'none' ? '' : confidential === 'part' ? ', in part in confidence' : ', in confidence'}`,
  AnswersWithheld: ({ consultation }, { words }) => `What was answered in confidence to the ${consultationName(consultation, words)}`,
  ResponseWithheld: ({ consultation, why }, { words }) =>
    `A response to the ${consultationName(consultation, words)} is confidential as a whole: ${why}`,
  PointAnswered: ({ consultation, topic, changed }, { words }) =>
    `Answered to what was said on ‘${topic}’ in the ${consultationName(consultation, words)}${changed ? `; changed: ${changed}` : ''}`,
  Considered: ({ by, meeting }, { name }) => `Considered by ${name(by)}${atText(meeting, name)}`,
  SolutionProposed: ({ alternative, by, title, inFavour, of, meeting }, { name }) =>
    `${alternative ? 'Alternative solution' : 'Solution'} ‘${title}’ ${alternative ? 'raised' : 'proposed'}${byText(by, name)}${atText(meeting, name)}${inFavour !== undefined && of !== undefined ? `, with ${inFavour} of ${of} in favour` : ''}`,
  SolutionVersioned: ({ solution, material, document, drawnAgainst }, { name }) =>
    `${solutionName(solution)}: new version${document ? ` ‘${document}’` : ''}, ${material ? 'a material change' : 'not a material change'}${drawnAgainst ? `, drawn against ${name(drawnAgainst)}` : ''}`,
}

type Name = Names['name']

/** 'large-supplier-1' is the seat 'Large supplier 1'. */
export const seatName = (seat: string): string => capitalised(seat.replaceAll('-', ' '))

export const voteText = { for: 'voted for', against: 'voted against', abstain: 'abstained', absent: 'was absent' } as const

/** '7/IA/1' is the 'Impact Assessment', '7/PA/2' the 'Preliminary Assessment 2'. */
export const assessmentName = (id: string, { assessmentKind }: Names['words']): string =>
  numbered(id, assessmentKind(id.split('/')[1] ?? id))

/** '46/refinement/1' is the 'Refinement Consultation'. */
export const consultationName = (id: string, { consultationKind }: Names['words']): string =>
  numbered(id, consultationKind((id.split('/')[1] ?? id) as 'report'))

/** Who gave a response: the organisation, or the name under which one came that the register does not have. */
export const respondentOf = (
  { by, respondent }: { readonly by: Subject | 'unknown'; readonly respondent?: string | undefined },
  { name }: Pick<Names, 'name'>,
): string => (by === 'unknown' ? (respondent ?? 'a respondent not told') : name(by))

/** What is numbered inside a modification, by its id. */
export function partName(id: string, words: Names['words']): string {
  const kind = id.split('/')[1]
  if (kind === 'solution') return solutionName(id)
  return kind === kind?.toUpperCase() ? assessmentName(id, words) : consultationName(id, words)
}

/** '46/solution/2' is 'Solution 2'. */
export const solutionName = (id: string): string => `Solution ${id.split('/')[2] ?? id}`

/** ': approve', or ': approve (Solution 1), reject (Solution 2)'. */
const choicesText = (choices: EventOf<'ResponseSubmitted'>['choices']): string =>
  choices.length === 0
    ? ''
    : `: ${choices.map(({ of, option }) => (of === 'proposal' ? option : `${option} (${solutionName(of)})`)).join(', ')}`

const numbered = (id: string, name: string): string => {
  const number = id.split('/')[2] ?? '1'
  return number === '1' ? name : `${name} ${number}`
}

const resolutionText = { done: 'dealt with', noted: 'noted', deferred: 'deferred' } as const

export const milestoneText: Record<Milestone, string> = {
  conversion: 'Conversion',
  'modification report': 'Modification Report',
  decision: 'Decision',
  implementation: 'Implementation',
}

export const relationText: Record<RelationKind, string> = {
  'part of': 'part of',
  supersedes: 'supersedes',
  'consequential on': 'consequential on',
  'joint with': 'taken jointly with',
  'same proposal as': 'the same proposal as',
}

const purposeText: Record<ItemPurpose, string> = {
  discussion: 'for discussion',
  readiness: 'to determine whether it is ready for conversion',
  conversion: 'for conversion',
  'modification report': 'with its Modification Report',
  'assessment request': 'to approve an assessment request',
  vote: 'for a vote',
  'date change': 'for a change of its date',
  appeal: 'for an appeal to be decided',
  'hold review': 'for its hold to be reviewed',
  timetable: 'for its timetable to be revised',
  information: 'for information',
  minutes: 'for its minutes to be agreed',
}
export const purposesText = (purposes: readonly ItemPurpose[]): string =>
  listText(
    purposes.map((purpose) => purposeText[purpose]),
    '',
  )

const outcomeText = { approve: 'Approved', reject: 'Rejected', 'send back': 'Sent back' } as const
const backToText: Record<BackTo, string> = {
  refinement: 'be refined again',
  report: 'its Modification Report',
  'report consultation': 'be consulted on again',
  vote: 'be voted on again',
}
const routeText = { refinement: ', to be refined', report: ', straight to its Modification Report', unknown: '' } as const

const byText = (by: Subject | 'unknown', name: Name): string => (by === 'unknown' ? '' : ` by ${name(by)}`)
const atText = (meeting: Subject | undefined, name: Name): string => (meeting ? ` at ${name(meeting)}` : '')
const partText = (part: number): string => (part === 1 ? '' : `Part ${part}: `)
const heldText = (held: boolean): string => (held ? '' : ' (not held here)')
const lengthText = (days: number | undefined): string => (days === undefined ? '' : ` for ${days} Working Days`)

/** 'a, b and c'; `none` for an empty list. */
export function listText(items: readonly string[], none: string): string {
  if (items.length === 0) return none
  return items.length === 1 ? (items[0] as string) : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

/** '£1,250', '£1,250 to £2,000'; pence are kept where there are any. */
export function costText(low: number | undefined, high: number | undefined): string {
  const pounds = (pence: number) =>
    (pence / 100).toLocaleString('en-GB', { style: 'currency', currency: 'GBP', minimumFractionDigits: pence % 100 ? 2 : 0 })
  if (low === undefined && high === undefined) return 'amount not told'
  if (low === undefined || high === undefined || low === high) return pounds((low ?? high) as number)
  return `${pounds(low)} to ${pounds(high)}`
}
