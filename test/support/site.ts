import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { JSDOM, VirtualConsole } from 'jsdom'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import { openApp } from '../../src/app/app.ts'
import { moveDemo, openDemo } from '../../src/app/demo.ts'
import { type CalendarDate, calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { createSite } from '../../src/web/server.tsx'
import { copyDemo } from './demo-copy.ts'

const root = join(import.meta.dirname, '../..')
const styles = { path: '/assets/site-0123456789ab.css', body: 'body { color: black }', type: 'text/css; charset=utf-8' }

/** The site over a demo register of its own, in a directory that `close` removes: through the front door, without a port. */
export type TestSite = Awaited<ReturnType<typeof openTestSite>>

/** Opens the demo on 4 October 2019, and moves its clock to a day where one is given. Throws where the sample is refused. */
export async function openTestSite(upTo?: CalendarDate) {
  const directory = mkdtempSync(join(tmpdir(), 'codicil-site-'))
  copyDemo(directory)
  const app = await openApp(directory)
  for (const done of [await openDemo(app, root), upTo ? await moveDemo(app, root, upTo) : 'kept'])
    if (isRefused(done)) throw new Error(done.refused)
  const web = createSite({ app, root, grammar, styles })
  const request = async (path: string, init?: RequestInit): Promise<Response> => web.request(path, init)
  return {
    app,
    directory,
    request,
    /** Lets the clock of the demo go on to a day. Throws where the sample is refused on the way. */
    moveTo: async (day: string): Promise<void> => {
      const moved = await moveDemo(app, root, calendarDate(day))
      if (isRefused(moved)) throw new Error(moved.refused)
    },
    /** A page as a reader meets it: redirects are followed. */
    open: async (path: string): Promise<OpenedPage> => opened(await followed(request, path)),
    close: async () => {
      await app.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export type OpenedPage = {
  readonly status: number
  readonly html: string
  readonly document: Document
  /** What the main part says, with its white space made single. */
  readonly text: string
  readonly heading: string
}

type Request = (path: string, init?: RequestInit) => Promise<Response>

async function followed(request: Request, path: string, hops = 3): Promise<Response> {
  const response = await request(path)
  const location = response.headers.get('location')
  if (!location || hops === 0) return response
  const { pathname, search } = new URL(location, 'http://localhost')
  return followed(request, `${pathname}${search}`, hops - 1)
}

async function opened(response: Response): Promise<OpenedPage> {
  const html = await response.text()
  const { document } = new JSDOM(html).window
  return {
    status: response.status,
    html,
    document,
    text: textOf(document.querySelector('main')),
    heading: textOf(document.querySelector('h1')),
  }
}

/** The text of an element as it reads: white space made single. */
export const textOf = (element: Element | null | undefined): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''

/**
 * What axe finds wrong by the rules of WCAG 2.2 AA and its own best practices, as 'rule: element'; [] is what a test wants.
 * jsdom lays nothing out: contrast and target sizes are for the browser tests.
 */
export async function axeFindings(html: string): Promise<readonly string[]> {
  windowWithAxe ??= openWindowWithAxe()
  const { document, axe: inPage } = windowWithAxe
  document.open()
  document.write(html)
  document.close()
  const { violations } = await inPage.run(document.documentElement, {
    rules: { 'color-contrast': { enabled: false } },
    resultTypes: ['violations'],
  })
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`))
}

/** One for all pages: to read axe takes longer than to look at most of them. */
let windowWithAxe: ReturnType<typeof openWindowWithAxe> | undefined

function openWindowWithAxe() {
  const { window } = new JSDOM('', { runScripts: 'outside-only', virtualConsole: new VirtualConsole() })
  window.eval(axe.source)
  return window as unknown as { readonly document: Document; readonly axe: typeof axe }
}
