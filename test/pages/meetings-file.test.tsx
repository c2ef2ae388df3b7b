import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Person, readPage, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite } from '../support/site.ts'

let site: TestSite
let administrator: Person
beforeAll(async () => {
  site = await openTestSite()
  administrator = await signIn(site, 'administrator')
}, 60_000)
afterAll(() => site.close())

const text = 'body,day,number\nSEC Panel,2019-11-08,74\nSEC Panel,2019-13-13,\nSEC Panel,13/12/2019,75'

it('says line by line what it would plan, and plans what can be read when it is sent again', async () => {
  const first = await readPage(await administrator.send('/sec/meetings/file', { text }))
  expect(first.status).toBe(422)
  expect(first.text).toContain('It would plan 2 meetings, and cannot read 1 line')
  expect(first.text).toContain('line 3 Cannot be read: day: expected a day of the calendar like 2019-10-04, and "2019-13-13" was given')
  expect(first.document.querySelector('textarea')?.textContent).toBe(text)
  expect((await site.open('/sec/meetings/panel-2019-11-08')).status).toBe(404)
  expect(await axeFindings(first.html)).toEqual([])
  const hidden = Object.fromEntries(
    [...first.document.querySelectorAll<HTMLInputElement>('main form input[type=hidden]')].map(({ name, value }) => [name, value]),
  )
  const second = await administrator.post('/sec/meetings/file', { ...hidden, text })
  expect(second.status).toBe(303)
  expect((await site.open('/sec/meetings/panel-2019-11-08')).text).toContain('Meeting 74')
  expect((await site.open('/sec/meetings/panel-2019-12-13')).text).toMatch(/Papers go out by 6 December 2019/)
  expect((await readPage(await administrator.send('/sec/meetings/file', { text }))).text).toContain(
    'Nothing: SEC Panel, 8 November 2019 is planned already',
  )
})
