import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { node } from './started.ts'

/** A real provider of OpenID Connect on the loopback address. */
export type TestProvider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Signs in there under a name, from the address to which the site sent the browser; the address to which the provider sends it back. */
  readonly walk: (to: string, name: string) => Promise<string>
  readonly stop: () => Promise<void>
}

/** Starts it, for a site that is sent back to at `returnAddress`. Throws with what it said where it does not start. */
export async function startProvider(returnAddress: string): Promise<TestProvider> {
  const child = spawn(node, [join(import.meta.dirname, 'provider-process.ts'), returnAddress], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = once(child, 'close')
  const first = await Promise.race([once(child.stdout.setEncoding('utf8'), 'data'), ended.then(() => [''])])
  const issuer = String(first[0]).trim()
  if (!issuer.startsWith('http')) throw new Error(`the provider ended: ${said}`)
  return {
    issuer,
    clientId: 'codicil',
    clientSecret: 'a secret of the test',
    walk: (to, name) => walk(to, name, new Map(), issuer),
    stop: async () => {
      child.kill()
      await ended
    },
  }
}

type Jar = Map<string, string>

/** Follows redirects and fills in the provider's own forms, until it leads away from itself. */
async function walk(address: string, name: string, jar: Jar, issuer: string, form?: URLSearchParams, steps = 12): Promise<string> {
  if (!address.startsWith(issuer)) return address
  if (steps === 0) throw new Error(`the provider leads nowhere: ${address}`)
  const cookie = [...jar].map(([key, value]) => `${key}=${value}`).join('; ')
  const response = await fetch(address, { redirect: 'manual', headers: { cookie }, ...(form ? { method: 'POST', body: form } : {}) })
  for (const each of response.headers.getSetCookie()) keep(jar, each)
  const location = response.headers.get('location')
  if (location) return walk(new URL(location, address).href, name, jar, issuer, undefined, steps - 1)
  const html = await response.text()
  const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1]
  const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1]
  if (!action || !prompt) throw new Error(`the provider answered ${response.status}: ${html.slice(0, 500)}`)
  const filled = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login: name, password: 'any' } : {}) })
  return walk(new URL(action, address).href, name, jar, issuer, filled, steps - 1)
}

function keep(jar: Jar, cookie: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
  if (/expires=Thu, 01 Jan 1970/i.test(cookie)) jar.delete(name)
  else jar.set(name, value)
}
