import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addAccount } from '../../src/app/people/accounts.ts'
import { hashOf } from '../../src/app/people/secret.ts'
import { startSession } from '../../src/app/people/sessions.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import type { Account } from '../../src/log/people.ts'
import { type Browser, openPeopleSite, type Page, type PeopleSite } from '../support/people-site.ts'
import { axeFindings } from '../support/site.ts'

let site: PeopleSite
let administrator: Account
let browser: Browser
let made = 0

beforeAll(async () => {
  site = await openPeopleSite({ log: 'real' })
  administrator = await add('Code administrator', { roles: ['administrator'] })
}, 60_000)
afterAll(() => site.close())
beforeEach(async () => {
  browser = await signedIn(administrator)
})

async function add(label: string, told: Partial<Account> = {}): Promise<Account> {
  const added = await addAccount(site.people, {
    label,
    email: `account-${++made}@codes.example`,
    roles: [],
    actsFor: [],
    seats: [],
    ...told,
  })
  if (isRefused(added)) throw new Error(added.refused)
  return added
}

async function signedIn(account: Account): Promise<Browser> {
  const opened = site.browser()
  opened.jar.set('codicil', await startSession(site.people, account, undefined))
  return opened
}

const found = async (email: string) => site.people.accountOfEmail(email)
const errorsOf = ({ document }: Page) =>
  [...document.querySelectorAll('.govuk-error-summary a')].map((link) => [link.getAttribute('href'), link.textContent])

