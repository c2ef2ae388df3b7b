import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
}, 60_000)
afterAll(() => site.close())

const rowOf = (document: Document, id: string) => [...(document.getElementById(id)?.children ?? [])].map(textOf)

describe('assessments on 4 October 2019, counted as the paper counts', () => {
  it('shows the four open ones with the durations that the paper prints', async () => {
    const { document } = await site.open('/sec/assessments?to=2019-09-30')
    expect(rowOf(document, 'assessment-7-IA-1').slice(1, 6)).toEqual(['IA', '30 July 2019', '40 WD', '45 WD', '5 WD over'])
    expect(rowOf(document, 'assessment-24-PA-1').slice(1, 6)).toEqual(['PA', '29 May 2019', '15 WD', '89 WD', '74 WD over'])
    expect(rowOf(document, 'assessment-56-IA-1').slice(1, 6)).toEqual(['IA', '2 July 2019', '40 WD', '65 WD', '25 WD over'])
    expect(rowOf(document, 'assessment-66-PA-1').slice(1, 6)).toEqual(['PA', '13 June 2019', '15 WD', '78 WD', '63 WD over'])
  })

  it('shows how the 45 WD of SECMP0007 are counted, and what the Code would count', async () => {
    const { document } = await site.open('/sec/assessments?to=2019-09-30')
    const row = document.getElementById('assessment-7-IA-1')
    expect(textOf(row?.nextElementSibling?.querySelector('details'))).toContain(
      '45 = 63 days from 30 Jul to 30 Sep, both ends, less 18 weekend days; the bank holiday of 26 Aug is not taken out under this convention; it would be 44, or 43 with the day of acceptance not counted',
    )
    expect(rowOf(document, 'assessment-7-IA-1')[6]).toBe('44 with the first day, 43 without')
  })

  it('sums up by kind with the means of the paper, and how many met their own target', async () => {
    const { document, text } = await site.open('/sec/assessments?to=2019-09-30')
    expect(rowOf(document, 'summary-PA')).toEqual(['Preliminary Assessment (PA)', '2', '84 WD', '6', '71 WD'])
    expect(rowOf(document, 'summary-IA')).toEqual(['Impact Assessment (IA)', '2', '55 WD', '2', '56 WD'])
    expect(text).toContain('2 of the 8 completed during 2019/20 met their own target')
  })

  it('shows the eight completed in 2019/20 as the paper states them', async () => {
    const { document } = await site.open('/sec/assessments?to=2019-09-30')
    const stated: Record<string, readonly [string, string, string]> = {
      '7-PA-1': ['11 April 2019', '15 WD', '201 WD'],
      '46-PA-1': ['29 July 2019', '15 WD', '31 WD'],
      '53-PA-1': ['2 May 2019', '15 WD', '87 WD'],
      '53-IA-1': ['20 September 2019', '40 WD', '35 WD'],
      '56-PA-1': ['24 April 2019', '15 WD', '65 WD'],
      '62-IA-1': ['4 July 2019', '40 WD', '77 WD'],
      '63-PA-1': ['9 August 2019', '15 WD', '18 WD'],
      '67-PA-1': ['5 June 2019', '25 WD', '21 WD'],
    }
    for (const [id, cells] of Object.entries(stated)) expect(rowOf(document, `assessment-${id}`).slice(2, 5)).toEqual(cells)
    expect(document.querySelectorAll('#completed ~ table tbody tr[id]')).toHaveLength(8)
  })
})

