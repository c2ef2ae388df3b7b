import type { FileId, Subject } from '../../src/domain/entry.ts'
import type { Event } from '../../src/domain/events.ts'

/** The events of random histories, in the order in which they can happen. */

export type Track = {
  readonly kind: string
  readonly start: number
  readonly gaps: readonly number[]
  readonly cut: number
  readonly which: number
}

const told = <T extends Event['type']>(event: Omit<Extract<Event, { type: T }>, 'v'> & { readonly type: T }): Event =>
  ({ v: 1, ...event }) as unknown as Event

export function foundingOf(founding: string): readonly Event[] {
  if (founding === 'draft' || founding === 'proposal') return [told<'Raised'>({ type: 'Raised', as: founding })]
  const define = told<'Attested'>({ type: 'Attested', standing: { stage: 'define', step: 'raised' } })
  switch (founding) {
    case 'attested define':
      return [define]
    case 'attested refine':
      return [told<'Attested'>({ type: 'Attested', standing: { stage: 'refine', step: 'refinement' } })]
    case 'attested opine':
      return [told<'Attested'>({ type: 'Attested', standing: { stage: 'opine', step: 'vote' } })]
    case 'attested unknown':
      return [told<'Attested'>({ type: 'Attested', standing: { stage: 'unknown' } })]
    default:
      return [told<'Raised'>({ type: 'Raised', as: 'draft' }), define]
  }
}

export function mainTrack({ founding, decision }: { readonly founding: string; readonly decision: string }): readonly Event[] {
  const define = [
    told<'DeterminedReady'>({ type: 'DeterminedReady', by: 'body/panel' }),
    told<'Converted'>({ type: 'Converted', by: 'body/panel', route: 'refinement' }),
  ]
  const refine = [told<'ReportApproved'>({ type: 'ReportApproved', by: 'body/panel' })]
  const opine = [
    told<'BallotHeld'>({ type: 'BallotHeld', body: 'body/panel', capacity: 'recommend', outcome: 'approve' }),
    told<'Decided'>({ type: 'Decided', by: 'body/panel', outcome: decision as 'approve' }),
    told<'Scheduled'>({ type: 'Scheduled', release: 'release/r0', part: 1 }),
    told<'Implemented'>({ type: 'Implemented', part: 1, release: 'release/r0' }),
    told<'DecisionPublished'>({ type: 'DecisionPublished', to: 'body/panel', lapses: momentText(70), row: 'appeal-to-panel' }),
    told<'AppealWindowMoved'>({ type: 'AppealWindowMoved', lapses: momentText(75), why: 'a bank holiday' }),
    told<'Appealed'>({ type: 'Appealed', by: 'unknown', to: 'body/panel' }),
    told<'AppealDecided'>({ type: 'AppealDecided', by: 'body/panel', outcome: 'reject' }),
  ]
  if (founding === 'attested opine') return opine
  return founding === 'attested refine' ? [...refine, ...opine] : [...define, ...refine, ...opine]
}

