import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sampleAccounts } from '../../src/app/people/sample-accounts.ts'
import { IDLE_MILLISECONDS, LONGEST_MILLISECONDS } from '../../src/app/people/sessions.ts'
import { type Browser, openPeopleSite, type Page, type PeopleSite } from '../support/people-site.ts'
import { axeFindings } from '../support/site.ts'

const MINUTE = 60_000

let site: PeopleSite
let browser: Browser
beforeAll(async () => {
  site = await openPeopleSite({ log: 'demo' })
}, 60_000)
afterAll(() => site.close())
beforeEach(() => {
  browser = site.browser()
})
afterEach(() => vi.restoreAllMocks())

const signIn = (as: string, back = '/sec/', who = browser) =>
  who.submit(`/sec/sign-in?back=${encodeURIComponent(back)}`, '/sec/sign-in/sample', { sample: as })

describe('the page of sign-in of a demonstration', () => {
  it('offers one sample account for each role, clearly marked, without scripts', async () => {
    const { document, text, html } = await browser.get('/sec/sign-in')
    expect([...document.querySelectorAll('button[name=sample]')].map((button) => button.textContent)).toEqual([
      'Code administrator',
      'Second code administrator',
      'Secretary of the SEC Panel',
      'Secretary of the Change Sub-Committee',
      'Chair of the Change Board',
      'Change Board member for Large Suppliers',
      'Change Board member for Small Suppliers',
      'Working Group',
      'Party: Northern Powergrid',
      'Party: Northern Powergrid, a colleague',
      'Party: Northern Powergrid, legal',
      'DCC',
      'Authority',
    ])
    expect(text).toContain('sample accounts without a password')
    expect(html).not.toContain('<script')
    expect(await axeFindings(html)).toEqual([])
  })

  it.each(sampleAccounts)('signs in as $label, and says so on every page', async ({ sample, label }) => {
    expect(await signIn(sample)).toMatchObject({ status: 303, location: '/sec/mine' })
    const page = await browser.get('/sec/MP076')
    expect(page.who).toBe(label)
    expect(await axeFindings(page.html)).toEqual([])
  })

  it('acts for whom the register knows', async () => {
    const { register } = await site.app.present()
    for (const { actsFor, seats } of sampleAccounts)
      for (const subject of [...actsFor, ...seats.map(({ body }) => body)]) expect(register.subjects.has(subject), subject).toBe(true)
  })

  it('makes each sample account once, whoever asks for it at the same time', async () => {
    await Promise.all(Array.from({ length: 5 }, () => signIn('dcc', '/sec/', site.browser())))
    expect((await site.people.accounts()).filter(({ sample }) => sample === 'dcc')).toHaveLength(1)
  })

  it('refuses one that there is not', async () => {
    expect(await signIn('minister')).toMatchObject({ status: 400, heading: 'There is no such sample account, or it is disabled' })
    expect((await browser.get('/sec/')).who).toBeUndefined()
  })
})

describe('where signing in leads', () => {
  it('is back to the page from which the reader came, with what it asked', async () => {
    const link = (await browser.get('/sec/register?stage=refine&q=smart+meter')).document.querySelector(
      '.app-masthead a[href^="/sec/sign-in"]',
    )
    expect((await browser.submit(link?.getAttribute('href') ?? '', '/sec/sign-in/sample', { sample: 'dcc' })).location).toBe(
      '/sec/register?stage=refine&q=smart+meter',
    )
  })

  it.each([
    'https://elsewhere.example/sec/',
    '//elsewhere.example/sec/',
    '/\\elsewhere.example',
    '/sec/\\elsewhere.example',
    '/sec/..//elsewhere.example',
    '/sec//elsewhere.example',
    '/sec/%2e%2e//elsewhere.example',
    '/sec/?x=\r\nset-cookie: a=b',
    'javascript:alert(1)',
    '/elsewhere',
  ])('is never %j', async (back) => {
    expect((await signIn('dcc', back)).location).toBe('/sec/mine')
    expect((await browser.post('/sec/sign-in/sample', { sample: 'dcc', back, csrf: await browser.csrf() })).location).toBe('/sec/mine')
  })
})

it('where signing in leads is no longer than an address of ours', async () => {
  expect((await signIn('dcc', `/sec/${'a'.repeat(3_000)}`)).location).toBe('/sec/mine')
})

