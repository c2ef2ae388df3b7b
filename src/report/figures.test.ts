import { beforeAll, describe, expect, it } from 'vitest'
import { append, emptyLog, told } from '../../test/support/history.ts'
import { calendarDate, yearMonth } from '../domain/calendar/calendar-date.ts'
import { endOfDay } from '../domain/calendar/moment.ts'
import type { Proposed, Subject } from '../domain/entry.ts'
import type { ReferenceGrammar } from '../domain/modification/reference.ts'
import { publicReader } from '../domain/reader.ts'
import { isRefused } from '../domain/refusal.ts'
import { registerAt } from '../domain/replay.ts'
import { type ChangeStatusModel, changeStatus, figureOf } from './change-status/model.ts'
import type { FigureId } from './figures/figure.ts'

const grammar: ReferenceGrammar = {
  forms: [
    { prefix: 'DP', digits: 3, numbers: { from: 1 }, when: 'before conversion' },
    { prefix: 'MP', digits: 3, numbers: { from: 1 }, when: 'after conversion' },
  ],
  alsoRead: [],
}
const board: Subject = 'body/change-board'
const authority: Subject = 'organisation/authority'
const provider: Subject = 'organisation/dcc'
const refine = { stage: 'refine', step: 'refinement' } as const

/** Report of June 2019, whose window is 4 May to 7 June; its timescales are of 31 May. */
function june(history: readonly Proposed[], asOf = '2019-06-10'): ChangeStatusModel {
  const log = append(emptyLog, [...bodies, ...history])
  if (isRefused(log)) throw new Error(log.refused)
  const registerOn = (day: ReturnType<typeof calendarDate>) =>
    registerAt(log.entries, { on: endOfDay(day), known: log.entries.length, reader: publicReader, now: endOfDay(day) })
  return changeStatus({ registerOn, month: yearMonth('2019-06'), asOf: calendarDate(asOf), grammar })
}

const bodies: readonly Proposed[] = [
  told(board, 'BodyEstablished', { name: 'Change Board', capacities: ['recommend', 'decide'] }, '2013-12-01'),
  told('body/panel', 'BodyEstablished', { name: 'Panel', capacities: ['convert'] }, '2013-12-01'),
  told(authority, 'OrganisationNamed', { name: 'Authority' }, '2013-12-01'),
  told(provider, 'OrganisationNamed', { name: 'DCC' }, '2013-12-01'),
]
const labels = (model: ChangeStatusModel, id: FigureId) => figureOf(model, id).members.map(({ label }) => label)

describe('assessments', () => {
  let model: ChangeStatusModel
  const asked = (id: string) => ({ assessment: id, assessmentKind: 'PA', provider })
  beforeAll(() => {
    model = june([
      told('modification/1', 'Attested', { standing: refine }, '2019-01-01'),
      told('modification/1', 'AssessmentAccepted', { ...asked('1/PA/1'), targetWorkingDays: 15 }, '2019-05-20'),
      told('modification/2', 'Attested', { standing: refine }, '2019-01-01'),
      told('modification/2', 'AssessmentAccepted', { ...asked('2/PA/1'), targetWorkingDays: 3 }, '2019-04-01'),
      told('modification/2', 'AssessmentReturned', { assessment: '2/PA/1' }, '2019-04-04'),
      told('modification/2', 'AssessmentAccepted', { ...asked('2/PA/2'), targetWorkingDays: 15 }, '2019-03-01'),
      told('modification/2', 'AssessmentReturned', { assessment: '2/PA/2' }, '2019-03-29'),
      told('modification/3', 'Attested', { standing: refine }, '2019-01-01'),
      told('modification/3', 'AssessmentRequested', asked('3/PA/1'), '2019-05-27'),
      told('modification/3', 'AssessmentAccepted', asked('3/PA/1'), '2019-06-03'),
    ])
  })

  it('are open and requested as at the end of the month before, not at the cut-off', () => {
    expect(labels(model, 'assessment.PA.open')).toEqual(['MP001'])
    expect(labels(model, 'assessment.requested')).toEqual(['MP003'])
    expect(model.refine.timescales.requested.rows.map(({ duration }) => duration !== 'unknown' && duration.value)).toEqual([5])
  })

  it('are completed in the regulatory year of their return, and judged by their own target', () => {
    expect(figureOf(model, 'assessment.PA.completed').members.map(({ item }) => item)).toEqual(['2/PA/1'])
    expect(figureOf(model, 'assessment.PA.completed.mean').value).toBe(4)
    expect(figureOf(model, 'assessment.onTarget')).toMatchObject({ value: 0, over: { known: 1, of: 1 } })
  })

  it('keep the kinds apart, with figures for those that the register holds', () => {
    expect(Object.keys(model.figures)).toEqual(expect.arrayContaining(['assessment.PA.open', 'assessment.PA.completed.mean']))
    expect(Object.keys(model.figures)).not.toContain('assessment.IA.open')
  })
})

