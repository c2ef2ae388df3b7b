import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { axeFindings, openTestSite, type TestSite } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
}, 60_000)
afterAll(() => site.close())
afterEach(() => vi.restoreAllMocks())

describe('a page that says what is wrong', () => {
  it.each([
    ['/sec/register?asof=2019-02-30', 400, 'Asof must be a day like 2019-10-04, and is “2019-02-30”', 'Correct the day in the address'],
    ['/sec/register?asof=yesterday', 400, 'Asof must be a day like 2019-10-04, and is “yesterday”', 'Correct the day in the address'],
    ['/sec/register?asof=2031-01-01', 400, '1 January 2031 has not come yet: today is 4 October 2019', 'Ask for today or an earlier day'],
    ['/sec/register?known=soon', 400, 'Known must be a day like 2019-10-04 or a position of the log, and is “soon”', 'leave it out'],
    ['/sec/register?known=99999', 400, 'There is no position 99999 in this log', 'Ask for a position from 1 to'],
    ['/sec/register?known=2', 400, 'Position 2 is inside a command', 'Ask for known='],
    ['/sec/register?stage=nonsense', 400, 'Stage must be one of define, refine', 'Correct it in the address'],
    ['/sec/register.csv?stage=nonsense', 400, 'Stage must be one of define, refine', 'Correct it in the address'],
    ['/sec/assessments?year=2199/00', 400, 'Year must be a regulatory year like 2019/20', 'Ask for 2019/20 or an earlier one'],
    ['/sec/?asof=1900-01-01', 400, 'Asof must be a day like 2019-10-04, and is “1900-01-01”', 'Correct the day in the address'],
    ['/sec/assessments?to=1900-01-01', 400, 'The assessments cannot be counted to a day before 1 January 1901', 'Count to a later day'],
    ['/sec/reports/change-status/1900-01', 404, 'No report is made of a time before 1 January 1901', 'Ask for a later month'],
    ['/sec/mp999', 404, 'There is no modification mp999 in this register', 'Check the number'],
    ['/sec/nonsense', 404, '“nonsense” is not a reference of this register', 'A reference is like DP084'],
    ['/sec/no/such/page', 404, 'There is no page at /sec/no/such/page', 'Check the address'],
    ['/elsewhere', 404, 'There is no page at /elsewhere', 'Check the address'],
  ])('%s answers %i in one clear line, with what to do', async (path, status, line, remedy) => {
    const page = await site.open(path)
    expect(page.status).toBe(status)
    expect(page.heading).toContain(line)
    expect(page.text).toContain(remedy)
    expect(page.html).not.toMatch(/\bat .*\.tsx?:\d+|Error:/)
    expect(await axeFindings(page.html)).toEqual([])
    expect(gzipSync(page.html).byteLength).toBeLessThan(15_000)
  })

  it('repeats what was asked in one line that can be read, however long', async () => {
    const long = await site.open(`/sec/${'a'.repeat(5_000)}`)
    expect(long.heading).toBe(`“${'a'.repeat(59)}…” is not a reference of this register`)
    expect((await site.open('/sec/?asof=1%0d%0a2')).heading).toBe('Asof must be a day like 2019-10-04, and is “1 2”')
    expect((await site.open(`/sec/?asof=${'a+'.repeat(5_000)}`)).heading.length).toBeLessThan(250)
  })

  it('shows what was asked as text and never as markup', async () => {
    const { html } = await site.open('/sec/register?asof=%3Cscript%3Ealert(1)%3C/script%3E')
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;')
  })
})

describe('what was known before the log began', () => {
  it('explains itself and names the sources by their days', async () => {
    const { status, heading, text, document, html } = await site.open('/sec/register?known=2019-01-01')
    expect(status).toBe(400)
    expect(heading).toBe('This log begins on 4 October 2019: nothing was recorded in it by 1 January 2019')
    expect(text).toContain('4 October 2019: Change Status Report – October 2019')
    expect(text).toContain('6 May 2016: SECMP0012 Modification Proposal v1.0')
    expect(text).toContain('no day printed; taken in as of')
    expect(document.querySelector('a[href="/sec/register?asof=2019-01-01"]')?.textContent).toContain(
      'Show what was true on 1 January 2019, as told since',
    )
    expect(await axeFindings(html)).toEqual([])
  })

  it('is not confused with what was true before: that is told', async () => {
    expect((await site.open('/sec/register?asof=2019-01-01')).status).toBe(200)
  })
})

describe('a way of asking that a page does not have', () => {
  it.each([
    ['POST', '/sec/register', 'GET, HEAD'],
    ['DELETE', '/sec/MP076', 'GET, HEAD'],
    ['PUT', '/sec/releases/2019-11', 'GET, HEAD'],
    ['GET', '/sec/demo', 'POST'],
  ])('%s %s answers 405 and says which it has', async (method, path, allowed) => {
    const headers = { origin: 'http://localhost', 'sec-fetch-site': 'same-origin' }
    const response = await site.request(path, { method, headers })
    const html = await response.text()
    expect([response.status, response.headers.get('allow')]).toEqual([405, allowed])
    expect(await axeFindings(html)).toEqual([])
  })
})

