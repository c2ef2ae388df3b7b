import { describe, expect, it } from 'vitest'
import { stateAfter } from '../../../test/support/fold.ts'
import { told } from '../../../test/support/history.ts'
import { holderOf } from './holder.ts'

const subject = 'modification/84'
const dcc = 'organisation/dcc'
const raised = told(subject, 'Raised', { as: 'draft' }, '2019-05-01')
const converted = told(subject, 'Converted', { by: 'body/panel', route: 'refinement' }, '2019-06-14')
const requested = told(subject, 'AssessmentRequested', { assessment: '84/PA/1', assessmentKind: 'PA', provider: dcc }, '2019-07-01')
const accepted = told(subject, 'AssessmentAccepted', { assessment: '84/PA/1', assessmentKind: 'PA', provider: dcc }, '2019-07-08')
const returned = told(subject, 'AssessmentReturned', { assessment: '84/PA/1' }, '2019-08-01')
const approved = told(subject, 'ReportApproved', { by: 'body/panel' }, '2019-09-13')

const held = (...tellings: Parameters<typeof stateAfter>[0]) => {
  const holder = holderOf(stateAfter(tellings))
  return holder && [holder.role === 'step' ? holder.step : holder.role, holder.since.to]
}

describe('who holds the action', () => {
  it('is whoever acts in the step, since it came to it', () => {
    expect(held(raised)).toEqual(['raised', '2019-05-01'])
    expect(held(raised, converted)).toEqual(['refinement', '2019-06-14'])
    expect(held(raised, converted, approved)).toEqual(['report consultation', '2019-09-13'])
  })

  it('is the provider from the request on, and from the acceptance once the work is under way', () => {
    expect(held(raised, converted, requested)).toEqual(['provider', '2019-07-01'])
    expect(held(raised, converted, requested, accepted)).toEqual(['provider', '2019-07-08'])
  })

  it('comes back to the step on the day of the return', () => {
    expect(held(raised, converted, requested, accepted, returned)).toEqual(['refinement', '2019-08-01'])
  })

  it('leaves an assessment behind whose return nobody told, once the report is approved', () => {
    expect(held(raised, converted, accepted, approved)).toEqual(['report consultation', '2019-09-13'])
  })

  it('is those consulted while a consultation is open', () => {
    const opened = told(subject, 'ConsultationOpened', { consultation: '84/report/1', consultationKind: 'report' }, '2019-09-16')
    expect(held(raised, converted, approved, opened)).toEqual(['consulted', '2019-09-16'])
  })

  it('leaves a Refinement Consultation behind that is open still, once the report is approved', () => {
    const opened = told(subject, 'ConsultationOpened', { consultation: '84/refinement/1', consultationKind: 'refinement' }, '2019-07-02')
    expect(held(raised, converted, opened)).toEqual(['consulted', '2019-07-02'])
    expect(held(raised, converted, opened, approved)).toEqual(['report consultation', '2019-09-13'])
  })

  it('is nobody once it has ended, and not told where no source tells the stage', () => {
    expect(held(raised, told(subject, 'Withdrawn', { by: 'proposer' }, '2019-06-01'))).toBeUndefined()
    expect(held(told(subject, 'Attested', { standing: { stage: 'unknown' } }, '2019-10-04'))).toBeUndefined()
  })
})