describe('proposals', () => {
  const raised = (id: number, day: string) => told(`modification/${id}`, 'Raised', { as: 'draft' }, day)

  it('are new in the window after the last cut-off, up to and including this one', () => {
    const model = june([raised(1, '2019-05-03'), raised(2, '2019-05-04'), raised(3, '2019-06-07'), raised(4, '2019-06-08')])
    expect(labels(model, 'proposals.new')).toEqual(['DP002', 'DP003'])
    expect(labels(model, 'stage.define')).toEqual(['DP001', 'DP002', 'DP003'])
    expect(labels(model, 'proposals.open')).toEqual(['DP001', 'DP002'])
  })

  it('are open until the vote of the Change Board, and left out where no stage is known any more', () => {
    const opine = { stage: 'opine', step: 'vote' } as const
    const model = june([
      told('modification/1', 'Attested', { standing: opine }, '2019-01-01'),
      told('modification/2', 'Attested', { standing: opine }, '2019-01-01'),
      told('modification/2', 'BallotHeld', { body: board, capacity: 'recommend', outcome: 'approve' }, '2019-05-22'),
      told('modification/3', 'Attested', { standing: refine }, '2019-01-01'),
      told('modification/3', 'Attested', { standing: { stage: 'unknown' } }, '2019-06-05'),
    ])
    expect(labels(model, 'proposals.open')).toEqual(['MP001'])
    expect(figureOf(model, 'proposals.open').arithmetic).toBe('1, without MP003, of which no stage is known')
    expect(labels(model, 'authority.pending')).toEqual(['MP002'])
  })

  it('average over those whose day of raising is known, and are concluded by an act, not by a page', () => {
    const ready = { stage: 'release', step: 'awaiting implementation' } as const
    const model = june([
      raised(1, '2019-05-20'),
      told('modification/2', 'Attested', { standing: refine }, '2019-01-01'),
      told('modification/3', 'Attested', { standing: { stage: 'opine', step: 'with the authority' } }, '2019-01-01'),
      told('modification/3', 'Decided', { by: authority, outcome: 'reject' }, '2019-05-20'),
      told('modification/4', 'Attested', { standing: ready }, '2019-05-20'),
    ])
    expect(figureOf(model, 'proposals.open.mean')).toMatchObject({ value: 10, over: { known: 1, of: 2 } })
    expect(labels(model, 'proposals.concluded')).toEqual(['MP003'])
    expect(figureOf(model, 'proposals.concluded.mean').value).toBe('unknown')
    expect(model.decisions).toHaveLength(1)
  })
})

