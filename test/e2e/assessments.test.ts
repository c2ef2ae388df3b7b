import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openAuditor, openReader } from '../support/browser.ts'
import { demoInBrowser } from '../support/demo-in-browser.ts'

const demo = demoInBrowser()

const [id, reference] = ['79', 'MP079']

describe('on a narrow screen, without scripts', () => {
  const signedIn = async (as: string) => {
    const reader = await openReader(demo.browser, demo.server.url, 'narrow', { audit: false })
    await reader.open('/sec/sign-in')
    await reader.press(as)
    return reader
  }

  it('the provider accepts an assessment with one click and returns it with its document in three; both sides see one clock', async () => {
    const administrator = await signedIn('Code administrator')
    await administrator.open(`/sec/acts/request-assessment/modification/${id}`)
    await administrator.page.getByLabel('Preliminary Assessment').check()
    await administrator.page.getByRole('radio', { name: 'DCC' }).check()
    await administrator.press('Request an assessment')

    const dcc = await signedIn('DCC')
    let clicks = 0
    const click = async (what: Locator) => {
      clicks++
      await what.click()
      await dcc.page.waitForLoadState()
    }
    await dcc.open('/sec/assessments')
    const of = new RegExp(`: Preliminary Assessment( 2)? of ${reference}$`)
    await click(dcc.page.getByRole('button', { name: of }))
    expect(clicks).toBe(1)
    expect(dcc.where()).toContain(`/sec/${reference}`)
    const due = (reader: typeof dcc) => reader.page.locator('#assessments').getByText('25 October 2019', { exact: true }).innerText()
    const path = `/sec/${reference}`
    await administrator.open(path)
    expect(await due(administrator)).toBe(await due(dcc))

    clicks = 0
    await dcc.open('/sec/assessments')
    await click(dcc.page.getByRole('link', { name: new RegExp(`^Return an assessment\\s*${of.source}`) }))
    await click(dcc.page.getByLabel('Title of its document'))
    await dcc.page.keyboard.type('Preliminary Assessment v1.0')
    await click(dcc.page.getByRole('button', { name: 'Return an assessment' }))
    expect(clicks).toBe(3)
    await administrator.open(path)
    expect(await administrator.page.locator('#assessments').innerText()).toContain('as ‘Preliminary Assessment v1.0’')
    await dcc.close()
    await administrator.close()
  })

  it('meets sound pages of what is refined', async () => {
    const dcc = await signedIn('DCC')
    const auditor = await openAuditor(demo.browser)
    await auditor.page.context().addCookies(await dcc.page.context().cookies())
    for (const path of ['/sec/assessments', `/sec/${reference}`, `/sec/acts/cost-assessment/modification/${id}`])
      await auditor.expectSound(`${demo.server.url}${path}`)
    await auditor.close()
    await dcc.close()
  })
})
