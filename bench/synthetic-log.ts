import { addDays, calendarDate, on } from '../src/domain/calendar/calendar-date.ts'
import { startOfDay } from '../src/domain/calendar/moment.ts'
import type { Proposed } from '../src/domain/entry.ts'
import type { ModificationEvent } from '../src/domain/modification/events.ts'

const first = calendarDate('2013-01-01')

/**
 * A synthetic log: modifications that go the whole way in thirty entries each, the days overlapping as they do in a real register.
 * Nothing of it is real, and nothing of it is served: it is only counted and timed.
 */
export function* syntheticLog(entries: number): Generator<Proposed> {
  for (let made = 0; made < entries; made++) {
    const number = Math.floor(made / LIFE.length)
    const step = LIFE[made % LIFE.length] as (id: string) => ModificationEvent
    const day = addDays(first, Math.floor(number / 4) + (made % LIFE.length) * 7)
    yield {
      on: on(day),
      receivedAt: startOfDay(day),
      capacity: { by: 'unknown' },
      subject: `modification/${number + 1}`,
      event: step(String(number + 1)),
      class: 'white',
    }
  }
}

const PANEL = 'body/panel'
const DCC = 'organisation/dcc'

/** One life, in thirty entries, a week apart. */
const LIFE: readonly ((id: string) => ModificationEvent)[] = [
  () => ({ type: 'Raised', v: 1, as: 'draft' }),
  (id) => ({ type: 'Titled', v: 1, title: `Synthetic proposal ${id} of a log that is only timed` }),
  () => ({ type: 'ProposerNamed', v: 1, proposer: DCC }),
  () => ({ type: 'PartiesAffected', v: 1, parties: ['Large Suppliers', 'Small Suppliers', 'DCC'] }),
  () => ({ type: 'DocumentsAffected', v: 1, documents: ['Section D', 'Appendix AD'] }),
  () => ({ type: 'DeterminedReady', v: 1, by: 'body/change-sub-committee' }),
  () => ({ type: 'Converted', v: 1, by: PANEL, route: 'refinement' }),
  () => ({ type: 'PathSet', v: 1, path: 'self-governance', by: PANEL }),
  (id) => ({ type: 'AssessmentRequested', v: 1, assessment: `${id}/PA/1`, assessmentKind: 'PA', provider: DCC }),
  (id) => ({ type: 'AssessmentAccepted', v: 1, assessment: `${id}/PA/1`, assessmentKind: 'PA', provider: DCC, targetWorkingDays: 15 }),
  (id) => ({ type: 'ReturnForecast', v: 1, assessment: `${id}/PA/1`, day: calendarDate('2019-10-04') }),
  (id) => ({ type: 'InformationAsked', v: 1, assessment: `${id}/PA/1`, question: '1', of: PANEL }),
  (id) => ({ type: 'InformationAnswered', v: 1, assessment: `${id}/PA/1`, question: '1' }),
  (id) => ({ type: 'AssessmentReturned', v: 1, assessment: `${id}/PA/1` }),
  (id) => ({
    type: 'ConsultationPlanned',
    v: 1,
    consultation: `${id}/RC/1`,
    consultationKind: 'refinement',
    expected: { kind: 'month', month: '2019-10' },
  }),
  (id) => ({
    type: 'ConsultationOpened',
    v: 1,
    consultation: `${id}/RC/1`,
    consultationKind: 'refinement',
    closes: startOfDay(calendarDate('2060-01-01')),
  }),
  (id) => ({ type: 'ConsultationCloseSet', v: 1, consultation: `${id}/RC/1`, closes: startOfDay(calendarDate('2014-01-01')) }),
  (id) => ({ type: 'AssessmentRequested', v: 1, assessment: `${id}/IA/1`, assessmentKind: 'IA', provider: DCC }),
  (id) => ({ type: 'AssessmentRequestApproved', v: 1, assessment: `${id}/IA/1`, by: 'body/change-board' }),
  (id) => ({ type: 'AssessmentAccepted', v: 1, assessment: `${id}/IA/1`, assessmentKind: 'IA', provider: DCC, targetWorkingDays: 40 }),
  (id) => ({ type: 'AssessmentReturned', v: 1, assessment: `${id}/IA/1` }),
  () => ({ type: 'MilestonePlanned', v: 1, milestone: 'decision', for: { kind: 'month', month: '2020-01' } }),
  () => ({ type: 'ReportApproved', v: 1, by: PANEL }),
  (id) => ({
    type: 'ConsultationOpened',
    v: 1,
    consultation: `${id}/MRC/1`,
    consultationKind: 'report',
    closes: startOfDay(calendarDate('2014-01-01')),
  }),
  () => ({ type: 'PutOnHold', v: 1, condition: 'synthetic' }),
  () => ({ type: 'Resumed', v: 1 }),
  () => ({ type: 'BallotHeld', v: 1, body: 'body/change-board', capacity: 'decide', outcome: 'approve' }),
  () => ({ type: 'Scheduled', v: 1, release: 'release/2019-11', part: 1 }),
  () => ({ type: 'StatusShown', v: 1, status: 'Approved' }),
  () => ({ type: 'Implemented', v: 1, part: 1, release: 'release/2019-11' }),
]
