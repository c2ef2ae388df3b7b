import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'

let october: TestSite
let november: TestSite
beforeAll(async () => {
  october = await openTestSite()
  november = await openTestSite(calendarDate('2019-11-29'))
}, 120_000)
afterAll(async () => {
  await october.close()
  await november.close()
})

const rowOf = (document: Document, id: string) => [...(document.getElementById(id)?.children ?? [])].map(textOf)
const scopeOf = (document: Document) => [...document.querySelectorAll('tr[id^=scope-]')].map((row) => textOf(row.querySelector('th')))

describe('the list of releases', () => {
  it('tells what is to come, what is standalone and what is in force, with dates and scope', async () => {
    const { document } = await october.open('/sec/releases')
    expect(rowOf(document, 'release-2019-11')).toEqual(['November 2019 SEC Release', 'Thursday 7 November 2019', 'none', '9'])
    expect(rowOf(document, 'release-standalone-eu-exit').slice(1)).toEqual(['on UK EU Exit Day', 'none', '1'])
    const headings = [...document.querySelectorAll('main h2')].map(textOf)
    expect(headings).toEqual(['To come', 'Standalone', 'In force', 'Versions of the Code'])
  })

  it('keeps the dates that a release had before', async () => {
    const { document } = await november.open('/sec/releases')
    expect(rowOf(document, 'release-2019-11').slice(1)).toEqual(['29 November 2019', '7 November 2019, then 24 November 2019', '10'])
  })

  it('says that a date has passed and is not confirmed, and never that it happened', async () => {
    const { document, text } = await october.open('/sec/releases/2019-11')
    expect(textOf(document.querySelector('dl'))).toContain('To come')
    expect(text).not.toContain('In force since')
  })

  it('gives the same as CSV', async () => {
    const lines = (await (await november.request('/sec/releases.csv?asof=2019-10-04')).text()).split('\r\n')
    expect(lines[0]).toBe('id,name,kind,date,earlierDates,modifications,inForce,version,asof')
    expect(lines).toContain('2019-11,November 2019 SEC Release,scheduled,2019-11-07,,9,,,2019-10-04')
    expect(lines).toContain('standalone-eu-exit,Standalone release on UK EU Exit Day,standalone,UK EU Exit Day,,1,,,2019-10-04')
  })
})

describe('the November 2019 release on 4 October 2019', () => {
  it('has the nine of the paper in its scope', async () => {
    const { document } = await october.open('/sec/releases/2019-11')
    expect(scopeOf(document)).toEqual([
      'SECMP0018',
      'SECMP0023',
      'SECMP0025',
      'SECMP0039',
      'SECMP0055',
      'SECMP0060',
      'MP071',
      'MP073',
      'MP074',
    ])
  })

  it('tells of the request for Sunday 24 November, undecided, and that the letter is not held', async () => {
    const { text } = await october.open('/sec/releases/2019-11')
    expect(text).toContain('Request of 1 October 2019')
    expect(text).toContain('Sunday 24 November 2019')
    expect(text).toContain('Published at /download/16993/. We do not hold the letter')
    expect(text).toContain('None by 4 October 2019: it is with the Authority')
  })
})

describe('the November 2019 release on 29 November 2019', () => {
  it('has ten, and says that MP076 joined late and that no source tells who let it in', async () => {
    const { document } = await november.open('/sec/releases/2019-11')
    expect(scopeOf(document)).toHaveLength(10)
    expect(rowOf(document, 'scope-76')[2]).toContain('joined late; no source tells who let it in')
  })

  it('shows nine again as at 4 October', async () => {
    const { document, text } = await november.open('/sec/releases/2019-11?asof=2019-10-04')
    expect(scopeOf(document)).toHaveLength(9)
    expect(text).toContain('Scope on 4 October 2019')
  })

  it('tells each date with who set it, the decision, the discretion and its use', async () => {
    const { document, text } = await november.open('/sec/releases/2019-11')
    const dates = [...(document.querySelector('table')?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].slice(0, 3).map(textOf),
    )
    expect(dates).toEqual([
      ['Friday 29 November 2019', '30 October 2019', 'SEC Panel'],
      ['Sunday 24 November 2019', '8 October 2019 (inferred)', 'Authority (Ofgem)'],
      ['Thursday 7 November 2019', '1 October 2019 (inferred)', 'not told'],
    ])
    expect(text).toContain('Agreed on 8 October 2019')
    expect(text).toContain('To move it up to Sunday 1 December 2019')
    expect(text).toContain('Friday 29 November 2019, on 30 October 2019 by SEC Panel, using the discretion')
    expect([...document.querySelectorAll('dl:first-of-type dd')].map(textOf)).toContain('6.21')
  })
})

describe('a release’s address', () => {
  it.each(['november-2019', 'nov-2019', 'November-2019-SEC-Release', '2019-november'])('is found when spelled %s', async (spelling) => {
    const response = await october.request(`/sec/releases/${spelling}?asof=2019-10-02`)
    expect([response.status, response.headers.get('location')]).toEqual([301, '/sec/releases/2019-11?asof=2019-10-02'])
  })

  it('of a release that is not known answers 404 and says which are', async () => {
    const { status, heading, text } = await october.open('/sec/releases/2031-02')
    expect(status).toBe(404)
    expect(heading).toBe('There is no release “2031-02” in the register as at 4 October 2019')
    expect(text).toContain('November 2019 SEC Release')
  })
})

it.each(['/sec/releases', '/sec/releases/2019-11', '/sec/releases/standalone-eu-exit', '/sec/releases/2031-02'])(
  'has nothing on %s that axe objects to, and is small',
  async (path) => {
    const { html } = await november.open(path)
    expect(await axeFindings(html)).toEqual([])
    expect(gzipSync(html).byteLength).toBeLessThan(15_000)
  },
)
