import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formOf } from '../../src/app/acting/forms.ts'
import type { ActType } from '../../src/domain/acting/acts.ts'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { stepTitles } from '../../src/report/kpi-return/steps.ts'
import { textOfDocx, textOfPage, textOfPdf } from '../support/paper-text.ts'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite(calendarDate('2020-01-15'))
}, 60_000)
afterAll(() => site.close())

const file = async (path: string) => new Uint8Array(await (await site.request(path)).arrayBuffer())
const kpi = '/sec/reports/kpi-return/2019-q4/figures'
const rowsOf = (table: Element | null | undefined) =>
  [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.children].map(textOf))

describe.each(['/sec/reports/register-extract/2019-10', '/sec/reports/kpi-return/2019-q4'])('%s', (path) => {
  it('says the same as a page, as PDF and as DOCX, and has nothing that axe objects to', async () => {
    const { html, status } = await site.open(path)
    expect(status).toBe(200)
    const page = textOfPage(html)
    expect(await textOfPdf(await file(`${path}.pdf`))).toBe(page)
    expect(await textOfDocx(await file(`${path}.docx`))).toBe(page)
    expect(await axeFindings(html)).toEqual([])
  }, 60_000)
})

describe('the register extract of October 2019', () => {
  it('has every live modification in its stage as at the cut-off, with whether anything was done to it or a source only listed it', async () => {
    const { document } = await site.open('/sec/reports/register-extract/2019-10')
    const [summary, define] = [...document.querySelectorAll('article table')]
    expect(rowsOf(summary).map((row) => row.slice(0, 5))).toEqual([
      ['Proposals in Define', '8', '8', '7', '1'],
      ['Proposals in Refine', '20', '10', '1', '9'],
      ['Proposals in Opine', '1', '1', '1', '0'],
      ['Proposals in Release', '9', '9', '0', '9'],
      ['Proposals in Release, standalone', '1', '1', '0', '1'],
    ])
    const links = [...(summary?.querySelectorAll('tbody tr:nth-child(2) td a') ?? [])].map((a) => a.getAttribute('href'))
    const figures = ['stage.refine', 'extract.refine.listed', 'extract.refine.changed', 'extract.refine.firstListed']
    expect(links).toEqual(figures.map((id) => `/sec/reports/register-extract/2019-10/figures/${id}`))
    const row = rowsOf(define).find(([reference]) => reference === 'DP084')
    expect(row?.slice(0, 3)).toEqual(['DP084', 'Other User Panel Seating Amendment', 'Energy Savings Trust'])
    expect(row?.at(-1)).toBe('yes')
    expect(document.querySelector('article a[href="/sec/DP084"]')).not.toBeNull()
  })
})

describe('the KPI return of the last quarter of 2019', () => {
  it('has each figure of the common form with its definition, and tells what is not recorded', async () => {
    const { document, heading } = await site.open('/sec/reports/kpi-return/2019-12')
    expect(heading).toBe('Code administrator’s KPI return – October to December 2019')
    const rows = rowsOf(document.querySelector('article table'))
    expect(rows).toHaveLength(14)
    expect(rows.find(([title]) => title === 'Respondents to a consultation, on average')?.[1]).toBe('none')
    for (const [, value, definition] of rows) {
      expect(value).toMatch(/^(\d+ [a-z]+|\d+ of \d+( \(\d+%\))?|none|not recorded|none recorded, of \d+|[\d.]+ days(, over \d+ of \d+)?)$/)
      expect(definition).toMatch(/^[A-Z].+\.$/)
    }
  })

  it('has each figure as a link to its own address, which tells its members, what is not told of whom, and what it was before', async () => {
    const { document } = await site.open('/sec/reports/kpi-return/2019-q4')
    const figures = [...document.querySelectorAll('article table th a')].map((a) => a.getAttribute('href') ?? '')
    expect(figures).toHaveLength(14)
    for (const figure of figures) expect([figure, (await site.request(figure)).status]).toEqual([figure, 200])
    const page = await site.open(`${kpi}/kpi.days.toImplementation`)
    expect(page.text).toContain('37 days, as at 31 December 2019, over 1 of 10')
    expect(page.text).toContain('MP076 ‘Pursuing Non-Payment in Events of Default’ (37 days, from 23 October 2019 to 29 November 2019)')
    expect(page.text).toContain('37 = (37) ÷ 1.')
    expect(page.text).toContain('The decision: told by the step “Decide”.SECMP0018')
    expect(rowsOf(page.document.querySelector('main table'))[0]).toEqual([
      'July to September 2019',
      '–',
      '30 September 2019',
      'by the register',
    ])
    expect(await axeFindings(page.html)).toEqual([])
  })

  it('says of a share out of whom it is, and of what it does not hold what would have to be told', async () => {
    const share = await site.open(`${kpi}/kpi.papers.late`)
    expect(share.text).toContain('0 of 5 (0%), as at 31 December 2019')
    expect(share.text).toContain('Counted over, and not so')
    expect(share.text).toContain('DP087')
    const none = await site.open(`${kpi}/kpi.costs.difference`)
    expect(none.text).toContain('not recorded, as at 31 December 2019')
    expect(none.text).toContain('What its implementation cost: no step of this register tells it.')
  })

  it('names the steps as their forms do', () => {
    for (const [act, title] of Object.entries(stepTitles)) expect([act, formOf(act as ActType).title]).toEqual([act, title])
  })

  it('is of the quarter that the month is in, and says so where that is not over', async () => {
    const { text } = await site.open('/sec/reports/kpi-return/2020-01')
    expect(text).toContain('This return is not complete: the quarter is told up to 15 January 2020')
    expect((await site.open('/sec/reports/kpi-return/2020-04')).status).toBe(404)
  })
})
