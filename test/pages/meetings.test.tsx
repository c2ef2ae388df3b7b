import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Filled, type Person, readPage, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite } from '../support/site.ts'

let site: TestSite
let administrator: Person
const panel = '/sec/meetings/panel-2019-10-04'
const on = (verb: string) => `/sec/acts/${verb}/meeting/panel-2019-10-04`
beforeAll(async () => {
  site = await openTestSite()
  administrator = await signIn(site, 'administrator')
  await administrator.send('/sec/acts/plan-meeting', { body: 'body/panel', day: '2019-10-04' })
}, 60_000)
afterAll(() => site.close())

const told = async (path: string, fields: Filled) => (await readPage(await administrator.send(path, fields))).text

it('every Draft Proposal that is ready goes before it at once, and none of them twice', async () => {
  for (const id of ['84', '85'])
    await administrator.send(`/sec/acts/determine-ready/modification/${id}`, { 'recorded.by': 'body/change-sub-committee' })
  expect((await administrator.send(on('table-ready'), {})).status).toBe(303)
  const page = await site.open(panel)
  for (const id of ['DP084', 'DP085']) expect(page.text.split(`${id} for conversion`)).toHaveLength(2)
  expect(await told(on('table-ready'), {})).toContain('No Draft Proposal that is ready is not before it')
})

it('says who was there, as organisations, and whether that was a quorum', async () => {
  await administrator.send(on('record-attendance'), { present: ['organisation/dcc', 'body/secas'], quorate: 'yes' })
  expect((await site.open(panel)).text).toMatch(/Present.*(SECAS|Smart Energy Code Administrator).* It was quorate\./)
})

it('its actions have an owner and a day, are closed once, and are listed with those of all meetings', async () => {
  const action = { what: 'Write to the DCC', owner: 'body/secas', due: '2019-10-04', modification: 'modification/84' }
  expect((await administrator.send(on('place-action'), action)).status).toBe(303)
  await administrator.send(on('place-action'), { ...action, what: 'Tell the Panel', due: '2019-11-01' })
  expect(await told(on('place-action'), { ...action, due: '2019-10-03' })).toContain('3 October 2019 has passed')
  expect((await administrator.send(on('close-action'), { action: '1', outcome: 'A letter went' })).status).toBe(303)
  expect(await told(on('close-action'), { action: '1' })).toContain('The action 1 is not open')
  const log = await site.open('/sec/actions')
  expect(log.text).toMatch(/1 open, 0 of them overdue.*2\. Tell the Panel.*by 1 November 2019.*Done.*1\. Write to the DCC.*A letter went/)
  expect(await axeFindings(log.html)).toEqual([])
  expect((await site.open(panel)).text).toContain('2. Tell the Panel')
})

it('a release is planned for one date, and a designated version is recorded once', async () => {
  const release = { id: '2020-09', name: 'September 2020 SEC Release', releaseKind: 'standalone' }
  const two = { ...release, day: '2020-09-01', month: '2020-09' }
  expect(await told('/sec/acts/plan-release', two)).toContain('It is planned for more than one date')
  const planned = await administrator.send('/sec/acts/plan-release', { ...release, month: '2020-09' })
  expect(planned.headers.get('location')).toMatch(/^\/sec\/releases\/2020-09/)
  expect((await site.open('/sec/releases/2020-09')).text).toContain('September 2020')
  expect((await administrator.send('/sec/acts/record-designation', { number: '6.99' })).status).toBe(303)
  // Between what is known and it, what is not told is shown as such.
  await administrator.send('/sec/acts/record-designation', { number: '6.97' })
  // Between two that are known, what is not told is shown as such.
  expect((await site.open('/sec/releases')).text).toMatch(
    /6\.99, in force 4 October 2019, designated by the Secretary of State6\.98: no source tells6\.97, in force/,
  )
  expect(await told('/sec/acts/record-designation', { number: '6.99' })).toContain('Version 6.99 is in force already')
})