describe('a session', () => {
  it('has a cookie that no script reads and no other site sends', async () => {
    const { headers } = await signIn('dcc')
    expect(headers.getSetCookie()).toEqual([expect.stringMatching(/^codicil=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/)])
  })

  it('has one of this very host alone, over TLS, where the site has it', async () => {
    const secure = await openPeopleSite({ log: 'demo', url: 'https://codes.example' })
    const over = secure.browser()
    const { headers } = await signIn('dcc', '/sec/', over)
    expect(headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-codicil=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
    ])
    expect((await over.get('/sec/')).who).toBe('DCC')
    await secure.close()
  }, 60_000)

  it('is not the one that somebody planted in the browser', async () => {
    browser.jar.set('codicil', 'planted')
    await signIn('dcc')
    expect(browser.jar.get('codicil')).not.toBe('planted')
    const attacker = site.browser()
    attacker.jar.set('codicil', 'planted')
    expect((await attacker.get('/sec/')).who).toBeUndefined()
  })

  it('changes its id at each sign-in, and the one before is worth nothing', async () => {
    await signIn('dcc')
    const before = browser.jar.get('codicil') ?? ''
    await signIn('authority')
    expect(browser.jar.get('codicil')).not.toBe(before)
    const old = site.browser()
    old.jar.set('codicil', before)
    expect((await old.get('/sec/')).who).toBeUndefined()
  })

  it('is kept only as a hash', async () => {
    await signIn('dcc')
    const cookie = browser.jar.get('codicil') ?? ''
    expect(await site.people.session(cookie)).toBeUndefined()
    expect(cookie).toMatch(/^[\w-]{43}$/)
  })

  it('ends when it lies unused, and goes on while it is used', async () => {
    await signIn('dcc')
    for (let hours = 0; hours < 20; hours += 5) {
      site.pass(IDLE_MILLISECONDS - MINUTE * 10)
      expect((await browser.get('/sec/')).who).toBe('DCC')
    }
    site.pass(IDLE_MILLISECONDS + MINUTE)
    expect((await browser.get('/sec/')).who).toBeUndefined()
  })

  it('ends after its longest time, however much it is used', async () => {
    await signIn('dcc')
    const step = IDLE_MILLISECONDS / 2
    for (let passed = step; passed <= LONGEST_MILLISECONDS; passed += step) {
      site.pass(step)
      expect((await browser.get('/sec/')).who).toBe('DCC')
    }
    site.pass(MINUTE)
    expect((await browser.get('/sec/')).who).toBeUndefined()
  })

  it('ends with signing out, for whoever kept its cookie too', async () => {
    await signIn('dcc')
    const cookie = browser.jar.get('codicil') ?? ''
    expect(await browser.submit('/sec/', '/sec/sign-out', {})).toMatchObject({ status: 303, location: '/sec/' })
    expect(browser.jar.has('codicil')).toBe(false)
    const thief = site.browser()
    thief.jar.set('codicil', cookie)
    expect((await thief.get('/sec/')).who).toBeUndefined()
  })

  it('keeps its pages from others: no cache shares them', async () => {
    expect((await browser.get('/sec/register')).headers.get('cache-control')).toBe('no-cache')
    await signIn('dcc')
    const { headers } = await browser.get('/sec/register')
    expect(headers.get('cache-control')).toBe('private, no-cache')
    expect(headers.get('vary')).toContain('Cookie')
  })

  it('has no part in reading the register while the log cannot be reached', async () => {
    await signIn('dcc')
    const { LogError } = await import('../../src/log/log-error.ts')
    const gone = () => Promise.reject(new LogError('it is gone'))
    vi.spyOn(site.app.people, 'session').mockImplementation(gone)
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(await browser.get('/sec/register')).toMatchObject({ status: 200, who: undefined })
    expect((await browser.post('/sec/demo', { to: '2019-11-29' })).status).toBe(503)
  })
})

/** What the form of a page holds hidden. */
const hiddenIn = ({ document }: Page): Record<string, string> =>
  Object.fromEntries(
    [...document.querySelectorAll<HTMLInputElement>('main form input[type=hidden]')].map(({ name, value }) => [name, value]),
  )

