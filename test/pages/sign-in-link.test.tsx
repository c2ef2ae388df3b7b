import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { addAccount, disableAccount } from '../../src/app/people/accounts.ts'
import { LINK_MINUTES } from '../../src/app/people/links.ts'
import { hashOf } from '../../src/app/people/secret.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { type Browser, openPeopleSite, type PeopleSite } from '../support/people-site.ts'
import { axeFindings } from '../support/site.ts'
import { startMailServer, type TestMailServer } from '../support/smtp.ts'

const MINUTE = 60_000

let mail: TestMailServer
let site: PeopleSite
let browser: Browser
let address: string
let made = 0

beforeAll(async () => {
  mail = await startMailServer()
  const settings = { smtpUrl: mail.url, from: 'codicil@codes.example' }
  site = await openPeopleSite({ log: 'real', url: 'https://codes.example', mail: settings, clientHeader: 'x-real-ip' })
}, 60_000)
afterAll(async () => {
  await site.close()
  await mail.stop()
})
// Each test has an address and a client of its own: the limits of one do not touch another.
beforeEach(async () => {
  browser = site.browser()
  address = `panel-${++made}@codes.example`
  await account(address)
})

async function account(email: string) {
  const added = await addAccount(site.people, { label: 'Secretary of the Panel', email, roles: [], actsFor: ['body/panel'], seats: [] })
  if (isRefused(added)) throw new Error(added.refused)
  return added
}

const ask = (email: string, { from = browser, back = '/sec/', client = `client ${made}` } = {}) =>
  from.post('/sec/sign-in/link', { email, back }, { 'x-real-ip': client })

/** Asks for a link and reads it in the mail. */
async function link(email = address, back = '/sec/'): Promise<string> {
  const before = mail.taken.length
  expect((await ask(email, { back })).status).toBe(200)
  await mail.has(before + 1)
  return new URL(/https:\S+/.exec(mail.taken.at(-1)?.text ?? '')?.[0] ?? '').pathname
}

describe('asking for a link', () => {
  it('sends it to the account’s address, with the public address of the site', async () => {
    await link()
    expect(mail.taken.at(-1)).toMatchObject({ from: 'codicil@codes.example', to: [address] })
    expect(mail.taken.at(-1)?.text).toContain('https://codes.example/sec/sign-in/link/')
    expect(mail.taken.at(-1)?.text).toContain(`within ${LINK_MINUTES} minutes`)
  })

  it('reads the address in any case, with white space around it', async () => {
    await link(`  ${address.toUpperCase()} `)
    expect(mail.taken.at(-1)?.to).toEqual([address])
  })

  it('answers the same whether an account has the address, has none, or is disabled', async () => {
    await disableAccount(site.people, await account('gone@codes.example'), true)
    const before = mail.taken.length
    const pages = [await ask(address), await ask('nobody@codes.example'), await ask('gone@codes.example')]
    const [first, ...others] = pages.map(({ status, html }) => [status, html.replaceAll(/[\w.-]+@codes\.example/g, '…')])
    for (const other of others) expect(other).toEqual(first)
    expect(first?.[0]).toBe(200)
    await mail.has(before + 1)
    await site.people.idle()
    expect(mail.taken.length).toBe(before + 1)
  })

  it('says what is wrong with an address, beside its field', async () => {
    const page = await ask('panel at codes')
    expect([page.status, page.text]).toEqual([
      422,
      expect.stringContaining('Expected an address like name@example.org, and “panel at codes”'),
    ])
    expect(page.document.querySelector('.govuk-error-summary a')?.getAttribute('href')).toBe('#f-email')
    expect(page.document.querySelector<HTMLInputElement>('#f-email')?.value).toBe('panel at codes')
    expect(await axeFindings(page.html)).toEqual([])
  })

  it('is limited for each address, whether an account has it or not', async () => {
    for (const email of [address, `nobody-${made}@codes.example`]) {
      for (let n = 0; n < 3; n++) expect((await ask(email, { client: `${email} ${n}` })).status).toBe(200)
      const page = await ask(email, { client: `${email} last` })
      expect([page.status, page.headers.get('retry-after')]).toEqual([429, String(LINK_MINUTES * 60)])
      expect(await axeFindings(page.html)).toEqual([])
    }
    site.pass(LINK_MINUTES * MINUTE)
    expect((await ask(address)).status).toBe(200)
  })

  it('is limited for each client, whatever address it asks for', async () => {
    for (let n = 0; n < 20; n++) expect((await ask(`guess-${made}-${n}@codes.example`)).status).toBe(200)
    expect((await ask(`guess-${made}-20@codes.example`)).status).toBe(429)
    expect((await ask(address, { client: 'another' })).status).toBe(200)
  })

  it('is told to whoever runs this, and to nobody else, where the mail cannot be sent', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    vi.spyOn(site.people.mail ?? { send: async () => undefined }, 'send').mockRejectedValueOnce(new Error('connection refused'))
    expect((await ask(address)).status).toBe(200)
    await site.people.idle()
    expect(said.mock.calls).toEqual([['codicil: connection refused']])
    vi.restoreAllMocks()
  })
})

