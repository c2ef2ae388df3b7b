import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import { calendarDate, yearMonth } from '../../src/domain/calendar/calendar-date.ts'
import type { Consultation } from '../../src/domain/consultation/consultation.ts'
import { countResponses } from '../../src/domain/consultation/counts.ts'
import { isInTime } from '../../src/domain/consultation/responses.ts'
import { publicReader } from '../../src/domain/reader.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { find } from '../../src/domain/register.ts'
import { kpiReturn } from '../../src/report/kpi-return/model.ts'
import { act, actingFor, administrator, openProcess, type Process } from '../support/process.ts'

const subject = 'modification/79'
const consultation = '79/refinement/1'
const party = actingFor('organisation/northern-powergrid')
const other = actingFor('organisation/british-gas')
const dcc = actingFor('organisation/dcc')
const respond = (fields: object, recorded: object = {}) => act('respond', subject, { consultation, ...fields }, recorded)

describe('a consultation', () => {
  let process: Process
  beforeEach(async () => {
    process = await openProcess()
    const questions = ['Do you agree? (yes or no)', 'What would it cost you?']
    await process.done(administrator, act('issue-consultation', subject, { consultation, consultationKind: 'refinement', questions }))
  })
  afterEach(() => process.close())

  const whole = async (): Promise<Consultation> => {
    const found = find(await process.register(), 'modification', '79')?.state.consultations[consultation]
    if (!found) throw new Error('there is no consultation')
    return found
  }
  const publicly = async (): Promise<Consultation | undefined> => {
    const { register } = await process.app.present(publicReader)
    return find(register, 'modification', '79')?.state.consultations[consultation]
  }
  const count = async () => countResponses(await process.register(), await whole())

  it('asks its questions in their order, each of its kind, until somebody has answered', async () => {
    expect((await whole()).responses.questions?.value).toEqual([
      { id: '1', label: 'Do you agree?', kind: 'yes or no' },
      { id: '2', label: 'What would it cost you?', kind: 'text' },
    ])
    await process.done(administrator, act('set-questions', subject, { consultation, questions: ['Do you agree?'] }))
    await process.done(party, respond({ answers: ['1: We do'] }))
    const refusal = await process.refused(administrator, act('set-questions', subject, { consultation, questions: ['And you?'] }))
    expect([refusal.refused, refusal.remedies]).toEqual([
      'it was answered already',
      ['leave its questions as they are', 'cancel it, and issue another'],
    ])
  })

  it.each([
    [{}, 'nothing was answered'],
    [{ noComment: true, answers: ['2: £5'] }, '“no comment” was given, and answers beside it'],
    [{ answers: ['7: Yes'] }, 'there is no question 7'],
    [{ answers: ['2 [yes]'] }, 'question 2 is not one of yes or no'],
    [{ choices: ['approve'] }, '“approve” cannot be chosen for proposal'],
    [{ answers: ['2: £5'], confidential: 'part', withheld: ['2'] }, 'it is confidential, and not said why'],
    [{ answers: ['2: £5'], confidential: 'part', why: 'Prices' }, 'it is confidential in part, and not said which'],
    [{ answers: ['2: £5'], withheld: ['2'] }, 'answers are named as confidential, and the response is not confidential in part'],
  ])('refuses %j with what would make it right', async (fields, why) => {
    const refusal = await process.refused(party, respond(fields))
    expect(refusal.refused).toBe(why)
    expect(refusal.remedies).not.toEqual([])
    expect(refusal.clause).toContain('consultation-cut-off')
  })

  it('is answered by any organisation; that on the report not by the DCC, and with the options of the rulebook', async () => {
    await process.done(dcc, respond({ noComment: true }))
    await process.done(actingFor('body/panel'), act('convert', 'modification/84', { path: 'self-governance', route: 'report' }))
    await process.done(actingFor('body/panel'), act('approve-report', 'modification/84'))
    await process.done(administrator, act('issue-consultation', 'modification/84', { consultationKind: 'report' }))
    const answer = { consultation: '84/report/1', choices: ['approve'] }
    const refusal = await process.refused(dcc, act('respond', 'modification/84', answer))
    expect([refusal.refused, refusal.clause]).toEqual([
      'DCC is not asked by a consultation of this kind',
      'D7.8 (rule consultation-excludes)',
    ])
    const wrong = await process.refused(party, act('respond', 'modification/84', { ...answer, choices: ['perhaps'] }))
    expect(wrong.remedies).toEqual(['choose one of no interest, abstain, approve, reject for proposal'])
    await process.done(party, act('respond', 'modification/84', answer))
  })

  it('is counted by respondent, whoever changed his mind; before the close by nobody else', async () => {
    const first = await process.done(party, respond({ answers: ['1 [yes]'] }))
    const second = await process.done(party, respond({ answers: ['1 [no]: It is dear.'] }))
    expect(second.entries.map(({ place }) => place)).toEqual(first.entries.map(({ place }) => place))
    await process.done(other, respond({ noComment: true }))
    expect((await count()).others).toMatchObject({ answered: 2, noComment: 1, late: 0 })
    expect((await publicly())?.responses.given).toEqual({})
    await process.moveTo('2019-10-28')
    const given = (await publicly())?.responses.given ?? {}
    expect(Object.keys(given).toSorted()).toEqual(['british-gas', 'northern-powergrid'])
    expect(given['northern-powergrid']?.told?.value.answers[0]?.said).toBe('no')
    const answer = await process.app.ask({}, publicReader)
    if (isRefused(answer)) throw new Error(answer.refused)
    const made = kpiReturn({ registerOn: answer.registerOn, month: yearMonth('2019-10'), asOf: answer.asof, grammar })
    const respondents = !isRefused(made) && made.figures.find(({ id }) => id === 'kpi.consultations.respondents')
    expect(respondents).toMatchObject({
      value: 2,
      over: { known: 1, of: 1 },
      arithmetic: '2 = (2) ÷ 1',
      members: [{ subject, item: '79/refinement/1', note: '2 respondents' }],
    })
  })

  it('never publishes what was said first, and confidentially afterwards', async () => {
    await process.done(party, respond({ answers: ['2: £5'] }))
    await process.done(party, respond({ answers: ['2: £5'], confidential: 'whole', why: 'Prices' }))
    await process.moveTo('2019-10-28')
    const told = await publicly()
    expect(told?.responses.given).toEqual({})
    expect(told?.responses.withheld.map(({ value }) => value.why)).toEqual(['Prices'])
    const asKnown = await process.app.ask({ known: calendarDate('2019-10-04') }, publicReader)
    const then = 'register' in asKnown ? find(asKnown.register, 'modification', '79')?.state.consultations[consultation] : undefined
    expect(then?.responses.given).toEqual({})
    const { register } = await process.app.present(publicReader)
    expect(JSON.stringify(find(register, 'modification', '79')?.history)).not.toContain('northern-powergrid","by"')
  })

  it('tells of a response that is confidential as a whole neither whose it is nor how it came', async () => {
    const mail = { by: 'organisation/northern-powergrid', source: 'E-mail of Northern Powergrid', evidence: 'It says so.' }
    await process.done(administrator, respond({ answers: ['2: £5'], confidential: 'whole', why: 'Prices' }, mail))
    const entry = (await process.app.live.entries).findLast(({ event }) => event?.type === 'ResponseWithheld')
    expect([entry?.capacity, entry?.source, entry?.evidence]).toEqual([{ by: 'unknown' }, undefined, undefined])
  })

  it('may be changed back from confidential, and withdrawn: nothing is published then', async () => {
    await process.done(party, respond({ answers: ['2: £5'], confidential: 'whole', why: 'Prices' }))
    await process.done(party, respond({ answers: ['2: £6'] }))
    const refusal = await process.refused(other, act('withdraw-response', subject, { consultation, response: 'northern-powergrid' }))
    expect(refusal.refused).toBe('there is no such response of the one that withdraws it')
    await process.done(party, act('withdraw-response', subject, { consultation, response: 'northern-powergrid' }))
    expect((await whole()).responses).toMatchObject({ given: {}, withheld: [] })
    await process.moveTo('2019-10-28')
    expect((await publicly())?.responses).toMatchObject({ given: {}, withheld: [] })
  })

  it('is recorded from a mail by the moment of its receipt: in time, though typed after the close', async () => {
    await process.moveTo('2019-10-28')
    const mail = { by: 'organisation/northern-powergrid', receivedOn: '2019-10-25', receivedAt: '16:59', source: 'E-mail' }
    await process.done(administrator, respond({ answers: ['2: £5'] }, mail))
    const [response] = Object.values((await whole()).responses.given)
    expect(response && isInTime(await whole(), response)).toBe(true)
    expect(Object.keys((await publicly())?.responses.given ?? {})).toEqual(['northern-powergrid'])
  })

  it('keeps what came at the very moment of the close or after it, marked late and not counted', async () => {
    await process.done(party, respond({ answers: ['2: £5'] }))
    await process.moveTo('2019-10-28')
    await process.done(
      administrator,
      respond({ noComment: true }, { by: 'organisation/british-gas', receivedOn: '2019-10-25', receivedAt: '17:00' }),
    )
    await process.done(party, respond({ answers: ['2: £7'] }))
    const { given } = (await whole()).responses
    expect(Object.keys(given).toSorted()).toEqual(['british-gas', 'northern-powergrid', 'northern-powergrid.2'])
    expect((await count()).others).toMatchObject({ answered: 1, late: 2 })
  })

  it('counts who is not in the register, and who is in no Party category, apart', async () => {
    await process.done(
      administrator,
      act('categorise-organisation', 'organisation/northern-powergrid', { category: 'Electricity Network Parties' }),
    )
    await process.done(party, respond({ answers: ['2: £5'] }))
    await process.done(administrator, respond({ respondent: 'A maker of meters', answers: ['2: £9'] }))
    const { categories, others } = await count()
    expect(categories).toEqual([{ category: 'Electricity Network Parties', asked: 1, answered: 1, noComment: 0, late: 0 }])
    expect(others).toMatchObject({ asked: undefined, answered: 1 })
    const nobody = await process.refused(administrator, respond({ answers: ['2: £9'] }))
    expect(nobody.refused).toBe('it is not said who responds')
  })

  it('keeps everything hidden until the new moment, where it closes later', async () => {
    await process.done(party, respond({ answers: ['2: £5'], confidential: 'part', withheld: ['2'], why: 'Prices' }))
    await process.done(administrator, act('change-closing', subject, { consultation, closes: '2019-11-04T17:00', why: 'More time' }))
    await process.moveTo('2019-10-28')
    expect((await publicly())?.responses.given).toEqual({})
    await process.done(party, respond({ answers: ['2: £6'] }))
    await process.moveTo('2019-11-05')
    const [response] = Object.values((await publicly())?.responses.given ?? {})
    expect(response?.told?.value).toMatchObject({ confidential: 'none', withheld: [] })
    expect(response?.kept).toBeUndefined()
  })

  it('keeps its close from being corrected or struck while something is hidden until then', async () => {
    await process.done(party, respond({ answers: ['2: £5'] }))
    await process.done(administrator, act('change-closing', subject, { consultation, closes: '2019-10-18T17:00', why: 'Sooner.' }))
    const set = process.app.live.entries.findLast(({ event }) => event?.type === 'ConsultationCloseSet')
    const place = set?.place
    for (const mended of [
      act('strike', subject, { place, why: 'A slip.' }),
      act('correct', subject, { place, event: { type: 'ConsultationCloseSet', consultation, closes: '2019-11-18T17:00' }, why: 'Later.' }),
    ])
      expect((await process.refused(administrator, mended)).refused).toBe('it says until when what was answered is kept from the public')
  })

  it('ends in a matrix, after the close: point, who, answer, what changed', async () => {
    await process.done(party, respond({ answers: ['2: £5'] }))
    const point = { consultation, topic: 'Cost', responses: ['northern-powergrid'], answer: 'It is less.' }
    expect((await process.refused(administrator, act('answer-point', subject, point))).refused).toBe(
      'none of its consultations is closed or ended unseen',
    )
    await process.moveTo('2019-10-28')
    await process.done(administrator, act('answer-point', subject, point))
    await process.done(administrator, act('answer-point', subject, { ...point, point: `${consultation}/point/1`, changed: 'Section 2' }))
    const { points } = (await whole()).responses
    expect(Object.values(points).map(({ value }) => [value.point, value.topic, value.changed])).toEqual([
      [`${consultation}/point/1`, 'Cost', 'Section 2'],
    ])
    const unknown = await process.refused(administrator, act('answer-point', subject, { ...point, responses: ['nobody'] }))
    expect(unknown.refused).toBe('79/refinement/1 has no response nobody')
  })
})
