import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { textOfDocx, textOfPage, textOfPdf } from '../support/paper-text.ts'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite(calendarDate('2020-01-15'))
}, 60_000)
afterAll(() => site.close())

const file = async (path: string) => new Uint8Array(await (await site.request(path)).arrayBuffer())
const rowsOf = (table: Element | null | undefined) =>
  [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.children].map(textOf))

describe.each(['/sec/reports/register-extract/2019-10', '/sec/reports/kpi-return/2019-12'])('%s', (path) => {
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
    expect(document.querySelector('article a[href="/sec/reports/change-status/2019-10/figures/stage.refine"]')).not.toBeNull()
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
    expect(rows.find(([title]) => title === 'Respondents to a consultation, on average')?.[1]).toBe('none recorded')
    for (const [, value, definition] of rows) {
      expect(value).toMatch(/^(\d+|\d+ of \d+( \(\d+%\))?|none|not recorded|none recorded|[\d.]+ days, over \d+)$/)
      expect(definition).toMatch(/^[A-Z].+\.$/)
    }
  })

  it('is of the quarter that the month is in, and says so where that is not over', async () => {
    const { text } = await site.open('/sec/reports/kpi-return/2020-01')
    expect(text).toContain('This return is not complete: the quarter is told up to 15 January 2020')
    expect((await site.open('/sec/reports/kpi-return/2020-04')).status).toBe(404)
  })
})
