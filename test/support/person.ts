import { JSDOM } from 'jsdom'
import { expect } from 'vitest'
import type { OpenedPage, TestSite } from './site.ts'

/** Somebody who signed in with a sample account, and a browser without scripts. */
export type Person = Awaited<ReturnType<typeof signIn>>

/** What a form holds, by the names of its fields. */
export type Filled = Readonly<Record<string, string | readonly string[]>>

const origin = 'http://localhost'

/** Signs in as the sample account of a role: 'administrator', 'panel', 'dcc' … Throws where there is none. */
export async function signIn(site: TestSite, sample: string) {
  const response = await site.request('/sec/sign-in/sample', {
    method: 'POST',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ sample, back: '/sec/' }),
  })
  expect(response.status, `sign in as ${sample}`).toBe(303)
  const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const get = async (path: string): Promise<Response> => site.request(path, { headers: { cookie } })
  const post = async (path: string, fields: Filled): Promise<Response> => {
    const body = new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
    ).toString()
    return site.request(path, {
      method: 'POST',
      headers: { origin, cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    })
  }
  return {
    cookie,
    get,
    post,
    /** Sends the form of a page as a browser does that has files to send. */
    sendFiles: async (path: string, fields: Filled, files: Readonly<Record<string, File>>): Promise<Response> => {
      const { document } = await readPage(await get(path))
      const form = document.querySelector('main form[enctype="multipart/form-data"]')
      const body = new FormData()
      for (const input of form?.querySelectorAll('input[type=hidden]') ?? [])
        body.append(input.getAttribute('name') ?? '', input.getAttribute('value') ?? '')
      for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each)
      for (const [name, file] of Object.entries(files)) body.append(name, file)
      return site.request(form?.getAttribute('action') ?? path, { method: 'POST', headers: { origin, cookie }, body })
    },
    /** A page, as it is read. */
    open: async (path: string): Promise<OpenedPage> => {
      const response = await get(path)
      const location = response.headers.get('location')
      return readPage(location ? await get(location) : response)
    },
    /** Fills in the form of a page and sends it, with what it holds hidden; gives the answer as it comes. */
    send: async (path: string, fields: Filled): Promise<Response> => {
      const { document } = await readPage(await get(path))
      const form = document.querySelector('main form[method=post]')
      if (!form) throw new Error(`there is no form on ${path}`)
      const hidden = [...form.querySelectorAll('input[type=hidden]')].map((input) => [
        input.getAttribute('name') ?? '',
        input.getAttribute('value') ?? '',
      ])
      return post(form.getAttribute('action') ?? path, { ...Object.fromEntries(hidden), ...fields })
    },
  }
}

/** The page that an answer holds. */
export async function readPage(response: Response): Promise<OpenedPage> {
  const html = await response.text()
  const { document } = new JSDOM(html).window
  const textOf = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  return {
    status: response.status,
    html,
    document,
    text: textOf(document.querySelector('main')),
    heading: textOf(document.querySelector('h1')),
  }
}
