import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { heavyPdf } from '../support/heavy-pdf.ts'
import { type Person, readPage, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'

const published = readFileSync(join(import.meta.dirname, '../reconcile/papers/october-2019.txt'), 'utf8')

/** A later paper, typed here: it tells of a proposal that no source of the sample knows by then. */
const january = `Change Status Report – January 2020

SECAS Team
3 January 2020
Paper Reference: SECP_80_1001_10

2. Define
DP199 ‘A proposal that no source here tells of’ was raised by Northern Powergrid on 10 December 2019.

4. Opine
Proposals concluded during 2019/20 14 210 WD
`

let site: TestSite
let administrator: Person
beforeAll(async () => {
  site = await openTestSite(calendarDate('2020-01-10'))
  administrator = await signIn(site, 'administrator')
}, 60_000)
afterAll(() => site.close())

async function upload(text: string | Uint8Array<ArrayBuffer>, name: string, as?: Person) {
  const body = new FormData()
  body.set('paper', new File([text], name))
  const headers: Record<string, string> = { origin: 'http://localhost', ...(as ? { cookie: as.cookie } : {}) }
  const form = as && (await as.open('/sec/reports/reconcile')).document.querySelector<HTMLInputElement>('main input[name=csrf]')
  body.set('csrf', form?.getAttribute('value') ?? '')
  return readPage(await site.request('/sec/reports/reconcile', { method: 'POST', headers, body }))
}

const entries = () => site.app.live.entries.length

it('tells anyone what does not tie in a paper, within its size, and keeps nothing', async () => {
  const before = entries()
  const { status, html, text, document, heading } = await upload(published, 'report.txt')
  expect([status, heading]).toEqual([200, 'Change Status Report – October 2019'])
  expect(text).toContain('The reference is written SECMP053 2 times, and SECMP0053 elsewhere')
  expect(text).toContain('dates are known')
  expect(text).toContain('Nothing of the paper was kept')
  expect(document.querySelector('main input[type=checkbox]')).toBeNull()
  expect(gzipSync(html).length).toBeLessThanOrEqual(15_000)
  expect(await axeFindings(html)).toEqual([])
  expect(entries()).toBe(before)
})

it('answers others while somebody sends what takes too much memory, and says so in a line', async () => {
  const answered: string[] = []
  const heavy = upload(heavyPdf(200_000_000, 'twice'), 'heavy.pdf').finally(() => answered.push('the paper'))
  expect((await site.open('/sec/glossary')).status).toBe(200)
  answered.push('a page')
  const { status, text } = await heavy
  expect(answered).toEqual(['a page', 'the paper'])
  expect(status).toBe(422)
  expect(text).toContain(
    'heavy.pdf: expected a paper, got what takes too long, or too much memory, to be read; save its text, and try that',
  )
})

it.each(['2019-07', '2019-11', '2020-01'])('finds nothing in our own report of %s: page, PDF and DOCX', async (month) => {
  for (const form of ['', '.pdf', '.docx']) {
    const paper = await site.request(`/sec/reports/change-status/${month}${form}`)
    const read = await upload(new Uint8Array(await paper.arrayBuffer()), `report${form || '.html'}`)
    expect([form, read.status, read.text.match(/\d+ claims, .*?finding/)?.[0]]).toEqual([
      form,
      200,
      expect.stringMatching(/^\d{2,} claims, no finding$/),
    ])
    expect(read.text).not.toContain('are contradicted by')
  }
})

it('has a form that works without scripts, and a way to it from the reports', async () => {
  const page = await site.open('/sec/reports/reconcile')
  expect(page.document.querySelector('script')).toBeNull()
  expect(await axeFindings(page.html)).toEqual([])
  const links = [...(await site.open('/sec/reports')).document.querySelectorAll('main a')].map((a) => a.getAttribute('href'))
  expect(links).toContain('/sec/reports/reconcile')
})

it('says in one line what is wrong with a file', async () => {
  const none = await upload('', 'empty.txt')
  expect([none.status, textOf(none.document.querySelector('.govuk-error-summary a'))]).toEqual([
    422,
    'Choose the file of a published report',
  ])
  const picture = await upload(new Uint8Array([0, 1, 2, 0]), 'picture.png')
  expect([picture.status, textOf(picture.document.querySelector('.govuk-error-summary a'))]).toEqual([
    422,
    'picture.png: expected a PDF, a Word document (DOCX), a web page or text, got something else; save it as one of these',
  ])
  const large = await upload('x'.repeat(7_000_000), 'large.txt')
  expect([large.status, large.heading]).toEqual([413, 'The paper is larger than the 5 MB that are read here'])
  expect(await axeFindings(picture.html)).toEqual([])
})

it('takes a fact from a claim in one step, shown first, with the paper as its source; twice is once', async () => {
  const before = entries()
  const read = await upload(january, 'january.txt', administrator)
  const form = read.document.querySelector('form[action="/sec/reports/reconcile/take"]')
  const label = [...read.document.querySelectorAll('label')].find((each) => textOf(each).startsWith('DP199 raised'))
  const chosen = read.document.getElementById(label?.getAttribute('for') ?? '')
  const hidden = (name: string) => form?.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? ''
  const fields = { csrf: hidden('csrf'), source: hidden('source'), facts: chosen?.getAttribute('value') ?? '' }

  const shown = await readPage(await administrator.post('/sec/reports/reconcile/take', fields))
  expect(shown.text).toContain('Nothing is recorded yet. One fact would be recorded, with Change Status Report – January 2020 as source.')
  expect(shown.text).toMatch(/DP199, 10 December 2019: Raised .*line 8/)
  expect(await axeFindings(shown.html)).toEqual([])
  expect(entries()).toBe(before)

  const recorded = await administrator.post('/sec/reports/reconcile/take', { ...fields, confirmed: 'yes' })
  expect([recorded.status, recorded.headers.get('location')]).toEqual([303, '/sec/DP199'])
  expect(entries()).toBe(before + 1)
  expect(textOf((await site.open('/sec/DP199')).document.querySelector('main'))).toContain('Change Status Report – January 2020')

  await administrator.post('/sec/reports/reconcile/take', { ...fields, confirmed: 'yes' })
  expect(entries()).toBe(before + 1)
  const again = await upload(january, 'january.txt', administrator)
  expect([...again.document.querySelectorAll('label')].map(textOf).filter((text) => text.startsWith('DP199 raised'))).toEqual([])
})

it('lets nobody else take facts', async () => {
  const panel = await signIn(site, 'panel')
  const read = await upload(january, 'january.txt', panel)
  expect(read.document.querySelector('main input[type=checkbox]')).toBeNull()
  const csrf = (await panel.open('/sec/reports/reconcile')).document.querySelector('main input[name=csrf]')?.getAttribute('value') ?? ''
  const before = entries()
  expect((await panel.post('/sec/reports/reconcile/take', { csrf, source: '{}', facts: '[]', confirmed: 'yes' })).status).toBe(403)
  expect(entries()).toBe(before)
  const nothing = await administrator.post('/sec/reports/reconcile/take', {
    csrf: (await administrator.open('/sec/reports/reconcile')).document.querySelector('main input[name=csrf]')?.getAttribute('value') ?? '',
    source: 'no JSON',
    facts: '[]',
  })
  expect([nothing.status, (await readPage(nothing)).heading]).toEqual([400, 'No claim was chosen'])
})
