import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Person, readPage, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'

let site: TestSite
let administrator: Person
beforeAll(async () => {
  site = await openTestSite()
  administrator = await signIn(site, 'administrator')
}, 60_000)
afterAll(() => site.close())

it('counts what is unknown of each field, and opens the list behind each count', async () => {
  const { document, html } = await site.open('/sec/data-quality?field=category')
  const row = [...document.querySelectorAll('tbody tr')].find((each) => textOf(each).startsWith('Party category of an organisation'))
  const count = Number(/\d+/.exec(textOf(row?.querySelector('a')))?.[0])
  expect(count).toBeGreaterThan(0)
  expect(document.querySelectorAll('#unknown ~ ul > li')).toHaveLength(count)
  expect(await axeFindings(html)).toEqual([])
})

it('shows who administers the open work of each analyst, with its next day', async () => {
  const { text, html } = await administrator.open('/sec/workload')
  for (const part of ['Workload by analyst on 4 October 2019', 'No Lead Analyst is told', 'Next day']) expect(text).toContain(part)
  expect(text).not.toContain('not told')
  expect(await axeFindings(html)).toEqual([])
})

it('a summary of more than sixty words asks for a reason, and a short one is on the front page of the Party that it touches', async () => {
  const category = 'Electricity Network Parties'
  await administrator.send('/sec/acts/categorise-organisation/organisation/northern-powergrid', { category })
  const long = await administrator.send('/sec/acts/summarise-plainly/modification/46', { summary: 'word '.repeat(61) })
  expect([long.status, (await readPage(long)).text]).toEqual([409, expect.stringContaining('It has 61 words, and at most 60 are wanted')])
  const summary = 'Networks could slow the charging of electric cars through smart meters.'
  expect((await administrator.send('/sec/acts/summarise-plainly/modification/46', { summary })).status).toBe(303)
  await administrator.send('/sec/acts/rate-impact/modification/46', { category, impact: 'high', why: 'They would run it' })
  await administrator.send('/sec/acts/issue-consultation/modification/46', {
    consultationKind: 'refinement',
    consultation: '46/refinement/1',
  })
  const { document, html } = await (await signIn(site, 'party')).open('/sec/mine')
  const line = [...document.querySelectorAll('.app-duties > li')].map(textOf).find((each) => each.includes('SECMP0046'))
  for (const part of ['high impact', 'They would run it', summary, '15 Working Days left']) expect(line).toContain(part)
  expect(await axeFindings(html)).toEqual([])
})