describe('the accounts', () => {
  it('are a page for who administers, without scripts', async () => {
    await add('Secretary of the Panel', { actsFor: ['body/panel'] })
    const page = await browser.get('/sec/accounts')
    expect(page).toMatchObject({ status: 200, heading: 'Accounts' })
    expect(page.text).toContain('Secretary of the Panel')
    expect(page.text).toContain('SEC Panel')
    expect(page.html).not.toContain('<script')
    expect(await axeFindings(page.html)).toEqual([])
  })

  it('are of nobody else: who has not signed in is led there, who does not administer is told who does', async () => {
    const stranger = site.browser()
    expect(await stranger.get('/sec/accounts')).toMatchObject({ status: 303, location: '/sec/sign-in?back=%2Fsec%2Faccounts' })
    const member = await add('Change Board member', { actsFor: ['body/change-board'] })
    const other = await signedIn(member)
    const csrf = await other.csrf()
    const tries = [
      await other.get('/sec/accounts'),
      await other.get(`/sec/accounts/${administrator.id}`),
      await other.post('/sec/accounts', { csrf, label: 'Another', roles: 'administrator' }),
      await other.post(`/sec/accounts/${member.id}`, { csrf, label: member.label, roles: 'administrator' }),
      await other.post(`/sec/accounts/${administrator.id}`, { csrf, disabled: 'yes' }),
    ]
    for (const each of tries)
      expect(each).toMatchObject({ status: 403, heading: expect.stringContaining('The code administrator keeps the accounts') })
    expect(await site.people.account(member.id)).toEqual(member)
    expect((await browser.get('/sec/accounts')).status).toBe(200)
  })

  it('are added under a random id, named by role, for bodies, organisations and seats', async () => {
    const form = { csrf: await browser.csrf(), label: 'Change Board member for Large Suppliers', email: 'Large@Codes.example' }
    const body = new URLSearchParams([
      ...Object.entries(form),
      ['bodies', 'body/change-board'],
      ['bodies', 'body/panel'],
      ['organisations', 'organisation/british-gas'],
      ['seats', 'change-board/large-supplier-1\r\nchange-board/large-supplier-2'],
    ])
    const page = await browser.send('/sec/accounts', { method: 'POST', body, headers: { origin: site.url } })
    expect(page).toMatchObject({ status: 303, location: '/sec/accounts' })
    expect(await found('large@codes.example')).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      label: 'Change Board member for Large Suppliers',
      email: 'large@codes.example',
      roles: [],
      actsFor: ['body/change-board', 'body/panel', 'organisation/british-gas'],
      seats: [
        { body: 'body/change-board', seat: 'large-supplier-1' },
        { body: 'body/change-board', seat: 'large-supplier-2' },
      ],
      disabled: false,
    })
  })

  it.each([
    [{ label: '' }, '#f-label', 'Expected a text, and nothing was given'],
    [{ email: 'nobody' }, '#f-email', 'Expected an address like name@example.org, and "nobody" was given'],
    [{ bodies: 'body/round-table' }, '#f-bodies', 'Expected what the register knows, and body/round-table was given, which it does not'],
    [{ bodies: 'organisation/dcc' }, '#f-bodies', 'Expected a subject body/…, and "organisation/dcc" was given'],
    [{ seats: 'large-supplier-1' }, '#f-seats', 'Expected a seat like change-board/large-supplier-1, and "large-supplier-1" was given'],
    [{ seats: 'round-table/1' }, '#f-seats', 'Expected what the register knows, and body/round-table was given, which it does not'],
  ])('say beside its field what is wrong with %j', async (fields, anchor, problem) => {
    const page = await browser.submit('/sec/accounts', '/sec/accounts', { label: 'Somebody', ...(fields as Record<string, string>) })
    expect(page.status).toBe(422)
    const [[href, text] = []] = errorsOf(page)
    expect(href).toBe(anchor)
    expect(text).toBe(problem)
    expect(page.document.querySelector(anchor)).not.toBeNull()
    expect(await axeFindings(page.html)).toEqual([])
  })

  it('have an address of one account only, and keep what was written', async () => {
    const { email = '' } = await add('Working Group')
    const page = await browser.submit('/sec/accounts', '/sec/accounts', { label: 'Another', email: email.toUpperCase() })
    expect([page.status, page.text]).toEqual([409, expect.stringContaining(`Another account has the address ${email}`)])
    expect(page.document.querySelector<HTMLInputElement>('#f-label')?.value).toBe('Another')
    expect(await axeFindings(page.html)).toEqual([])
  })

  it('are changed, from the next request on', async () => {
    const account = await add('Secretary')
    const holder = await signedIn(account)
    const at = `/sec/accounts/${account.id}`
    expect(await axeFindings((await browser.get(at)).html)).toEqual([])
    await browser.submit(at, at, { label: 'Secretary of the Panel', email: account.email ?? '', bodies: 'body/panel' })
    expect(await site.people.account(account.id)).toMatchObject({ label: 'Secretary of the Panel', actsFor: ['body/panel'] })
    expect((await holder.get('/sec/account')).text).toContain('SEC Panel')
  })

  it('shut out at once who used the address before', async () => {
    const account = await add('Secretary')
    const holder = await signedIn(account)
    const at = `/sec/accounts/${account.id}`
    await browser.submit(at, at, { label: account.label, email: `next-${account.email}` })
    expect((await holder.get('/sec/')).who).toBeUndefined()
  })

  it('are disabled: sessions and tokens end at once, and do not come back with the account', async () => {
    const account = await add('Secretary')
    const holder = await signedIn(account)
    const token = await tokenOf(holder, 'a program')
    const at = `/sec/accounts/${account.id}`
    expect((await browser.submit(at, at, { disabled: 'yes' })).status).toBe(303)
    expect((await holder.get('/sec/')).who).toBeUndefined()
    expect((await withToken(token)).status).toBe(401)
    expect((await browser.get(at)).text).toContain('This account is disabled')
    await browser.post(at, { disabled: 'no', csrf: await browser.csrf() })
    expect(await site.people.account(account.id)).toEqual(account)
    expect((await holder.get('/sec/')).who).toBeUndefined()
    expect((await withToken(token)).status).toBe(401)
  })

  it('leave who administers an account to administer with', async () => {
    const at = `/sec/accounts/${administrator.id}`
    const csrf = await browser.csrf()
    for (const fields of [{ disabled: 'yes' }, { label: 'Code administrator', email: administrator.email ?? '' }]) {
      const page = await browser.post(at, { csrf, ...(fields as Record<string, string>) })
      expect([page.status, page.text]).toEqual([409, expect.stringContaining('You would shut yourself out')])
    }
    expect(await site.people.account(administrator.id)).toEqual(administrator)
  })

  it('that are not there are not found', async () => {
    expect((await browser.get('/sec/accounts/nobody')).status).toBe(404)
    expect((await browser.post('/sec/accounts/nobody', { csrf: await browser.csrf(), disabled: 'yes' })).status).toBe(404)
  })
})

describe('the sample accounts of a demonstration', () => {
  it('stay as they are, for every visitor', async () => {
    const demo = await openPeopleSite({ log: 'demo' })
    const visitor = demo.browser()
    await visitor.submit('/sec/sign-in', '/sec/sign-in/sample', { sample: 'panel' })
    await visitor.submit('/sec/sign-in', '/sec/sign-in/sample', { sample: 'administrator' })
    const panel = await demo.people.accountOfSample('panel')
    const page = await visitor.post(`/sec/accounts/${panel?.id}`, { disabled: 'yes', csrf: await visitor.csrf() })
    expect([page.status, page.text]).toEqual([409, expect.stringContaining('A sample account is as it is, for every visitor')])
    expect(await demo.people.accountOfSample('panel')).toEqual(panel)
    await demo.close()
  }, 60_000)
})

