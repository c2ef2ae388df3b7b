import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleAccounts } from '../../src/app/people/sample-accounts.ts'
import { type Person, readPage, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'

let site: TestSite
const people = new Map<string, Person>()
const as = (sample: string): Person => people.get(sample) as Person
beforeAll(async () => {
  site = await openTestSite()
  for (const { sample } of sampleAccounts) people.set(sample, await signIn(site, sample))
}, 60_000)
afterAll(() => site.close())

/** The lines of what waits: what is to be done, on what, and the button. */
async function waiting(person: Person) {
  const { document } = await person.open('/sec/mine')
  return [...document.querySelectorAll('.app-duties > li')].map((line) => ({
    what: textOf(line.querySelector('strong')),
    on: textOf(line.querySelector('.app-reference')),
    clock: textOf(line.querySelector('.app-duties__clock .govuk-tag')),
    href: line.querySelector('a.govuk-button')?.getAttribute('href'),
  }))
}

describe('the front page of who signed in', () => {
  it('is where signing in leads, from the first page', async () => {
    const dcc = await signIn(site, 'dcc')
    const response = await dcc.post('/sec/sign-in/sample', { sample: 'dcc', back: '/sec/', csrf: await csrfOf(dcc) })
    expect(response.headers.get('location')).toBe('/sec/mine')
  })

  it('asks who has not signed in to do so, and leads back', async () => {
    expect((await site.request('/sec/mine')).headers.get('location')).toBe('/sec/sign-in?back=%2Fsec%2Fmine')
  })

  it.each(sampleAccounts.map(({ sample }) => sample))('of %s passes axe, without scripts', async (sample) => {
    const { html, document } = await as(sample).open('/sec/mine')
    expect(await axeFindings(html)).toEqual([])
    expect(document.querySelectorAll('script, [style]')).toHaveLength(0)
  })

  it('tells the DCC what to return, the longest past first, each with its clock and one act', async () => {
    const lines = await waiting(as('dcc'))
    expect(lines.map(({ what, on, clock }) => [what, on, clock])).toEqual([
      ['Return the Preliminary Assessment', 'SECMP0024', '76 Working Days past'],
      ['Return the Preliminary Assessment', 'SECMP0066', '65 Working Days past'],
      ['Return the Impact Assessment', 'SECMP0056', '27 Working Days past'],
      ['Return the Impact Assessment', 'SECMP0007', '7 Working Days past'],
    ])
    expect(lines[3]?.href).toBe('/sec/acts/return-assessment/modification/7?assessment=7%2FIA%2F1')
  })

  it('has the whole portfolio of the DCC, with what may be done with each assessment', async () => {
    const { document } = await as('dcc').open('/sec/mine')
    const links = [...document.querySelectorAll('#portfolio ~ table a')].map((a) => a.getAttribute('href'))
    expect(links).toContain('/sec/acts/forecast-return/modification/24?assessment=24%2FPA%2F1')
  })

  it('tells the Authority what it was sent, by its day', async () => {
    expect((await waiting(as('authority'))).map(({ what, on, href }) => [what, on, href])).toEqual([
      ['Decide on the modification', 'MP076', '/sec/acts/decide/modification/76'],
      [
        'Decide whether it moves to 24 November 2019',
        'November 2019 SEC Release',
        expect.stringContaining('/sec/acts/decide-date-change/release/2019-11'),
      ],
    ])
  })

  it('tells who administers what is overdue with others, and what to issue, with the form that issues it filled in', async () => {
    const lines = await waiting(as('administrator'))
    expect(lines.map(({ what, on }) => [what, on])).toEqual([
      ['Issue the Modification Report Consultation', 'SECMP0053'],
      ['Issue the Modification Report Consultation', 'DP081'],
      ['Issue the Modification Report Consultation', 'DP087'],
      ['Issue the Refinement Consultation', 'SECMP0046'],
      ['Issue the Refinement Consultation', 'MP079'],
      ['Return the Preliminary Assessment', 'SECMP0024'],
      ['Return the Preliminary Assessment', 'SECMP0066'],
      ['Return the Impact Assessment', 'SECMP0056'],
      ['Return the Impact Assessment', 'SECMP0007'],
    ])
    expect(lines[3]?.href).toBe('/sec/acts/issue-consultation/modification/46?consultationKind=refinement&consultation=46%2Frefinement%2F1')
  })

  it('tells a Party that there is nothing for it, when that is so, and what to answer by when, once there is', async () => {
    const party = as('party')
    expect((await party.open('/sec/mine')).text).toContain('Nothing for you this week.')
    const fields = { consultationKind: 'refinement', consultation: '46/refinement/1' }
    const issued = await as('administrator').send('/sec/acts/issue-consultation/modification/46', fields)
    expect(issued.status).toBe(303)
    expect(await waiting(party)).toMatchObject([
      { what: 'Respond to the Refinement Consultation', on: 'SECMP0046', clock: '15 Working Days left' },
    ])
  })
})

describe('what is past or his own', () => {
  it('a Party sees what it proposed that is open', async () => {
    const by = { title: 'Ours', proposer: 'organisation/northern-powergrid', issue: 'Something is wrong.' }
    expect((await as('administrator').send('/sec/acts/raise-draft-proposal', by)).status).toBe(303)
    const { document } = await as('party').open('/sec/mine')
    expect(textOf(document.querySelector('#proposed')?.parentElement)).toContain('Ours')
  })
})

describe('what changed since somebody was last here', () => {
  it('tells of the first visit once, and then what was recorded since, before half an hour is over', async () => {
    const authority = await signIn(site, 'authority')
    const since = async (of: Person) => textOf((await of.open('/sec/mine')).document.querySelector('#since')?.parentElement)
    await since(authority)
    expect(await since(await signIn(site, 'authority'))).not.toContain('first visit')
  })

  it('is nothing on the first visit, then what was recorded meanwhile, until it is read', async () => {
    const panel = await signIn(site, 'panel')
    const since = async () => textOf((await panel.open('/sec/mine')).document.querySelector('#since')?.parentElement)
    await panel.post('/sec/mine', { csrf: await csrfOf(panel) })
    expect(await since()).toContain('Nothing.')
    await as('administrator').send('/sec/acts/retitle/modification/84', { title: 'Another title' })
    expect(await since()).toContain('DP084Titled ‘Another title’')
    expect(await since()).toContain('DP084Titled ‘Another title’')
    await panel.post('/sec/mine', { csrf: await csrfOf(panel) })
    expect(await since()).not.toContain('Another title')
  })
})

const csrfOf = async (person: Person): Promise<string> =>
  (await readPage(await person.get('/sec/account'))).document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
