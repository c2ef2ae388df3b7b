import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { openBrowser, openReader } from './browser.ts'
import { copyDemo } from './demo-copy.ts'
import { build, ownDirectory, type Started, start } from './started.ts'

export type DemoInBrowser = {
  readonly browser: Browser
  readonly server: Started
  /** The directory of its log. */
  readonly data: string
  /** Serves the same log again, once the server was stopped. */
  readonly startAgain: () => Promise<void>
}

/** A demo of its own, served for the tests of one file, and a browser beside it; both are there once the tests begin. */
export function demoInBrowser(): DemoInBrowser {
  const { directory, remove } = ownDirectory()
  const opened = {
    data: directory,
    startAgain: async () => {
      opened.server = await start(directory)
    },
  } as { browser: Browser; server: Started; data: string; startAgain: () => Promise<void> }
  beforeAll(async () => {
    build()
    copyDemo(directory)
    opened.server = await start(directory)
    opened.browser = await openBrowser()
  })
  afterAll(async () => {
    await opened.browser.close()
    await opened.server.stop()
    remove()
  })
  return opened
}

/** Lets the demonstration's clock come to a day, as its banner does. */
export async function moveTo({ server: { url } }: DemoInBrowser, day: string): Promise<void> {
  const response = await fetch(`${url}/sec/demo`, {
    method: 'POST',
    body: new URLSearchParams({ to: day, back: '/sec/' }),
    headers: { origin: url },
  })
  expect(response.status).toBe(200)
}

/** What a page says to whoever opens it. */
export async function publicly({ browser, server }: DemoInBrowser, path: string): Promise<string> {
  const reader = await openReader(browser, server.url, 'desktop', { audit: false })
  await reader.open(path)
  const text = await reader.page.locator('main').innerText()
  await reader.close()
  return text
}
