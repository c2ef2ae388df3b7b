import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { openReader, type Reader } from '../support/browser.ts'
import { demoInBrowser } from '../support/demo-in-browser.ts'

const demo = demoInBrowser()
let reader: Reader
beforeAll(async () => {
  reader = await openReader(demo.browser, demo.server.url, 'desktop', { audit: false })
})

type Focused = { readonly name: string; readonly marked: boolean; readonly seen: boolean; readonly inMain: boolean }

/** What has the focus: how it is called, whether it is marked, and whether it can be seen. */
function focused(page: Page): Promise<Focused | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return undefined
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    // The calendar's button inside a field for a day: the browser marks it itself.
    const isOfBrowser = element.matches('input:focus-within:not(:focus)')
    const { top, bottom, left, right, width } = element.getBoundingClientRect()
    return {
      name: (element.getAttribute('name') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim(),
      marked: (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none' || isOfBrowser,
      seen: width > 1 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      inMain: element.closest('main') !== null,
    }
  })
}

async function tabThrough(page: Page, most: number): Promise<readonly Focused[]> {
  const path: Focused[] = []
  while (path.length < most) {
    await page.keyboard.press('Tab')
    const next = await focused(page)
    if (!next) return path
    path.push(next)
  }
  return path
}

it('the first stop is the skip link, which leads past the head of the page', async () => {
  const { page } = reader
  await reader.open('/sec/')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toMatchObject({ name: 'Skip to main content', seen: true, marked: true })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toMatchObject({ name: 'q', inMain: true })
})

it('the stops are in the order of the page', async () => {
  await reader.open('/sec/')
  const names = (await tabThrough(reader.page, 15)).map(({ name }) => name)
  expect(names).toEqual([
    'Skip to main content',
    'Codicil Smart Energy Code modifications',
    'Sign in',
    'Register',
    'Assessments',
    'Releases',
    'Meetings',
    'Reports',
    'Rulebook',
    'Glossary',
    'to',
    'to',
    'to',
    'q',
    'Search',
  ])
})

it.each(['/sec/', '/sec/register', '/sec/SECMP0007', '/sec/assessments', '/sec/releases/2019-11'])(
  'every stop of %s is marked, and not hidden by anything',
  async (path) => {
    await reader.open(path)
    const stops = await tabThrough(reader.page, 60)
    expect(stops.length).toBeGreaterThan(10)
    expect(stops.filter(({ marked, seen }) => !marked || !seen)).toEqual([])
  },
)

it('a modification is found, its counting unfolded and its past read with the keyboard alone', async () => {
  const { page } = reader
  await reader.open('/sec/')
  await reach(page, 'q')
  await page.keyboard.type('secmp 7')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sec/SECMP0007')
  await reach(page, 'How this is counted')
  await page.keyboard.press('Enter')
  expect(await page.getByText(/^49 = 67 days from 30 Jul to 4 Oct, both ends/).isVisible()).toBe(true)
  await reach(page, 'asof')
  await typeDay(page, ['30092019', '09302019'], '2019-09-30')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sec/SECMP0007?asof=2019-09-30**')
  await reach(page, 'Back to today')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/sec/SECMP0007')
})

/** Types a day in the order of its parts that this browser wants: it follows the machine's language, not the page's. */
async function typeDay(page: Page, ways: readonly string[], day: string): Promise<void> {
  for (const digits of ways) {
    await page.keyboard.type(digits)
    if ((await page.getByLabel('Show the register as at').inputValue()) === day) return
    for (let parts = 1; parts < 3; parts += 1) await page.keyboard.press('Shift+Tab')
  }
  throw new Error(`the field does not take ${day}`)
}

/** Goes on with Tab until this has the focus. */
async function reach(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 80; stops += 1) {
    await page.keyboard.press('Tab')
    if ((await focused(page))?.name === name) return
  }
  throw new Error(`no stop is called ${name}`)
}