async function tokenOf(holder: Browser, name: string): Promise<string> {
  const page = await holder.submit('/sec/account', '/sec/account', { name })
  expect([page.status, page.headers.get('cache-control')]).toEqual([201, 'no-store'])
  return page.document.querySelector('[role=status] code')?.textContent ?? ''
}

const withToken = (token: string, path = '/sec/account', init: RequestInit = {}) =>
  site.browser().send(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } })

describe('an account of one’s own', () => {
  it('is only for who has signed in', async () => {
    expect(await site.browser().get('/sec/account')).toMatchObject({ status: 303, location: '/sec/sign-in?back=%2Fsec%2Faccount' })
    expect((await site.browser().post('/sec/account', { name: 'x' })).status).toBe(303)
  })

  it('says for whom its holder acts', async () => {
    const seats = [{ body: 'body/change-board', seat: 'small-supplier-1' }] as const
    const page = await (await signedIn(await add('Member', { actsFor: ['organisation/dcc'], seats }))).get('/sec/account')
    expect(page.text).toContain('DCC; Change Board, seat small-supplier-1')
    expect(page.html).not.toContain('<script')
    expect(await axeFindings(page.html)).toEqual([])
  })

  it('makes a token, which is shown once and kept only as a hash', async () => {
    const account = await add('Member')
    const holder = await signedIn(account)
    const token = await tokenOf(holder, 'the monthly export')
    expect(token).toMatch(/^codicil_[\w-]{43}$/)
    const page = await holder.get('/sec/account')
    expect(page.text).toContain('the monthly export, made on 2 March 2026')
    expect(page.html).not.toContain(token)
    expect(await site.people.tokensOf(account.id)).toEqual([expect.objectContaining({ hash: hashOf(token) })])
    expect(await axeFindings(page.html)).toEqual([])
  })

  it.each(['', '   ', 'x'.repeat(101)])('asks for a name of a token', async (name) => {
    const page = await browser.submit('/sec/account', '/sec/account', { name })
    expect([page.status, errorsOf(page)[0]?.[0]]).toEqual([422, '#f-name'])
    expect(await axeFindings(page.html)).toEqual([])
  })

  it('revokes its own tokens, and no other’s', async () => {
    const account = await add('Member')
    const holder = await signedIn(account)
    const token = await tokenOf(holder, 'one')
    const id = (await site.people.tokensOf(account.id))[0]?.id ?? ''
    await browser.post('/sec/account', { revoke: id, csrf: await browser.csrf() })
    expect((await withToken(token)).status).toBe(200)
    await holder.post('/sec/account', { revoke: id, csrf: await holder.csrf() })
    expect((await withToken(token)).status).toBe(401)
  })
})

describe('a token', () => {
  let token: string
  beforeEach(async () => {
    token = await tokenOf(browser, 'a program')
  })

  it('reads as its account does', async () => {
    const page = await withToken(token)
    expect([page.status, page.who, page.headers.get('cache-control')]).toEqual([200, 'Code administrator', 'private, no-cache'])
  })

  it('acts below /sec/api/ without a token of a form, and nowhere else', async () => {
    const json = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }
    expect([401, 403]).not.toContain((await withToken(token, '/sec/api/acts', json)).status)
    for (const path of ['/sec/account', '/sec/accounts', '/sec/demo', '/sec/sign-out']) {
      const form = { method: 'POST', body: new URLSearchParams({ name: 'more', label: 'more' }), headers: { origin: site.url } }
      const page = await withToken(token, path, form)
      expect([path, page.status, page.headers.get('content-type')]).toEqual([path, 403, 'application/problem+json'])
    }
    expect((await site.people.tokensOf(administrator.id)).every(({ name }) => name === 'a program')).toBe(true)
  })

  it.each(['', 'codicil_', 'codicil_made-up'])('that is none is refused, though a session is there: %j', async (wrong) => {
    const page = await browser.get('/sec/account', { authorization: `Bearer ${wrong || '.'}` })
    expect([page.status, page.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"'])
    expect(JSON.parse(page.html)).toMatchObject({ status: 401, title: expect.stringContaining('this token is none') })
  })

  it('is not the cookie of a session, nor the other way round', async () => {
    expect((await withToken(browser.jar.get('codicil') ?? '')).status).toBe(401)
    const other = site.browser()
    other.jar.set('codicil', token)
    expect((await other.get('/sec/')).who).toBeUndefined()
  })
})
