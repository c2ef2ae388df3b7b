import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './browser.ts'
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
