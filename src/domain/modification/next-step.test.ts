import { describe, expect, it } from 'vitest'
import { logged, told } from '../../../test/support/history.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { endOfDay } from '../calendar/moment.ts'
import type { Proposed } from '../entry.ts'
import { everything } from '../reader.ts'
import { registerAt } from '../replay.ts'
import { nextSteps } from './next-step.ts'
import type { ModificationId } from './reference.ts'

const modification = 'modification/84'
const attested = told(modification, 'Attested', { standing: { stage: 'refine', step: 'report' } }, '2019-09-30')

function stepsOn(day: string, ...tellings: readonly Proposed[]) {
  const { entries } = logged([panel, attested, ...tellings])
  const on = endOfDay(day as CalendarDate)
  return nextSteps(registerAt(entries, { on, known: entries.length, reader: everything, now: on }), '84' as ModificationId)
}
const panel = told('body/panel', 'BodyEstablished', { name: 'SEC Panel', capacities: [] }, '2013-12-01')
const meeting = told('meeting/panel-2019-10-11', 'MeetingPlanned', { body: 'body/panel', day: '2019-10-11' as CalendarDate }, '2019-10-04')
const tabled = told('meeting/panel-2019-10-11', 'ItemTabled', { modification, purposes: ['modification report'] }, '2019-10-04')
const consultation = told(
  modification,
  'ConsultationPlanned',
  { consultation: '84/report/1', consultationKind: 'report', expected: { kind: 'week', commencing: '2019-10-14' as CalendarDate } },
  '2019-10-04',
)

describe('what is next', () => {
  it('is the meeting first, then what has no day of its own', () => {
    const steps = stepsOn('2019-10-04', meeting, tabled, consultation)
    expect(steps.map(({ kind, day }) => [kind, day])).toEqual([
      ['meeting', '2019-10-11'],
      ['consultation expected', undefined],
    ])
  })

  it('leaves out what has passed: the meeting after its day, the consultation after its week', () => {
    expect(stepsOn('2019-10-20', meeting, tabled, consultation).map(({ kind }) => kind)).toEqual(['consultation expected'])
    expect(stepsOn('2019-10-21', meeting, tabled, consultation)).toEqual([])
  })

  it('keeps a release whose day has passed, as due and not as come into force', () => {
    const release = told(
      'release/2019-11',
      'ReleasePlanned',
      { name: 'November 2019 SEC Release', kind: 'scheduled', date: { kind: 'day', day: '2019-11-07' as CalendarDate } },
      '2019-10-01',
    )
    const approved = told(modification, 'Attested', { standing: { stage: 'release', step: 'awaiting implementation' } }, '2019-10-02')
    const scheduled = told(modification, 'Scheduled', { release: 'release/2019-11', part: 1 }, '2019-10-03')
    const dueOn = (day: string) => stepsOn(day, release, approved, scheduled).map((step) => step.kind === 'release' && step.due)
    expect(dueOn('2019-11-07')).toEqual([false])
    expect(dueOn('2019-11-08')).toEqual([true])
  })

  it('takes the plan as it is now, and only the milestones that lie ahead', () => {
    const plan = (milestone: 'conversion' | 'implementation', month: string, on: string) =>
      told(modification, 'MilestonePlanned', { milestone, for: { kind: 'month', month } }, on)
    const steps = stepsOn(
      '2019-10-04',
      plan('conversion', '2019-11', '2019-10-01'),
      plan('implementation', '2020-02', '2019-10-01'),
      plan('implementation', '2020-11', '2019-10-02'),
    )
    expect(steps).toMatchObject([{ kind: 'milestone', milestone: 'implementation', planned: { month: '2020-11' } }])
  })

  it('is nothing where no source plans anything', () => {
    expect(stepsOn('2019-10-04')).toEqual([])
  })
})
