import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
}, 60_000)
afterAll(() => site.close())

describe('the reports that can be asked for', () => {
  it('begin with the latest month, and mark the one with a paper', async () => {
    const { document } = await site.open('/sec/reports')
    const months = [...document.querySelectorAll('li[id^=report-]')]
    expect(months[0]?.id).toBe('report-2019-10')
    expect(textOf(months[0])).toContain('Paper TABASC_47_1710_20')
    expect(months.filter((month) => textOf(month).includes('Paper'))).toHaveLength(1)
  })

  it('each have a page, a PDF, a DOCX, a text and a JSON, which keep the day asked', async () => {
    const { document } = await site.open('/sec/reports?asof=2019-09-10')
    const links = [...(document.querySelector('#report-2019-09')?.querySelectorAll('a') ?? [])].map((a) => a.getAttribute('href'))
    expect(links.slice(0, 5)).toEqual(
      ['', '.pdf', '.docx', '.txt', '.json'].map((form) => `/sec/reports/change-status/2019-09${form}?asof=2019-09-10`),
    )
  })

  it('mark the month whose time is not over', async () => {
    const { document } = await site.open('/sec/reports?asof=2019-09-10')
    const months = [...document.querySelectorAll('li[id^=report-]')].map(textOf)
    expect(months[0]).toContain('October 2019')
    expect(months[0]).toContain('So far')
    expect(months[1]).not.toContain('So far')
  })
})

describe('the report of October 2019', () => {
  it('is a page with the figures of the paper, its modifications linked', async () => {
    const { document, heading, status } = await site.open('/sec/reports/change-status/2019-10')
    expect([status, heading]).toEqual([200, 'Change Status Report – October 2019'])
    expect([...(document.querySelector('table tbody')?.querySelectorAll('th, td') ?? [])].map(textOf)).toEqual(['08', '20', '01', '09'])
    const links = [...document.querySelectorAll('article a')].map((a) => a.getAttribute('href'))
    expect(links).toEqual(expect.arrayContaining(['/sec/DP084', '/sec/SECMP0053', '/sec/MP076', '/sec/releases/2019-11']))
    expect([...document.querySelectorAll('article a')].filter((a) => a.getAttribute('href')?.startsWith('/sec/u'))).toEqual([])
  })

  it('has a picture of each chart, with what it tells, and its numbers as a table and as CSV', async () => {
    const { document } = await site.open('/sec/reports/change-status/2019-10')
    const pictures = [...document.querySelectorAll('figure img')].map((img) => img.getAttribute('src') ?? '')
    expect(pictures.map((src) => src.split('/').at(-1))).toEqual([
      'stages.svg',
      'open-assessments.svg',
      'assessment-years.svg',
      'time-in-stage.svg',
      'months.svg',
      'releases.svg',
    ])
    for (const figure of document.querySelectorAll('figure')) {
      expect(textOf(figure.querySelector('p'))).toMatch(/^[A-Z0-9].+\.$/)
      expect(figure.querySelector('img')?.getAttribute('alt')).toContain(textOf(figure.querySelector('p')))
      expect(figure.querySelectorAll('tbody tr').length).toBeGreaterThan(0)
    }
    for (const src of pictures) {
      const svg = await site.request(src)
      expect([svg.status, svg.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
      expect(await svg.text()).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    }
    const csv = await site.request('/sec/reports/change-status/2019-10/charts/open-assessments.csv')
    expect((await csv.text()).split('\r\n')[1]).toBe('SECMP0007,IA,30 Jul 19,40 WD,45 WD,44 WD,43 WD,no')
    expect((await site.request('/sec/reports/change-status/2019-10/charts/none.svg')).status).toBe(404)
  })

  it('is plain text with addresses at which it can be opened', async () => {
    const response = await site.request('http://register.example/sec/reports/change-status/2019-10.txt')
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
    const text = await response.text()
    expect(text).toContain('Paper Reference: TABASC_47_1710_20')
    expect(text).toContain('http://register.example/sec/MP076')
  })

  it('is JSON', async () => {
    const response = await site.request('/sec/reports/change-status/2019-10.json')
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    const model = (await response.json()) as { format: string; window: { month: string }; figures: Record<string, { value: number }> }
    expect([model.format, model.window.month, model.figures['stage.define']?.value]).toEqual(['change-status/1', '2019-10', 8])
  })

  it('keeps the day asked in every link', async () => {
    const { document } = await site.open('/sec/reports/change-status/2019-09?asof=2019-10-03')
    const links = [...document.querySelectorAll('main a[href^="/sec/"]')].map((a) => a.getAttribute('href') ?? '')
    expect(links.length).toBeGreaterThan(5)
    expect(links.filter((link) => !link.includes('asof=2019-10-03'))).toEqual([])
  })
})

describe('a month that cannot be reported', () => {
  it.each([
    [
      '2019-12',
      404,
      'The report of December 2019 cannot be made yet: on 4 October 2019 its time has not begun',
      'Ask for October 2019 or an earlier month',
    ],
    ['2019-13', 400, 'There is no month “2019-13”', 'like 2019-10'],
    ['october', 400, 'There is no month “october”', 'like 2019-10'],
    ['2019-10.odt', 404, 'The report is not made as .odt', 'as .pdf, as .docx, as .txt and as .json'],
    ['2019-12.pdf', 404, 'The report of December 2019 cannot be made yet', 'Ask for October 2019'],
    ['2019-12.json', 404, 'The report of December 2019 cannot be made yet', 'Ask for October 2019'],
  ])('%s answers %i with one clear line and what to do', async (month, status, line, remedy) => {
    const page = await site.open(`/sec/reports/change-status/${month}`)
    expect(page.status).toBe(status)
    expect(page.heading).toContain(line)
    expect(page.text).toContain(remedy)
  })
})

it('reads well for a month in which nothing is known to have happened', async () => {
  const { status, text } = await site.open('/sec/reports/change-status/2014-03')
  expect(status).toBe(200)
  expect(text).not.toMatch(/undefined|NaN|\[no words/)
})

it.each(['/sec/reports', '/sec/reports/change-status/2019-10', '/sec/reports/change-status/2014-03', '/sec/reports/change-status/2031-01'])(
  'has nothing on %s that axe objects to, and is small',
  async (path) => {
    const { html } = await site.open(path)
    expect(await axeFindings(html)).toEqual([])
    expect(gzipSync(html).byteLength).toBeLessThan(15_000)
  },
)
