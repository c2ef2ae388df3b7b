import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'

let site: TestSite
let later: TestSite
beforeAll(async () => {
  site = await openTestSite()
  later = await openTestSite(calendarDate('2026-05-29'))
}, 120_000)
afterAll(async () => {
  await site.close()
  await later.close()
})

const references = (document: Document) => [...document.querySelectorAll('tbody th')].map(textOf)
const count = (document: Document) => textOf(document.querySelector('[role=status]'))

describe('the search', () => {
  it.each([
    ['secmp53', '/sec/SECMP0053'],
    ['MP53', '/sec/SECMP0053'],
    [' 53 ', '/sec/SECMP0053'],
    ['MP084', '/sec/DP084'],
  ])('leads from the reference %j to its page', async (q, page) => {
    const response = await site.request(`/sec/register?q=${encodeURIComponent(q)}`)
    expect([response.status, response.headers.get('location')]).toEqual([302, page])
  })

  it('keeps the day when it leads on', async () => {
    const response = await site.request('/sec/register?q=dp84&asof=2019-09-30')
    expect(response.headers.get('location')).toBe('/sec/DP084?asof=2019-09-30')
  })

  it('finds words of titles', async () => {
    const { document } = await site.open('/sec/register?q=DUIS')
    expect(references(document)).toEqual(expect.arrayContaining(['DP080', 'DP081']))
  })

  it('forgives a slip of the pen, and says so', async () => {
    const { document } = await site.open('/sec/register?q=alert+strom')
    expect(references(document)).toContain('SECMP0062')
    expect(count(document)).toContain('Nothing is spelled exactly so')
  })

  it('finds an old title, and shows it beside the present one', async () => {
    const { document } = await later.open('/sec/register?q=managed+move')
    expect(references(document)).toEqual(['MP080'])
    expect(textOf(document.querySelector('tbody td'))).toContain('before: Ensuring a managed move to DUIS version 3.1')
  })

  it('says what to try when nothing is found, and names the nearest numbers', async () => {
    const nothing = await site.open('/sec/register?q=zzzqqq')
    expect(nothing.text).toContain('No modifications for “zzzqqq”')
    expect(nothing.text).toContain('fewer words')
    const number = await site.open('/sec/register?q=MP999')
    expect(number.text).toContain('DP087')
  })
})

describe('the filters', () => {
  it('narrow by stage, with those that no source names at the end and without a link', async () => {
    const { document } = await site.open('/sec/register?stage=refine')
    expect(count(document)).toBe('10 modifications, narrowed to Refine, and 10 counted by a source that does not name them.')
    expect(document.querySelectorAll('.app-tags li')).toHaveLength(10)
    expect(document.querySelectorAll('.app-tags a')).toHaveLength(0)
  })

  it('narrow by what ended and how', async () => {
    const ended = references((await later.open('/sec/register?stage=ended')).document)
    const withdrawn = references((await later.open('/sec/register?stage=withdrawn')).document)
    expect(ended).toEqual(expect.arrayContaining(withdrawn))
    expect(withdrawn).toContain('SECMP0063')
    expect(withdrawn.length).toBeLessThan(ended.length)
  })

  it('narrow by release, proposer, Party and document, and keep what is chosen', async () => {
    const release = await site.open('/sec/register?release=2019-11')
    expect(references(release.document)).toHaveLength(9)
    expect(release.document.querySelector('option[selected]')?.getAttribute('value')).toBe('2019-11')
    expect(references((await site.open('/sec/register?proposer=shell-energy')).document)).toEqual(['DP086'])
    expect(references((await later.open('/sec/register?document=Section+J')).document)).toContain('MP076')
    expect(references((await later.open('/sec/register?party=Gas+Network+Parties')).document)).toContain('SECMP0063')
  })
})

describe('the register as CSV', () => {
  it('is the same list under stable names, with ISO days, named by its day', async () => {
    const response = await site.request('/sec/register.csv?stage=define&asof=2019-10-04')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="sec-modifications-2019-10-04.csv"')
    const lines = (await response.text()).trim().split('\r\n')
    expect(lines[0]).toBe(
      'reference,title,stage,step,outcome,sinceFrom,sinceTo,sinceBasis,proposer,parties,documents,releases,onHold,unidentified,asof',
    )
    expect(lines).toHaveLength(1 + 8)
    expect(lines).toContain('DP086,Alt HAN Roll-Out Financing,define,raised,,2019-09-17,2019-09-17,stated,Shell Energy,,,,no,no,2019-10-04')
  })

  it('has the mark by which a spreadsheet knows it for UTF-8', async () => {
    const bytes = new Uint8Array(await (await site.request('/sec/register.csv')).arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('has those that no source names, marked', async () => {
    const text = await (await site.request('/sec/register.csv?stage=refine')).text()
    expect(text.split('\r\n').filter((line) => line.includes(',yes,'))).toHaveLength(10)
  })
})

describe('the page', () => {
  it('is small with every modification of the sample', async () => {
    const { html, document } = await later.open('/sec/register')
    expect(references(document).length).toBeGreaterThan(90)
    expect(gzipSync(html).length).toBeLessThan(15_000)
  })

  it.each(['/sec/register', '/sec/register?q=alert+strom', '/sec/register?stage=refine', '/sec/register?q=zzzqqq'])(
    'axe finds nothing on %s',
    async (path) => {
      expect(await axeFindings((await site.open(path)).html)).toEqual([])
    },
  )
})
