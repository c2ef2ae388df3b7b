import { expect, it } from 'vitest'
import { told } from '../../../test/support/history.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Moment } from '../../domain/calendar/moment.ts'
import { sentenceOf } from './event-sentence.ts'
import type { Names } from './sentence-names.ts'

const words = {
  stage: String,
  stageTerm: String,
  step: String,
  outcome: String,
  path: () => 'Path 2',
  assessmentKind: (kind: string) => ({ PA: 'Preliminary Assessment', IA: 'Impact Assessment' })[kind] ?? kind,
  consultationKind: () => 'Refinement Consultation',
}
const names: Names = { name: (subject) => `the ${subject.split('/')[1]}`, title: (subject) => subject.split('/')[1] ?? '', words }
const modification = 'modification/7'
const sentence = (...telling: Parameters<typeof told>) => sentenceOf(told(...telling), names)

it('tells who raised it', () => {
  expect(sentence(modification, 'Raised', { as: 'draft' }, '2019-09-10', { capacity: { by: 'organisation/dcc' } })).toBe(
    'Raised as a Draft Proposal by the dcc',
  )
  expect(sentence(modification, 'Raised', { as: 'proposal' }, '2016-03-01')).toBe('Raised as a Modification Proposal')
})

it('names the second assessment of a kind by its number, and the first without', () => {
  expect(sentence(modification, 'AssessmentReturned', { assessment: '7/IA/1', statedDuration: 35 }, '2019-09-20')).toBe(
    'Impact Assessment returned, after 35 WD as the source counts',
  )
  expect(sentence(modification, 'AssessmentReturned', { assessment: '7/PA/2' }, '2019-09-20')).toBe('Preliminary Assessment 2 returned')
})

it('tells a plan with its future day inside', () => {
  const closes = '2019-11-05T17:00' as Moment
  expect(
    sentence(
      modification,
      'ConsultationOpened',
      { consultation: '7/refinement/1', consultationKind: 'refinement', closes, lengthWorkingDays: 15 },
      '2019-10-15',
    ),
  ).toBe('Refinement Consultation opened for 15 Working Days, until 17:00 on 5 November 2019')
  expect(
    sentence(
      'release/2019-11',
      'DateChangeRequested',
      { request: '1', by: 'body/panel', of: 'organisation/authority', to: '2019-11-24' as CalendarDate },
      '2019-10-01',
    ),
  ).toBe('The panel asked the authority to move it to 24 November 2019')
})

it('leaves out what is unknown, and says that a place was struck', () => {
  expect(sentence(modification, 'PathSet', { path: 'authority determined', by: 'unknown' }, '2019-09-18')).toBe('Path set: Path 2')
  expect(sentenceOf({ event: null, capacity: { by: 'unknown' } }, names)).toBe('Struck: it is not believed any more')
})
