import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type Person, readPage, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite } from '../support/site.ts'

let site: TestSite
let administrator: Person
let party: Person
const about = '/sec/acts/attach-document/modification/MP079'
const attached = async (fields: Record<string, string>, file: File) => {
  const response = await administrator.sendFiles(about, fields, { file })
  expect(response.status).toBe(303)
}
const linkOn = async (path: string, words: string, person?: Person) => {
  const page = await (person ?? site).open(path)
  return [...page.document.querySelectorAll('a')].find(({ textContent }) => textContent?.includes(words))?.getAttribute('href') ?? undefined
}
const read = (path: string, person?: Person) => person?.get(path) ?? site.request(path)

beforeAll(async () => {
  site = await openTestSite()
  administrator = await signIn(site, 'administrator')
  party = await signIn(site, 'party')
  await attached({ title: 'Marigold plan', classification: 'white', documentKind: 'legal text' }, new File(['A plan'], 'Plän “1”.txt'))
  await attached({ title: 'Petunia costs', classification: 'amber', documentKind: 'evidence' }, new File(['what,£'], 'petunia.csv'))
})
afterAll(() => site.close())

it('is read and kept by everybody where it is White: under its name, opened as no page of ours, and not sent twice', async () => {
  const path = (await linkOn('/sec/MP079', 'Marigold plan')) as string
  const response = await site.request(path)
  expect([response.status, await response.text()]).toEqual([200, 'A plan'])
  const headers = Object.fromEntries(response.headers)
  expect(headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': `attachment; filename="Plan 1.txt"; filename*=UTF-8''Pl%C3%A4n%20%E2%80%9C1%E2%80%9D.txt`,
    'cache-control': 'no-cache',
  })
  const again = await site.request(path, { headers: { 'if-none-match': headers.etag ?? '' } })
  expect(again.status).toBe(304)
})

it('is found by nobody below its class: on no page, by no search, at no address', async () => {
  const path = (await linkOn('/sec/MP079', 'Petunia costs', administrator)) as string
  const page = path.split('/').slice(0, 4).join('/')
  const kept = await read(path, administrator)
  expect([kept.status, kept.headers.get('cache-control')]).toEqual([200, 'no-store'])
  for (const reader of [undefined, party]) {
    for (const each of [path, page, `${page}?asof=2019-10-04`]) expect((await read(each, reader)).status).toBe(404)
    for (const each of ['/sec/MP079', '/sec/register?q=petunia', '/sec/register.csv?q=petunia', '/sec/', page])
      expect(await (await read(each, reader)).text()).not.toMatch(/Petunia costs|petunia\.csv/)
    expect((await (reader ?? site).open('/sec/register?q=petunia')).text).not.toContain('MP079')
  }
  expect((await administrator.open('/sec/register?q=petunia')).text).toContain('MP079')
  expect((await site.open('/sec/register?q=marigold')).text).toContain('MP079')
})

it('has a page with its versions, which axe finds nothing on', async () => {
  const path = ((await linkOn('/sec/MP079', 'Marigold plan')) as string).split('/').slice(0, 4).join('/')
  const page = await administrator.open(path)
  expect(page.heading).toContain('Marigold plan')
  expect(await axeFindings(page.html)).toEqual([])
  const next = (await linkOn(path, 'Attach a new version', administrator)) as string
  const response = await administrator.sendFiles(
    next,
    { title: 'Marigold plan, agreed', classification: 'white', of: `document/${path.split('/').at(-1)}` },
    { file: new File(['Agreed'], 'plan.txt') },
  )
  expect(response.status).toBe(303)
  expect((await site.open(path)).document.querySelectorAll('main ol li')).toHaveLength(2)
  expect((await site.open('/sec/MP079')).text).toContain('its earlier version')
})

it('is refused in one line where it is not what it is called, and the form says to choose again', async () => {
  const response = await administrator.sendFiles(
    about,
    { title: 'A letter', classification: 'white' },
    { file: new File(['<html>'], 'a.pdf') },
  )
  expect(response.status).toBe(422)
  const page = await readPage(response)
  expect(page.text).toContain('“a.pdf” is called a PDF and is a web page or a drawing with scripts: choose a PDF')
  expect(page.text).toContain('Choose the file again: a.pdf')
  expect(await axeFindings(page.html)).toEqual([])
})

