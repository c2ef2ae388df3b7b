import { beforeAll, expect, it } from 'vitest'
import { openReader, type Reader } from '../support/browser.ts'
import { demoInBrowser } from '../support/demo-in-browser.ts'

/** One visitor moves the clock of one demo, page by page: these tests are told in order. */
const demo = demoInBrowser()
let reader: Reader
beforeAll(async () => {
  reader = await openReader(demo.browser, demo.server.url, 'narrow', { audit: false })
})

const main = async () => (await reader.page.getByRole('main').innerText()).replace(/\s+/g, ' ')
const banner = () => reader.page.getByRole('region', { name: 'Demonstration' })

it('begins on 4 October 2019, and says so', async () => {
  await reader.open('/sec/MP076')
  expect(await banner().innerText()).toContain('today is 4 October 2019')
  expect(await main()).toContain('With the Authority')
})

it('moves to 29 November 2019 by a button, and the page shows what has happened since', async () => {
  await reader.press('29 November 2019')
  expect(reader.where()).toBe('/sec/MP076')
  expect(await banner().innerText()).toContain('today is 29 November 2019')
  expect(await main()).toMatch(/Implemented/)
  await reader.page.locator('#releases').getByRole('link', { name: 'November 2019 SEC Release' }).click()
  await reader.page.waitForLoadState()
  expect(reader.where()).toMatch(/^\/sec\/releases\/2019-11/)
})

it('shows the release with ten in its scope, and the dates it has had', async () => {
  const text = await main()
  expect(text).toMatch(/Scope 10 modifications/)
  expect(text).toContain('MP076')
  expect(text).toContain('7 November 2019')
  expect(text).toContain('24 November 2019')
  expect(text).toContain('29 November 2019')
})

it('moves on to the end of 2020 and to the end of the sample, and offers no day before', async () => {
  await reader.press('the end of 2020')
  expect(await banner().innerText()).toContain('today is 31 December 2020')
  expect(await reader.page.getByRole('button', { name: '29 November 2019' }).count()).toBe(0)
  await reader.press('the end of the sample')
  expect(await banner().innerText()).toMatch(/today is 29 May 2026\. The sample ends here\./)
  expect(await banner().getByRole('button').count()).toBe(0)
})

it('cannot go back', async () => {
  const body = new URLSearchParams({ to: '2019-10-04', back: '/sec/' })
  const response = await fetch(`${demo.server.url}/sec/demo`, { method: 'POST', body, headers: { origin: demo.server.url } })
  expect(response.status).toBe(409)
  expect(await response.text()).toContain('only moves forward, and shows 29 May 2026')
})

it('keeps its clock and its facts when the server is started again', async () => {
  await reader.close()
  expect((await demo.server.stop()).code).toBe(0)
  await demo.startAgain()
  expect(demo.server.stdout()).toContain('its clock shows 29 May 2026')
  reader = await openReader(demo.browser, demo.server.url, 'desktop', { audit: false })
  await reader.open('/sec/MP076')
  expect(await main()).toMatch(/Implemented/)
})
