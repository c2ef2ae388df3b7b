import { beforeAll, describe, expect, it } from 'vitest'
import { pack } from '../../codes/sec/pack.ts'
import { type CalendarDate, yearMonth } from '../../src/domain/calendar/calendar-date.ts'
import { type ChangeStatusModel, changeStatus, figureOf } from '../../src/report/change-status/model.ts'
import { codeCounts } from '../../src/report/change-status/rendering.ts'
import { changeStatusText } from '../../src/report/change-status/text.ts'
import type { FigureId } from '../../src/report/figures/figure.ts'
import { endOfSample, october, registersOf, type SampleLog, sampleLog } from '../support/sample-register.ts'

/** The paper of 4 October 2019, re-derived. Every expected value is typed from the paper; none is computed. */

let log: SampleLog
beforeAll(async () => {
  log = await sampleLog(endOfSample)
})

const report = (knownOn?: CalendarDate): ChangeStatusModel =>
  changeStatus({ registerOn: registersOf(log, knownOn), month: yearMonth('2019-10'), asOf: october, grammar: pack.grammar })

describe.each([
  { name: 'as known on 4 October 2019', knownOn: october, identified: 0 },
  { name: 'on the whole sample, as at 4 October 2019', knownOn: undefined, identified: 7 },
])('the October 2019 paper, $name', ({ knownOn, identified }) => {
  let model: ChangeStatusModel
  beforeAll(() => {
    model = report(knownOn)
  })
  const value = (id: FigureId) => figureOf(model, id).value
  const labels = (id: FigureId) => figureOf(model, id).members.map(({ label }) => label)
  const stated = (id: string) => model.stated.find((each) => each.stated.id === id)?.stated.value

  it('has the cover that is printed', () => {
    expect(model.cover).toMatchObject({
      title: 'Change Status Report – October 2019',
      reference: 'TABASC_47_1710_20',
      action: 'For Information',
      classification: 'White',
      author: 'SECAS Team',
      date: '2019-10-04',
      attachments: ['Appendix A: DCC Preliminary Assessments and Impact Assessments update'],
    })
  })

  it('covers what came after the last cut-off, and says from when its figures are', () => {
    expect(model.window).toMatchObject({
      from: '2019-09-06',
      fromBasis: 'inferred',
      to: '2019-10-04',
      toBasis: 'paper',
      asAt: '2019-10-04',
      timescalesAsAt: '2019-09-30',
      regulatoryYear: { from: '2019-04-01', to: '2020-03-31', label: '2019/20' },
      state: 'complete',
    })
  })

  it('counts the strip: 8, 20, 1 and 9, with SECMP0069 beside it', () => {
    expect(value('stage.define')).toBe(8)
    expect(labels('stage.define')).toEqual(['DP080', 'DP081', 'DP082', 'DP083', 'DP084', 'DP085', 'DP086', 'DP087'])
    expect(value('stage.refine')).toBe(20)
    expect(value('stage.opine')).toBe(1)
    expect(labels('stage.opine')).toEqual(['MP076'])
    expect(value('stage.release')).toBe(9)
    expect(labels('stage.release.standalone')).toEqual(['SECMP0069'])
  })

  it('names ten in Refine, places those that later sources identify, and counts the rest unnamed', () => {
    const named = labels('stage.refine').filter((label) => !label.startsWith('unidentified'))
    expect(named).toEqual(expect.arrayContaining(namedInRefine))
    expect(named).toHaveLength(10 + identified)
    expect(labels('stage.refine').filter((label) => label.startsWith('unidentified'))).toHaveLength(10 - identified)
  })

  it('lists what is before the Panel, what was raised and what was determined', () => {
    expect(labels('conversions.before')).toEqual(['DP080', 'DP081', 'DP083', 'DP087'])
    expect(labels('reports.before')).toEqual(['SECMP0053'])
    expect(value('decisions.received')).toBe(0)
    expect(labels('proposals.new')).toEqual(['DP084', 'DP085', 'DP086', 'DP087'])
    expect(labels('readiness.determined')).toEqual(['DP080', 'DP081', 'DP083', 'DP087'])
  })

  it('lists the Working Group of 2 October and the consultations that are expected', () => {
    expect(labels('workgroup.items')).toEqual(['SECMP0046', 'SECMP0062', 'SECMP0067', 'MP079'])
    expect(value('consultations.refinement.open')).toBe(0)
    expect(labels('consultations.refinement.expected')).toEqual(['SECMP0046', 'MP079'])
    expect(value('assessments.requests')).toBe(0)
    expect(value('consultations.report.open')).toBe(0)
    expect(labels('consultations.report.expected')).toEqual(['SECMP0053', 'DP081', 'DP087'])
    expect(model.opine.expected).toMatchObject([
      {
        expected: 'in the week commencing 14 October',
        lengthWorkingDays: 15,
        condition: "the Panel's approval of the Modification Report",
      },
    ])
  })

  it('counts the four open assessments', () => {
    const rows = model.refine.timescales.open
    expect(
      rows.map(({ member, assessmentKind, day, targetWorkingDays, duration }) => [
        member.label,
        assessmentKind,
        day === 'unknown' ? day : day.to,
        targetWorkingDays,
        duration === 'unknown' ? duration : duration.value,
      ]),
    ).toEqual([
      ['SECMP0007', 'IA', '2019-07-30', 40, 45],
      ['SECMP0024', 'PA', '2019-05-29', 15, 89],
      ['SECMP0056', 'IA', '2019-07-02', 40, 65],
      ['SECMP0066', 'PA', '2019-06-13', 15, 78],
    ])
    expect(rows.every(({ duration }) => duration !== 'unknown' && duration.basis === 'counted')).toBe(true)
    expect(value('assessment.PA.open')).toBe(2)
    expect(value('assessment.PA.open.mean')).toBe(84)
    expect(value('assessment.IA.open')).toBe(2)
    expect(value('assessment.IA.open.mean')).toBe(55)
  })

  it('prints the arithmetic of the 45, and the counts that the paper does not tell', () => {
    const [first] = model.refine.timescales.open
    if (!first || first.duration === 'unknown') throw new Error('SECMP0007 has no open assessment')
    expect(first.duration.counts[0]?.arithmetic).toBe(
      '45 = 63 days from 30 Jul to 30 Sep, both ends, less 18 weekend days; the bank holiday of 26 Aug is not taken out under this convention; it would be 44, or 43 with the day of acceptance not counted',
    )
    expect(codeCounts(first)).toEqual({ counted: 44, notCounted: 43 })
  })

  it('shows the eight completed durations as stated', () => {
    expect(
      model.refine.timescales.completed.map(({ member, assessmentKind, day, targetWorkingDays, duration }) => [
        member.label,
        assessmentKind,
        day === 'unknown' ? day : day.to,
        targetWorkingDays,
        duration === 'unknown' ? duration : `${duration.value} ${duration.basis}`,
      ]),
    ).toEqual([
      ['SECMP0007', 'PA', '2019-04-11', 15, '201 stated'],
      ['SECMP0046', 'PA', '2019-07-29', 15, '31 stated'],
      ['SECMP0053', 'PA', '2019-05-02', 15, '87 stated'],
      ['SECMP0053', 'IA', '2019-09-20', 40, '35 stated'],
      ['SECMP0056', 'PA', '2019-04-24', 15, '65 stated'],
      ['SECMP0062', 'IA', '2019-07-04', 40, '77 stated'],
      ['SECMP0063', 'PA', '2019-08-09', 15, '18 stated'],
      ['SECMP0067', 'PA', '2019-06-05', 25, '21 stated'],
    ])
    expect(value('assessment.PA.completed')).toBe(6)
    expect(value('assessment.PA.completed.mean')).toBe(71)
    expect(value('assessment.IA.completed')).toBe(2)
    expect(value('assessment.IA.completed.mean')).toBe(56)
    expect(labels('assessment.onTarget')).toEqual(['SECMP0053', 'SECMP0067'])
  })

  it('has the vote of 18 September and MP076 with the Authority', () => {
    expect(labels('ballots.held')).toEqual(['MP076'])
    expect(value('authority.decisions')).toBe(0)
    expect(labels('authority.pending')).toEqual(['MP076'])
  })

  it('derives 28 open proposals, and keeps 366, 11 and 204 as stated', () => {
    expect(value('proposals.open')).toBe(28)
    expect(stated('proposals.open')).toBe(28)
    expect(stated('proposals.open.mean')).toBe(366)
    expect(stated('proposals.concluded')).toBe(11)
    expect(stated('proposals.concluded.mean')).toBe(204)
  })

  it('lists the releases and the request of 1 October, undecided', () => {
    expect(labels('releases.standalone')).toEqual(['SECMP0069'])
    expect(labels('releases.scheduled')).toEqual(novemberScope)
    expect(model.release.scheduled).toMatchObject([{ name: 'November 2019 SEC Release', date: { kind: 'day', day: '2019-11-07' } }])
    expect(value('releases.unscheduled')).toBe(0)
    expect(model.release.dateChanges).toMatchObject([
      { release: 'release/2019-11', status: 'pending', letter: { address: '/download/16993/', held: false } },
    ])
    expect(model.release.dateChanges[0]?.lines.map(({ text }) => text)).toContain('24 November 2019 is a Sunday.')
  })

  it('writes the sentences of the paper', () => {
    const text = changeStatusText(model, (id) => log.texts.get(id))
    const flowing = text.replace(/\s+/g, ' ')
    for (const sentence of sentences) expect(flowing).toContain(sentence)
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })
})