describe('proposals open by report', () => {
  const stands = (id: number, standing: Parameters<typeof told<'Attested'>>[2]['standing'], day: string) =>
    told(`modification/${id}`, 'Attested', { standing }, day)
  const history = [
    told('modification/1', 'Raised', { as: 'draft' }, '2019-05-10'),
    stands(2, refine, '2019-01-10'),
    stands(2, { stage: 'ended', outcome: 'withdrawn' }, '2019-05-20'),
    stands(3, refine, '2019-01-10'),
    stands(3, { stage: 'unknown' }, '2019-05-20'),
    stands(4, { stage: 'unknown' }, '2019-01-10'),
    told('modification/4', 'Withdrawn', { by: 'proposer' }, '2019-05-20'),
    told('modification/5', 'Raised', { as: 'draft' }, '2019-02-20'),
    told('modification/5', 'ConversionRefused', { by: 'body/panel' }, '2019-05-20'),
    // A source shows it as it was concluded long before: it was never known to be open.
    stands(6, { stage: 'ended', outcome: 'implemented' }, '2019-05-20'),
  ]

  it('come and go by an act, or as a source shows them, each way in a column of its own', () => {
    const { months } = june(history).charts.months
    const rows = months.map((row) => [
      row.month,
      row.before,
      row.raised,
      row.shownOpen,
      row.concluded,
      row.shownConcluded,
      row.notShown,
      row.open,
    ])
    expect(rows.filter(([, before, ...rest]) => before !== rest.at(-1) || rest.slice(0, -1).some((count) => count !== 0))).toEqual([
      ['2019-02', 0, 0, 2, 0, 0, 0, 2],
      ['2019-03', 2, 1, 0, 0, 0, 0, 3],
      ['2019-06', 3, 1, 1, 2, 1, 1, 1],
    ])
  })

  it('name in each figure those of each month', () => {
    const model = june(history)
    const of = (id: FigureId) => figureOf(model, id).members.map(({ label, item }) => `${label} ${item}`)
    expect(of('months.raised')).toEqual(['DP001 2019-06', 'DP005 2019-03'])
    expect(of('months.shownOpen')).toEqual(['MP002 2019-02', 'MP003 2019-02', 'DP004 2019-06'])
    expect(of('months.concluded')).toEqual(['DP004 2019-06', 'DP005 2019-06'])
    expect(of('months.shownConcluded')).toEqual(['MP002 2019-06'])
    expect(of('months.notShown')).toEqual(['MP003 2019-06'])
    expect(labels(model, 'months.open')).toEqual(['DP001'])
  })

  it('count one again whose refusal was set aside', () => {
    const again = [
      told('modification/5', 'Referred', { matter: 'refusal', by: provider, to: authority }, '2019-05-21'),
      told('modification/5', 'ReferralDecided', { by: authority, outcome: 'set aside' }, '2019-05-30'),
    ] as const
    expect(june([...history, ...again]).charts.months.months.at(-1)).toMatchObject({ concluded: 2, shownOpen: 2, open: 2 })
  })
})

describe('time in a stage', () => {
  it('is over as many as the stage counts, in Release without those that wait only for standalone releases', () => {
    const approved = { stage: 'release', step: 'awaiting implementation' } as const
    const model = june([
      told('modification/1', 'Attested', { standing: approved }, '2019-05-01'),
      told('modification/2', 'Attested', { standing: approved }, '2019-05-01'),
      told('release/alone', 'ReleasePlanned', { name: 'alone', kind: 'standalone', date: { kind: 'unknown' } }, '2019-05-01'),
      told('modification/1', 'Scheduled', { release: 'release/alone', part: 1 }, '2019-05-02'),
    ])
    expect([figureOf(model, 'stage.release').value, figureOf(model, 'time.release').over]).toEqual([1, { known: 0, of: 1 }])
  })
})

