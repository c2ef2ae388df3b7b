import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Filled, type Person, readPage, signIn } from '../support/person.ts'
import { axeFindings, openTestSite, type TestSite } from '../support/site.ts'

let site: TestSite
let administrator: Person
beforeAll(async () => {
  site = await openTestSite()
  administrator = await signIn(site, 'administrator')
}, 60_000)
afterAll(() => site.close())

const goes = async (path: string, fields: Filled) => (await administrator.send(path, fields)).headers.get('location')?.split('?')[0]
const told = async (path: string, fields: Filled) => (await readPage(await administrator.send(path, fields))).text

it('lists the bodies and the organisations, each with a page of its own', async () => {
  const list = await site.open('/sec/bodies')
  expect(list.document.getElementById('change-board')?.textContent).toContain('Change Board')
  expect(await axeFindings(list.html)).toEqual([])
  for (const path of ['/sec/bodies/change-board', '/sec/organisations/dcc']) {
    const page = await site.open(path)
    expect([path, page.status, page.text.includes('What you may do'), await axeFindings(page.html)]).toEqual([path, 200, false, []])
  }
  expect((await site.open('/sec/bodies/nobody')).status).toBe(404)
  expect((await site.open('/sec/organisations/nobody')).status).toBe(404)
})

it('a body is established, renamed and given seats', async () => {
  const established = { id: 'new-forum', name: 'New Forum', capacities: ['advise'] }
  expect(await goes('/sec/acts/establish-body', established)).toBe('/sec/bodies/new-forum')
  expect(await told('/sec/acts/establish-body', established)).toContain('There is a body new-forum already')
  expect(await goes('/sec/acts/rename-body/body/new-forum', { name: 'Newer Forum' })).toBe('/sec/bodies/new-forum')
  await goes('/sec/acts/set-up-seat/body/new-forum', { seat: 'network-1', block: 'Networks' })
  await goes('/sec/acts/fill-seat/body/new-forum', { seat: 'network-1', holder: 'organisation/dcc', until: '2021-03-31' })
  const page = await administrator.open('/sec/bodies/new-forum')
  expect(page.heading).toContain('Newer Forum')
  expect(page.text).toMatch(/Networks.*31 March 2021/)
  expect(page.text).toContain('Rename the body')
})

it('an organisation is added with its category, and renamed from a day on', async () => {
  const added = { id: 'a-new-party', name: 'A New Party', category: 'Other SEC Parties' }
  expect(await goes('/sec/acts/add-organisation', added)).toBe('/sec/organisations/a-new-party')
  expect(await told('/sec/acts/add-organisation', { ...added, id: 'A Party' })).toContain('Use small letters, numbers and hyphens')
  expect(await told('/sec/acts/categorise-organisation/organisation/a-new-party', { category: 'Gas shippers' })).toContain(
    'no Party category',
  )
  await goes('/sec/acts/rename-organisation/organisation/a-new-party', { name: 'A Newer Party' })
  const page = await site.open('/sec/organisations/a-new-party')
  expect(page.text).toMatch(/A Newer Party.*Other SEC Parties.*A New Party, since/)
})
