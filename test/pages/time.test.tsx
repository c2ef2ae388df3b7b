import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { compile } from 'sass'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { openTestSite, type TestSite, textOf } from '../support/site.ts'

const pages = [
  '/sec/',
  '/sec/register',
  '/sec/register/compared',
  '/sec/MP076',
  '/sec/assessments',
  '/sec/releases',
  '/sec/releases/2019-11',
  '/sec/rulebook',
  '/sec/rulebook/rows/mrc-length',
  '/sec/bodies',
  '/sec/bodies/change-board',
  '/sec/organisations/dcc',
  '/sec/meetings',
  '/sec/meetings/panel-2019-06-14',
  '/sec/meetings/panel-2019-06-14/pack',
  '/sec/meetings/panel-2019-06-14/minutes',
  '/sec/actions',
  '/sec/reports',
  '/sec/reports/reconcile',
  '/sec/reports/change-status/2019-10',
  '/sec/reports/change-status/2019-10/figures/stage.refine',
  '/sec/reports/change-status/2019-10/changes',
  '/sec/reports/assessment-update/2019-10',
  '/sec/reports/register-extract/2019-10',
  '/sec/reports/kpi-return/2019-q3',
  '/sec/glossary',
  '/sec/data-quality',
]
const files = [
  '/sec/register.csv',
  '/sec/register/compared.csv',
  '/sec/assessments.csv',
  '/sec/releases.csv',
  '/sec/rulebook.json',
  '/sec/reports/change-status/2019-10.txt',
  '/sec/reports/change-status/2019-10.json',
  '/sec/reports/change-status/2019-10/figures/stage.refine.json',
  '/sec/reports/change-status/2019-10/changes.json',
]

let october: TestSite
let later: TestSite
beforeAll(async () => {
  october = await openTestSite()
  later = await openTestSite(calendarDate('2019-11-29'))
}, 120_000)
afterAll(async () => {
  await october.close()
  await later.close()
})

describe('every page, of the present', () => {
  it.each(pages)('%s has no banner of another day, and a way to travel', async (path) => {
    const { status, document } = await october.open(path)
    expect(status).toBe(200)
    expect(document.querySelector('[aria-label="Another day"]')).toBeNull()
    expect(document.querySelector('form[aria-label="Travel in time"] input[name=asof]')).not.toBeNull()
  })
})

describe('every page, of another day', () => {
  it.each(pages)('%s says of when it tells, leads back, and keeps the day in its links', async (path) => {
    const { status, document } = await later.open(`${path}?asof=2019-10-04`)
    expect(status).toBe(200)
    const banner = document.querySelector('[aria-label="Another day"]')
    expect(textOf(banner)).toContain('as at 4 October 2019, as known today')
    expect(banner?.querySelector('a')?.getAttribute('href')).toBe(path)
    const links = [...document.querySelectorAll('main a[href^="/sec/"], nav a')].map((a) => a.getAttribute('href') ?? '')
    expect(links.filter((href) => href.startsWith('/sec/') && !href.includes('asof=2019-10-04'))).toEqual([])
  })

  it.each(pages)('%s can be asked as it was known on a day', async (path) => {
    const { status, document } = await later.open(`${path}?asof=2019-10-04&known=2019-10-04`)
    expect(status).toBe(200)
    expect(textOf(document.querySelector('[aria-label="Another day"]'))).toContain('with what it had recorded by 4 October 2019')
  })

  it('is kept from search engines', async () => {
    expect((await later.request('/sec/releases?asof=2019-10-04')).headers.get('x-robots-tag')).toBe('noindex')
    expect((await later.request('/sec/releases')).headers.get('x-robots-tag')).toBeNull()
  })

  it('is the same in its substance as on the day itself, as known then', async () => {
    const now = await october.open('/sec/releases/2019-11')
    const then = await later.open('/sec/releases/2019-11?asof=2019-10-04&known=2019-10-04')
    expect(then.text).toBe(now.text)
  })
})

describe('what is asked for without its content', () => {
  it.each([...pages, ...files])('HEAD %s answers as GET does, with no body', async (path) => {
    const [head, get] = [await october.request(path, { method: 'HEAD' }), await october.request(path)]
    expect(head.status).toBe(200)
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'))
    expect((await head.arrayBuffer()).byteLength).toBe(0)
  })

  it.each([...pages, ...files])('%s is not sent again while it is unchanged', async (path) => {
    const etag = (await october.request(path)).headers.get('etag')
    expect(etag).toMatch(/^(W\/)?".+"$/)
    const again = await october.request(path, { headers: { 'if-none-match': etag as string } })
    expect(again.status).toBe(304)
    expect(await again.text()).toBe('')
    expect((await october.request(path, { headers: { 'if-none-match': '"another"' } })).status).toBe(200)
  })
})

describe('the budgets', () => {
  it.each(pages)('%s is under 15 kB compressed', async (path) => {
    for (const site of [october, later]) expect(gzipSync((await site.open(path)).html).byteLength).toBeLessThan(15_000)
  })

  it('the style sheet is under 20 kB compressed', () => {
    const root = join(import.meta.dirname, '../..')
    const { css } = compile(join(root, 'src/web/assets/site.scss'), {
      style: 'compressed',
      loadPaths: [join(root, 'node_modules')],
      quietDeps: true,
    })
    expect(gzipSync(css).byteLength).toBeLessThan(20_000)
  })

  it('a compressed answer is what a browser is sent', async () => {
    const response = await october.request('/sec/glossary', { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(15_000)
  })
})

it('every page is free of scripts, inline styles and third parties', async () => {
  for (const path of pages) {
    const { document } = await october.open(path)
    expect(document.querySelectorAll('script, [style], style, iframe, img[src^="http"], link[href^="http"]')).toHaveLength(0)
  }
})
