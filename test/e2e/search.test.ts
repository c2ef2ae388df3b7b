import { beforeAll, describe, expect, it } from 'vitest'
import { openReader, type Reader, screens } from '../support/browser.ts'
import { demoInBrowser } from '../support/demo-in-browser.ts'

const demo = demoInBrowser()
let reader: Reader
beforeAll(async () => {
  reader = await openReader(demo.browser, demo.server.url, 'desktop', { audit: false })
})

async function search(words: string): Promise<void> {
  await reader.page.getByLabel('Find a modification').fill(words)
  await reader.page.getByLabel('Find a modification').press('Enter')
  await reader.page.waitForLoadState()
}

describe('a reference and Enter: one action', () => {
  it.each(['MP076', 'mp76', 'SECMP0076', 'secmp 76', 'SECMP 0076', 'dp076', '76'])('%s leads to the page of MP076', async (spelling) => {
    await reader.page.goto(`${demo.server.url}/sec/`)
    await search(spelling)
    expect(reader.where()).toBe('/sec/MP076')
  })

  it('shows where it stands, who must act, since when and what was decided without scrolling', async () => {
    await reader.open('/sec/')
    const began = Date.now()
    await search('secmp76')
    expect(Date.now() - began).toBeLessThan(5_000)
    const main = reader.page.getByRole('main')
    for (const text of [
      'Report Phase: With the Authority',
      'Who holds the action',
      'What is next',
      'The Change Board recommended approval',
    ]) {
      const box = await main.getByText(text).first().boundingBox()
      expect({ text, seen: box !== null && box.y + box.height <= screens.desktop.height }).toEqual({ text, seen: true })
    }
  })

  it('works from the register too, and keeps the day told of', async () => {
    await reader.open('/sec/register?asof=2019-09-30')
    await search('secmp7')
    expect(reader.where()).toBe('/sec/SECMP0007?asof=2019-09-30')
  })
})

describe('words and Enter', () => {
  it('lists what has them, and one more click opens it', async () => {
    await reader.open('/sec/')
    await search('non-payment')
    await reader.follow(/^MP076/)
    expect(reader.where()).toBe('/sec/MP076')
  })

  it('forgives a slip of the pen', async () => {
    await reader.open('/sec/')
    await search('fimware updates')
    expect(await reader.page.getByRole('main').getByRole('link', { name: 'SECMP0007' }).isVisible()).toBe(true)
  })

  it('that nothing has are answered with what to try', async () => {
    await reader.open('/sec/')
    await search('zzzzzz')
    expect(await reader.page.getByRole('main').innerText()).toContain('Try:')
    expect(await reader.page.getByLabel('Find a modification').inputValue()).toBe('zzzzzz')
  })
})
