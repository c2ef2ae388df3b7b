import { beforeAll, describe, expect, it } from 'vitest'
import { openAuditor, openReader, type Reader } from '../support/browser.ts'
import { demoInBrowser } from '../support/demo-in-browser.ts'

/** Today is 29 November 2019; MP076 has been implemented on it, and was with the Authority on 4 October. */
const demo = demoInBrowser()
let reader: Reader
beforeAll(async () => {
  reader = await openReader(demo.browser, demo.server.url, 'desktop', { audit: false })
  await reader.open('/sec/')
  await reader.press('29 November 2019')
})

const main = async () => (await reader.page.getByRole('main').innerText()).replace(/\s+/g, ' ')
const banner = () => reader.page.getByRole('region', { name: 'Another day' })

describe('the register as it stood on 4 October 2019', () => {
  it('is one click away on any page, and one click back', async () => {
    await reader.open('/sec/MP076')
    expect(await main()).toMatch(/Implemented/)
    await reader.page.getByLabel('Show the register as at').fill('2019-10-04')
    await reader.press('Show')
    expect(await banner().innerText()).toContain('You are reading the register as at 4 October 2019, as known today.')
    expect(await main()).toContain('With the Authority')
    await reader.follow('Back to today')
    expect([reader.where(), await banner().count()]).toEqual(['/sec/MP076', 0])
  })

  it('is an address, and stays through the links of the site', async () => {
    await reader.open('/sec/?asof=2019-10-04')
    for (const name of ['Register', 'Assessments', 'Releases', 'Reports', 'Glossary']) {
      await reader.follow(name)
      expect(reader.where()).toContain('asof=2019-10-04')
      expect(await banner().isVisible()).toBe(true)
    }
  })

  it('keeps every other spelling of an address on that day', async () => {
    for (const path of ['/MP076', '/secmp76', '/sec/secmp0076', '/modifications/pursuing-non-payment-in-events-of-default/']) {
      await reader.page.goto(`${demo.server.url}${path}?asof=2019-10-04`)
      expect(reader.where()).toBe('/sec/MP076?asof=2019-10-04')
    }
  })

  it('is compared with today in two clicks, from any page', async () => {
    let clicks = 0
    await reader.open('/sec/register')
    await reader.page.getByLabel('Show the register as at').fill('2019-10-04')
    clicks++
    await reader.press('Show')
    clicks++
    await reader.follow('what differs from today')
    const auditor = await openAuditor(demo.browser)
    await auditor.expectSound(reader.page.url())
    await auditor.close()
    expect([clicks, reader.where()]).toEqual([2, '/sec/register/compared?asof=2019-10-04'])
    expect(await main()).toMatch(/MP076 Pursuing Non-Payment in Events of Default Report Phase: With the Authority .*Implemented/)
    const csv = await (await fetch(`${demo.server.url}/sec/register/compared.csv?asof=2019-10-04`)).text()
    expect(csv).toMatch(/^MP076,.*,standing,Report Phase: With the Authority,Implemented,2019-10-04,2019-11-29\r?$/m)
  })

  it('can be asked as it was known then', async () => {
    await reader.open('/sec/register?asof=2019-10-04')
    await reader.page.getByLabel('with what was recorded by (optional)').fill('2019-10-04')
    await reader.press('Show')
    expect(await banner().innerText()).toContain('with what it had recorded by 4 October 2019')
  })

  it('is a CSV too, by the link of the page', async () => {
    await reader.open('/sec/register?asof=2019-10-04')
    const link = reader.page.getByRole('main').locator('a[href*=".csv"]').first()
    const href = await link.getAttribute('href')
    expect(href).toContain('asof=2019-10-04')
    const response = await fetch(`${demo.server.url}${href}`)
    expect(response.headers.get('content-type')).toContain('text/csv')
    const row = (text: string) => text.split('\n').find((line) => line.startsWith('MP076,'))
    expect(row(await response.text())).toContain('opine')
    expect(row(await (await fetch(`${demo.server.url}/sec/register.csv`)).text())).toContain('implemented')
  })
})
