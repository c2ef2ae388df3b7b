import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openAuditor, openReader } from '../support/browser.ts'
import { demoInBrowser } from '../support/demo-in-browser.ts'
import { ownDirectory, start, startInVain } from '../support/started.ts'

const demo = demoInBrowser()
const who = (page: { readonly getByRole: (role: 'banner') => { readonly innerText: () => Promise<string> } }) =>
  page.getByRole('banner').innerText()

describe('a visitor without scripts, on a narrow screen', () => {
  it('signs in as a sample account, comes back to the page, looks at the account, and signs out', async () => {
    const { page, open, follow, press, where, close } = await openReader(demo.browser, demo.server.url, 'narrow')
    await open('/sec/MP076')
    await follow('Sign in')
    expect(where()).toBe('/sec/sign-in?back=%2Fsec%2FMP076')
    await press('Code administrator')
    expect(where()).toBe('/sec/MP076')
    expect(await who(page)).toContain('Signed in: Code administrator')
    await page.goto(`${demo.server.url}/sec/account`)
    await page.getByLabel('What the token is for').fill('a program')
    await page.getByRole('button', { name: 'Make a token' }).click()
    await page.waitForLoadState()
    expect(await page.getByRole('status').innerText()).toMatch(/codicil_[\w-]{43}/)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForLoadState()
    expect(where()).toBe('/sec/')
    expect(await who(page)).not.toContain('Signed in')
    await close()
  })

  it('meets sound pages while signed in', async () => {
    const { page, open, press, close } = await openReader(demo.browser, demo.server.url, 'narrow', { audit: false })
    await open('/sec/sign-in')
    await press('Second code administrator')
    const auditor = await openAuditor(demo.browser)
    await auditor.page.context().addCookies(await page.context().cookies())
    for (const path of ['/sec/sign-in', '/sec/account', '/sec/accounts', '/sec/register'])
      await auditor.expectSound(`${demo.server.url}${path}`)
    await page.goto(`${demo.server.url}/sec/accounts`)
    const link = await page.getByRole('main').getByRole('link').first().getAttribute('href')
    await auditor.expectSound(`${demo.server.url}${link}`)
    await auditor.close()
    await close()
  })
})

describe('a start', () => {
  const { directory, remove } = ownDirectory()
  afterAll(remove)
  const oidc = {
    CODICIL_URL: 'https://codes.example',
    CODICIL_OIDC_ISSUER: 'https://id.example',
    CODICIL_OIDC_CLIENT_ID: 'codicil',
    CODICIL_OIDC_CLIENT_SECRET: 'secret',
  }

  it.each([
    ['would be', 'new'],
    ['is', 'kept'],
  ])('is refused in one line with a provider, where the log %s a demonstration', async (is, name) => {
    const data = join(directory, name)
    if (name === 'kept') await (await start(data)).stop()
    const { code, stdout, stderr } = await startInVain({ ...oidc, PORT: '0', CODICIL_DATA: data })
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: '',
      stderr: `codicil: CODICIL_OIDC_ISSUER is set, and the log in ${data} ${is} a demonstration: unset it, or set CODICIL_DATA to the directory of a real log\n`,
    })
  })

  it('is refused in one line with half of a way to sign in', async () => {
    const ended = await startInVain({ CODICIL_SMTP_URL: 'smtps://mail.example', PORT: '0', CODICIL_DATA: join(directory, 'half') })
    expect(ended.stderr).toBe(
      'codicil: CODICIL_SMTP_URL came without CODICIL_MAIL_FROM and CODICIL_URL: set CODICIL_MAIL_FROM and CODICIL_URL too, or unset CODICIL_SMTP_URL\n',
    )
  })
})