/** The events of a side track, in the order in which they can happen. */
export function sideEvents(id: string, { kind, which }: Track): readonly Event[] {
  const assessment = `${id}/PA/${which}`
  const consultation = `${id}/RC/${which}`
  switch (kind) {
    case 'labels':
      return [
        told<'AddressPublished'>({ type: 'AddressPublished', path: `/old/${id}/${which}` }),
        told<'SectionWritten'>({ type: 'SectionWritten', section: `section ${which}`, text: 'text' as never }),
        told<'CommentMade'>({ type: 'CommentMade', by: 'body/panel', asks: which === 0, text: 'text' as never }),
        told<'Prioritised'>({
          type: 'Prioritised',
          category: `${which}`,
          criteria: ['cost'],
          rationale: 'text' as never,
          by: 'body/panel',
        }),
        told<'Referred'>({ type: 'Referred', matter: 'path', by: 'unknown', to: 'organisation/authority' }),
        told<'ReferralDecided'>({ type: 'ReferralDecided', by: 'organisation/authority', outcome: 'stands' }),
        told<'UrgencyAsked'>({ type: 'UrgencyAsked', by: 'body/panel', of: 'organisation/authority' }),
        told<'ReportReceived'>({ type: 'ReportReceived', by: 'organisation/authority' }),
        told<'DocumentListed'>({ type: 'DocumentListed', title: `annex ${which}`, held: false }),
        told<'StatusShown'>({ type: 'StatusShown', status: `status ${which}` }),
        told<'MilestonePlanned'>({ type: 'MilestonePlanned', milestone: 'decision', for: { kind: 'month', month: `2019-1${which % 3}` } }),
        told<'ProposerNamed'>({ type: 'ProposerNamed', proposer: 'organisation/party' }),
        told<'MilestonePlanned'>({ type: 'MilestonePlanned', milestone: 'decision', for: { kind: 'not determined' } }),
      ]
    case 'titles':
      return [`a title ${which}`, 'another title', 'the last title'].map((title) => told<'Titled'>({ type: 'Titled', title }))
    case 'assessment':
      return [
        told<'AssessmentRequested'>({ type: 'AssessmentRequested', assessment, assessmentKind: 'PA', provider: 'organisation/dcc' }),
        told<'AssessmentDeclined'>({ type: 'AssessmentDeclined', assessment }),
        told<'AssessmentRequested'>({ type: 'AssessmentRequested', assessment, assessmentKind: 'PA', provider: 'organisation/dcc' }),
        told<'AssessmentAccepted'>({
          type: 'AssessmentAccepted',
          assessment,
          assessmentKind: 'PA',
          provider: 'organisation/dcc',
          targetWorkingDays: 15,
        }),
        told<'InformationAsked'>({ type: 'InformationAsked', assessment, question: '1', of: 'unknown' }),
        told<'InformationAnswered'>({ type: 'InformationAnswered', assessment, question: '1' }),
        told<'InformationPauseAgreed'>({ type: 'InformationPauseAgreed', assessment, question: '1', by: 'body/panel' }),
        told<'AssessmentTargetRevised'>({ type: 'AssessmentTargetRevised', assessment, targetWorkingDays: 30 }),
        told<'AssessmentReturned'>({ type: 'AssessmentReturned', assessment }),
        told<'AssessmentCosted'>({ type: 'AssessmentCosted', assessment, period: 'one-off', lowPence: 100 }),
      ]
    case 'costs':
      return [
        told<'AssessmentRequested'>({ type: 'AssessmentRequested', assessment, assessmentKind: 'PA', provider: 'organisation/dcc' }),
        ...(['one-off', 'annual', 'one-off'] as const).map((period, index) =>
          told<'AssessmentCosted'>({ type: 'AssessmentCosted', assessment, period, lowPence: 100 + index }),
        ),
        told<'AssessmentCancelled'>({ type: 'AssessmentCancelled', assessment }),
      ]
    case 'consultation':
      return [
        told<'ConsultationPlanned'>({
          type: 'ConsultationPlanned',
          consultation,
          consultationKind: 'refinement',
          expected: { kind: 'not told' },
        }),
        told<'ConsultationOpened'>({
          type: 'ConsultationOpened',
          consultation,
          consultationKind: which === 3 ? 'report' : 'refinement',
          ...(which === 0 ? {} : { closes: momentText(30 + which * 40) }),
        }),
        told<'ConsultationCloseSet'>({ type: 'ConsultationCloseSet', consultation, closes: momentText(60 + which * 20) }),
      ]
    case 'solution':
      return [
        told<'SolutionProposed'>({
          type: 'SolutionProposed',
          solution: `${id}/solution/${which}`,
          alternative: which > 0,
          by: 'unknown',
          title: 'a way',
        }),
        told<'SolutionVersioned'>({ type: 'SolutionVersioned', solution: `${id}/solution/${which}`, material: true }),
        told<'Considered'>({ type: 'Considered', by: 'body/panel' }),
        told<'SolutionVersioned'>({ type: 'SolutionVersioned', solution: `${id}/solution/${which}`, material: which === 0 }),
        told<'Considered'>({ type: 'Considered', by: 'body/panel' }),
      ]
    case 'ballot':
      return ballotTrack(`${id}/ballot/${which}`)
    case 'hold':
      return [told<'PutOnHold'>({ type: 'PutOnHold' }), told<'Resumed'>({ type: 'Resumed' }), told<'PutOnHold'>({ type: 'PutOnHold' })]
    case 'withdrawal':
      return [
        told<'WithdrawalNotified'>({ type: 'WithdrawalNotified', by: 'unknown', lapses: momentText(40 + which * 20) }),
        told<'AdoptionWindowMoved'>({ type: 'AdoptionWindowMoved', lapses: momentText(50 + which * 20), why: 'a bank holiday' }),
        told<'Adopted'>({ type: 'Adopted', by: 'organisation/party' }),
      ]
    case 'attested':
      return [told<'Attested'>({ type: 'Attested', standing: { stage: 'refine', step: 'report' } })]
    default:
      return [
        which === 0
          ? told<'Withdrawn'>({ type: 'Withdrawn', by: 'unknown' })
          : told<'Superseded'>({ type: 'Superseded', by: 'modification/1' }),
      ]
  }
}
/** Opened, voted on with a change of mind, and held. */
function ballotTrack(ballot: string): readonly Event[] {
  const cast = (seat: string, vote: 'for' | 'against') => told<'VoteCast'>({ type: 'VoteCast', ballot, seat, vote })
  return [
    told<'BallotOpened'>({
      type: 'BallotOpened',
      ballot,
      body: 'body/panel',
      capacity: 'recommend',
      electorate: [
        { seat: 'a-1', block: 'a' },
        { seat: 'b-1', block: 'b' },
      ],
      notAffected: [],
      options: [],
      rules: {
        blocks: ['a', 'b'],
        blockBase: 'members present',
        overallBase: 'blocks',
        tie: 'in favour',
        abstention: ['counts'],
        quorum: {},
      },
      rows: [],
    }),
    cast('a-1', 'against'),
    told<'InterestDeclared'>({ type: 'InterestDeclared', ballot, seat: 'b-1' }),
    cast('b-1', 'for'),
    cast('a-1', 'for'),
    told<'RulingMade'>({ type: 'RulingMade', ballot, reading: 'counts', by: 'body/panel' }),
    ballot.endsWith('0')
      ? told<'BallotWithdrawn'>({ type: 'BallotWithdrawn', ballot, by: 'body/panel' })
      : told<'BallotHeld'>({ type: 'BallotHeld', body: 'body/panel', capacity: 'recommend', outcome: 'approve', ballot }),
  ]
}

