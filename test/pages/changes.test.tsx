import { afterAll, beforeAll, expect, it } from 'vitest'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { axeFindings, openTestSite, type TestSite, textOf } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite(calendarDate('2019-11-29'))
}, 60_000)
afterAll(() => site.close())

const report = '/sec/reports/change-status/2019-11'

it('is a page of its own, a section of the report, and JSON', async () => {
  const page = await site.open(`${report}/changes`)
  expect([page.status, page.heading]).toEqual([200, 'What changed since October 2019'])
  const section = (await site.open(report)).document.querySelector('#changes')
  expect(textOf(section?.querySelector('h2'))).toBe('What changed since October 2019')
  const json = (await (await site.request(`${report}/changes.json`)).json()) as { format: string; since: string; figures: { id: string }[] }
  expect([json.format, json.since]).toEqual(['change-status-changes/1', '2019-10'])
  // Each figure that differs is a link to its page, in both.
  for (const { id } of json.figures)
    for (const document of [page.document, section]) expect(document?.querySelector(`a[href="${report}/figures/${id}"]`)).not.toBeNull()
})

it('says what was expected last month and did not happen', async () => {
  const { text } = await site.open(`${report}/changes`)
  expect(text).toContain(
    'Expected last month and did not happen: the issue of its refinement consultation, in October 2019; no source tells of it.',
  )
})

it.each([
  ['2019-13/changes', 400, 'There is no month “2019-13”'],
  ['2031-01/changes', 404, 'The report of January 2031 cannot be made yet'],
])('%s answers %i with one clear line', async (path, status, line) => {
  const page = await site.open(`/sec/reports/change-status/${path}`)
  expect([page.status, page.heading]).toEqual([status, expect.stringContaining(line)])
})

it('has nothing that axe objects to', async () => {
  expect(await axeFindings((await site.open(`${report}/changes`)).html)).toEqual([])
})
