import { describe, expect, it } from 'vitest'
import { misfitOf, stateAfter } from '../../../test/support/fold.ts'
import { told } from '../../../test/support/history.ts'
import type { EventOf } from '../events.ts'
import type { SolutionEvent } from './solution.ts'
import { staleSince } from './stale.ts'

const subject = 'modification/84'
const tell = <T extends SolutionEvent['type']>(
  type: T,
  solution: string,
  fields: Omit<EventOf<T>, 'type' | 'v' | 'solution'>,
  on: string,
) => told(subject, type, { solution, ...fields } as never, on)

const raised = told(subject, 'Raised', { as: 'proposal' }, '2019-07-01')
const original = tell('SolutionProposed', '84/solution/1', { alternative: false, by: 'unknown', title: 'A seat each' }, '2019-07-02')
const other = tell('SolutionProposed', '84/solution/2', { alternative: true, by: 'unknown', title: 'A shared seat' }, '2019-07-02')
const version = (solution: string, material: boolean, on: string) => tell('SolutionVersioned', solution, { material }, on)
const of = { assessment: '84/PA/1', assessmentKind: 'PA', provider: 'organisation/dcc' } as const
const requested = told(subject, 'AssessmentRequested', { ...of, solution: '84/solution/1' }, '2019-07-05')
const accepted = told(subject, 'AssessmentAccepted', of, '2019-07-10')

describe('a solution', () => {
  it('keeps its versions in the order of their days', () => {
    const state = stateAfter([
      raised,
      original,
      version('84/solution/1', true, '2019-07-09'),
      version('84/solution/1', false, '2019-07-04'),
    ])
    expect(state.solutions['84/solution/1']?.versions.map(({ value }) => value.material)).toEqual([false, true])
  })

  it.each([
    ['proposed twice', [original, { ...original, nth: 1 }], '84/solution/1 was proposed before'],
    ['changed before it is proposed', [version('84/solution/1', true, '2019-07-03')], 'no solution 84/solution/1 is proposed'],
    ['proposed once it ended', [told(subject, 'Withdrawn', { by: 'unknown' }, '2019-07-02'), { ...original, nth: 1 }], 'it ended before'],
  ] as const)('cannot be %s', (_, tellings, why) => {
    expect(misfitOf([raised, ...tellings])).toContain(why)
  })
})

describe('an assessment is stale', () => {
  const since = (...tellings: Parameters<typeof stateAfter>[0]) => {
    const state = stateAfter([raised, original, other, ...tellings])
    return staleSince(state, state.assessments['84/PA/1'] as NonNullable<(typeof state.assessments)[string]>)?.on.to
  }
  it.each([
    [
      'from the first material change after its acceptance',
      [version('84/solution/1', true, '2019-07-12'), version('84/solution/1', true, '2019-07-15')],
      '2019-07-12',
    ],
    ['not by a change before it', [version('84/solution/1', true, '2019-07-09')], undefined],
    ['not by one that is not material', [version('84/solution/1', false, '2019-07-12')], undefined],
    ['not by one of another solution', [version('84/solution/2', true, '2019-07-12')], undefined],
    ['by a later change of the same day', [{ ...version('84/solution/1', true, '2019-07-10'), nth: 2 }], '2019-07-10'],
    [
      'once it was returned, too',
      [version('84/solution/1', true, '2019-07-20'), told(subject, 'AssessmentReturned', { assessment: '84/PA/1' }, '2019-07-18')],
      '2019-07-20',
    ],
    [
      'no more when it was cancelled',
      [version('84/solution/1', true, '2019-07-12'), told(subject, 'AssessmentCancelled', { assessment: '84/PA/1' }, '2019-07-13')],
      undefined,
    ],
  ] as const)('%s', (_, tellings, day) => {
    expect(since(requested, accepted, ...tellings)).toBe(day)
  })

  it('by a change of any solution, where none was named; and never before it is accepted', () => {
    expect(since(accepted, version('84/solution/2', true, '2019-07-12'))).toBe('2019-07-12')
    expect(since(requested, version('84/solution/1', true, '2019-07-12'))).toBeUndefined()
  })
})
