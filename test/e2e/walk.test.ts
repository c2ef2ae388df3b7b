import { describe, expect, it } from 'vitest'
import { openReader, type Reader } from '../support/browser.ts'
import { demoInBrowser } from '../support/demo-in-browser.ts'

const arithmetic =
  '45 = 63 days from 30 Jul to 30 Sep, both ends, less 18 weekend days; the bank holiday of 26 Aug is not taken out under this convention; it would be 44, or 43 with the day of acceptance not counted'

const demo = demoInBrowser()

describe('from the home page, without scripts, on a narrow screen', () => {
  it('to the 45 WD of SECMP0007 and their arithmetic, and back in time', async () => {
    const reader = await openReader(demo.browser, demo.server.url, 'narrow')
    const { page } = reader
    await reader.open('/')
    expect(reader.where()).toBe('/sec/')

    await reader.follow('Assessments')
    await reader.follow('As the October 2019 paper counts: to 30 September 2019')
    const row = page.getByRole('table', { name: 'Open assessments, counted to 30 September 2019' }).locator('tbody').first()
    expect(await row.innerText()).toMatch(/SECMP0007[\s\S]*45 WD/)
    await unfolded(reader, arithmetic)

    await page.getByRole('link', { name: 'SECMP0007' }).first().click()
    expect(reader.where()).toMatch(/^\/sec\/SECMP0007#/)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/Firmware updates to IHDs and PPMIDs$/)
    expect(await page.getByText('45 WD by 30 September 2019').isVisible()).toBe(true)
    await unfolded(reader, arithmetic)

    await page.getByLabel('Show the register as at').fill('2019-09-30')
    await reader.press('Show')
    expect(reader.where()).toContain('asof=2019-09-30')
    const banner = page.getByRole('region', { name: 'Another day' })
    expect(await banner.innerText()).toContain('as at 30 September 2019, as known today')
    expect(await page.getByText('45 WD by 30 September 2019').first().isVisible()).toBe(true)
    await unfolded(reader, arithmetic)

    await reader.follow('Back to today')
    expect(reader.where()).toBe('/sec/SECMP0007')
    expect(await banner.count()).toBe(0)
    await reader.close()
  })

  it('through the report, where every figure leads to what it counts', async () => {
    const reader = await openReader(demo.browser, demo.server.url, 'narrow')
    await reader.open('/sec/')
    await reader.follow('Reports')
    await reader.follow('October 2019')
    expect(reader.where()).toBe('/sec/reports/change-status/2019-10')
    const main = reader.page.getByRole('main')
    expect((await main.innerText()).replace(/\s+/g, ' ')).toMatch(/SECMP0007 .{0,80}45 WD/)
    await reader.page.locator('main a[href$="/figures/stage.refine"]').first().click()
    expect(await main.innerText()).toContain('20 modifications, as at 4 October 2019')
    await reader.close()
  })
})

/** Opens what is folded around a sentence, by clicks on its summaries, until the sentence can be read. */
async function unfolded({ page }: Reader, sentence: string): Promise<void> {
  const folded = page.locator('details', { hasText: sentence })
  expect(await folded.count()).toBeGreaterThan(0)
  await folded.first().locator('summary').first().click()
  expect(await page.getByText(sentence).first().isVisible()).toBe(true)
}
