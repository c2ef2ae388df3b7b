import { describe, expect, it } from 'vitest'
import { eventTypes } from '../../domain/event-kinds.ts'
import type { EventType } from '../../domain/events.ts'
import { withEventAsJson, withEventFields } from '../acting/event-fields.ts'
import { eventSchemas } from './event-schemas.ts'

const ballot7 = { ballot: '7/ballot/1' }
const of7 = { assessment: '7/PA/1' }
const rc1 = { consultation: '46/refinement/1' }
const meeting = 'meeting/panel-2019-10-18'

/** One example of each event as a fact file would write it. */
const examples: { readonly [T in EventType]: object } = {
  RegisterOpened: { code: 'sec', name: 'Smart Energy Code', demo: true },
  RowSet: {
    row: {
      id: 'mrc-length',
      title: 'Length of the consultation on the report',
      value: { kind: 'working days', days: 15 },
      clause: 'D8.3',
      inForce: { from: '2019-06-28' },
      appliesTo: 'steps not yet begun',
      certainty: 'found',
      enforcement: 'refuse',
      source: 'SEC Section D',
    },
  },
  HolidayDeclared: { date: '2019-08-26', name: 'Summer bank holiday', division: 'england-and-wales' },
  BodyEstablished: { name: 'SEC Panel', abbreviation: 'Panel', capacities: ['decide', 'approve report'] },
  BodyRenamed: { name: 'Change Board' },
  SeatSet: { seat: 'network-1', block: 'Networks' },
  SeatEnded: { seat: 'network-1' },
  SeatHeld: { seat: 'network-1', by: 'vacant', until: '2020-10-31' },
  AlternateNamed: { seat: 'network-1', alternate: 'unknown', meeting, until: '2020-10-31' },
  OrganisationNamed: { name: 'DCC' },
  OrganisationCategorised: { category: 'DCC' },
  PaperIssued: {
    kind: 'change-status',
    month: '2019-10',
    reference: 'SECP_73_1110_18',
    action: 'For Information',
    classification: 'white',
    author: 'SECAS',
    timescalesAsAt: '2019-09-30',
    before: 'meeting/panel-2019-10-11',
    attachments: [],
  },
  PaperWritten: { title: 'Problem statement', kind: 'modification' },
  PaperFileChosen: { document: 'document/0123456789abcdef' },
  PaperDrafted: { kind: 'change-status', month: '2019-11', classification: 'white' },
  SentenceReworded: { sentence: 'refine.out.one', text: { text: 'One is out.' } },
  SentenceLeftOut: { sentence: 'refine.out.one' },
  ParagraphAdded: { section: 'refine', text: { text: 'A paragraph.' } },
  PaperApproved: {},
  PaperPublished: {
    known: 1502,
    root: 'cd',
    asOf: '2019-11-01',
    at: '2019-11-01T10:00',
    address: 'http://localhost',
    figures: [
      { id: 'stage.refine', v: 1, value: 20 },
      { id: 'proposals.open.mean', v: 1, value: 'unknown' },
    ],
    rules: [{ row: 'average-rounding', place: 12 }],
    holidays: 128,
    files: [{ name: 'change-status-2019-11.json', sha256: 'ab' }],
  },
  FigureStated: { figure: 'proposal.open.mean', value: 366, unit: 'working days', asAt: '2019-09-30', at: 'section 9' },
  MeetingPlanned: { body: 'body/panel', day: '2019-10-18', number: 73 },
  MeetingHeld: { body: 'body/panel' },
  AttendanceRecorded: {
    present: ['organisation/dcc'],
    quorate: true,
    seats: [{ seat: 'network-1', alternate: 'unknown' }],
    counted: [{ block: 'Networks', needs: 1, present: 1 }],
  },
  ActionPlaced: { action: '1', what: 'write to the DCC', owner: 'body/secas', due: '2019-11-01', modification: 'modification/53' },
  ActionDone: { action: '1', outcome: 'a letter' },
  ItemTabled: { modification: 'modification/53', purposes: ['conversion', 'modification report'] },
  ItemWithdrawn: { modification: 'modification/53' },
  MeetingNumbered: { number: 73 },
  MeetingMoved: { day: '2019-10-21', paperDay: '2019-10-14', why: 'the room' },
  MeetingCancelled: { why: 'no quorum', to: 'meeting/panel-2019-11-08' },
  MatterTabled: { about: 'release/2019-11', purposes: ['date change'] },
  MatterWithdrawn: { about: 'paper/1' },
  AgendaOrdered: { items: ['modification/53', 'release/2019-11'] },
  PaperTabled: {
    paper: 'paper/1',
    number: 20,
    reference: 'TABASC_47_1710_20',
    about: 'paper/1',
    action: 'for information',
    recommendation: 'NOTE',
    classification: 'white',
  },
  PaperCirculated: { number: 20, paperDay: '2019-10-10', late: false },
  InterestNoted: { about: 'modification/53', seat: 'network-1', of: 'organisation/dcc', interest: { text: 'It runs the service.' } },
  ItemResolved: { about: 'modification/53', resolution: 'deferred', to: meeting, conditions: { text: 'Once costed.' } },
  MinutesAgreed: { at: meeting },
  VersionInForce: { number: '6.21', cause: 'release' },
  ReleasePlanned: { name: 'November 2019 SEC Release', kind: 'scheduled', date: { kind: 'day', day: '2019-11-07' } },
  ReleaseDateSet: { date: { kind: 'event', event: 'UK EU Exit Day' }, by: 'unknown' },
  DateChangeRequested: {
    request: '2019-11/1',
    by: 'body/panel',
    of: 'body/authority',
    to: '2019-11-24',
    letter: { address: '/download/16993/', held: false },
  },
  DateChangeDecided: { request: '2019-11/1', by: 'body/authority', outcome: 'agreed', discretionUntil: '2019-12-01' },
  ScopeBaselined: { by: 'unknown' },
  ReleaseImplemented: { version: '6.21' },
  ReleaseDocumentListed: { title: 'Implementation Document', held: false },
  ReleaseAddressPublished: { path: '/november-2019-sec-release/' },
  Raised: { as: 'draft' },
  Attested: { standing: { stage: 'refine', step: 'refinement' }, as: 'proposal', unidentified: true },
  Titled: { title: 'Improving the quality of data' },
  ProposerNamed: { proposer: 'organisation/dcc' },
  IssueSummarised: { text: { text: 'The issue in plain words.' } },
  SummarisedPlainly: { text: { text: 'A text.' }, words: 2 },
  ImpactRated: { category: 'Large Supplier Parties', impact: 'high', why: 'They train their agents' },
  PartiesAffected: { parties: ['Large Suppliers'] },
  DocumentsAffected: { documents: ['Section D'] },
  Related: { relation: 'part of', to: 'modification/102' },
  LeadAnalystAssigned: { analyst: 'organisation/secas' },
  DocumentListed: { title: 'Modification Report', address: '/download/1/', held: false },
  ReferenceWritten: { written: 'SECMP053' },
  AddressPublished: { path: '/modifications/secmp0053/' },
  StatusShown: { status: 'Refinement' },
  DeterminedReady: { by: 'body/csc', meeting },
  Converted: { by: 'unknown', route: 'refinement' },
  ConversionRefused: { by: 'body/csc' },
  PathSet: { path: 'self-governance', by: 'unknown' },
  ReportApproved: { by: 'body/panel', meeting },
  ReportSentBack: { by: 'body/panel' },
  SentForDecision: { to: 'body/authority' },
  Decided: { by: 'body/authority', outcome: 'send back' },
  DecisionExpected: { by: 'body/authority', day: '2019-10-31' },
  Scheduled: { release: 'release/2019-11', part: 1, exceptionBy: 'unknown' },
  Unscheduled: { part: 1 },
  Implemented: { part: 1, release: 'release/2019-11', version: 'version/6.21' },
  PutOnHold: { until: '2020-01-31', condition: 'the outcome of another proposal' },
  Resumed: {},
  Referred: { matter: 'path', by: 'organisation/dcc', to: 'organisation/authority', grounds: { text: 'A text.' } },
  ReferralDecided: { by: 'organisation/authority', outcome: 'set aside', why: { text: 'A text.' } },
  OrganisationGrouped: { group: 'A Voting Group' },
  ProgressSigned: { month: '2019-10' },
  SubmittedForReview: {
    by: 'organisation/dcc',
    title: { text: 'A text.' },
    issue: { text: 'A text.' },
    due: '2019-10-11',
    row: 'critical-friend-review',
  },
  ReviewReturned: { by: 'body/secas', ready: true, comments: { text: 'A text.' } },
  SubmissionRaised: { as: 'modification/88' },
  SubmissionDropped: {},
  UrgencyAsked: { by: 'body/panel', of: 'organisation/authority', why: { text: 'A text.' } },
  UrgencyDecided: { urgent: true, by: 'body/authority' },
  WithdrawalNotified: { by: 'unknown', lapses: '2019-10-18T17:00' },
  SectionWritten: { section: 'Why Change?', text: { text: 'A text.' } },
  CommentMade: { by: 'body/change-sub-committee', asks: true, text: { text: 'A text.' } },
  Prioritised: { category: 'a category', criteria: ['a criterion'], rationale: { text: 'A text.' }, by: 'unknown', review: '2026-12-01' },
  ReportReceived: { by: 'organisation/authority' },
  DecisionPublished: { to: 'body/panel', lapses: '2019-10-18T17:00', row: 'appeal-to-panel' },
  AppealWindowMoved: { lapses: '2019-10-21T17:00', why: 'A bank holiday' },
  Appealed: { by: 'unknown', to: 'body/panel', grounds: { text: 'A text.' } },
  AppealDecided: { by: 'body/panel', outcome: 'reject', why: { text: 'A text.' } },
  AdoptionWindowMoved: { lapses: '2019-10-21T17:00', why: 'A bank holiday' },
  Adopted: { by: 'organisation/dcc' },
  Withdrawn: { by: 'proposer' },
  Superseded: { by: 'modification/69' },
  MilestonePlanned: { milestone: 'decision', for: { kind: 'month', month: '2019-12' } },
  BallotHeld: { body: 'body/change-board', capacity: 'recommend', outcome: 'approve', meeting },
  BallotOpened: {
    ...ballot7,
    body: 'body/change-board',
    capacity: 'recommend',
    electorate: [{ seat: 'network-1', block: 'Networks' }],
    notAffected: ['Consumers'],
    options: [],
    rules: {
      blocks: ['Networks', 'Consumers'],
      blockBase: 'members present',
      overallBase: 'block votes cast',
      tie: 'not in favour',
      abstention: ['counts', 'does not count'],
      quorum: { Networks: 1 },
    },
    rows: ['vote-blocks'],
    meeting,
  },
  VoteCast: { ...ballot7, seat: 'network-1', vote: 'for', option: '7/solution/1', reason: { text: 'It is better.' }, alternate: 'unknown' },
  InterestDeclared: { ...ballot7, seat: 'network-1', interest: { text: 'Its owner makes the meters.' } },
  RulingMade: { ...ballot7, reading: 'counts', by: 'body/change-board', why: { text: 'As before.' } },
  BallotWithdrawn: { ...ballot7, by: 'body/change-board' },
  AssessmentRequested: { ...of7, assessmentKind: 'PA', provider: 'organisation/dcc' },
  AssessmentRequestApproved: { ...of7, by: 'body/tabasc' },
  AssessmentAccepted: { ...of7, assessmentKind: 'PA', provider: 'organisation/dcc', targetWorkingDays: 15 },
  AssessmentDeclined: { ...of7, missing: { text: 'The business requirements.' } },
  AssessmentTargetRevised: { ...of7, targetWorkingDays: 40 },
  ReturnForecast: { ...of7, day: '2019-11-01' },
  InformationAsked: { ...of7, question: '1', of: 'unknown' },
  InformationAnswered: { ...of7, question: '1' },
  InformationPauseAgreed: { ...of7, question: '1', by: 'body/tabasc' },
  AssessmentReturned: { ...of7, statedDuration: 45 },
  AssessmentCosted: { ...of7, lowPence: 0, highPence: 100, period: 'one-off', lines: { text: 'By provider.' } },
  AssessmentCancelled: of7,
  ProgressReported: { ...of7, month: '2019-10', text: { text: 'It waits for the business requirements.' } },
  ConsultationPlanned: { ...rc1, consultationKind: 'refinement', expected: { kind: 'not told' }, lengthWorkingDays: 15 },
  ConsultationOpened: { ...rc1, consultationKind: 'report', closes: '2019-10-18T17:00' },
  ConsultationCloseSet: { ...rc1, closes: '2019-10-18T24:00' },
  ConsultationCancelled: rc1,
  QuestionsSet: { ...rc1, questions: [{ id: '1', label: 'Do you agree?', kind: 'yes or no' }] },
  ResponseSubmitted: {
    ...rc1,
    response: 'northern-powergrid',
    by: 'organisation/northern-powergrid',
    choices: [{ of: 'proposal', option: 'approve' }],
    answers: [{ question: '1', said: 'yes', text: { text: 'It is better.' } }],
    noComment: false,
    confidential: 'part',
    withheld: ['2'],
    why: 'Prices',
    received: '2019-10-14T10:00',
  },
  AnswersWithheld: { ...rc1, response: 'northern-powergrid', choices: [], answers: [{ question: '2', text: { text: 'A price.' } }] },
  ResponseWithheld: { ...rc1, why: 'Prices', received: '2019-10-14T10:00' },
  PointAnswered: {
    ...rc1,
    point: '46/refinement/1/point/1',
    topic: 'Cost',
    responses: ['a'],
    answer: { text: 'Yes.' },
    changed: 'Section 2',
  },
  Considered: { by: 'body/working-group', meeting, outcome: { text: 'Two options are left.' } },
  SolutionProposed: { solution: '46/solution/1', alternative: false, by: 'unknown', title: 'A register of chargers' },
  DocumentFiled: {
    about: 'modification/84',
    title: 'Notes',
    documentKind: 'letter',
    name: 'notes.txt',
    mediaType: 'text/plain',
    size: 5,
    bytes: { base64: 'Tm90ZXM=' },
  },
  SolutionVersioned: { solution: '46/solution/1', material: true, reason: { text: 'It adds a message.' }, drawnAgainst: 'version/6.20' },
}