describe('a change asked for from elsewhere', () => {
  const body = new URLSearchParams({ to: '2019-11-29', back: '/sec/' })

  it.each([{}, { origin: 'https://elsewhere.example' }, { 'sec-fetch-site': 'cross-site' }])(
    'is refused, and nothing is changed: %j',
    async (headers) => {
      const response = await site.request('/sec/demo', { method: 'POST', body, headers: headers as Record<string, string> })
      const html = await response.text()
      expect(response.status).toBe(403)
      expect(html).toContain('A change is taken only from a page of this register')
      expect(await axeFindings(html)).toEqual([])
      expect((await site.app.stamp()).day).toBe('2019-10-04')
    },
  )

  it('is read only as long as a form of ours is, and where it can be read', async () => {
    const headers = { origin: 'http://localhost' }
    const long = await site.request('/sec/demo', { method: 'POST', body: new URLSearchParams({ to: 'a'.repeat(1_100_000) }), headers })
    expect([long.status, (await long.text()).includes('longer than any of this register')]).toEqual([413, true])
    const torn = { ...headers, 'content-type': 'multipart/form-data; boundary=x' }
    expect((await site.request('/sec/demo', { method: 'POST', body: 'torn', headers: torn })).status).toBe(400)
  })

  it.each([
    '//elsewhere.example',
    'https://elsewhere.example',
    '/sec/..//elsewhere.example',
    '/sec//elsewhere.example',
    '/sec/\\elsewhere',
  ])('does not lead to %s afterwards', async (back) => {
    const headers = { origin: 'http://localhost' }
    const response = await site.request('/sec/demo', { method: 'POST', body: new URLSearchParams({ to: '2019-10-04', back }), headers })
    expect([response.status, response.headers.get('location')]).toEqual([303, '/sec/'])
  })

  it('is refused in one line when the day is none or has passed', async () => {
    const headers = { origin: 'http://localhost' }
    const post = (to: string) => site.request('/sec/demo', { method: 'POST', body: new URLSearchParams({ to }), headers })
    expect((await post('2019-02-30')).status).toBe(400)
    const backwards = await post('2019-01-01')
    expect(backwards.status).toBe(409)
    expect(await backwards.text()).toContain('only moves forward')
  })
})

it.each([
  ['/sec/reports/?asof=2019-10-02', '/sec/reports?asof=2019-10-02'],
  ['/sec/register//', '/sec/register'],
  ['//elsewhere.example/', '/elsewhere.example'],
])('leads from %s to %s, on whatever host it was asked', async (path, target) => {
  const response = await site.request(`http://localhost${path}`)
  expect([response.status, response.headers.get('location')]).toEqual([301, target])
})

it.each(['/sec/', '/sec/DP084', '/sec/nonsense', '/sec/?asof=x'])('%s is laid out by the standards, not in quirks mode', async (path) => {
  const { html, document } = await site.open(path)
  expect(html).toMatch(/^<!doctype html><html /)
  expect(document.compatMode).toBe('CSS1Compat')
})

it('tells the reader nothing of what broke, and the operator all', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(site.app, 'ask').mockRejectedValue(new Error('the disk is gone'))
  const { status, html, text } = await site.open('/sec/releases')
  expect(status).toBe(500)
  expect(text).toContain('Nothing was changed')
  expect(html).not.toContain('the disk is gone')
  expect(told).toHaveBeenCalledOnce()
  expect(await axeFindings(html)).toEqual([])
})

describe('a log that cannot be reached', () => {
  it('is read from memory, with a banner that says so, and nothing can be recorded', async () => {
    const own = await openTestSite()
    const told = vi.spyOn(console, 'error').mockImplementation(() => {})
    const [log, away] = [join(own.directory, 'sec.sqlite'), join(own.directory, 'away.sqlite')]
    const before = await own.open('/sec/SECMP0007')
    renameSync(log, away)

    const page = await own.open('/sec/SECMP0007')
    expect([page.status, page.heading]).toEqual([200, before.heading])
    expect(page.document.querySelector('header')?.textContent).toContain('The log cannot be reached.')
    expect(await axeFindings(page.html)).toEqual([])

    const origin = 'http://localhost'
    const form = new URLSearchParams({ to: '2019-11-29' })
    const moved = await own.request(`${origin}/sec/demo`, { method: 'POST', body: form, headers: { origin } })
    expect([moved.status, await moved.text()]).toEqual([503, expect.stringContaining('The log cannot be reached')])
    // Whoever runs it is told when the log went away, and of what could not be recorded; not of each page read from memory.
    const line = expect.stringMatching(/^codicil: [^\n]+ is gone\. [^\n]+$/)
    expect(told.mock.calls.flat()).toEqual([line, line])

    renameSync(away, log)
    expect((await own.open('/sec/SECMP0007')).document.querySelector('header')?.textContent).not.toContain('cannot be reached')
    await own.close()
  })
})