it('tells on the whole sample what the unknown 11 would have to average for the stated 366', () => {
  const model = report()
  expect(figureOf(model, 'proposals.open.mean').over).toEqual({ known: 17, of: 28 })
  const { known } = model.opine.timescales.rows[0] ?? { known: [] }
  expect(known.map(({ text }) => text)).toEqual([
    expect.stringContaining('The day of raising is known for 17 of 28'),
    expect.stringContaining('the 11 whose days are not known would have to average between'),
  ])
})

it('keeps the other return of SECMP0063 beside the one chosen', () => {
  const row = report().refine.timescales.completed.find(({ member }) => member.label === 'SECMP0063')
  expect(row?.beside.map(({ on }) => on.to)).toEqual(['2019-08-01'])
})

const namedInRefine = [
  'SECMP0007',
  'SECMP0024',
  'SECMP0046',
  'SECMP0053',
  'SECMP0056',
  'SECMP0062',
  'SECMP0063',
  'SECMP0066',
  'SECMP0067',
  'MP079',
]

const novemberScope = ['SECMP0018', 'SECMP0023', 'SECMP0025', 'SECMP0039', 'SECMP0055', 'SECMP0060', 'MP071', 'MP073', 'MP074']

const sentences = [
  'This document is the Change Status Report, which provides information on the progress of SEC Draft Proposals, Modification Proposals and Releases.',
  'The DCC’s progress report on Preliminary Assessments and Impact Assessments is included as Appendix A to this report.',
  'The Panel is requested to NOTE the contents of this report.',
  'SECAS Team 4 October 2019',
  'Paper Reference: TABASC_47_1710_20',
  'Action: For Information',
  'This document is classified as White in accordance with the Panel Information Policy. Information can be shared with the public, and any members may publish the information, subject to copyright.',
  'This report provides a monthly update on the status and progress of SEC Draft Proposals, Modification Proposals and Releases, highlighting key information and decisions made. More detailed information can be found in the Modification Register.',
  'There are four Draft Proposals being presented to the Panel for conversion to Modification Proposals this month: • DP080 ‘Ensuring a managed move to DUIS version 3.1’ • DP081 ‘Alignment of DUIS and CHISM to reflect current DCC Processing’ • DP083 ‘Change Coordination’ • DP087 ‘Correction to SEC Section G - User Responsibilities’',
  'One Modification Report is being presented to the Panel this month: • SECMP0053 ‘Amend Target Response Times for Service Requests Critical to Installation and Commissioning Processes’',
  'No decisions on any Modification Proposals were received this month.',
  'DP084 ‘Other User Panel Seating Amendment’ was raised by the Energy Savings Trust on 10 September 2019.',
  'DP085 ‘Synchronisation of smart meter voltage measurement periods’ was raised by Northern Powergrid on 12 September 2019.',
  'DP086 ‘Alt HAN Roll-Out Financing’ was raised by Shell Energy on 17 September 2019.',
  'DP087 ‘Correction to SEC Section G - User Responsibilities’ was raised by the Security Sub-Committee on 20 September 2019.',
  'The Change Sub-Committee (CSC) determined that the following Draft Proposals are ready to be presented to the Panel for conversion to Modification Proposals: • DP080',
  'The monthly Working Group meeting was held on 2 October 2019, and included the following modifications: • SECMP0046 ‘Allow DNOs to control Electric Vehicle chargers connected to Smart Meter infrastructure’ • SECMP0062 ‘Northbound Application Traffic Management – Alert Storm Protection’ • SECMP0067 ‘Service Request Traffic Management’ • MP079 ‘Provisions for withdrawing modifications’',
  'There are no Modification Proposals currently out for Refinement Consultation. Two new Refinement Consultations are expected to be issued this month: • SECMP0046',
  'No Impact Assessments were requested for approval from the Change Board this month.',
  'The timescales below are correct as at the end of September 2019.',
  'Preliminary Assessments open 2 84 WD',
  'Preliminary Assessments completed during 2019/20 6 71 WD',
  'Impact Assessments open 2 55 WD',
  'Impact Assessments completed during 2019/20 2 56 WD',
  'SECMP0007 IA 30 Jul 19 40 WD 45 WD',
  'SECMP0024 PA 29 May 19 15 WD 89 WD',
  'SECMP0056 IA 2 Jul 19 40 WD 65 WD',
  'SECMP0066 PA 13 Jun 19 15 WD 78 WD',
  'SECMP0053 IA 20 Sep 19 40 WD 35 WD',
  'SECMP0067 PA 5 Jun 19 25 WD 21 WD',
  'There are no Modification Proposals currently out for Modification Report Consultation. Subject to the Panel’s approval of the Modification Reports, we are expecting the following Modification Proposals to be issued for Modification Report Consultation in the week commencing 14 October and be open for 15 Working Days: • SECMP0053',
  'The Change Board voted on one modification on 18 September 2019: • MP076 ‘Pursuing Non-Payment in Events of Default’ was recommended for approval as an Authority Determined Modification.',
  'There were no Authority decisions in the last month. There is one Modification Proposal currently with the Authority for decision: • MP076 ‘Pursuing Non-Payment in Events of Default’',
  'There is currently one modification that is approved for implementation as a standalone release: • SECMP0069 ‘EU Exit Changes’ is to be implemented on UK EU Exit Day.',
  'There are currently nine modifications that are approved for implementation in the November 2019 SEC Release (7 November 2019): • SECMP0018 ‘Standard Electricity Distributor Configuration Settings’ • SECMP0023',
  '• MP074 ‘Clarity on Obtaining SMKI Device Certificates’ On 1 October 2019, the Panel wrote to the Authority to request a revised implementation date of 24 November 2019.',
  'This request is with the Authority for decision.',
]
