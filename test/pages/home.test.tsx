import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
}, 60_000)
afterAll(() => site.close())

const section = (document: Document, heading: string) =>
  [...document.querySelectorAll('main section')].find((one) => textOf(one.querySelector('h2')).startsWith(heading))

describe('the first page on 4 October 2019', () => {
  it('has the strip of the October 2019 paper, each figure leading to what it counts', async () => {
    const { document } = await site.open('/sec/')
    const strip = [...document.querySelectorAll('.app-strip__link')].map((link) => [textOf(link), link.getAttribute('href')])
    expect(strip).toEqual([
      ['Define 8', '/sec/register?stage=define'],
      ['Refine 20', '/sec/register?stage=refine'],
      ['Opine 1', '/sec/register?stage=opine'],
      ['Release 9', '/sec/register?stage=release'],
    ])
  })

  it('shows the unidentified and the standalone beside the figures, and how each is counted', async () => {
    const { document } = await site.open('/sec/')
    expect(textOf(document.getElementById('stage.refine'))).toContain('10 named, 10 not named by any source')
    expect(textOf(document.getElementById('stage.release'))).toContain('and SECMP0069 standalone')
    expect(document.querySelectorAll('.app-counts dt')).toHaveLength(5)
  })

  it('says that nothing is open for comment, and what is expected', async () => {
    const { document } = await site.open('/sec/')
    const open = textOf(section(document, 'Open for comment'))
    expect(open).toContain('No consultation is open')
    expect(open).toContain('Refinement Consultation in October 2019SECMP0046')
    expect(open).toContain('Modification Report Consultation in the week of 14 October 2019, for 15 Working Days')
  })

  it('says what is next: the Panel with its items, the request for another date, the releases', async () => {
    const { document } = await site.open('/sec/')
    const next = textOf(section(document, 'What is next'))
    expect(next).toContain('Friday 11 October 2019')
    expect(next).toContain('DP081 for conversion and with its Modification Report')
    expect(next).toContain('to move the November 2019 SEC Release to Sunday 24 November 2019')
    expect(next).toContain('Thursday 7 November 2019: November 2019 SEC Release, 9 modifications')
  })

  it('tells what changed lately, the latest day first, and what many have in common once', async () => {
    const { document } = await site.open('/sec/')
    const days = [...document.querySelectorAll('.app-timeline__day')].map(textOf)
    expect(days.slice(0, 3)).toEqual(['4 October 2019', '2 October 2019', '1 October 2019'])
    expect(textOf(section(document, 'What changed lately'))).toContain('DP080, DP081, DP083, DP087 Determined ready for conversion')
  })

  it('is small, and axe finds nothing', async () => {
    const { html } = await site.open('/sec/')
    expect(gzipSync(html).length).toBeLessThan(15_000)
    expect(await axeFindings(html)).toEqual([])
  })
})

describe('the first page on another day', () => {
  it('says how many stand where no source tells, beside counts that are small for it', async () => {
    const { text, document } = await site.open('/sec/?asof=2019-01-15')
    expect(text).toMatch(/Of \d+ more no source tells the stage on that day: they are in none of these counts\./)
    expect(document.querySelector('main a[href*="stage=unknown"]')).not.toBeNull()
  })

  it('keeps the day in its links, its search and its figures', async () => {
    const { document } = await site.open('/sec/?asof=2019-09-11')
    expect(textOf(document.querySelector('main'))).toContain('Where they stand on 11 September 2019')
    expect(document.querySelector('.app-strip__link')?.getAttribute('href')).toBe('/sec/register?stage=define&asof=2019-09-11')
    expect(document.querySelector('main form input[name=asof]')?.getAttribute('value')).toBe('2019-09-11')
  })

  it('has words of its own before the pack of the code is known', async () => {
    expect((await site.open('/sec/?known=1')).heading).toBe('Changes to the Code')
  })

  it('is found without the slash, with its query', async () => {
    const response = await site.request('/sec?asof=2019-09-11')
    expect(response.headers.get('location')).toBe('/sec/?asof=2019-09-11')
  })
})

describe('the first page at the end of the sample', () => {
  it('tells apart what is due and not confirmed, and axe finds nothing', async () => {
    const later = await openTestSite(calendarDate('2026-05-29'))
    const { document, html } = await later.open('/sec/')
    expect(textOf(section(document, 'What is next'))).toContain('Due, and not confirmed by any source')
    expect(textOf(section(document, 'Open for comment'))).toContain('of which no source tells that they were issued')
    expect(await axeFindings(html)).toEqual([])
    await later.close()
  }, 60_000)
})
