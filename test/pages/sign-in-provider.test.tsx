import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { addAccount, changeAccount, disableAccount } from '../../src/app/people/accounts.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import type { Account } from '../../src/log/people.ts'
import { type Browser, openPeopleSite, type PeopleSite } from '../support/people-site.ts'
import { startProvider, type TestProvider } from '../support/provider.ts'
import { axeFindings } from '../support/site.ts'

const url = 'http://localhost:9'

let provider: TestProvider
let site: PeopleSite
let browser: Browser
let address: string
let account: Account
let made = 0

beforeAll(async () => {
  provider = await startProvider(`${url}/sec/sign-in/return`)
  site = await openPeopleSite({ log: 'real', url, oidc: provider })
}, 60_000)
afterAll(async () => {
  await site.close()
  await provider.stop()
})
beforeEach(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  browser = site.browser()
  address = `member-${++made}@codes.example`
  account = await add(address)
})
afterEach(() => vi.restoreAllMocks())

async function add(email: string): Promise<Account> {
  const added = await addAccount(site.people, { label: 'Change Board member', email, roles: [], actsFor: ['body/change-board'], seats: [] })
  if (isRefused(added)) throw new Error(added.refused)
  return added
}

/** Leaves for the provider and signs in there; where the provider sends the browser back to. */
async function away(name: string, { from = browser, back = '/sec/' } = {}): Promise<string> {
  const { status, location } = await from.get(`/sec/sign-in/provider?back=${encodeURIComponent(back)}`)
  expect(status).toBe(303)
  const { pathname, search } = new URL(await provider.walk(location ?? '', name))
  return `${pathname}${search}`
}

/** The whole way: there and back. */
const arrive = async (name: string, options: { readonly from?: Browser; readonly back?: string } = {}) =>
  (options.from ?? browser).get(await away(name, options))

