import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Assessment } from '../../src/domain/assessment/assessment.ts'
import { clockCount, dueOf, warningOf } from '../../src/domain/assessment/clock.ts'
import { calendarDate, on } from '../../src/domain/calendar/calendar-date.ts'
import { startOfDay } from '../../src/domain/calendar/moment.ts'
import { holderOf } from '../../src/domain/modification/holder.ts'
import type { Modification } from '../../src/domain/modification/modification.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { find } from '../../src/domain/register.ts'
import { staleSince } from '../../src/domain/solution/stale.ts'
import { act, actingFor, administrator, openProcess, type Process } from '../support/process.ts'

const dcc = actingFor('organisation/dcc')
const board = actingFor('body/change-board')
const group = actingFor('body/working-group')
const proposer = actingFor('organisation/energy-savings-trust')
const late = (on: string, receivedOn = on) => ({ on, receivedOn, source: 'E-mail to the code administrator' })

/** While it is refined, in the register of 4 October 2019, a Friday. */
describe('Refine', () => {
  let process: Process
  beforeEach(async () => {
    process = await openProcess()
  })
  afterEach(() => process.close())

  const state = async (id: string) => find(await process.register(), 'modification', id)?.state as Modification
  const assessment = async (id: string) => (await state(id.split('/')[0] ?? '')).assessments[id] as Assessment
  const requestPA = () =>
    process.done(administrator, act('request-assessment', 'modification/79', { assessmentKind: 'PA', provider: 'organisation/dcc' }))
  const acceptPA = async () => {
    await requestPA()
    await process.done(dcc, act('accept-assessment', 'modification/79', { assessment: '79/PA/1' }))
  }

  describe('an assessment', () => {
    it('waits for its provider, and runs from acceptance to the target of its row', async () => {
      await requestPA()
      expect(holderOf(await state('79'))).toMatchObject({ role: 'provider', provider: 'organisation/dcc' })
      await process.done(dcc, act('accept-assessment', 'modification/79', { assessment: '79/PA/1', providerReference: 'CR1234' }))
      const accepted = await assessment('79/PA/1')
      expect(accepted.target?.value).toEqual({ workingDays: 15, due: '2019-10-25' })
    })

    it('of a kind whose request a body approves waits for that body first', async () => {
      await process.done(
        administrator,
        act('request-assessment', 'modification/79', { assessmentKind: 'IA', provider: 'organisation/dcc' }),
      )
      expect(holderOf(await state('79'))).toMatchObject({ role: 'approver', approver: 'body/change-board' })
      const early = await process.refused(dcc, act('accept-assessment', 'modification/79', { assessment: '79/IA/1' }))
      expect(early.refused).toBe('the request for 79/IA/1 is not approved: Change Board approves it')
      expect(early.clause).toContain('assessment-approved-by-ia')
      expect(early.remedies).toContain('record the approval by Change Board first')
      await process.done(board, act('approve-assessment-request', 'modification/79', { assessment: '79/IA/1' }))
      expect(holderOf(await state('79'))).toMatchObject({ role: 'provider', provider: 'organisation/dcc' })
      await process.done(dcc, act('accept-assessment', 'modification/79', { assessment: '79/IA/1' }))
      expect((await assessment('79/IA/1')).target?.value).toEqual({ workingDays: 40, due: '2019-11-29' })
    })

    it('that nobody must approve cannot be approved; nor does another body approve one', async () => {
      await requestPA()
      const needless = await process.refused(board, act('approve-assessment-request', 'modification/79', { assessment: '79/PA/1' }))
      expect(needless.refused).toBe('no request for an assessment of it waits for approval')
      const others = await process.refused(group, act('approve-assessment-request', 'modification/79', { assessment: '79/PA/1' }))
      expect(others.refused).toBe('Change Board takes this step; you act for Working Group')
    })

    it('is accepted without the approval where a reason is given', async () => {
      await process.done(
        administrator,
        act('request-assessment', 'modification/79', { assessmentKind: 'IA', provider: 'organisation/dcc' }),
      )
      const reason = { reason: 'The Change Board approves it in writing this week.' }
      await process.done(dcc, act('accept-assessment', 'modification/79', { assessment: '79/IA/1' }, reason))
      expect((await assessment('79/IA/1')).status).toBe('accepted')
    })

    it('has a target of its own only with its reason', async () => {
      await requestPA()
      const own = { assessment: '79/PA/1', targetWorkingDays: 25 }
      const refusal = await process.refused(dcc, act('accept-assessment', 'modification/79', own))
      expect(refusal.refused).toBe('a target of 25 Working Days is not the usual one (15), and no reason is given')
      expect(refusal.remedies).toContain('give the reason of this target')
      await process.done(dcc, act('accept-assessment', 'modification/79', { ...own, targetReason: 'three service providers' }))
      expect((await assessment('79/PA/1')).target?.value).toEqual({ workingDays: 25, reason: 'three service providers', due: '2019-11-08' })
    })

    it('is declined with what is missing, and is asked for again under its number', async () => {
      await requestPA()
      await process.done(dcc, act('decline-assessment', 'modification/79', { assessment: '79/PA/1', missing: 'The requirements.' }))
      const missing = (await assessment('79/PA/1')).declined?.value.missing
      expect(await process.app.text(missing as NonNullable<typeof missing>)).toBe('The requirements.')
      expect(holderOf(await state('79'))).toMatchObject({ role: 'step' })
      const refusal = await process.refused(dcc, act('accept-assessment', 'modification/79', { assessment: '79/PA/1' }))
      expect(refusal.refused).toBe('none of its assessments is requested')
      await process.done(administrator, act('request-assessment-again', 'modification/79', { assessment: '79/PA/1' }))
      expect((await assessment('79/PA/1')).status).toBe('requested')
      expect(
        (await process.refused(administrator, act('request-assessment-again', 'modification/79', { assessment: '79/PA/1' }))).refused,
      ).toBe('none of its assessments is declined')
    })

    it('is the step of its own provider, and of nobody else', async () => {
      await requestPA()
      const refusal = await process.refused(
        actingFor('organisation/e-on'),
        act('accept-assessment', 'modification/79', { assessment: '79/PA/1' }),
      )
      expect(refusal.refused).toContain('takes this step; you act for E.ON')
      expect(refusal.clause).toContain('assessment-clock')
    })

    it('is requested while it is defined or refined, of a solution that is there', async () => {
      const of = { assessmentKind: 'PA', provider: 'organisation/dcc' }
      expect((await process.refused(administrator, act('request-assessment', 'modification/76', of))).refused).toBe(
        'this is done in Define or Refine, and it is in Opine',
      )
      const refusal = await process.refused(
        administrator,
        act('request-assessment', 'modification/79', { ...of, solution: '79/solution/1' }),
      )
      expect([refusal.refused, refusal.about]).toEqual(['there is no solution 79/solution/1', ['solution']])
    })

    it('tells which one is meant where another was named', async () => {
      await acceptPA()
      const refusal = await process.refused(dcc, act('return-assessment', 'modification/79', { assessment: '79/PA/9' }))
      expect(refusal.refused).toBe('there is no assessment 79/PA/9')
      expect(refusal.remedies).toContain('choose one that is accepted: 79/PA/1')
    })

    it('is recorded late, on behalf of its provider, by what shows it', async () => {
      const on = late('2019-10-01', '2019-10-02')
      await process.done(administrator, act('return-assessment', 'modification/66', { assessment: '66/PA/1', document: 'PA v1.0' }, on))
      const returned = (await assessment('66/PA/1')).returned
      expect([returned?.on.to, returned?.value.document]).toEqual(['2019-10-01', 'PA v1.0'])
      const entry = find(await process.register(), 'modification', '66')?.history.find(({ place }) => place === returned?.place)
      expect(entry?.capacity).toEqual({ by: 'body/secas', behalfOf: 'organisation/dcc' })
      expect(entry?.receivedAt).toBe('2019-10-02T17:00')
    })

    it('comes back with its costs in pence, and is costed further after; not the other way round', async () => {
      await acceptPA()
      const costs = { oneOffLow: '12,500', oneOffHigh: '£20,000.50', annualHigh: '1000' }
      await process.done(dcc, act('return-assessment', 'modification/79', { assessment: '79/PA/1', text: 'It can be done.', ...costs }))
      await process.done(
        dcc,
        act('cost-assessment', 'modification/79', { assessment: '79/PA/1', period: 'annual', low: '10', confidential: true }),
      )
      const { status, costs: lines } = await assessment('79/PA/1')
      expect(status).toBe('returned')
      expect(lines.map(({ value }) => [value.period, value.lowPence, value.highPence])).toEqual([
        ['one-off', 1_250_000, 2_000_050],
        ['annual', undefined, 100_000],
        ['annual', 1_000, undefined],
      ])
      const { entries } = process.app.live
      expect(entries.filter(({ event }) => event?.type === 'AssessmentCosted').map((entry) => entry.class)).toEqual([
        'white',
        'white',
        'amber',
      ])
      const turned = { assessment: '79/PA/1', period: 'annual', low: '20', high: '10' }
      expect((await process.refused(dcc, act('cost-assessment', 'modification/79', turned))).refused).toBe(
        'the lower amount (2000 pence) is above the higher (1000 pence)',
      )
    })

    it('is returned once', async () => {
      await acceptPA()
      await process.done(dcc, act('return-assessment', 'modification/79', { assessment: '79/PA/1' }))
      const refusal = await process.refused(dcc, act('return-assessment', 'modification/79', { assessment: '79/PA/1' }))
      expect(refusal.refused).toBe('none of its assessments is accepted')
      expect(refusal.remedies).not.toEqual([])
    })

    it('is cancelled with why, unless it came back', async () => {
      await acceptPA()
      await process.done(administrator, act('cancel-assessment', 'modification/79', { assessment: '79/PA/1', why: 'Not needed.' }))
      expect((await assessment('79/PA/1')).status).toBe('cancelled')
      const refusal = await process.refused(
        administrator,
        act('cancel-assessment', 'modification/46', { assessment: '46/PA/1', why: 'Late.' }),
      )
      expect(refusal.refused).toBe('none of its assessments is requested or declined or accepted')
    })
  })

  describe('its clock', () => {
    it('goes on while information is asked for; an agreed pause is left out of the net count only', async () => {
      await acceptPA()
      await process.moveTo('2019-10-08')
      const asked = { assessment: '79/PA/1', question: 'Which Parties?', of: 'body/secas' }
      await process.done(dcc, act('ask-information', 'modification/79', asked))
      expect(holderOf(await state('79'))).toMatchObject({ role: 'provider' })
      await process.done(administrator, act('agree-pause', 'modification/79', { assessment: '79/PA/1', question: '1' }))
      expect(holderOf(await state('79'))).toMatchObject({ role: 'asked', asked: 'body/secas', since: { to: '2019-10-08' } })
      await process.moveTo('2019-10-14')
      const answer = { assessment: '79/PA/1', question: '1', answer: 'All of them.' }
      await process.done(administrator, act('answer-information', 'modification/79', answer))
      await process.moveTo('2019-10-18')
      const on = { register: await process.register(), day: calendarDate('2019-10-18') }
      const counted = clockCount(on, await assessment('79/PA/1'), on.day)
      expect([counted?.gross.value, counted?.waited, counted?.paused, counted?.net]).toEqual([10, 4, 4, 6])
      expect(dueOf(on, await assessment('79/PA/1'), on.day)?.day).toBe('2019-10-31')
    })

    it('without an agreed pause is gross and net alike, and says how long it waited', async () => {
      await acceptPA()
      await process.moveTo('2019-10-08')
      await process.done(dcc, act('ask-information', 'modification/79', { assessment: '79/PA/1', question: 'Which Parties?' }))
      await process.moveTo('2019-10-18')
      const on = { register: await process.register(), day: calendarDate('2019-10-18') }
      const counted = clockCount(on, await assessment('79/PA/1'), on.day)
      expect([counted?.gross.value, counted?.waited, counted?.net]).toEqual([10, 8, 10])
      expect(dueOf(on, await assessment('79/PA/1'), on.day)?.day).toBe('2019-10-25')
    })

    it('answers and agrees only to what was asked, and once', async () => {
      await acceptPA()
      const first = { assessment: '79/PA/1', question: '1' }
      expect((await process.refused(administrator, act('answer-information', 'modification/79', first))).refused).toBe(
        'no question of an assessment that is accepted waits for an answer',
      )
      await process.done(dcc, act('ask-information', 'modification/79', { assessment: '79/PA/1', question: 'Which?' }))
      const other = await process.refused(administrator, act('answer-information', 'modification/79', { ...first, question: '2' }))
      expect([other.refused, other.remedies]).toEqual(['79/PA/1 has no question 2', ['choose one that was asked: 1']])
      await process.done(administrator, act('agree-pause', 'modification/79', first))
      expect((await process.refused(administrator, act('agree-pause', 'modification/79', first))).clause).toContain(
        'assessment-clock-pauses',
      )
      expect((await process.refused(dcc, act('agree-pause', 'modification/79', first))).refused).toContain('takes this step; you act for')
    })

    it('warns five Working Days before it is due, on the day, and past it', async () => {
      await acceptPA()
      const register = await process.register()
      const accepted = await assessment('79/PA/1')
      const warned = (day: string) => warningOf({ register, day: calendarDate(day) }, accepted, calendarDate(day))
      expect(['2019-10-17', '2019-10-18', '2019-10-25', '2019-10-28'].map(warned)).toEqual([
        undefined,
        { kind: 'soon', workingDays: 5 },
        { kind: 'today', workingDays: 0 },
        { kind: 'over', workingDays: 1 },
      ])
    })

    it('keeps every forecast and every target, and takes no forecast of the past', async () => {
      await acceptPA()
      const forecast = (day: string, cause?: string) =>
        act('forecast-return', 'modification/79', { assessment: '79/PA/1', day, ...(cause ? { cause } : {}) })
      await process.done(dcc, forecast('2019-10-21'))
      await process.done(dcc, forecast('2019-11-04', 'a service provider is late'))
      const refusal = await process.refused(dcc, forecast('2019-10-03'))
      expect(refusal.refused).toBe('a forecast made on 4 October 2019 is of that day or a later one, and 3 October 2019 was given')
      expect(refusal.clause).toContain('assessment-progress')
      const agreed = { assessment: '79/PA/1', targetWorkingDays: 20, reason: 'a third service provider', agreedBy: 'organisation/dcc' }
      await process.done(administrator, act('revise-assessment-target', 'modification/79', agreed))
      const { forecasts, targets, target } = await assessment('79/PA/1')
      expect(forecasts.map(({ value }) => value.day)).toEqual(['2019-10-21', '2019-11-04'])
      expect([targets.length, target?.value.due, target?.value.agreedBy]).toEqual([2, '2019-11-01', 'organisation/dcc'])
    })

    it('counts no target beyond the bank holidays that are recorded', async () => {
      await requestPA()
      const far = { assessment: '79/PA/1', targetWorkingDays: 90_000, targetReason: 'a long one' }
      const refusal = await process.refused(dcc, act('accept-assessment', 'modification/79', far))
      expect(refusal.refused).toContain('Working Day 90000 from 2019-10-04 is after them')
      expect(refusal.remedies).toContain('give a shorter time')
    })
  })

  describe('a solution', () => {
    const subject = 'modification/84'
    beforeEach(() => process.done(actingFor('body/panel'), act('convert', subject, { path: 'self-governance', route: 'refinement' })))
    const propose = () => process.done(proposer, act('propose-solution', subject, { title: 'A seat each', drawnAgainst: 'version/5.23' }))
    const alternative = (inFavour: number, of: number) =>
      act('raise-alternative', subject, { title: 'A shared seat', inFavour, of, why: 'It serves both.' })

    it('is its proposer’s: proposed once, and changed by no other', async () => {
      await propose()
      const again = await process.refused(proposer, act('propose-solution', subject, { title: 'Another' }))
      expect(again.remedies).toContain('have an alternative raised')
      const change = act('revise-solution', subject, { solution: '84/solution/1', material: 'no', reason: 'Spelling.' })
      const refusal = await process.refused(group, change)
      expect(refusal.refused).toBe('Energy Savings Trust owns this solution, and Working Group would change it')
      expect(refusal.clause).toContain('solution-owned-by')
      await process.done(proposer, change)
      const { versions } = (await state('84')).solutions['84/solution/1'] ?? {}
      expect(versions?.map(({ value }) => [value.material, value.drawnAgainst])).toEqual([
        [true, 'version/5.23'],
        [false, undefined],
      ])
    })

    it('has alternatives, each raised by a majority of the Working Group', async () => {
      expect((await process.refused(group, alternative(4, 7))).remedies).toEqual(['record the solution of its proposer first'])
      await propose()
      const refusal = await process.refused(group, alternative(3, 6))
      expect(refusal.refused).toBe('an alternative is raised by a majority, and 3 of 6 were in favour')
      expect(refusal.clause).toBe('D6.16 (rule alternative-raised-by)')
      await process.done(group, alternative(4, 7))
      const raised = (await state('84')).solutions['84/solution/2']
      expect(raised?.proposed.value).toMatchObject({ alternative: true, by: 'body/working-group', inFavour: 4, of: 7 })
      expect((await process.refused(proposer, alternative(4, 7))).refused).toContain('Working Group takes this step')
    })

    it('makes an assessment stale by a material change after it was accepted, and by no other', async () => {
      await propose()
      const asked = { assessmentKind: 'PA', provider: 'organisation/dcc', solution: '84/solution/1' }
      await process.done(administrator, act('request-assessment', subject, asked))
      await process.done(dcc, act('accept-assessment', subject, { assessment: '84/PA/1' }))
      const stale = async () => staleSince(await state('84'), await assessment('84/PA/1'))?.value.material
      const change = (solution: string, material: string) => act('revise-solution', subject, { solution, material, reason: 'Because.' })
      expect(await stale()).toBeUndefined()
      await process.done(proposer, change('84/solution/1', 'no'))
      await process.done(group, alternative(4, 7))
      await process.done(group, change('84/solution/2', 'yes'))
      expect(await stale()).toBeUndefined()
      await process.done(proposer, change('84/solution/1', 'yes'))
      expect(await stale()).toBe(true)
    })

    it('is recorded late, for its proposer', async () => {
      await process.moveTo('2019-10-09')
      await process.done(administrator, act('propose-solution', subject, { title: 'A seat each' }, late('2019-10-07', '2019-10-08')))
      expect((await state('84')).solutions['84/solution/1']?.proposed).toMatchObject({
        on: { to: '2019-10-07' },
        value: { by: 'organisation/energy-savings-trust' },
      })
    })

    it('is of the Refinement Process, and not of what was never proposed', async () => {
      const refusal = await process.refused(administrator, act('propose-solution', 'modification/85', { title: 'A way' }))
      expect(refusal.refused).toBe('this is done in Refine, and it is in Define')
      await propose()
      const unknown = act('revise-solution', subject, { solution: '84/solution/7', material: 'no', reason: 'Because.' })
      expect((await process.refused(proposer, unknown)).remedies).toEqual(['choose one: 84/solution/1'])
    })
  })

  it('every step of an assessment may be recorded late, as one set, in whatever order it was typed', async () => {
    const subject = 'modification/79'
    const one = { assessment: '79/PA/1' }
    const asked = { ...one, question: '1' }
    const target = { ...one, targetWorkingDays: 20, reason: 'a third provider', agreedBy: 'organisation/dcc' }
    const steps = [
      act('request-assessment', subject, { assessmentKind: 'PA', provider: 'organisation/dcc' }, late('2019-10-01', '2019-10-02')),
      act('decline-assessment', subject, { ...one, missing: 'The requirements.' }, { ...late('2019-10-01'), nth: 2 }),
      act('request-assessment-again', subject, one, { ...late('2019-10-01'), nth: 3 }),
      act('accept-assessment', subject, one, late('2019-10-02')),
      act('ask-information', subject, { ...one, question: 'Which?' }, { ...late('2019-10-02'), nth: 5 }),
      act('agree-pause', subject, asked, { ...late('2019-10-02'), nth: 6 }),
      act('forecast-return', subject, { ...one, day: '2019-10-21' }, { ...late('2019-10-02'), nth: 7 }),
      act('answer-information', subject, { ...asked, answer: 'All.' }, late('2019-10-03')),
      act('revise-assessment-target', subject, target, { ...late('2019-10-03'), nth: 8 }),
      act('return-assessment', subject, { ...one, oneOffLow: '10' }, { ...late('2019-10-03'), nth: 9 }),
      act('cost-assessment', subject, { ...one, period: 'annual', high: '20' }, { ...late('2019-10-03'), nth: 11 }),
    ]
    const { entries } = await process.done(administrator, ...steps.toReversed())
    expect(entries.map(({ event }) => event?.type)).toHaveLength(12)
    for (const entry of entries)
      expect([entry.capacity.by, entry.source?.title]).toEqual(['body/secas', 'E-mail to the code administrator'])
    const { status, targets, questions, costs } = await assessment('79/PA/1')
    expect([status, costs.length, questions['1']?.answered?.on.to]).toEqual(['returned', 2, '2019-10-03'])
    expect(targets.map(({ value }) => value.due)).toEqual(['2019-10-23', '2019-10-30'])
  })

  it('what is recorded late takes no number that a later day gave', async () => {
    const issued = { consultationKind: 'refinement' }
    await process.done(administrator, act('issue-consultation', 'modification/79', issued, late('2019-10-01')))
    const { consultations } = await state('79')
    expect(Object.values(consultations).map(({ id, status }) => [id, status])).toEqual(
      expect.arrayContaining([
        ['79/refinement/1', 'planned'],
        ['79/refinement/2', 'open'],
      ]),
    )
  })

  it('is considered at a meeting, with what came of it', async () => {
    const meeting = 'meeting/working-group-2019-10-02'
    const outcome = { outcome: 'Two options are left.', meeting }
    await process.done(administrator, act('consider', 'modification/46', outcome, late('2019-10-02')))
    expect((await state('46')).considered.map(({ value, on }) => [value.by, value.meeting, on.to])).toEqual([
      ['body/working-group', meeting, '2019-10-02'],
    ])
    const refusal = await process.refused(administrator, act('consider', 'modification/46', { outcome: 'Discussed.' }))
    expect(refusal.refused).toBe('it is not said which body considered it')
    const others = await process.refused(board, act('consider', 'modification/46', { outcome: 'Discussed.' }))
    expect(others.refused).toContain('you act for Change Board')
  })

  describe('a consultation', () => {
    const issue = (id: string, fields: object, recorded: object = {}) => act('issue-consultation', `modification/${id}`, fields, recorded)
    const refinement = { consultationKind: 'refinement' }
    const consultation = async (id: string) => (await state(id.split('/')[0] ?? '')).consultations[id]

    const reportApproved = async (id: string) => {
      const day = on(calendarDate('2019-10-04'))
      const told = {
        on: day,
        receivedAt: startOfDay(day.to),
        capacity: { by: 'unknown' },
        class: 'white',
        source: { title: 'Minutes', where: 'here' },
      } as const
      const event = { type: 'ReportApproved', v: 1, by: 'body/panel' } as const
      const facts = [{ ...told, fact: `minutes/${id}`, subject: `modification/${id}`, event } as const]
      const performed = await process.app.perform({
        principal: administrator,
        command: { type: 'ImportFacts', facts, whenMisfit: 'refuse' },
        key: `approved ${id}`,
      })
      if (isRefused(performed)) throw new Error(performed.refused)
    }

    it('that was planned is issued, and closes after the Working Days of its row at the time of the row', async () => {
      await process.done(administrator, issue('79', { ...refinement, consultation: '79/refinement/1' }))
      const opened = await consultation('79/refinement/1')
      expect([opened?.status, opened?.closes, opened?.opened?.value]).toEqual([
        'open',
        '2019-10-25T17:00',
        { lengthWorkingDays: 15, row: 'refinement-consultation-length' },
      ])
      expect(holderOf(await state('79'))).toMatchObject({ role: 'consulted' })
    })

    it('leaves the bank holidays out, over Christmas', async () => {
      await process.moveTo('2019-12-09')
      await process.done(administrator, issue('66', refinement))
      expect((await consultation('66/refinement/1'))?.closes).toBe('2020-01-02T17:00')
    })

    it('is recorded late, and counted from its own day', async () => {
      await process.done(administrator, issue('62', refinement, late('2019-10-01', '2019-10-03')))
      expect((await consultation('62/refinement/1'))?.closes).toBe('2019-10-22T17:00')
    })

    it('on the report follows its approval, and another length needs a reason', async () => {
      const early = await process.refused(administrator, issue('53', { consultationKind: 'report' }))
      expect([early.refused, early.clause]).toEqual(['its report is not approved yet', 'rule report-approved-by (clause not known)'])
      await reportApproved('53')
      const report = { consultationKind: 'report', lengthWorkingDays: 5 }
      const short = await process.refused(administrator, issue('53', report))
      expect(short.refused).toBe('it would be open for 5 Working Days, and the rule is 15 Working Days')
      expect(short.remedies).toContain('give a reason, and it is recorded with it')
      await process.done(administrator, issue('53', report, { reason: 'It is urgent.' }))
      expect((await consultation('53/report/2'))?.closes).toBe('2019-10-11T17:00')
      expect((await process.refused(administrator, issue('53', { consultationKind: 'report' }))).remedies).toContain('cancel it first')
    })

    it('on the report is not longer than its cap without a reason, nor made so later', async () => {
      await reportApproved('53')
      const long = { consultationKind: 'report', closes: '2019-11-08T17:00' }
      expect((await process.refused(administrator, issue('53', long))).clause).toContain('mrc-length')
      await process.done(administrator, issue('53', { consultationKind: 'report' }))
      const change = { consultation: '53/report/2', closes: '2019-11-08T17:00', why: 'a Party asked for more time' }
      const refusal = await process.refused(administrator, act('change-closing', 'modification/53', change))
      expect(refusal.refused).toBe('it would be open for 25 Working Days, and the rule is 15 Working Days')
      const reason = { reason: 'Agreed by the Panel.' }
      await process.done(administrator, act('change-closing', 'modification/53', change, reason))
      const changed = await consultation('53/report/2')
      expect([changed?.closes, changed?.changes?.[0]?.value.why]).toEqual(['2019-11-08T17:00', 'a Party asked for more time'])
    })

    it('on the report is not issued once the report is past it', async () => {
      const refusal = await process.refused(administrator, issue('76', { consultationKind: 'report' }))
      expect(refusal.refused).toBe('its report was consulted on before: it is past that step (with the authority)')
    })

    it('closes at the time of the rule, unless a reason is given, and never in the past', async () => {
      const at = (closes: string) => issue('79', { ...refinement, closes })
      expect((await process.refused(administrator, at('2019-10-25T12:00'))).refused).toBe('it would close at 12:00, and the rule is 17:00')
      expect((await process.refused(administrator, at('2019-10-03T17:00'))).refused).toBe(
        'it would close on 3 October 2019 at 17:00, which is not after it is done, on 4 October 2019',
      )
      expect(
        (await process.refused(administrator, issue('79', { ...refinement, closes: '2019-10-25T17:00', lengthWorkingDays: 15 }))).refused,
      ).toBe('both a length and a closing moment are given')
    })

    it('for information has no rule of its length, and asks for one', async () => {
      const information = { consultationKind: 'information' }
      expect((await process.refused(administrator, issue('84', information))).about).toEqual(['lengthWorkingDays'])
      await process.done(administrator, issue('84', { ...information, lengthWorkingDays: 10 }))
      expect((await consultation('84/information/1'))?.closes).toBe('2019-10-18T17:00')
    })

    it('is issued where it stands: nothing is refined in Define', async () => {
      const refusal = await process.refused(administrator, issue('84', refinement))
      expect(refusal.refused).toBe('this is done in Refine, and it is in Define')
      expect(refusal.clause).toContain('consultation-issued-by')
    })

    it('is planned, planned again, and cancelled with why', async () => {
      const plan = (fields: object) => act('plan-consultation', 'modification/62', { ...refinement, ...fields })
      await process.done(administrator, plan({ expectedMonth: '2019-11', condition: 'the views of the Working Group' }))
      await process.done(administrator, plan({ consultation: '62/refinement/1', expectedWeek: '2019-11-04' }))
      expect((await consultation('62/refinement/1'))?.planned?.value).toEqual({ expected: { kind: 'week', commencing: '2019-11-04' } })
      expect((await process.refused(administrator, plan({ expectedMonth: '2019-11', expectedDay: '2019-11-04' }))).about).toEqual([
        'expectedDay',
      ])
      const other = await process.refused(
        administrator,
        act('issue-consultation', 'modification/62', {
          consultationKind: 'information',
          consultation: '62/refinement/1',
          lengthWorkingDays: 5,
        }),
      )
      expect(other.refused).toBe('62/refinement/1 is planned as refinement, not information')
      const cancel = act('cancel-consultation', 'modification/62', { consultation: '62/refinement/1', why: 'Not needed.' })
      await process.done(administrator, cancel)
      expect((await consultation('62/refinement/1'))?.status).toBe('cancelled')
      expect((await process.refused(administrator, cancel)).refused).toBe('none of its consultations is planned or open')
    })

    it('that has closed is not changed', async () => {
      const change = { consultation: '7/refinement/1', closes: '2019-11-04T17:00', why: 'late answers' }
      const refusal = await process.refused(administrator, act('change-closing', 'modification/7', change))
      expect(refusal.refused).toBe('none of its consultations is open or ended unseen')
      expect(refusal.remedies).not.toEqual([])
    })
  })
})