describe('the day to which is counted', () => {
  it('is the day of the register, and one link leads to the day of the paper', async () => {
    const { document, text } = await site.open('/sec/assessments')
    expect(text).toContain('Counted to 4 October 2019')
    expect(rowOf(document, 'assessment-7-IA-1')[4]).toBe('49 WD')
    const link = [...document.querySelectorAll('a')].find((a) => textOf(a) === 'As the October 2019 paper counts: to 30 September 2019')
    expect(link?.getAttribute('href')).toBe('/sec/assessments?to=2019-09-30')
  })

  it('keeps the day of the register in its form and links', async () => {
    const { document } = await site.open('/sec/assessments?asof=2019-10-02')
    expect(document.querySelector('form[aria-label="Count to another day"] input[name=asof]')?.getAttribute('value')).toBe('2019-10-02')
    expect(document.querySelector('a[href*="assessments.csv"]')?.getAttribute('href')).toBe('/sec/assessments.csv?asof=2019-10-02')
  })

  it.each([
    ['/sec/assessments?to=2019-10-05', 'cannot be counted to 5 October 2019'],
    ['/sec/assessments?to=2019-02-30', 'To must be a day like 2019-09-30'],
    ['/sec/assessments?year=2018', 'Year must be a regulatory year like 2019/20'],
    ['/sec/assessments?year=2031/32', 'Year must be a regulatory year like 2019/20'],
    ['/sec/assessments.csv?to=2031-01-01', 'cannot be counted to 1 January 2031'],
  ])('refuses %s with one clear line', async (path, line) => {
    const { status, heading } = await site.open(path)
    expect(status).toBe(400)
    expect(heading).toContain(line)
  })
})

it('tells of earlier regulatory years by a link', async () => {
  const { text, status } = await site.open('/sec/assessments?year=2018/19')
  expect(status).toBe(200)
  expect(text).toContain('Completed during 2018/19')
})

it('gives the same as CSV, with ISO days and names of its own', async () => {
  const response = await site.request('/sec/assessments.csv?to=2019-09-30')
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const [head, ...lines] = (await response.text()).trimEnd().split('\r\n')
  expect(head).toMatch(/^modification,title,assessment,kind,status,requested,accepted,returned,targetWorkingDays,duration,/)
  expect(lines).toContain(
    'SECMP0007,Firmware updates to IHDs and PPMIDs,7/IA/1,IA,accepted,,2019-07-30,,40,45,counted,44,43,2019-09-30,2019-10-04,43,2019-09-25,,,0',
  )
})

it('has nothing that axe objects to, and is small', async () => {
  const { html } = await site.open('/sec/assessments?to=2019-09-30')
  expect(await axeFindings(html)).toEqual([])
  expect(gzipSync(html).byteLength).toBeLessThan(15_000)
})

describe('on the whole sample, the register of 4 October 2019', () => {
  let later: TestSite
  beforeAll(async () => {
    later = await openTestSite(calendarDate('2021-04-01'))
  }, 120_000)
  afterAll(() => later.close())

  it('shows what waited for acceptance, which no table of the paper shows', async () => {
    const { document, text } = await later.open('/sec/assessments?asof=2019-10-04&to=2019-09-30')
    expect(document.getElementById('assessment-78-PA-1')).not.toBeNull()
    expect(rowOf(document, 'assessment-78-PA-1').slice(1, 4)).toEqual(['PA', '30 August 2019', '22 WD'])
    expect(text).toContain('The published clock starts at acceptance')
  })

  it('marks a clock that runs on though its modification is past assessment', async () => {
    const { document } = await later.open('/sec/assessments')
    const doubted = [...document.querySelectorAll('.app-doubt')].map(textOf)
    expect(doubted.length).toBeGreaterThan(0)
    for (const doubt of doubted)
      expect(doubt).toMatch(/^The modification has since been [a-z]+: no source tells when this (came back|was taken up or dropped)\.$/)
    expect((await later.open('/sec/assessments?asof=2019-10-04')).document.querySelector('.app-doubt')).toBeNull()
  })

  it('leaves the paper’s open assessments as they were', async () => {
    const { document } = await later.open('/sec/assessments?asof=2019-10-04&to=2019-09-30')
    expect(rowOf(document, 'assessment-7-IA-1')[4]).toBe('45 WD')
  })
})
