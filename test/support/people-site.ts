import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import { pack } from '../../codes/sec/pack.ts'
import { createApp } from '../../src/app/app.ts'
import { clockAt } from '../../src/app/clock.ts'
import { openDemo } from '../../src/app/demo.ts'
import { createPeople } from '../../src/app/people/people.ts'
import type { SignInSettings } from '../../src/app/people/sign-in-settings.ts'
import type { Principal } from '../../src/domain/access.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { openSqliteLog } from '../../src/log/sqlite.ts'
import { openSqliteNotices } from '../../src/log/sqlite-notices.ts'
import { openSqlitePeople } from '../../src/log/sqlite-people.ts'
import { createSite } from '../../src/web/server.tsx'
import { textOf } from './site.ts'

const root = join(import.meta.dirname, '../..')
const styles = { path: '/assets/site-0123456789ab.css', body: '', type: 'text/css' }
const founder: Principal = { id: 'founder', roles: ['administrator', 'importer'], actsFor: [], seats: [] }

/** A site to sign in to, with a clock that a test moves. */
export type PeopleSite = Awaited<ReturnType<typeof openPeopleSite>>

type Kind = { readonly log: 'demo' | 'real' } & Partial<SignInSettings>

/** Opens a site over a log of its own: the demonstration, or a real register with the pack alone. */
export async function openPeopleSite({ log: kind, url = 'http://localhost', ...settings }: Kind) {
  const directory = mkdtempSync(join(tmpdir(), 'codicil-people-'))
  const path = join(directory, 'sec.sqlite')
  let milliseconds = Date.parse('2026-03-02T09:00:00Z')
  const now = () => new Date(milliseconds).toISOString()
  const log = openSqliteLog(path, { clock: (row) => clockAt(row) })
  const people = createPeople(openSqlitePeople(path, { now }), { url, ...settings }, now)
  const app = createApp(log, people, openSqliteNotices(path, { now }), 'sec')
  const { stamp } = await app.present()
  await app.notices.begin({ position: 0, moment: stamp.moment })
  if (kind === 'demo') granted(await openDemo(app, root))
  else {
    const { code, name } = pack
    granted(await app.perform({ principal: founder, command: { type: 'OpenRegister', code, name, demo: false }, key: 'open' }))
    granted(await app.perform({ principal: founder, command: { type: 'InstallPack', facts: pack.facts }, key: 'pack' }))
  }
  const web = createSite({ app, root, grammar, styles })
  return {
    app,
    people: app.people,
    url,
    /** Lets the real time pass, not the demonstration's. */
    pass: (more: number) => {
      milliseconds += more
    },
    /** A browser with a jar of its own. */
    browser: () => openBrowser(async (request) => web.request(request), app.people.idle, url),
    close: async () => {
      await app.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

function granted(verdict: unknown): void {
  if (isRefused(verdict)) throw new Error(verdict.refused)
}

export type Page = {
  readonly status: number
  readonly headers: Headers
  readonly location: string | null
  readonly html: string
  readonly document: Document
  readonly heading: string
  readonly text: string
  /** Who the masthead says has signed in; undefined where it offers to. */
  readonly who: string | undefined
}

export type Browser = ReturnType<typeof openBrowser>

/** What of a browser matters here: cookies, where a form comes from, and its hidden fields. No redirect is followed. */
function openBrowser(answer: (request: Request) => Promise<Response>, settled: () => Promise<void>, url: string) {
  const jar = new Map<string, string>()

  async function send(path: string, init: RequestInit): Promise<Page> {
    const headers = new Headers(init.headers)
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await answer(new Request(new URL(path, url), { ...init, headers }))
    await settled()
    for (const cookie of response.headers.getSetCookie()) keep(cookie)
    return pageOf(response)
  }

  function keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (/max-age=0(;|$)/i.test(cookie)) jar.delete(name)
    else jar.set(name, value)
  }

  const get = (path: string, headers: Record<string, string> = {}) => send(path, { headers })
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    send(path, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: url, ...headers } })

  return {
    jar,
    get,
    post,
    send,
    /** Opens a page, and sends its form to `action` as a reader would: with its hidden fields. */
    async submit(page: string, action: string, fields: Record<string, string>): Promise<Page> {
      const { document } = await get(page)
      const form = document.querySelector(`main form[action="${action}"]`) ?? document.querySelector(`form[action="${action}"]`)
      if (!form) throw new Error(`${page} has no form that goes to ${action}`)
      const hidden = [...form.querySelectorAll<HTMLInputElement>('input[type=hidden]')].map(({ name, value }) => [name, value] as const)
      return post(action, { ...Object.fromEntries(hidden), ...fields })
    },
    /** The token of the forms of its session. */
    csrf: async (): Promise<string> => (await get('/sec/')).document.querySelector<HTMLInputElement>('input[name=csrf]')?.value ?? '',
  }
}

async function pageOf(response: Response): Promise<Page> {
  const html = await response.text()
  const { document } = new JSDOM(html).window
  return {
    status: response.status,
    headers: response.headers,
    location: response.headers.get('location'),
    html,
    document,
    heading: textOf(document.querySelector('h1')),
    text: textOf(document.querySelector('main')),
    who: document.querySelector('a[href="/sec/account"]')?.textContent ?? undefined,
  }
}