describe('a form', () => {
  const day = async () => (await site.app.stamp()).day

  it('of somebody who signed in is taken with the token of his session', async () => {
    await signIn('administrator')
    expect((await browser.submit('/sec/', '/sec/demo', { to: await day() })).status).toBe(303)
  })

  it.each([
    ['no token', {}],
    ['an empty one', { csrf: '' }],
    ['a wrong one', { csrf: 'x'.repeat(43) }],
  ])('with %s is refused, and nothing is changed', async (_, fields) => {
    await signIn('administrator')
    const before = await day()
    const page = await browser.post('/sec/demo', { to: '2019-11-29', ...(fields as Record<string, string>) })
    expect(page).toMatchObject({ status: 403, heading: expect.stringContaining('This form is not of your session') })
    expect(await axeFindings(page.html)).toEqual([])
    expect(await day()).toBe(before)
    expect((await browser.get('/sec/')).who).toBe('Code administrator')
  })

  it('with the token of another session is refused', async () => {
    const other = site.browser()
    await signIn('dcc', '/sec/', other)
    await signIn('administrator')
    expect((await browser.post('/sec/demo', { to: '2019-11-29', csrf: await other.csrf() })).status).toBe(403)
  })

  it('of a session that ran out loses nothing: its page holds what was written until its writer has signed in again', async () => {
    const fields = { title: 'A change of seats', proposer: 'organisation/dcc', issue: 'Too few <seats>,\nby far.', extra: 'kept too' }
    await signIn('dcc')
    const stale = { ...fields, csrf: await browser.csrf() }
    site.pass(IDLE_MILLISECONDS + MINUTE)
    const kept = await browser.post('/sec/acts/raise-draft-proposal', stale)
    expect(kept).toMatchObject({ status: 403, heading: expect.stringContaining('You are signed out') })
    expect(kept.text).toContain('Too few <seats>, by far.')
    expect(kept.headers.get('cache-control')).toContain('no-store')
    expect(await axeFindings(kept.html)).toEqual([])
    await signIn('dcc')
    const again = await browser.post('/sec/acts/raise-draft-proposal', hiddenIn(kept))
    expect(again).toMatchObject({ status: 403, text: expect.stringContaining('You are signed in as DCC: send it as that') })
    const raised = await browser.post('/sec/acts/raise-draft-proposal', hiddenIn(again))
    expect((await browser.get(raised.location ?? '')).text).toContain('Too few <seats>, by far.')
  })

  it('of a session that ran out is shown again where a file was chosen, since no page holds a file', async () => {
    await signIn('dcc')
    const body = new FormData()
    const written = { title: 'With a file', proposer: 'organisation/dcc', issue: 'It is attached.', csrf: await browser.csrf() }
    for (const [name, value] of Object.entries(written)) body.set(name, value)
    body.set('recorded.files', new File(['%PDF'], 'evidence.pdf', { type: 'application/pdf' }))
    await signIn('dcc')
    const kept = await pageFrom(body)
    expect(kept).toMatchObject({ status: 403, text: expect.stringContaining('choose it again') })
    const shown = await browser.post('/sec/acts/raise-draft-proposal', hiddenIn(kept))
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Nothing is recorded yet')
    expect(shown.document.querySelector('textarea[name=issue]')?.textContent).toBe('It is attached.')
  })
  const pageFrom = (body: FormData) =>
    browser.send('/sec/acts/raise-draft-proposal', { method: 'POST', body, headers: { origin: 'http://localhost' } })

  it('from another site is refused, even with the token', async () => {
    await signIn('administrator')
    const csrf = await browser.csrf()
    expect((await browser.post('/sec/sign-out', { csrf }, { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await browser.get('/sec/')).who).toBe('Code administrator')
  })

  it('signs nobody in from another site', async () => {
    const page = await browser.post('/sec/sign-in/sample', { sample: 'dcc' }, { origin: 'https://elsewhere.example' })
    expect([page.status, browser.jar.size]).toEqual([403, 0])
  })

  it('is taken from the public address of a proxy', async () => {
    const behind = await openPeopleSite({ log: 'demo', url: 'https://codes.example' })
    const inside = behind.browser()
    const send = (origin: string) =>
      inside.send('http://127.0.0.1:8080/sec/sign-in/sample', {
        method: 'POST',
        body: new URLSearchParams({ sample: 'dcc' }),
        headers: { origin },
      })
    expect((await send('https://elsewhere.example')).status).toBe(403)
    expect((await send('https://codes.example')).status).toBe(303)
    await behind.close()
  }, 60_000)

  it('is read only up to a length', async () => {
    await signIn('administrator')
    expect((await browser.post('/sec/demo', { to: 'a'.repeat(2_000_000), csrf: await browser.csrf() })).status).toBe(413)
  })

  it('of JSON needs the token in its header', async () => {
    await signIn('administrator')
    const body = JSON.stringify({ acts: [], dryRun: true })
    const send = (headers: Record<string, string>) =>
      browser.send('/sec/api/acts', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
    expect((await send({})).status).toBe(403)
    expect((await send({ 'x-csrf-token': await browser.csrf() })).status).not.toBe(403)
  })
})

describe('sample accounts', () => {
  it.each([
    ['a real register', { log: 'real' }],
    ['a demonstration with mail', { log: 'demo', mail: { smtpUrl: 'smtp://127.0.0.1:9', from: 'codicil@codes.example' } }],
    ['a demonstration with a provider', { log: 'demo', oidc: { issuer: 'https://id.example', clientId: 'a', clientSecret: 'b' } }],
  ] as const)(
    'are not offered by %s, nor taken by it',
    async (_, kind) => {
      const other = await openPeopleSite(kind)
      const visitor = other.browser()
      const page = await visitor.get('/sec/sign-in')
      expect(page.document.querySelector('button[name=sample]')).toBeNull()
      expect(await axeFindings(page.html)).toEqual([])
      expect((await visitor.post('/sec/sign-in/sample', { sample: 'administrator' })).status).toBe(403)
      expect([visitor.jar.size, await other.people.accounts()]).toEqual([0, []])
      await other.close()
    },
    60_000,
  )
})
