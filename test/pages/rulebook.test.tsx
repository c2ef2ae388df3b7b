import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Filled, type Person, readPage, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite } from '../support/site.ts'

let site: TestSite
let first: Person
let second: Person
beforeAll(async () => {
  site = await openTestSite()
  first = await signIn(site, 'administrator')
  second = await signIn(site, 'second-administrator')
}, 60_000)
afterAll(() => site.close())

const sendAndOpen = async (person: Person, path: string, fields: Filled) => readPage(await person.send(path, fields))
const tokens = async (person: Person, path: string) => {
  const { document } = await person.open(path)
  return (name: string) => document.querySelector(`main input[name=${name}]`)?.getAttribute('value') ?? ''
}

it('shows each rule in force with its clause, how sure it is, what it does and its source', async () => {
  const { document, text, html } = await site.open('/sec/rulebook')
  const row = document.getElementById('mrc-length')
  expect(row?.textContent).toContain('Length of a Modification Report Consultation')
  expect(row?.textContent).toContain('15 Working Days')
  expect(row?.textContent).toContain('found in a source; asks for a reason')
  expect(text).toContain('Christmas Day')
  expect(await axeFindings(html)).toEqual([])
  expect(document.querySelector('a[href*=withdraw-holiday]')).toBeNull()
})

it('shows a rule with what it decides and its history; one whose name holds a slash too', async () => {
  const { text, html } = await site.open('/sec/rulebook/rows/conversion-by')
  expect(text).toContain('Steps taken by it: Convert')
  expect(await axeFindings(html)).toEqual([])
  const { document } = await site.open('/sec/rulebook')
  const wording = document.querySelector('#wording ~ dl a')?.getAttribute('href') ?? ''
  expect(wording).toContain('/sec/rulebook/rows/report-wording/')
  expect((await site.open(wording)).status).toBe(200)
  expect((await site.open('/sec/rulebook/rows/no-such-row')).status).toBe(404)
})

it('is changed in a form that shows what moves before it can be sent, and stands once another confirms it', async () => {
  const page = await first.open('/sec/rulebook/rows/mrc-length')
  const change = [...page.document.querySelectorAll('main a')].find((link) => link.textContent === 'Change it')?.getAttribute('href') ?? ''
  const form = await first.open(change)
  const fields = Object.fromEntries(
    [...form.document.querySelectorAll('main input[type=text], main textarea')].map((field) => [
      field.getAttribute('name') ?? '',
      field.getAttribute('value') ?? field.textContent ?? '',
    ]),
  )
  const chosen = { appliesTo: 'everything live', certainty: 'found', enforcement: 'ask a reason' }
  const action = '/sec/acts/change-rule/rule/mrc-length'
  const sent = { ...fields, ...chosen, value: '20 Working Days' }
  expect(fields.value).toBe('15 Working Days')
  const shown = await sendAndOpen(first, action, sent)
  expect(shown.text).toContain('What moves')
  expect(shown.text).toContain('Send for approval')
  const previewed = shown.document.querySelector('input[name=previewed]')?.getAttribute('value') ?? ''
  // Changed after its preview, it is shown again.
  const again = await sendAndOpen(first, action, { ...sent, value: '25 Working Days', previewed })
  expect(again.text).toContain('Nothing is recorded yet')
  expect((await first.send(action, { ...sent, previewed })).headers.get('location')).toBe('/sec/queue')
  const queue = await tokens(second, '/sec/queue')
  const confirmed = await second.post('/sec/queue', { csrf: queue('csrf'), key: 'confirm', waiting: queue('waiting') })
  expect(confirmed.status).toBe(303)
  expect((await site.open('/sec/rulebook/rows/mrc-length')).text).toMatch(/20 Working Days.*History.*20 Working Days.*15 Working Days/)
})

it('goes out as a file, and comes in again with what differs', async () => {
  const response = await site.request('/sec/rulebook.json')
  const file = (await response.json()) as { rows: { id: string; value: object }[] }
  const same = await sendAndOpen(first, '/sec/rulebook/file', { text: JSON.stringify(file) })
  expect(same.text.slice(0, 400)).toContain('The file says what the register says')
  const rows = file.rows.map((row) => (row.id === 'adoption-window' ? { ...row, value: { kind: 'working days', days: 12 } } : row))
  const text = JSON.stringify({ ...file, rows })
  const differs = await sendAndOpen(first, '/sec/rulebook/file', { text })
  expect(differs.text).toMatch(/adoption-window\): 12 Working Days, instead of \d+ Working Days/)
  expect((await first.send('/sec/rulebook/file', { text, previewed: text })).headers.get('location')).toBe('/sec/queue')
  expect((await first.open('/sec/queue')).text).toContain('12 Working Days')
  for (const [bad, said] of [
    ['{', 'It is no JSON'],
    ['{}', 'Rows: expected a list of rows'],
    [JSON.stringify({ rows: [...file.rows, file.rows[0]] }), 'is in the file twice'],
  ] as const)
    expect((await sendAndOpen(first, '/sec/rulebook/file', { text: bad })).text.slice(0, 400)).toContain(said)
  expect((await site.open('/sec/rulebook/file')).status).toBe(403)
})
