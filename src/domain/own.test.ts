import { describe, expect, it } from 'vitest'
import { misfitOf, stateAfter } from '../../test/support/fold.ts'
import { told } from '../../test/support/history.ts'
import { own } from './own.ts'
import type { Release } from './release/release.ts'

/** Names that every object of JavaScript has from the start: a source may use them like any other. */
const names = ['constructor', 'toString', 'valueOf', '__proto__']

const raised = told('modification/84', 'Raised', { as: 'draft' }, '2019-07-01')
const planned = told('release/r1', 'ReleasePlanned', { name: 'R1', kind: 'scheduled', date: { kind: 'unknown' } }, '2019-07-01')
const by = 'body/panel'

describe.each(names)('%s', (name) => {
  it('is under no key until a source writes it there', () => {
    expect(own<unknown>({}, name)).toBeUndefined()
    expect(own<unknown>(Object.fromEntries([[name, 1]]), name)).toBe(1)
  })

  it('may name an assessment with its questions, a consultation and a date change', () => {
    const { assessments, consultations } = stateAfter([
      raised,
      told('modification/84', 'AssessmentAccepted', { assessment: name, assessmentKind: 'PA', provider: 'organisation/dcc' }, '2019-07-02'),
      told('modification/84', 'InformationAsked', { assessment: name, question: name, of: 'unknown' }, '2019-07-03'),
      told('modification/84', 'InformationAnswered', { assessment: name, question: name }, '2019-07-04'),
      told('modification/84', 'ConsultationOpened', { consultation: name, consultationKind: 'refinement' }, '2019-07-05'),
    ])
    expect(own(assessments, name)).toMatchObject({ id: name, status: 'accepted' })
    expect(own(own(assessments, name)?.questions ?? {}, name)?.answered?.value).toEqual({})
    expect(own(consultations, name)).toMatchObject({ id: name, status: 'open' })

    const asked = told('release/r1', 'DateChangeRequested', { request: name, by, of: by, to: '2019-11-24' as never }, '2019-07-02')
    const decided = told('release/r1', 'DateChangeDecided', { request: name, by, outcome: 'agreed' }, '2019-07-03')
    expect(own(stateAfter<Release>([planned, asked, decided]).dateChanges, name)?.decided?.value.outcome).toBe('agreed')
  })

  it('is no assessment, question, consultation or date change that nobody told of', () => {
    const cancelled = told('modification/84', 'AssessmentCancelled', { assessment: name }, '2019-07-02')
    expect(misfitOf([raised, cancelled])).toContain(`no assessment ${name} is requested`)
    const closeSet = told(
      'modification/84',
      'ConsultationCloseSet',
      { consultation: name, closes: '2019-08-01T17:00' as never },
      '2019-07-02',
    )
    expect(misfitOf([raised, closeSet])).toContain(`${name} is not open`)
    const decided = told('release/r1', 'DateChangeDecided', { request: name, by, outcome: 'agreed' }, '2019-07-03')
    expect(misfitOf([planned, decided])).toContain(`no date change ${name} is requested`)
  })
})