describe('a link', () => {
  it('shows a page with a button, and is not used up by looking at it', async () => {
    const path = await link()
    for (let n = 0; n < 3; n++) {
      const page = await site.browser().get(path)
      expect([page.status, page.heading]).toEqual([200, 'Sign in'])
      expect(page.document.querySelector('main form[method=post] button')?.textContent).toBe('Sign in now')
      expect(page.html).not.toContain('<script')
      expect(await axeFindings(page.html)).toEqual([])
    }
    expect((await site.browser().send(path, { method: 'HEAD' })).status).toBe(200)
    expect((await browser.submit(path, path, {})).status).toBe(303)
  })

  it('signs in, and leads back to where the reader was', async () => {
    const path = await link(address, '/sec/register?stage=refine')
    expect(await browser.submit(path, path, {})).toMatchObject({ status: 303, location: '/sec/register?stage=refine' })
    expect((await browser.get('/sec/register')).who).toBe('Secretary of the Panel')
  })

  it('leads nowhere else', async () => {
    const path = await link(address, 'https://elsewhere.example/')
    expect((await browser.submit(path, path, {})).location).toBe('/sec/mine')
  })

  it('works once', async () => {
    const path = await link()
    await browser.submit(path, path, {})
    const again = site.browser()
    expect(await again.get(path)).toMatchObject({ status: 410, heading: 'This link does not sign in any more' })
    expect((await again.post(path, {})).status).toBe(410)
    expect(again.jar.size).toBe(0)
  })

  it('works once, whoever uses it at the same time', async () => {
    const path = await link()
    const statuses = await Promise.all(Array.from({ length: 5 }, async () => (await site.browser().post(path, {})).status))
    expect(statuses.toSorted()).toEqual([303, 410, 410, 410, 410])
  })

  it('works for fifteen minutes', async () => {
    const path = await link()
    site.pass(LINK_MINUTES * MINUTE - 1)
    expect((await browser.get(path)).status).toBe(200)
    site.pass(1)
    expect((await browser.get(path)).status).toBe(410)
    expect((await browser.post(path, {})).status).toBe(410)
  })

  it('is not used by another site', async () => {
    const path = await link()
    expect((await browser.post(path, {}, { origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await browser.get(path)).status).toBe(200)
  })

  it('is kept only as a hash, with as many bits as cannot be guessed', async () => {
    const secret = (await link()).split('/').at(-1) ?? ''
    expect(Buffer.from(secret, 'base64url').byteLength * 8).toBe(256)
    expect(await site.people.link(secret)).toBeUndefined()
    expect(await site.people.link(hashOf(secret))).toBeDefined()
  })

  it('opens nothing once its account is disabled', async () => {
    const other = await account(`late-${made}@codes.example`)
    const path = await link(`late-${made}@codes.example`)
    await disableAccount(site.people, other, true)
    expect((await browser.post(path, {})).status).toBe(410)
  })

  it('is not there where no mail is set up', async () => {
    const plain = await openPeopleSite({ log: 'demo' })
    expect((await plain.browser().post('/sec/sign-in/link', { email: address })).status).toBe(404)
    await plain.close()
  }, 60_000)
})
