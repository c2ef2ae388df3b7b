import { createRequire } from 'node:module'
import axe, { type RunOnly } from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

const { findChromium } = createRequire(import.meta.url)('../../scripts/ensure-browser.cjs') as { findChromium: () => string | undefined }

/** Widths in CSS pixels: 320 is what WCAG 1.4.10 asks a page to fit without scrolling sideways. */
export const screens = { desktop: { width: 1280, height: 800 }, narrow: { width: 320, height: 640 } } as const
export type Screen = keyof typeof screens

/** A browser that asks nothing of the world outside. */
const quiet = ['--no-first-run', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** The browser that `scripts/ensure-browser.cjs` found. Throws where there is none, with what to do. */
export function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('no Chromium was found: node scripts/ensure-browser.cjs tells what to install')
  return chromium.launch({ executablePath, args: [...quiet, '--no-sandbox', '--disable-gpu'] })
}

/** A person with a browser that runs no scripts: every task must be possible so. */
export type Reader = {
  readonly page: Page
  /** Opens an address of the site. */
  readonly open: (path: string) => Promise<void>
  /** Clicks a link, wherever it is on the page. */
  readonly follow: (name: string | RegExp) => Promise<void>
  readonly press: (name: string | RegExp) => Promise<void>
  /** Where the reader is: the path with its query, without the host. */
  readonly where: () => string
  readonly close: () => Promise<void>
}

/** `audit` looks at every page that is reached: axe finds nothing, and nothing scrolls sideways. */
export async function openReader(browser: Browser, url: string, screen: Screen, { audit = true } = {}): Promise<Reader> {
  const context = await browser.newContext({ viewport: screens[screen], javaScriptEnabled: false, locale: 'en-GB' })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const auditor = audit ? await openAuditor(browser) : undefined
  const look = async () => auditor?.expectSound(page.url())
  const click = async (role: 'link' | 'button', name: string | RegExp) => {
    await page.getByRole(role, { name, exact: typeof name === 'string' }).click()
    await page.waitForLoadState()
    await look()
  }
  return {
    page,
    open: async (path) => {
      await page.goto(`${url}${path}`)
      await look()
    },
    follow: (name) => click('link', name),
    press: (name) => click('button', name),
    where: () => page.url().slice(url.length),
    close: async () => {
      await context.close()
      await auditor?.close()
    },
  }
}

/**
 * Looks at pages with scripts allowed, since axe is one: in a tab of its own, at the same address, with everything unfolded, first at
 * 320 px and then as wide as a desk. The width decides only what can be seen of colours and sizes, so axe looks at nothing else twice.
 * A page is looked at once for each address; after the register has changed, open another.
 */
export async function openAuditor(browser: Browser) {
  const context: BrowserContext = await browser.newContext({ viewport: screens.narrow, locale: 'en-GB' })
  const page = await context.newPage()
  const seen = new Set<string>()
  const findings = async (address: string, only: RunOnly): Promise<void> => {
    expect({ address, findings: await axeFindings(page, only) }).toEqual({ address, findings: [] })
    expect({ address, beyond: await beyondTheEdge(page) }).toEqual({ address, beyond: [] })
  }
  return {
    page,
    expectSound: async (address: string, status = 200): Promise<void> => {
      const [bare = address] = address.split('#')
      if (seen.has(bare)) return
      seen.add(bare)
      await page.setViewportSize(screens.narrow)
      const response = await page.goto(bare)
      expect([bare, response?.status()]).toEqual([bare, status])
      await unfold(page)
      await findings(bare, { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      await page.setViewportSize(screens.desktop)
      await findings(bare, { type: 'rule', values: ['color-contrast', 'target-size'] })
    },
    close: () => context.close(),
  }
}

const unfold = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })

/** What axe finds by those rules, as 'rule: element'. Our pages have no frames. */
async function axeFindings(page: Page, runOnly: RunOnly): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source)
  return page.evaluate(async (only) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }
    const { violations } = await inPage.run(document, {
      runOnly: only,
      resultTypes: ['violations'],
      preload: false,
    })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  }, runOnly)
}

/** The elements that make the page scroll sideways; [] where it does not. */
function beyondTheEdge(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > clientWidth)
    return wide.slice(-3).map((element) => element.outerHTML.slice(0, 160))
  })
}
