import { afterAll, beforeAll, expect, it } from 'vitest'
import { recordActs } from '../../src/app/acting/record-acts.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { textOfDocx, textOfPage, textOfPdf } from '../support/paper-text.ts'
import { act, actingFor } from '../support/process.ts'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'

const path = '/sec/reports/assessment-update/2019-10'
const dcc = actingFor('organisation/dcc')

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
}, 60_000)
afterAll(() => site.close())

const file = async (form: string) => new Uint8Array(await (await site.request(`${path}.${form}`)).arrayBuffer())

it('says of each assessment that nothing is written yet, and that it is not signed off', async () => {
  const { document, text, heading } = await site.open(path)
  expect(heading).toBe('Appendix A: assessments update – October 2019')
  expect(text).toContain('The DCC has not signed this update off; it is due by 4 October 2019')
  const [open, completed] = [...document.querySelectorAll('article table')]
  const rows = [open, completed].flatMap((table) =>
    [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.children].map(textOf)),
  )
  expect(rows).toHaveLength(12)
  expect(rows[0]).toEqual(['SECMP0007', 'IA', '30 Jul 19', '40 WD', '45 WD', 'no', 'No line is written.'])
  expect(rows.every((row) => row.at(-1) === 'No line is written.')).toBe(true)
})

it('leads from each figure to its page, and from each duration to its count', async () => {
  const { document } = await site.open(path)
  const links = [...document.querySelectorAll('article a')].map((a) => a.getAttribute('href') ?? '')
  const figures = links.filter((href) => href.startsWith(`${path}/figures/`))
  // The days of 4 open and 8 completed assessments, and 12 figures: PA and IA with four each, two more of all, the lines and the sign-offs.
  expect(figures).toHaveLength(24)
  expect(figures[0]).toBe(`${path}/figures/assessment.IA.open.mean#member-7-IA-1`)
  const mean = await site.open(figures[0] ?? '')
  expect(textOf(mean.document.getElementById('member-7-IA-1'))).toContain(
    '45 = 63 days from 30 Jul to 30 Sep, both ends, less 18 weekend days',
  )
  const lines = await site.open(`${path}/figures/update.lines`)
  expect(lines.text).toContain('0 assessments, as at 4 October 2019')
  expect(lines.text).toContain('0 told and 12 not, of 12.')
  expect(await axeFindings(lines.html)).toEqual([])
})

it('has the lines that the provider wrote, and its sign-off, in every form', async () => {
  const acts = [
    act('report-progress', 'modification/7', { assessment: '7/IA/1', month: '2019-10', text: 'It waits for a service provider.' }),
    act('report-progress', 'modification/24', { assessment: '24/PA/1', month: '2019-11', text: 'Of another month.' }),
    act('sign-progress', 'organisation/dcc', { month: '2019-10' }),
  ]
  const done = await recordActs(site.app, acts, { principal: dcc, key: 'update' })
  expect(isRefused(done)).toBe(false)
  const { text, html } = await site.open(path)
  expect(text).toContain('It waits for a service provider.')
  expect(text).not.toContain('Of another month.')
  expect(text).toContain('The DCC signed this update off on 4 October 2019')
  const page = textOfPage(html)
  expect(await textOfPdf(await file('pdf'))).toBe(page)
  expect(await textOfDocx(await file('docx'))).toBe(page)
  expect(await (await site.request(`${path}.txt`)).text()).toContain('It waits for a service provider.')
  const json = (await (await site.request(`${path}.json`)).json()) as { format: string; open: { said?: unknown }[] }
  expect([json.format, json.open.filter(({ said }) => said).length]).toEqual(['assessment-update/1', 1])
})

it('is led to from the report that it belongs to, and has nothing that axe objects to', async () => {
  const { document } = await site.open('/sec/reports/change-status/2019-10')
  const leads = [...document.querySelectorAll('article a')].find((a) => textOf(a).startsWith('Appendix A'))
  expect(leads?.getAttribute('href')).toBe(path)
  expect(await axeFindings((await site.open(path)).html)).toEqual([])
})

it('is not made of a month to come, nor in another form', async () => {
  expect((await site.open('/sec/reports/assessment-update/2031-10')).status).toBe(404)
  expect((await site.open(`${path}.odt`)).text).toContain('It is made as a page, as .pdf, as .docx, as .txt and as .json')
  expect((await site.open('/sec/reports/assessment-update/october')).status).toBe(400)
})
