import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordActs } from '../../src/app/acting/record-acts.ts'
import { exportLines } from '../../src/app/publishing/exported-log.ts'
import { readerOfClass } from '../../src/domain/publication/drawn-from.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { textOfPdf } from '../support/paper-text.ts'
import { type Filled, type Person, readPage, signIn } from '../support/person.ts'
import { act, actingFor, administrator as chief } from '../support/process.ts'
import { pages } from '../support/read-pages.ts'
import { axeFindings, openTestSite, type TestSite } from '../support/site.ts'

const at = '/sec/MP079/consultations/refinement/1'
const issued = {
  consultation: '79/refinement/1',
  consultationKind: 'refinement',
  questions: 'Do you agree? (yes or no)\nWhat would it cost you?',
}

/** Checks what a form says, and sends what is shown then. */
async function respond(who: Person, fields: Filled) {
  const checked = await readPage(await who.send(`${at}/respond`, { ...fields, check: 'yes' }))
  if (checked.heading.includes('Check your response')) {
    const hidden = [...checked.document.querySelectorAll('main form[method=post] input[type=hidden]')]
    const sent = hidden.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? ''])
    return { checked, response: await who.post(`${at}/respond`, { ...Object.fromEntries(sent), send: 'yes' }) }
  }
  return { checked, response: undefined }
}

