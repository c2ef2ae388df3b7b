import { beforeAll, describe, expect, it } from 'vitest'
import { openAuditor } from '../support/browser.ts'
import { demoInBrowser } from '../support/demo-in-browser.ts'

/** One of each kind. */
const always = [
  '/sec/',
  '/sec/register',
  '/sec/register?stage=refine&release=2020-11',
  '/sec/MP076',
  '/sec/SECMP0063',
  '/sec/assessments',
  '/sec/releases',
  '/sec/releases/2019-11',
  '/sec/reports',
  '/sec/reports/change-status/2019-10',
  '/sec/glossary',
]
const inOctober = ['/sec/register?q=alt+han', '/sec/register?q=zzzzzz', '/sec/SECMP0007', '/sec/DP085', '/sec/releases/standalone-eu-exit']
/** What only the end of the sample has: long lives, parts, another day, another count. */
const inTheEnd = [
  '/sec/',
  '/sec/register?asof=2019-10-04&known=2019-10-04',
  '/sec/MP109',
  '/sec/MP122A',
  '/sec/releases/2020-11',
  '/sec/MP076?asof=2019-10-04',
  '/sec/assessments?to=2019-09-30',
]
/** With the status that each is answered with. */
const problems: readonly (readonly [string, number])[] = [
  ['/sec/MP999', 404],
  ['/sec/nonsense', 404],
  ['/sec/releases/2031-01', 404],
  ['/elsewhere', 404],
  ['/sec/register?asof=2019-02-30', 400],
  ['/sec/register?asof=2031-01-01', 400],
  ['/sec/register?known=2019-01-01', 400],
  ['/sec/reports/change-status/2031-10', 404],
  ['/sec/reports/change-status/2019-13', 400],
  ['/sec/demo', 405],
]

const demo = demoInBrowser()

async function expectAllSound(paths: readonly string[], told: typeof problems = []): Promise<void> {
  const auditor = await openAuditor(demo.browser)
  for (const path of paths) await auditor.expectSound(`${demo.server.url}${path}`)
  for (const [path, status] of told) await auditor.expectSound(`${demo.server.url}${path}`, status)
  await auditor.close()
}

describe('on 4 October 2019', () => {
  it('axe finds nothing on any page, and none scrolls sideways', () => expectAllSound([...always, ...inOctober], problems))

  it('a page that tells what is wrong has the right status, and no trace of the program', async () => {
    for (const [path, status] of problems) {
      const response = await fetch(`${demo.server.url}${path}`)
      expect([path, response.status]).toEqual([path, status])
      expect(await response.text()).not.toMatch(/\bat .*:\d+:\d+|Error:/)
    }
  })

  it('the report prints as a paper: without the site around it', async () => {
    const context = await demo.browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${demo.server.url}/sec/reports/change-status/2019-10`)
    await page.emulateMedia({ media: 'print' })
    for (const part of ['nav[aria-label="Register"]', '[aria-label="Demonstration"]', '[aria-label="Travel in time"]', '.govuk-skip-link'])
      expect([part, await page.locator(part).isVisible()]).toEqual([part, false])
    expect(await page.getByRole('heading', { name: '5. Release' }).isVisible()).toBe(true)
    const paper = await page.pdf({ format: 'A4' })
    const leaves = paper.toString('latin1').match(/\/Type ?\/Page\b/g) ?? []
    expect(leaves.length).toBeGreaterThan(3)
    expect(leaves.length).toBeLessThan(20)
    await context.close()
  })
})

describe('at the end of the sample', () => {
  beforeAll(async () => {
    const body = new URLSearchParams({ to: '2026-05-29', back: '/sec/' })
    const moved = await fetch(`${demo.server.url}/sec/demo`, {
      method: 'POST',
      body,
      headers: { origin: demo.server.url },
      redirect: 'manual',
    })
    expect(moved.status).toBe(303)
  })

  it('axe finds nothing on any page, and none scrolls sideways', () => expectAllSound(inTheEnd))
})
