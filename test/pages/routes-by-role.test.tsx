import { afterAll, beforeAll, expect, it } from 'vitest'
import { sampleAccounts } from '../../src/app/people/sample-accounts.ts'
import { createSite } from '../../src/web/server.tsx'
import { type Person, signIn } from '../support/person.ts'
import { publish } from '../support/publish.ts'
import { elsewhere, morePages, pages } from '../support/read-pages.ts'
import { openTestSite, type TestSite } from '../support/site.ts'

let site: TestSite
const people = new Map<string, Person>()
beforeAll(async () => {
  site = await openTestSite()
  for (const { sample } of sampleAccounts) people.set(sample, await signIn(site, sample))
  // A draft that one Party gives to the critical friend.
  await people.get('party')?.send('/sec/acts/submit-for-review', { title: 'A draft', issue: 'What is wrong.' })
  // Something to vote on.
  const administrator = people.get('administrator')
  await administrator?.send('/sec/acts/determine-ready/modification/84', { 'recorded.by': 'body/change-sub-committee' })
  await administrator?.send('/sec/acts/convert/modification/84', { path: 'self-governance', route: 'report' })
  await administrator?.send('/sec/acts/approve-report/modification/84', {})
  // Something to answer, and an answer.
  await administrator?.send('/sec/acts/issue-consultation/modification/79', {
    consultation: '79/refinement/1',
    consultationKind: 'refinement',
  })
  await people.get('party')?.post('/sec/acts/respond/modification/79', {
    consultation: '79/refinement/1',
    noComment: 'yes',
    csrf: await csrfOf('party'),
  })
  // A draft, and a report that is published.
  await administrator?.send('/sec/acts/draft-report', { month: '2019-10', classification: 'white' })
  await publish(site.app, '2019-09')
}, 60_000)
afterAll(() => site.close())

async function csrfOf(who: string): Promise<string> {
  const page = await people.get(who)?.open('/sec/')
  return page?.document.querySelector('input[name=csrf]')?.getAttribute('value') ?? ''
}

/** Read: the page itself, or the way to it. Not read: refused, or sent to sign in. */
async function reads(who: string, path: string): Promise<boolean> {
  const response = await (people.get(who)?.get(path) ?? site.request(path))
  const location = response.headers.get('location') ?? ''
  expect([path, who, response.status < 500]).toEqual([path, who, true])
  return response.status === 200 || (response.status < 400 && !location.includes('sign-in'))
}

it('names every route that is read', () => {
  const { app } = site
  const routed = createSite({ app, root: '', grammar: {} as never, styles: { path: '/styles', body: '', type: 'text/css' } })
    .routes.filter(({ method, path }) => method === 'GET' && path !== '/*' && path !== '/styles')
    .map(({ path }) => path)
  expect([...new Set(routed)].toSorted()).toEqual([...Object.keys(pages), ...elsewhere].toSorted())
})

it.each(Object.entries({ ...pages, ...morePages }))('%s is read by whom it was written by hand', async (_route, { at, readers }) => {
  const everybody = [...people.keys(), 'public']
  const reading: string[] = []
  for (const who of everybody) if (await reads(who, at)) reading.push(who)
  const expected = readers === 'everybody' ? everybody : readers === 'who signed in' ? [...people.keys()] : readers
  expect(reading.toSorted()).toEqual([...expected].toSorted())
})
