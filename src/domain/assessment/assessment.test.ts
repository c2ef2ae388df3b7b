import { describe, expect, it } from 'vitest'
import { misfitOf, stateAfter } from '../../../test/support/fold.ts'
import { told } from '../../../test/support/history.ts'
import type { EventOf } from '../events.ts'
import { type AssessmentEvent, awaitsApprovalBy, isOpen } from './assessment.ts'

const id = '84/PA/1'
const tell = <T extends AssessmentEvent['type']>(type: T, fields: Omit<EventOf<T>, 'type' | 'v' | 'assessment'>, on: string) =>
  told('modification/84', type, { assessment: id, ...fields } as never, on)

const raised = told('modification/84', 'Raised', { as: 'draft' }, '2019-07-01')
const of = { assessmentKind: 'PA', provider: 'organisation/dcc' } as const
const requested = tell('AssessmentRequested', of, '2019-07-10')
const approved = tell('AssessmentRequestApproved', { by: 'body/panel' }, '2019-07-12')
const declined = tell('AssessmentDeclined', {}, '2019-07-15')
const again = tell('AssessmentRequested', of, '2019-07-20')
const accepted = tell('AssessmentAccepted', { ...of, targetWorkingDays: 15, targetReason: 'agreed' }, '2019-07-30')
const returned = tell('AssessmentReturned', { statedDuration: 45 }, '2019-09-30')
const paused = tell('InformationPauseAgreed', { question: '1', by: 'body/panel' }, '2019-08-02')
const stateOf = (...tellings: Parameters<typeof stateAfter>[0]) => stateAfter([raised, ...tellings]).assessments[id]

describe('an assessment', () => {
  it.each([
    ['requested', [requested], 'requested', false],
    ['accepted without a told request', [accepted], 'accepted', true],
    ['accepted', [requested, accepted], 'accepted', true],
    ['declined', [requested, declined], 'declined', false],
    ['requested again', [requested, declined, again], 'requested', false],
    ['returned', [accepted, returned], 'returned', false],
    ['cancelled', [requested, tell('AssessmentCancelled', {}, '2019-08-01')], 'cancelled', false],
  ] as const)('%s: is %s', (_, tellings, status, open) => {
    const assessment = stateOf(...tellings)
    expect([assessment?.status, assessment && isOpen(assessment)]).toEqual([status, open])
  })

  it.each([
    ['requested twice', [requested, again], 'was requested or accepted before'],
    ['approved without a request', [approved], 'no assessment 84/PA/1'],
    ['approved twice', [requested, approved, { ...approved, nth: 1 }], 'was approved before'],
    ['declined once accepted', [accepted, tell('AssessmentDeclined', {}, '2019-08-01')], 'is accepted, not requested'],
    ['accepted twice', [accepted, { ...accepted, nth: 1 }], 'is accepted, not requested'],
    ['returned before it is accepted', [requested, returned], 'is not open: it is requested'],
    ['returned twice', [accepted, returned, { ...returned, nth: 1 }], 'is not open: it is returned'],
    ['cancelled once returned', [accepted, returned, tell('AssessmentCancelled', {}, '2019-10-01')], 'is returned already'],
    ['forecast once returned', [accepted, returned, tell('ReturnForecast', { day: '2019-10-20' as never }, '2019-10-01')], 'is not open'],
    [
      'answered without a question',
      [accepted, tell('InformationAnswered', { question: '1' }, '2019-08-01')],
      'does not wait for an answer',
    ],
    [
      'paused for a question that nobody asked',
      [accepted, tell('InformationPauseAgreed', { question: '1', by: 'body/panel' }, '2019-08-01')],
      'question 1 was not asked yet',
    ],
    [
      'paused twice for one question',
      [accepted, tell('InformationAsked', { question: '1', of: 'unknown' }, '2019-08-01'), paused, { ...paused, nth: 1 }],
      'a pause for question 1 was agreed before',
    ],
  ] as const)('cannot be %s', (_, tellings, why) => {
    expect(misfitOf([raised, ...tellings])).toContain(why)
  })

  it('asked for again after a decline is a new request: the approval of the first does not carry over, the decline stays told', () => {
    const assessment = stateOf(requested, approved, declined, again)
    expect([assessment?.requestApproved, assessment?.declined?.on.to]).toEqual([undefined, '2019-07-15'])
    expect(stateOf(requested, approved, declined, again, { ...approved, on: accepted.on })?.requestApproved?.value).toBe('body/panel')
  })

  it('waits for who must approve its request, until he did or it goes on without', () => {
    const asked = tell('AssessmentRequested', { ...of, approvalBy: 'body/panel' }, '2019-07-10')
    const awaited = (...tellings: Parameters<typeof stateAfter>[0]) => {
      const assessment = stateOf(...tellings)
      return assessment && awaitsApprovalBy(assessment)
    }
    expect([awaited(asked), awaited(asked, approved), awaited(asked, accepted), awaited(requested)]).toEqual([
      'body/panel',
      undefined,
      undefined,
      undefined,
    ])
  })

  it('keeps every target, the last is the one in force', () => {
    const assessment = stateOf(accepted, tell('AssessmentTargetRevised', { targetWorkingDays: 30 }, '2019-08-10'))
    expect([assessment?.targets.map(({ value }) => value.workingDays), assessment?.target?.value.workingDays]).toEqual([[15, 30], 30])
  })

  it('is costed after its return, and a question is asked and answered while it is open', () => {
    const asked = tell('InformationAsked', { question: '1', of: 'unknown' }, '2019-08-01')
    const answered = tell('InformationAnswered', { question: '1' }, '2019-08-02')
    const assessment = stateOf(
      accepted,
      asked,
      answered,
      returned,
      tell('AssessmentCosted', { period: 'annual', lowPence: 100 }, '2019-10-10'),
    )
    expect([assessment?.questions['1']?.answered?.on.to, assessment?.costs.length, assessment?.returned?.value.statedDuration]).toEqual([
      '2019-08-02',
      1,
      45,
    ])
  })

  it('leaves the others of its modification alone', () => {
    const other = told('modification/84', 'AssessmentRequested', { assessment: '84/IA/1', ...of }, '2019-07-10')
    expect(stateAfter([raised, requested, other, { ...declined }]).assessments['84/IA/1']?.status).toBe('requested')
  })
})
