import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'

const report = '/sec/reports/change-status/2019-10'
const figure = (id: string) => `${report}/figures/${id}`
const termsOf = (document: Document) =>
  Object.fromEntries([...document.querySelectorAll('main .govuk-summary-list__row')].map((row) => [...row.children].map(textOf)))

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
}, 60_000)
afterAll(() => site.close())

describe('every figure of the report', () => {
  it('is a link of the page to an address that opens', async () => {
    const { document } = await site.open(report)
    const json = (await (await site.request(`${report}.json`)).json()) as { figures: Record<string, unknown> }
    const links = new Set([...document.querySelectorAll('article a')].map((a) => a.getAttribute('href') ?? ''))
    const linked = Object.keys(json.figures).filter((id) => links.has(figure(id)))
    expect(Object.keys(json.figures).filter((id) => !linked.includes(id))).toEqual([])
    for (const id of Object.keys(json.figures)) expect([id, (await site.request(figure(id))).status]).toEqual([id, 200])
  })
})

describe('each number of the proposals by report', () => {
  it('leads to as many members, under the month of its row or in the report of that month', async () => {
    const { document } = await site.open(report)
    const table = [...document.querySelectorAll('article table')].find((each) => textOf(each).includes('No longer shown'))
    const cells = [...(table?.querySelectorAll('td') ?? [])]
    expect(cells.filter((cell) => textOf(cell) !== '0' && !cell.querySelector('a'))).toEqual([])
    const links = cells.flatMap((cell) =>
      [...cell.querySelectorAll('a')].map((a) => [a.getAttribute('href') ?? '', Number(textOf(a))] as const),
    )
    expect(links.length).toBeGreaterThan(30)
    for (const [href, count] of links) {
      const [path = '', fragment] = href.split('#')
      const page = await site.open(path)
      const list = fragment ? page.document.getElementById(fragment)?.nextElementSibling : page.document.querySelector('main ol.app-lines')
      expect([href, list?.children.length]).toEqual([href, count])
    }
  })

  it('is, of what is open in an earlier month, what the page of the figure tells of that month', async () => {
    const { document } = await site.open(figure('months.open'))
    const earlier = [...document.querySelectorAll('main table tbody tr')].map((row) => [...row.children].map(textOf))
    const table = [...(await site.open(report)).document.querySelectorAll('article table')].find((each) =>
      textOf(each).includes('No longer shown'),
    )
    const rows = [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.children].map(textOf))
    expect(rows.slice(0, -1).map((row) => row.at(-1))).toEqual(
      earlier
        .slice(0, rows.length - 1)
        .map(([, value]) => value)
        .reverse(),
    )
  })
})

describe('the figure of Refine', () => {
  it('tells its value, what it counts, and that no rule decides it', async () => {
    const { document, heading, text } = await site.open(figure('stage.refine'))
    expect(heading).toBe('Change Status Report – October 2019Proposals in Refine')
    expect(text).toContain('20 modifications, as at 4 October 2019')
    expect(termsOf(document)).toMatchObject({
      Rules: 'No row of the rulebook decides it: it counts what is recorded.',
      Arithmetic: '20 = 10 named + 10 that no source names.',
      Definition: 'stage.refine, version 1',
    })
  })

  it('names each member with the entry that put it there, and links none that no source names', async () => {
    const { document } = await site.open(figure('stage.refine'))
    const members = [...document.querySelectorAll('main ol.app-lines > li')]
    expect(members).toHaveLength(20)
    const first = members.find((member) => textOf(member).startsWith('SECMP0007'))
    expect(textOf(first)).toContain('Firmware updates to IHDs and PPMIDs')
    const entry = first?.querySelector('.app-under a')?.getAttribute('href')
    expect(entry).toMatch(/^\/sec\/entries\/\d+$/)
    expect((await site.open(entry ?? '')).text).toContain('SECMP0007')
    expect(document.querySelector('main a[href^="/sec/u"]')).toBeNull()
    expect(members.filter((member) => textOf(member).startsWith('unidentified'))).toHaveLength(10)
  })

  it('is beside what it was in each earlier month', async () => {
    const { document } = await site.open(figure('stage.refine'))
    const rows = [...document.querySelectorAll('main table tbody tr')].map((row) => [...row.children].map(textOf))
    expect(rows[0]).toEqual(['September 2019', expect.stringMatching(/^\d+$/), '6 September 2019', 'by the register'])
    expect(document.querySelector('main table a')?.getAttribute('href')).toBe('/sec/reports/change-status/2019-09/figures/stage.refine')
  })
})

describe('a mean', () => {
  it('tells its convention, the rules that it reads, its arithmetic, and the days of each member', async () => {
    const { document, text } = await site.open(figure('assessment.IA.open.mean'))
    const terms = termsOf(document)
    expect(terms.Counting).toContain('Weekdays, both ends counted, bank holidays not taken out (as the 2019 report)')
    expect(terms.Rules).toContain('How the report counts a duration: weekdays (inferred from what was found)')
    expect(terms.Rules).toContain('How the report rounds an average: half up')
    expect(terms.Arithmetic).toMatch(/÷/)
    expect(text).toContain('45 = 63 days from 30 Jul to 30 Sep, both ends, less 18 weekend days')
    expect(document.querySelector('a[href="/sec/rulebook/rows/average-rounding"]')).not.toBeNull()
  })

  it('is beside what the paper states', async () => {
    const { document } = await site.open(figure('proposals.open.mean'))
    expect(termsOf(document)['Stated by the paper']).toMatch(/^366 WD/)
  })
})

it('is JSON with its members, its rules and the earlier months', async () => {
  const response = await site.request(`${figure('stage.define')}.json`)
  const json = (await response.json()) as {
    format: string
    figure: { value: number; title: string; members: { places: number[] }[]; countedBy: { rows: string[] } }
    earlier: { month: string; value: number }[]
  }
  expect([json.format, json.figure.value, json.figure.title]).toEqual(['change-status-figure/1', 8, 'Proposals in Define'])
  expect(json.figure.members.every(({ places }) => places.length > 0)).toBe(true)
  expect(json.earlier[0]?.month).toBe('2019-09')
})

it.each([
  ['2019-10/figures/stage.nowhere', 404, 'The report of October 2019 has no figure “stage.nowhere”', 'Open the report'],
  ['2019-13/figures/stage.refine', 400, 'There is no month “2019-13”', 'like 2019-10'],
  ['2019-12/figures/stage.refine', 404, 'The report of December 2019 cannot be made yet', 'Ask for October 2019'],
])('%s answers %i with one clear line and what to do', async (path, status, line, remedy) => {
  const page = await site.open(`/sec/reports/change-status/${path}`)
  expect([page.status, page.heading]).toEqual([status, expect.stringContaining(line)])
  expect(page.text).toContain(remedy)
})

it.each(['stage.refine', 'assessment.IA.open.mean', 'workgroup.items'])('has nothing on %s that axe objects to', async (id) => {
  expect(await axeFindings((await site.open(figure(id))).html)).toEqual([])
})