describe('consultations', () => {
  it('without a told end are out while the modification stands there, and closed once it has moved on', () => {
    const opened = (id: number) =>
      told(`modification/${id}`, 'ConsultationOpened', { consultation: `${id}/refinement/1`, consultationKind: 'refinement' }, '2019-05-01')
    const model = june([
      told('modification/1', 'Attested', { standing: refine }, '2019-01-01'),
      opened(1),
      told('modification/2', 'Attested', { standing: refine }, '2019-01-01'),
      opened(2),
      told('modification/2', 'ReportApproved', { by: 'body/panel' }, '2019-05-17'),
    ])
    expect(figureOf(model, 'consultations.refinement.open').members).toMatchObject([
      { label: 'MP001', note: 'opened on 1 May 2019; no source tells when it closes' },
    ])
  })

  it('expected last month and not issued are told once, and then no more', () => {
    const planned = (id: number, month: string, on: string) =>
      told(
        `modification/${id}`,
        'ConsultationPlanned',
        { consultation: `${id}/refinement/1`, consultationKind: 'refinement', expected: { kind: 'month', month } },
        on,
      )
    const model = june([
      ...[1, 2, 3].map((id) => told(`modification/${id}`, 'Attested', { standing: refine }, '2019-01-01')),
      planned(1, '2019-06', '2019-06-01'),
      planned(2, '2019-05', '2019-05-01'),
      planned(3, '2019-04', '2019-04-01'),
    ])
    expect(labels(model, 'consultations.refinement.expected')).toEqual(['MP001'])
    expect(model.refine.overdue?.members.map(({ label }) => label)).toEqual(['MP002'])
  })
})

describe('meetings', () => {
  it('list a conversion that comes with its report once, for conversion; and only up to the next cut-off', () => {
    const tabled = (meeting: Subject, id: number, purposes: readonly ('conversion' | 'modification report')[]) =>
      told(meeting, 'ItemTabled', { modification: `modification/${id}`, purposes }, '2019-06-07')
    const model = june([
      ...[1, 2, 3].map((id) => told(`modification/${id}`, 'Attested', { standing: { stage: 'define', step: 'raised' } }, '2019-01-01')),
      told('meeting/panel-2019-06-14', 'MeetingPlanned', { body: 'body/panel', day: calendarDate('2019-06-14') }, '2019-06-01'),
      tabled('meeting/panel-2019-06-14', 1, ['conversion', 'modification report']),
      tabled('meeting/panel-2019-06-14', 2, ['modification report']),
      told('meeting/panel-2019-07-12', 'MeetingPlanned', { body: 'body/panel', day: calendarDate('2019-07-12') }, '2019-06-01'),
      tabled('meeting/panel-2019-07-12', 3, ['conversion']),
    ])
    expect(labels(model, 'conversions.before')).toEqual(['DP001'])
    expect(labels(model, 'reports.before')).toEqual(['DP002'])
  })
})

describe('releases', () => {
  it('count what waits only for a standalone release beside the stage', () => {
    const approved = { stage: 'release', step: 'awaiting implementation' } as const
    const scheduled = (id: number, release: Subject, part = 1) => told(`modification/${id}`, 'Scheduled', { release, part }, '2019-05-02')
    const release = (id: string, kind: 'scheduled' | 'standalone') =>
      told(`release/${id}`, 'ReleasePlanned', { name: id, kind, date: { kind: 'unknown' } }, '2019-05-01')
    const model = june([
      ...[1, 2, 3].map((id) => told(`modification/${id}`, 'Attested', { standing: approved }, '2019-05-01')),
      release('alone', 'standalone'),
      release('together', 'scheduled'),
      scheduled(1, 'release/alone'),
      scheduled(2, 'release/alone'),
      scheduled(2, 'release/together', 2),
    ])
    expect(labels(model, 'stage.release.standalone')).toEqual(['MP001'])
    expect(labels(model, 'stage.release')).toEqual(['MP002', 'MP003'])
    expect(labels(model, 'releases.unscheduled')).toEqual(['MP003'])
    expect(labels(model, 'releases.standalone')).toEqual(['MP001', 'MP002'])
  })
})

it('says where no words are installed, and breaks nothing', () => {
  const model = june([])
  expect(model.cover.title).toBe('[no words are installed for cover.title]')
  expect(Object.values(model.figures).every(({ members }) => members.length === 0)).toBe(true)
})