describe('signing in at a provider', () => {
  it('is a link on the page of sign-in, so that no redirect of a form is needed', async () => {
    const { document, html } = await browser.get('/sec/sign-in?back=%2Fsec%2FMP076')
    expect(document.querySelector('main a.govuk-button')?.getAttribute('href')).toBe('/sec/sign-in/provider?back=%2Fsec%2FMP076')
    expect(await axeFindings(html)).toEqual([])
  })

  it('asks with a code, PKCE, a state and a nonce', async () => {
    const { location } = await browser.get('/sec/sign-in/provider')
    expect(Object.fromEntries(new URL(location ?? '').searchParams)).toEqual({
      client_id: 'codicil',
      redirect_uri: `${url}/sec/sign-in/return`,
      response_type: 'code',
      scope: 'openid email',
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  it('leads back, signed in, to where the reader was', async () => {
    expect(await arrive(address, { back: '/sec/register?stage=opine' })).toMatchObject({
      status: 303,
      location: '/sec/register?stage=opine',
    })
    expect((await browser.get('/sec/register')).who).toBe('Change Board member')
    expect([...browser.jar.keys()]).toEqual(['codicil'])
  })

  it('leads nowhere else', async () => {
    expect((await arrive(address, { back: '//elsewhere.example' })).location).toBe('/sec/mine')
  })

  it('is known by the provider’s own name from the first time on, whatever becomes of the address', async () => {
    await arrive(address)
    expect((await site.people.account(account.id))?.oidc).toEqual({ issuer: provider.issuer, subject: address })
    expect(await arrive(address, { from: site.browser() })).toMatchObject({ status: 303 })
  })

  it('shuts out whoever signs in there later under the same address', async () => {
    await arrive(address)
    const other = site.browser()
    expect(await arrive(`${address}#another`, { from: other })).toMatchObject({
      status: 403,
      heading: 'The account with your address belongs to another identity at the provider',
    })
    expect(other.jar.has('codicil')).toBe(false)
  })

  it('takes the next holder of an account that was given another address', async () => {
    await arrive(address)
    const next = `next-${address}`
    const bound = await site.people.account(account.id)
    expect(bound?.oidc).toBeDefined()
    await changeAccount(site.people, bound as Account, { ...account, email: next })
    expect((await browser.get('/sec/')).who).toBeUndefined()
    expect((await arrive(address, { from: site.browser() })).status).toBe(403)
    expect((await arrive(next, { from: site.browser() })).status).toBe(303)
  })

  it.each([
    ['nobody@codes.example', 'There is no account for you here yet', 'Ask your code administrator for an account'],
    ['member@codes.example.evil.example', 'There is no account for you here yet', 'Ask your code administrator for an account'],
  ])('refuses %s kindly', async (name, heading, remedy) => {
    const page = await arrive(name)
    expect(page).toMatchObject({ status: 403, heading, text: expect.stringContaining(remedy) })
    expect(browser.jar.size).toBe(0)
    expect(await axeFindings(page.html)).toEqual([])
  })

  it('believes no address that the provider did not confirm', async () => {
    await add('unconfirmed@codes.example')
    expect(await arrive('unconfirmed@codes.example')).toMatchObject({
      status: 403,
      heading: 'The provider does not say that your address is yours',
    })
  })

  it('refuses a disabled account, known before or not', async () => {
    await arrive(address)
    await disableAccount(site.people, (await site.people.account(account.id)) as Account, true)
    expect((await browser.get('/sec/')).who).toBeUndefined()
    expect((await arrive(address, { from: site.browser() })).status).toBe(403)
    const late = await add(`late-${address}`)
    await disableAccount(site.people, late, true)
    expect((await arrive(`late-${address}`, { from: site.browser() })).status).toBe(403)
  })
})

describe('coming back from the provider', () => {
  it('works once', async () => {
    const back = await away(address)
    const kept = browser.jar.get('codicil-departure') ?? ''
    await browser.get(back)
    const again = site.browser()
    again.jar.set('codicil-departure', kept)
    expect(await again.get(back)).toMatchObject({ status: 403, heading: 'The provider did not sign you in' })
    expect(again.jar.has('codicil')).toBe(false)
  })

  it('works only in the browser that left, so that nobody is signed in as another', async () => {
    const victim = site.browser()
    const back = await away(address)
    expect(await victim.get(back)).toMatchObject({ status: 400, heading: 'You did not leave for the provider from here, or too long ago' })
    await victim.get('/sec/sign-in/provider')
    expect((await victim.get(back)).status).toBe(403)
    expect(victim.jar.has('codicil')).toBe(false)
  })

  it.each([
    ['another state', (kept: Kept) => ({ ...kept, state: 'x'.repeat(43) })],
    ['another nonce', (kept: Kept) => ({ ...kept, nonce: 'x'.repeat(43) })],
    ['another verifier', (kept: Kept) => ({ ...kept, verifier: 'x'.repeat(43) })],
  ])('is refused with %s than was sent', async (_, change) => {
    const back = await away(address)
    const kept = JSON.parse(Buffer.from(browser.jar.get('codicil-departure') ?? '', 'base64url').toString()) as Kept
    browser.jar.set('codicil-departure', Buffer.from(JSON.stringify(change(kept))).toString('base64url'))
    expect((await browser.get(back)).status).toBe(403)
    expect(browser.jar.has('codicil')).toBe(false)
  })

  it('is refused from another provider', async () => {
    const back = new URL(await away(address), url)
    back.searchParams.set('iss', 'https://elsewhere.example')
    expect((await browser.get(`${back.pathname}${back.search}`)).status).toBe(403)
  })

  it.each(['?error=access_denied', '', '?code=made-up'])('without a sign-in there is refused in one line: %j', async (query) => {
    const back = new URL(await away(address), url)
    const state = back.searchParams.get('state') ?? ''
    const search = query === '' ? '' : `${query}&state=${state}&iss=${encodeURIComponent(provider.issuer)}`
    const page = await browser.get(`/sec/sign-in/return${search}`)
    expect(page).toMatchObject({ status: 403, heading: 'The provider did not sign you in' })
    expect(await axeFindings(page.html)).toEqual([])
  })

  it.each(['', 'nonsense', Buffer.from('{}').toString('base64url')])(
    'with a cookie that is none of ours is refused: %j',
    async (cookie) => {
      browser.jar.set('codicil-departure', cookie)
      expect((await browser.get('/sec/sign-in/return?code=a&state=b')).status).toBe(400)
    },
  )
})

type Kept = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly back: string }

describe('a provider that does not answer', () => {
  it('leaves the register readable, is asked nothing at the start, and is asked again next time', async () => {
    const later = await startProvider(`${url}/sec/sign-in/return`)
    await later.stop()
    const other = await openPeopleSite({ log: 'real', url, oidc: later })
    const visitor = other.browser()
    expect((await visitor.get('/sec/register')).status).toBe(200)
    const page = await visitor.get('/sec/sign-in/provider')
    expect(page).toMatchObject({ status: 503, heading: 'The provider of sign-in cannot be reached' })
    expect(await axeFindings(page.html)).toEqual([])
    expect(vi.mocked(console.error).mock.calls).toEqual([[expect.stringMatching(/^codicil: sign-in by OpenID Connect: .*ECONNREFUSED/)]])
    expect((await visitor.get('/sec/sign-in/provider')).status).toBe(503)
    expect(console.error).toHaveBeenCalledTimes(2)
    await other.close()
  }, 60_000)
})
