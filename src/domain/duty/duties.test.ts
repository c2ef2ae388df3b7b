import { expect, it } from 'vitest'
import { logged, told } from '../../../test/support/history.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { endOfDay, type Moment } from '../calendar/moment.ts'
import type { Proposed, TextId } from '../entry.ts'
import type { Standing } from '../modification/modification.ts'
import { everything } from '../reader.ts'
import { registerAt } from '../replay.ts'
import { dutiesIn } from './duties.ts'

const modification = 'modification/53'
const day = '2019-10-11' as CalendarDate
const planned = { consultation: '53/report/1', consultationKind: 'report', expected: { kind: 'day', day } } as const

function dutiesAt(standing: Standing) {
  const { entries } = logged([
    told('body/panel', 'BodyEstablished', { name: 'SEC Panel', capacities: [] }, '2013-12-01'),
    told(modification, 'Attested', { standing }, '2019-09-30'),
    told(modification, 'ConsultationPlanned', planned, '2019-10-04'),
    told(modification, 'DecisionExpected', { by: 'body/panel', day }, '2019-10-04'),
  ])
  const on = endOfDay('2019-10-04' as CalendarDate)
  return dutiesIn(registerAt(entries, { on, known: entries.length, reader: everything, now: on })).map(({ kind, due }) => [kind, due?.day])
}

it('a Modification Report Consultation that is planned is to be issued until the vote', () => {
  expect(dutiesAt({ stage: 'refine', step: 'report' })).toContainEqual(['issue consultation', day])
  expect(dutiesAt({ stage: 'opine', step: 'vote' }).map(([kind]) => kind)).not.toContain('issue consultation')
})

it('who decides is not expected by the day of another', () => {
  expect(dutiesAt({ stage: 'opine', step: 'with the authority' })).toEqual([['take step', undefined]])
})

it('who administers answers the responses once a consultation has closed, until a point of it is answered', () => {
  const consultation = '53/refinement/1'
  const answered = told(
    modification,
    'ResponseSubmitted',
    {
      consultation,
      response: 'dcc/1',
      by: 'organisation/dcc',
      noComment: true,
      confidential: 'none',
      choices: [],
      answers: [],
      withheld: [],
      received: '2019-10-03T09:00' as Moment,
    },
    '2019-10-03',
  )
  const point = told(
    modification,
    'PointAnswered',
    { consultation, point: '1', topic: 'Cost', responses: ['dcc/1'], answer: 'text' as TextId },
    '2019-10-05',
  )
  const duties = (tellings: readonly Proposed[], day: string) => {
    const { entries } = logged([
      told('organisation/dcc', 'OrganisationNamed', { name: 'DCC' }, '2013-12-01'),
      told('body/panel', 'BodyEstablished', { name: 'SEC Panel', capacities: [] }, '2013-12-01'),
      told(modification, 'Attested', { standing: { stage: 'refine', step: 'refinement' } }, '2019-09-30'),
      told(
        modification,
        'ConsultationOpened',
        { consultation, consultationKind: 'refinement', closes: '2019-10-04T17:00' as Moment },
        '2019-10-01',
      ),
      ...tellings,
    ])
    const on = endOfDay(day as CalendarDate)
    return dutiesIn(registerAt(entries, { on, known: entries.length, reader: everything, now: on })).map(({ kind }) => kind)
  }
  expect(duties([answered], '2019-10-03')).not.toContain('answer responses')
  expect(duties([answered], '2019-10-06')).toContain('answer responses')
  expect(duties([], '2019-10-06')).not.toContain('answer responses')
  expect(duties([answered, point], '2019-10-06')).not.toContain('answer responses')
})
