import { describe, expect, it } from 'vitest'
import { openReader } from '../support/browser.ts'
import { demoInBrowser } from '../support/demo-in-browser.ts'

const demo = demoInBrowser()

describe('a Draft Proposal converted, and taken back', () => {
  it('in two clicks with whom it tells shown before the second, and one more while nobody has been told', async () => {
    const reader = await openReader(demo.browser, demo.server.url, 'narrow', { audit: false })
    await reader.open('/sec/sign-in')
    await reader.press('Code administrator')
    await reader.open('/sec/acts/change-path/modification/83?path=self-governance')
    await reader.press('Change the path')
    await reader.press('Sign out')
    await reader.open('/sec/sign-in')
    await reader.press('Secretary of the SEC Panel')
    await reader.open('/sec/DP083')
    await reader.page.getByRole('link', { name: 'Convert to a Modification Proposal' }).first().click()
    expect(await reader.page.locator('.app-audience').innerText()).toMatch(/^This (will tell|tells nobody)/)
    await reader.page.getByRole('button', { name: 'Convert to a Modification Proposal' }).click()
    expect(reader.where()).toMatch(/^\/sec\/MP083/)
    await reader.press('Undo')
    expect(reader.where()).toMatch(/^\/sec\/DP083/)
    await reader.close()
  })
})