it('need not be chosen again where another field is not right, by who sent it and nobody else', async () => {
  const file = new File(['Evidence'], 'evidence.txt', { type: 'text/plain' })
  const wrong = await readPage(await administrator.sendFiles(about, { title: '', classification: 'white' }, { file }))
  expect(wrong.text).toContain('evidence.txt goes with it')
  const held = wrong.document.querySelector('main input[name=held]')?.getAttribute('value') ?? ''
  const right = { title: 'Evidence held', classification: 'white', held }
  expect((await administrator.sendFiles(about, right, {})).status).toBe(303)
  expect((await site.open('/sec/MP079')).text).toContain('Evidence held')
  const panel = await signIn(site, 'panel')
  expect((await panel.sendFiles(about, { ...right, title: 'Taken' }, {})).status).not.toBe(303)
})

it('is taken by JSON under the same schema, and not from who has not signed in', async () => {
  const csrf = (await administrator.open('/sec/account')).document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
  const sent = (headers: Record<string, string>, base64: string) =>
    site.request('/sec/api/acts/attach-document/release/2019-11', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost', 'idempotency-key': `key ${base64.length}`, ...headers },
      body: JSON.stringify({ title: 'A timetable', classification: 'white', file: { name: 'a.txt', base64 } }),
    })
  const signed = { cookie: administrator.cookie, 'x-csrf-token': csrf }
  expect((await sent(signed, 'QSBwbGFu')).status).toBe(201)
  expect((await site.open('/sec/releases/2019-11')).text).toContain('A timetable')
  expect(await (await sent(signed, 'not base64!')).json()).toMatchObject({ status: 422, fields: [{ field: 'file' }] })
  expect((await sent({}, 'QSBwbGFu')).status).toBe(401)
  expect((await sent({}, 'A'.repeat(2_000_000))).status).toBe(413)
})

/** The link to the file that is classed, made by who may see it, and the page that it was made on. */
async function shared(days: string) {
  const file = (await linkOn('/sec/MP079', 'Petunia costs', administrator)) as string
  const response = await administrator.send(file.split('/').slice(0, 4).join('/'), { days })
  const page = await readPage(response)
  expect([response.status, response.headers.get('cache-control')]).toEqual([201, 'no-store'])
  return (page.document.querySelector('main code')?.textContent ?? '').replace('http://localhost', '')
}
const taken = (path: string) =>
  site.request(path, {
    method: 'POST',
    headers: { origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' },
    body: '',
  })

it('is read without an account by a link, each use of which is shown to who made it; revoked, it opens nothing', async () => {
  const path = await shared('7')
  expect(path).toMatch(/^\/sec\/share\/[\w-]{43}$/)
  const page = await site.request(path)
  expect(page.headers.get('x-robots-tag')).toContain('noindex')
  const html = await page.text()
  expect(html).toContain('Petunia costs')
  expect(await axeFindings(html)).toEqual([])
  // Looking at it is no use of it.
  expect((await administrator.open('/sec/shared')).text).toContain('Not opened')
  const file = await taken(path)
  expect([file.status, await file.text(), file.headers.get('cache-control')]).toEqual([200, 'what,£', 'no-store'])
  expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  const list = await administrator.open('/sec/shared')
  expect(list.text).toContain('Opened once')
  expect(await axeFindings(list.html)).toEqual([])
  expect((await party.open('/sec/shared')).text).toContain('There is none')
  const id = list.document.querySelector('button[name=revoke]')?.getAttribute('value') ?? ''
  const csrf = (person: Person) =>
    person.open('/sec/account').then(({ document }) => document.querySelector('input[name=csrf]')?.getAttribute('value') ?? '')
  await party.post('/sec/shared', { csrf: await csrf(party), revoke: id })
  expect((await taken(path)).status).toBe(200)
  await administrator.post('/sec/shared', { csrf: await csrf(administrator), revoke: id })
  expect((await taken(path)).status).toBe(404)
  // One that never was, one that was revoked and one that ended are told alike.
  const ended = await shared('1')
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_001 })
  const answers = [path, ended, `/sec/share/${'a'.repeat(43)}`].map(async (each) => (await site.request(each)).text())
  const [first, ...others] = await Promise.all(answers)
  vi.useRealTimers()
  expect(others).toEqual([first, first])
  expect(first).toContain('This link opens nothing')
})

it('is shared by nobody who may not see it', async () => {
  const [, , , document = '', file = ''] = ((await linkOn('/sec/MP079', 'Petunia costs', administrator)) as string).split('/')
  const csrf = (await party.open('/sec/account')).document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
  expect((await party.post('/sec/shared', { csrf, document, file, days: '7' })).status).toBe(404)
})