describe('a response to a consultation', () => {
  let site: TestSite
  let party: Person
  let dcc: Person
  let administrator: Person
  beforeAll(async () => {
    site = await openTestSite()
    party = await signIn(site, 'party')
    dcc = await signIn(site, 'dcc')
    administrator = await signIn(site, 'administrator')
    expect((await administrator.send('/sec/acts/issue-consultation/modification/79', issued)).status).toBe(303)
  })
  afterAll(() => site.close())

  it('is given by a Party for nobody else, and at no other time than now', async () => {
    const answer = { consultation: '79/refinement/1', noComment: true }
    const own = actingFor('organisation/northern-powergrid')
    const tried = async (fields: object, recorded: object) => {
      const performed = await recordActs(site.app, [act('respond', 'modification/79', { ...answer, ...fields }, recorded)], {
        principal: own,
        key: JSON.stringify([fields, recorded]),
      })
      return isRefused(performed) ? performed.refused : 'recorded'
    }
    expect(await tried({ respondent: 'British Gas' }, { by: 'unknown' })).toBe(
      'who does it is not left open: you do it for those for whom you act',
    )
    expect(await tried({}, { receivedOn: '2019-10-04', receivedAt: '09:00' })).toBe('what you do yourself is done, and reaches us, now')
    expect(await tried({}, { on: '2019-10-03', source: 'A letter' })).toBe('what you do yourself is done, and reaches us, now')
  })

  it('that came by mail is recorded by who administers, with the questions before him and when it came', async () => {
    const consultation = await administrator.open(at)
    expect(consultation.document.querySelector('main select[name=for] option[value="organisation/e-on"]')).not.toBeNull()
    const path = `${at}/respond?for=organisation/e-on`
    const form = await administrator.open(path)
    expect([form.heading, form.text.includes('Do you agree?'), await axeFindings(form.html)]).toEqual([
      expect.stringContaining('Record a response on behalf'),
      true,
      [],
    ])
    const written = {
      'said.1': 'no',
      'answer.1': 'By mail',
      'recorded.receivedOn': '2019-10-04',
      'recorded.receivedAt': '08:15',
      'recorded.source': 'A mail',
    }
    const checked = await readPage(await administrator.send(path, { ...written, check: 'yes' }))
    const hidden = [...checked.document.querySelectorAll('main form[method=post] input[type=hidden]')]
    const sent = Object.fromEntries(hidden.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']))
    const action = checked.document.querySelector('main form[method=post]')?.getAttribute('action') ?? ''
    const recorded = await administrator.post(action, { ...sent, send: 'yes' })
    expect(recorded.status).toBe(303)
    const receipt = await administrator.open(recorded.headers.get('location') ?? '')
    expect(receipt.text).toMatch(/E\.ON.*08:15/s)
    // A Party records for nobody but itself.
    expect((await dcc.open(path)).text).toContain('For DCC')
  })

  it('is written beside the documents of its consultation', async () => {
    const file = { name: 'draft.csv', base64: Buffer.from('section,text\nD,“withdraw”').toString('base64') }
    const document = { title: 'Draft legal text', file, classification: 'white', documentKind: 'legal text', part: '79/refinement/1' }
    const attached = await recordActs(site.app, [act('attach-document', 'modification/79', document)], { principal: chief, key: 'attach' })
    expect(isRefused(attached) && attached.refused).toBe(false)
    for (const path of [at, `${at}/respond`]) {
      const { document: page, html } = await party.open(path)
      expect(page.querySelector('[aria-label="Documents kept here"]')?.textContent).toContain('Draft legal text')
      expect(await axeFindings(html)).toEqual([])
    }
  })

  it('is checked, sent, and answered with a receipt; until the close only its respondent and the administrator read it', async () => {
    const { checked, response } = await respond(party, {
      'said.1': 'yes',
      'answer.1': 'CANARY-OPEN',
      'answer.2': 'CANARY-KEPT',
      'keep.2': 'yes',
      why: 'Prices',
    })
    expect(checked.text).toContain('CANARY-KEPT')
    const receipt = await party.open(response?.headers.get('location') ?? '')
    expect(receipt.heading).toContain('Receipt of your response')
    expect(receipt.text).toMatch(/SHA-256\s*[0-9a-f]{64}/)
    expect(receipt.text).toContain('CANARY-KEPT')
    // The same as a document, to be kept.
    const pdf = receipt.document.querySelector('a[href*="receipt.pdf"]')?.getAttribute('href') ?? ''
    const text = await textOfPdf(new Uint8Array(await (await party.get(pdf)).arrayBuffer()))
    for (const part of [/[0-9a-f]{64}/, 'CANARY-OPEN', 'CANARY-KEPT', 'Confidential:notpublished']) expect(text).toMatch(part)
    expect((await dcc.get(pdf)).status).toBe(404)
    for (const [who, sees] of [
      [party, true],
      [administrator, true],
      [dcc, false],
    ] as const) {
      const page = await who.open(at)
      expect(page.text.includes('the receipt') || page.text.includes('CANARY')).toBe(sees)
    }
    const page = await site.open(at)
    expect(page.text).not.toContain('CANARY')
    expect(page.text).not.toContain('Northern Powergrid')
    expect(page.text).toContain('published once it has closed')
  })

  it('is changed until the close, and published then without what is confidential, with why', async () => {
    const { response } = await respond(party, { 'answer.1': 'CANARY-SECOND', 'answer.2': 'CANARY-KEPT', 'keep.2': 'yes', why: 'Prices' })
    expect(response?.status).toBe(303)
    expect((await site.open(at)).text).not.toContain('CANARY')
    const whole = {
      respondent: 'CANARY-NAME',
      consultation: '79/refinement/1',
      answers: '1 [no]: CANARY-WHOLE',
      confidential: 'whole',
      why: 'It would harm us',
      'recorded.source': 'E-mail of CANARY-NAME',
      'recorded.evidence': 'CANARY-WHOLE',
    }
    expect((await administrator.send('/sec/acts/respond/modification/79', whole)).status).toBe(303)
    expect((await administrator.open(at)).text).toContain('CANARY-WHOLE')
    await site.moveTo('2019-10-28')
    const page = await site.open(at)
    expect(page.text).toContain('CANARY-SECOND')
    expect(page.text).toContain('Withheld: Prices')
    const { entries } = site.app.live
    const canaries = (text: string) => [...text.matchAll(/CANARY-\w+/g)].map(([found]) => found)
    const read = async (path: string) => canaries(await (await site.request(path)).text())
    for (const { place, position } of entries.filter(
      ({ event }) => event?.type === 'ResponseSubmitted' || event?.type === 'AnswersWithheld',
    )) {
      expect(await read(`/sec/entries/${place}`)).not.toContain('CANARY-KEPT')
      expect(await read(`/sec/entries/${place}`)).not.toContain('CANARY-OPEN')
      expect(
        await read(`${at}?known=${entries.findLast(({ command }) => command === entries[position - 1]?.command)?.position}`),
      ).not.toContain('CANARY-OPEN')
    }
    expect((await party.open(at)).text).toContain('CANARY-KEPT')
    expect((await dcc.open(at)).text).not.toContain('CANARY-KEPT')
  })

  it('that is confidential, in part or as a whole, is found nowhere by who is below it', async () => {
    const kept = /CANARY-(KEPT|WHOLE|NAME)/
    const { entries } = site.app.live
    const paths = [
      ...Object.values(pages).map((page) => page.at),
      ...['', '/responses.csv', '/matrix.csv', '/receipt?response=other', '/receipt.pdf?response=other'].map((below) => `${at}${below}`),
      ...entries.slice(-12).flatMap(({ position }) => [`/sec/entries/${position}`, `${at}?known=${position}`]),
    ]
    for (const [who, get] of [
      ['everybody', site.request],
      ['dcc', dcc.get],
    ] as const)
      for (const path of paths) expect((await (await get(path)).text()).match(kept)?.[0], `${who} ${path}`).toBeUndefined()
    for (const query of ['CANARY-KEPT', 'CANARY-WHOLE', 'CANARY-NAME']) {
      expect((await readPage(await dcc.get(`/sec/register?q=${query}`))).text).toContain(`No modifications for “${query}”`)
      expect((await (await dcc.get(`/sec/register.csv?q=${query}`)).text()).trim().split('\n')).toHaveLength(1)
    }
    const exported: string[] = []
    const { moment } = await site.app.stamp()
    for await (const line of exportLines(site.app, readerOfClass('green'), moment)) exported.push(line)
    const clear = exported.map((line) => Buffer.from(/"bytes":"([^"]+)"/.exec(line)?.[1] ?? '', 'base64').toString() + line).join('\n')
    expect([clear.includes('CANARY-SECOND'), kept.test(clear)]).toEqual([true, false])
    // That there was one, and why, is told to everybody; the counts tell no more.
    const { text } = await site.open(at)
    expect(text).toContain('is withheld with the name: It would harm us')
    expect(text).toContain('One more is withheld with the name, and in no row')
    expect(text).toMatch(/Not in a Party category\s*not counted\s*2\s*0\s*0\s*not known/)
  })
})

describe('a response that colleagues write', () => {
  let site: TestSite
  let first: Person
  let second: Person
  let legal: Person
  beforeAll(async () => {
    site = await openTestSite()
    first = await signIn(site, 'party')
    second = await signIn(site, 'party-colleague')
    legal = await signIn(site, 'party-legal')
    const administrator = await signIn(site, 'administrator')
    expect((await administrator.send('/sec/acts/issue-consultation/modification/79', issued)).status).toBe(303)
  })
  afterAll(() => site.close())
  const csrfOf = async (cookie: string): Promise<string> => {
    const { document } = await readPage(await site.request('/sec/account', { headers: { cookie } }))
    return document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
  }
  const save = (who: Person, fields: Filled) => who.send(`${at}/respond`, { ...fields, save: 'yes' })

  it('is shared by who acts for the organisation, and a stale saving shows both, with nothing lost', async () => {
    const { document } = await second.open(`${at}/respond`)
    const stale = Object.fromEntries(
      [...document.querySelectorAll('main form input[type=hidden]')].map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    )
    expect((await save(first, { 'answer.2': 'What the first wrote' })).status).toBe(303)
    const answer = await second.post(`${at}/respond`, { ...stale, 'answer.2': 'What the second wrote', save: 'yes' })
    expect(answer.status).toBe(409)
    const both = await readPage(answer)
    expect(both.document.querySelector('textarea[name="answer.2"]')?.textContent).toBe('What the second wrote')
    expect(both.text).toContain('Your colleague wroteWhat the first wrote')
    // Whoever leaves it there loses nothing: it is kept beside.
    expect((await first.open(`${at}/respond`)).text).toContain('What the second wrote')
    const merging = Object.fromEntries(
      [...both.document.querySelectorAll('main form[method=post] input[type=hidden]')].map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ]),
    )
    const merged = await second.post(`${at}/respond`, { ...merging, 'answer.2': 'What both wrote', save: 'yes' })
    expect(merged.status).toBe(303)
    const page = await first.open(`${at}/respond`)
    expect(page.document.querySelector('textarea[name="answer.2"]')?.textContent).toBe('What both wrote')
    expect(page.text).not.toContain('Kept beside it')
  })

  it('waits for a colleague who was asked to sign it off, another than who saved it last', async () => {
    const invite = await second.open(`${at}/colleagues`)
    const button = [...invite.document.querySelectorAll('button[name="sign off"]')].find((each) => each.textContent?.includes('legal'))
    expect((await second.send(`${at}/colleagues`, { 'sign off': button?.getAttribute('value') ?? '' })).status).toBe(303)
    const { checked, response } = await respond(second, { 'answer.2': 'What both wrote' })
    expect(checked.text).toContain('waits to be signed off')
    expect(response?.status).toBe(409)
    // Nor is it sent in another way: by a program, or by who administers without the mail in which it came.
    const sentAs = async (fields: object, cookie = second.cookie) =>
      site.request('/sec/api/acts/respond/modification/79', {
        method: 'POST',
        headers: {
          cookie,
          origin: 'http://localhost',
          'content-type': 'application/json',
          'x-csrf-token': await csrfOf(cookie),
          'idempotency-key': `${Math.random()}`,
        },
        body: JSON.stringify({ consultation: '79/refinement/1', ...fields }),
      })
    const unsigned = await sentAs({ answers: ['2: What both wrote'] })
    expect([unsigned.status, await unsigned.text()]).toEqual([409, expect.stringContaining('nobody has signed this version')])
    expect((await sentAs({ noComment: true })).status).toBe(409)
    const onBehalf = { noComment: true, recorded: { by: 'organisation/northern-powergrid' } }
    expect((await sentAs(onBehalf, (await signIn(site, 'administrator')).cookie)).status).toBe(409)
    expect((await legal.open('/sec/')).text).toContain('To sign off the response')
    const version = (await legal.open(`${at}/respond`)).document.querySelector('button[name=sign]')?.getAttribute('value') ?? ''
    expect((await second.open(`${at}/respond`)).document.querySelector('button[name=sign]')).toBeNull()
    expect((await second.send(`${at}/colleagues`, { sign: version })).status).toBe(409)
    expect((await legal.send(`${at}/colleagues`, { sign: version })).status).toBe(303)
    // What is sent is what was signed.
    expect((await sentAs({ answers: ['2: What nobody signed'] })).status).toBe(409)
    expect((await sentAs({ answers: ['2: What both wrote'], dryRun: true })).status).toBe(200)
    const sent = await respond(first, { 'answer.2': 'What both wrote' })
    expect(sent.response?.headers.get('location')).toContain('/receipt')
  })

  it('is read by nobody who does not act for the organisation', async () => {
    const dcc = await signIn(site, 'dcc')
    const administrator = await signIn(site, 'administrator')
    expect((await dcc.open(`${at}/respond`)).html).not.toContain('What both wrote')
    expect((await administrator.get(`${at}/respond`)).status).toBe(403)
    // Who is not signed in does so first, and comes back.
    expect((await site.request(`${at}/respond`)).headers.get('location')).toBe(`/sec/sign-in?back=${encodeURIComponent(`${at}/respond`)}`)
  })
})