const accepts = (type: EventType, fields: object) => eventSchemas[type].safeParse({ type, ...fields }).success

describe.each(eventTypes)('%s', (type) => {
  it('accepts an example and leaves it as it was', () => {
    const written = { type, ...examples[type] }
    expect(eventSchemas[type].parse(written)).toEqual(written)
  })

  it('is shown field by field, and read from there as it was', () => {
    const written = { type, ...examples[type] }
    const form = withEventFields('event', { event: JSON.stringify(written) })
    expect(form).not.toHaveProperty('event')
    expect(JSON.parse(String(withEventAsJson('event', form).event))).toEqual(written)
  })

  it('refuses an unknown key, and another type', () => {
    expect(accepts(type, { ...examples[type], colour: 'red' })).toBe(false)
    expect(accepts(type, { ...examples[type], type: 'Anything' })).toBe(false)
  })

  it.each(Object.keys(examples[type]))('refuses null for %s', (key) => {
    expect(accepts(type, { ...examples[type], [key]: null })).toBe(false)
  })
})

describe('the fields of events', () => {
  it.each<readonly [EventType, object]>([
    ['DecisionExpected', { by: 'body/authority', day: '2019-02-29' }],
    ['ConsultationCloseSet', { ...rc1, closes: '2019-10-18T25:00' }],
    ['ConsultationCloseSet', { ...rc1, closes: '2019-10-18' }],
    ['MilestonePlanned', { milestone: 'decision', for: { kind: 'month', month: '2019-13' } }],
    ['MilestonePlanned', { milestone: 'decision', for: { kind: 'release', release: 'meeting/panel-2019-10-18' } }],
    ['ItemTabled', { modification: 'modification/053', purposes: ['vote'] }],
    ['ItemTabled', { modification: 'modification/53', purposes: [] }],
    ['Titled', { title: '  ' }],
    ['Scheduled', { release: 'release/2019-11', part: 0 }],
    ['Scheduled', { release: 'release/2019-11', part: 1.5 }],
    ['SentForDecision', { to: 'person/somebody' }],
    ['SentForDecision', { to: 'unknown' }],
    ['IssueSummarised', { text: 'not in an object' }],
    ['Attested', { standing: { stage: 'define', step: 'vote' } }],
    ['Attested', { standing: { stage: 'unknown', step: 'raised' } }],
    ['Attested', { standing: { stage: 'unknown' }, unidentified: false }],
  ])('refuse %s %j', (type, fields) => {
    expect(accepts(type, fields)).toBe(false)
  })
})
