import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '../support/person.ts'
import { openTestSite, type TestSite } from '../support/site.ts'

describe('by when who holds the action is to act', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await openTestSite()
  })
  afterAll(() => site.close())
  const now = async (reference: string) => (await site.open(`/sec/${reference}`)).document.querySelector('.app-now')?.textContent ?? ''

  it('is the day on which an assessment is due, and says so where that has passed', async () => {
    // 40 Working Days after 30 July 2019, the bank holiday of 26 August left out.
    expect(await now('SECMP0007')).toContain('By 25 September 2019, overdue')
  })

  it('is the next meeting before which it is planned, and the day of the consultation that is open', async () => {
    expect(await now('DP081')).toContain('By 11 October 2019')
    const administrator = await signIn(site, 'administrator')
    await administrator.send('/sec/acts/issue-consultation/modification/46', { consultationKind: 'refinement' })
    expect(await now('SECMP0046')).toMatch(/Parties, to answer .*By 25 October 2019/)
  })

  it('is told not to be set, where nothing sets it', async () => {
    expect(await now('DP084')).toContain('By no day that is set')
  })
})
