import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestSite, type TestSite } from '../support/site.ts'

let site: TestSite
beforeAll(async () => {
  site = await openTestSite()
}, 60_000)
afterAll(() => site.close())

async function leadsTo(path: string): Promise<string> {
  const response = await site.request(path)
  return response.headers.get('location') ?? `${response.status}`
}

describe('a reference in any spelling leads to its page, with the query kept', () => {
  it.each([
    ['/MP076', '/sec/MP076'],
    ['/secmp53', '/sec/SECMP0053'],
    ['/SECMP0046/', '/sec/SECMP0046'],
    ['/secmp%2046', '/sec/SECMP0046'],
    ['/mp84', '/sec/DP084'],
    ['/sec/MP076/', '/sec/MP076'],
    ['/SEC/mp076', '/sec/MP076'],
    ['/MP076?asof=2019-10-01&known=2019-10-04', '/sec/MP076?asof=2019-10-01&known=2019-10-04'],
  ])('%s', async (path, page) => {
    expect(await leadsTo(path)).toBe(page)
  })
})

describe('an address of the site before this one leads to the page', () => {
  it.each([
    ['/modifications/change-coordination/', '/sec/DP083'],
    ['/modifications/change-coordination', '/sec/DP083'],
    ['/sec/modifications/change-coordination', '/sec/DP083'],
    ['/modifications/eu-exit-changes/', '/sec/SECMP0069'],
    ['/modifications/pursuing-non-payment-in-events-of-default/?asof=2019-10-01', '/sec/MP076?asof=2019-10-01'],
    // The address was told on 4 October; it is an address whatever day is asked.
    ['/modifications/change-coordination/?asof=2019-09-01', '/sec/DP083?asof=2019-09-01'],
  ])('%s', async (path, page) => {
    expect(await leadsTo(path)).toBe(page)
  })

  it('and the letter’s to the entry of the request, which says that the letter is not held', async () => {
    for (const path of ['/download/16993/', '/download/16993', '/sec/download/16993/'])
      expect(await leadsTo(path)).toMatch(/^\/sec\/releases\/2019-11#entry-\d+$/)
    const [page, entry] = (await leadsTo('/download/16993/')).split('#')
    const { document } = await site.open(page as string)
    expect(document.getElementById(entry as string)?.textContent).toContain('we do not hold the letter')
  })

  it('and keeps the query before the fragment', async () => {
    expect(await leadsTo('/download/16993/?asof=2019-10-02')).toMatch(/^\/sec\/releases\/2019-11\?asof=2019-10-02#entry-\d+$/)
  })
})

describe('what is no address', () => {
  it.each([
    ['/modifications/no-such-thing/', 404],
    ['/download/1', 404],
    ['/MP999', 404],
    ['/u1', 404],
    ['/%E0%A4%A', 404],
    ['/wp-login.php', 404],
  ])('%s answers %i', async (path, status) => {
    expect((await site.open(path)).status).toBe(status)
  })

  it('says which modification there is not', async () => {
    expect((await site.open('/MP999')).heading).toBe('There is no modification MP999 in this register')
  })
})

it('leads from the root and from the code to the first page, with the query kept', async () => {
  expect(await leadsTo('/?asof=2019-10-01')).toBe('/sec/?asof=2019-10-01')
  expect(await leadsTo('/sec?asof=2019-10-01')).toBe('/sec/?asof=2019-10-01')
})