/** A release, a document, a paper, meetings, a body with its seats, an organisation and a holiday. */
export function otherTracks(day: number): readonly (readonly [Subject, readonly Event[]])[] {
  return [
    [
      'release/r1',
      [
        told<'ReleasePlanned'>({ type: 'ReleasePlanned', name: 'r1', kind: 'scheduled', date: { kind: 'unknown' } }),
        told<'ReleaseDateSet'>({ type: 'ReleaseDateSet', date: { kind: 'month', month: '2019-11' }, by: 'unknown' }),
        told<'DateChangeRequested'>({
          type: 'DateChangeRequested',
          request: '1',
          by: 'body/panel',
          of: 'body/panel',
          to: dayText(200) as never,
        }),
        told<'DateChangeDecided'>({ type: 'DateChangeDecided', request: '1', by: 'body/panel', outcome: 'agreed' }),
        told<'ReleaseImplemented'>({ type: 'ReleaseImplemented' }),
      ],
    ],
    [
      'document/d1',
      ['first', 'second'].map((version, index) =>
        told<'DocumentFiled'>({
          type: 'DocumentFiled',
          about: 'body/panel',
          title: `annex, ${version} version`,
          documentKind: 'other',
          version,
          name: 'annex.txt',
          mediaType: 'text/plain',
          size: 9,
          bytes: `${index}`.repeat(64) as FileId,
        }),
      ),
    ],
    [
      'paper/p1',
      [
        told<'PaperWritten'>({ type: 'PaperWritten', title: 'a paper', kind: 'report' }),
        ...['d1', 'd2'].map((id) => told<'PaperFileChosen'>({ type: 'PaperFileChosen', document: `document/${id}` })),
      ],
    ],
    [
      'meeting/m1',
      [
        told<'MeetingPlanned'>({ type: 'MeetingPlanned', body: 'body/panel', day: dayText(day + 9) as never }),
        told<'MeetingMoved'>({ type: 'MeetingMoved', day: dayText(day + 11) as never, why: 'the room' }),
        told<'ItemTabled'>({ type: 'ItemTabled', modification: 'modification/84', purposes: ['discussion'] }),
        told<'ItemTabled'>({ type: 'ItemTabled', modification: 'modification/7', purposes: ['vote'] }),
        told<'MatterTabled'>({ type: 'MatterTabled', about: 'release/r1', purposes: ['date change'] }),
        told<'AgendaOrdered'>({ type: 'AgendaOrdered', items: ['modification/7', 'modification/84'] }),
        told<'MeetingHeld'>({ type: 'MeetingHeld', body: 'body/panel' }),
        told<'ItemResolved'>({ type: 'ItemResolved', about: 'modification/7', resolution: 'noted' }),
        told<'AttendanceRecorded'>({ type: 'AttendanceRecorded', present: ['organisation/party'] }),
        told<'ActionPlaced'>({ type: 'ActionPlaced', action: '1', what: 'write a letter', owner: 'body/panel' }),
        told<'ActionDone'>({ type: 'ActionDone', action: '1' }),
        told<'ItemWithdrawn'>({ type: 'ItemWithdrawn', modification: 'modification/84' }),
      ],
    ],
    [
      'meeting/m2',
      [
        told<'MeetingPlanned'>({ type: 'MeetingPlanned', body: 'body/panel', day: dayText(day + 20) as never }),
        told<'MatterTabled'>({ type: 'MatterTabled', about: 'release/r1', purposes: ['information'] }),
        told<'MeetingMoved'>({ type: 'MeetingMoved', day: dayText(day + 22) as never }),
        told<'MeetingCancelled'>({ type: 'MeetingCancelled', why: 'no quorum' }),
      ],
    ],
    [
      'body/panel',
      [
        told<'SeatSet'>({ type: 'SeatSet', seat: 'a-1', block: 'a' }),
        told<'SeatHeld'>({ type: 'SeatHeld', seat: 'a-1', by: 'organisation/party' }),
        told<'AlternateNamed'>({ type: 'AlternateNamed', seat: 'a-1', alternate: 'unknown' }),
        told<'SeatHeld'>({ type: 'SeatHeld', seat: 'a-1', by: 'vacant' }),
        told<'SeatEnded'>({ type: 'SeatEnded', seat: 'a-1' }),
        told<'SeatSet'>({ type: 'SeatSet', seat: 'a-1', block: 'b' }),
      ],
    ],
    ['organisation/party', [told<'OrganisationNamed'>({ type: 'OrganisationNamed', name: 'a later name' })]],
    [
      `holiday/${dayText(day)}`,
      [told<'HolidayDeclared'>({ type: 'HolidayDeclared', date: dayText(day) as never, name: 'a day', division: 'england-and-wales' })],
    ],
  ]
}

/** A day so many days after 1 January 2019, at 17:00. */
export function momentText(day: number): never {
  return `${dayText(day)}T17:00` as never
}

export function dayText(day: number): string {
  return Temporal.PlainDate.from('2019-01-01').add({ days: day }).toString()
}
