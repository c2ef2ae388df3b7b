import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveDemo } from '../../src/app/demo.ts'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { type Person, readPage, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'
import { root } from '../support/started.ts'

const acts = (verb: string, id: string) => `/sec/acts/${verb}/modification/${id}`

/** Signed in as whoever takes each step, on 4 October 2019. */
describe('while it is refined', () => {
  let site: TestSite
  let administrator: Person
  let dcc: Person
  beforeAll(async () => {
    site = await openTestSite()
    administrator = await signIn(site, 'administrator')
    dcc = await signIn(site, 'dcc')
  })
  afterAll(() => site.close())

  const recorded = async (person: Person, verb: string, id: string, fields: Readonly<Record<string, string>>) => {
    const response = await person.send(acts(verb, id), fields)
    expect([verb, response.status, response.status === 303 ? '' : (await readPage(response)).text]).toEqual([verb, 303, ''])
  }
  const card = async (person: Person, reference: string, kind: string) => {
    const { document } = await person.open(`/sec/${reference}`)
    return textOf(document.getElementById(`assessment-${kind}`))
  }

  it('the provider finds what waits for him among the assessments, and accepts it with one press of a button', async () => {
    await recorded(administrator, 'request-assessment', '79', {
      assessmentKind: 'PA',
      provider: 'organisation/dcc',
      request: 'Whether withdrawn proposals leave traces in the systems.',
    })
    expect((await site.open('/sec/assessments')).document.querySelector('main form[method=post]')).toBeNull()
    const page = await dcc.open('/sec/assessments')
    expect(await axeFindings(page.html)).toEqual([])
    expect(textOf(page.document.getElementById('assessment-79-PA-1'))).toContain('1 WD')
    const form = [...page.document.querySelectorAll('main form[method=post]')].find((each) =>
      textOf(each).includes('Preliminary Assessment of MP079'),
    )
    const hidden = [...(form?.querySelectorAll('input') ?? [])].map((input) => [input.name, input.value])
    const accepted = await dcc.post(form?.getAttribute('action') ?? '', Object.fromEntries(hidden))
    expect(accepted.status).toBe(303)
    const shown = await card(dcc, 'MP079', 'PA-1')
    expect(shown).toContain('Whether withdrawn proposals leave traces in the systems.')
    expect(shown).toContain('Due25 October 2019')
    expect(shown).toContain('15 Working Days from acceptance. 25 Oct 2019: 15 = 21 days')
  })

  it('tells the question, the wait, the agreed pause, gross and net; both sides read the same', async () => {
    await recorded(dcc, 'ask-information', '79', { assessment: '79/PA/1', question: 'Which Parties?', of: 'body/secas' })
    await recorded(administrator, 'agree-pause', '79', { assessment: '79/PA/1', question: '1' })
    expect(textOf((await dcc.open('/sec/assessments')).document.getElementById('assessment-79-PA-1'))).toContain(
      'Waits for information: one question',
    )
    const page = await administrator.open('/sec/MP079')
    expect(textOf(page.document.querySelector('.app-now'))).toContain('to answer what the Preliminary Assessment waits for')
    await recorded(administrator, 'answer-information', '79', { assessment: '79/PA/1', question: '1', answer: 'All of them.' })
    const shown = await card(dcc, 'MP079', 'PA-1')
    for (const told of ['Which Parties?', 'All of them.', 'a pause of the net count was agreed by', 'gross 0, net 0'])
      expect(shown).toContain(told)
    expect(textOf((await site.open('/sec/MP079')).document.getElementById('assessment-PA-1'))).toContain('gross 0, net 0')
  })

  it('warns near the day due, on the page and in the list', async () => {
    await recorded(administrator, 'revise-assessment-target', '79', {
      assessment: '79/PA/1',
      targetWorkingDays: '5',
      reason: 'it is small',
      agreedBy: 'organisation/dcc',
    })
    expect(await card(dcc, 'MP079', 'PA-1')).toContain('Due11 October 2019 due in 5 Working Days')
    expect(textOf((await dcc.open('/sec/assessments')).document.getElementById('assessment-79-PA-1'))).toContain('due in 5 Working Days')
  })

  it('shows its solutions with their versions, and what was made stale by a material change', async () => {
    await recorded(administrator, 'propose-solution', '79', { title: 'A window of ten days', drawnAgainst: 'version/5.23' })
    await recorded(administrator, 'revise-solution', '79', { solution: '79/solution/1', material: 'no', reason: 'Spelling.' })
    expect(await card(dcc, 'MP079', 'PA-1')).toContain('Stale')
    const page = await administrator.open('/sec/MP079')
    const solution = textOf(page.document.getElementById('solution-1'))
    expect(solution).toContain('Solution 1: A window of ten days Of the Proposer')
    expect(solution).toContain('drawn against version 5.23')
    expect(solution).toContain('not a material change')
    expect(solution).toContain('Spelling.')
    expect(textOf((await dcc.open('/sec/assessments')).document.getElementById('assessment-79-PA-1'))).toContain(
      'Stale: its solution changed materially',
    )
    expect(await axeFindings(page.html)).toEqual([])
  })

  it('comes back with its document and its costs; confidential ones are for who administers, and for the provider who told them', async () => {
    await recorded(dcc, 'return-assessment', '79', {
      assessment: '79/PA/1',
      document: 'PA v1.0',
      oneOffLow: '1,000',
      oneOffHigh: '2,000',
      confidential: 'yes',
    })
    const shown = await card(administrator, 'MP079', 'PA-1')
    expect(shown).toContain('as ‘PA v1.0’')
    expect(shown).toContain('£1,000 to £2,000')
    expect(await card(dcc, 'MP079', 'PA-1')).toContain('£1,000 to £2,000')
    expect(await card(await signIn(site, 'party'), 'MP079', 'PA-1')).not.toContain('£')
    expect(textOf((await site.open('/sec/MP079')).document.getElementById('assessment-PA-1'))).not.toContain('£')
  })

  it('shows the provider no costs of his that were struck', async () => {
    const costed = site.app.live.entries.findLast(({ event }) => event?.type === 'AssessmentCosted')
    await recorded(administrator, 'strike', '79', { place: `${costed?.place}`, why: 'They are of another assessment.' })
    expect(await card(dcc, 'MP079', 'PA-1')).not.toContain('£')
  })

  it('says whose approval a request waits for', async () => {
    await recorded(administrator, 'request-assessment', '62', { assessmentKind: 'IA', provider: 'organisation/dcc' })
    expect(await card(administrator, 'SECMP0062', 'IA-2')).toContain('Requested, to be approved by the Change Board')
    const list = await dcc.open('/sec/assessments')
    expect(textOf(list.document.getElementById('assessment-62-IA-2'))).toContain('To be approved by the Change Board first.')
    expect(textOf((await administrator.open('/sec/SECMP0062')).document.querySelector('.app-now'))).toContain(
      'Change Board, to approve the request',
    )
  })

  it('tells a declined one with what was missing, and a consultation with its rule, its questions and each change of its end', async () => {
    await recorded(administrator, 'request-assessment', '46', { assessmentKind: 'PA', provider: 'organisation/dcc' })
    await recorded(dcc, 'decline-assessment', '46', { assessment: '46/PA/2', missing: 'The business requirements.' })
    expect(await card(administrator, 'SECMP0046', 'PA-2')).toContain('The business requirements.')
    await recorded(administrator, 'issue-consultation', '46', {
      consultationKind: 'refinement',
      consultation: '46/refinement/1',
      text: 'Do you agree?',
    })
    await recorded(administrator, 'change-closing', '46', {
      consultation: '46/refinement/1',
      closes: '2019-11-01T17:00',
      why: 'a Party asked for more time',
    })
    const page = await site.open('/sec/SECMP0046')
    const consultations = textOf(page.document.getElementById('consultations'))
    for (const told of [
      'open until 17:00 on 1 November 2019',
      'Length of a Refinement Consultation',
      'Do you agree?',
      'a Party asked for more time',
    ])
      expect(consultations).toContain(told)
    expect(await axeFindings(page.html)).toEqual([])
  })

  it('warns both sides alike at five Working Days before the day, on the day, and past it; each says how it is counted', async () => {
    await recorded(administrator, 'request-assessment', '63', { assessmentKind: 'PA', provider: 'organisation/dcc' })
    const { document } = await dcc.open('/sec/SECMP0063')
    const id = [...document.querySelectorAll('input[name=assessment]')].at(-1)?.getAttribute('value') ?? ''
    await recorded(dcc, 'accept-assessment', '63', { assessment: id, targetWorkingDays: '5', targetReason: 'it is small' })
    const warned = async (person: Person) => {
      const shown = await card(person, 'SECMP0063', id.slice('63/'.length).replace('/', '-'))
      expect(shown).toContain('Due11 October 2019')
      expect(shown).toContain('5 Working Days from acceptance. 11 Oct 2019: 5 = 7 days')
      const list = textOf((await person.open('/sec/assessments')).document.getElementById(`assessment-${id.replaceAll('/', '-')}`))
      return [shown, list].map((text) => /due in 5 Working Days|due today|1 Working Day past its day/.exec(text)?.[0])
    }
    const soon = ['due in 5 Working Days', 'due in 5 Working Days']
    expect([await warned(dcc), await warned(administrator)]).toEqual([soon, soon])
    for (const [day, ofPage, inList] of [
      ['2019-10-11', 'due today', 'due today'],
      ['2019-10-14', '1 Working Day past its day', undefined],
    ] as const) {
      expect(isRefused(await moveDemo(site.app, root, calendarDate(day)))).toBe(false)
      const told = [ofPage, inList]
      expect([await warned(dcc), await warned(administrator)]).toEqual([told, told])
    }
    expect((await dcc.open('/sec/mine')).text).toContain('1 Working Day past')
  })
})
