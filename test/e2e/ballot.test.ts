import type { Locator, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openAuditor, openReader, type Screen } from '../support/browser.ts'
import { demoInBrowser } from '../support/demo-in-browser.ts'

const demo = demoInBrowser()

async function signedIn(as: string, screen: Screen) {
  const reader = await openReader(demo.browser, demo.server.url, screen, { audit: false })
  await reader.open('/sec/sign-in')
  await reader.press(as)
  return reader
}

/** As who administers, who records each step for the one who took it. */
async function recorded(
  steps: readonly (readonly [path: string, button: string, fill?: (label: (name: string) => Locator) => Promise<unknown>])[],
) {
  const administrator = await signedIn('Code administrator', 'desktop')
  for (const [path, button, fill] of steps) {
    await administrator.open(path)
    await fill?.((name) => administrator.page.getByLabel(name))
    await administrator.page.getByRole('button', { name: button, exact: true }).click()
    await administrator.page.waitForLoadState()
    expect(administrator.where(), path).not.toContain('/acts/')
  }
  return administrator
}

/** A phone in a poor place: what Lighthouse takes for slow 4G. */
async function slow4g(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const [latency, throughput] = [150, (1.6 * 1_000_000) / 8]
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: throughput,
    uploadThroughput: throughput / 2,
  })
}

describe('a vote of the Change Board', () => {
  it('is cast on a phone in three taps, and the rest of the meeting is recorded as a grid', async () => {
    const of = (verb: string) => `/sec/acts/${verb}/modification/84`
    const administrator = await recorded([
      [`${of('determine-ready')}?recorded.by=body/change-sub-committee`, 'Determine ready for conversion'],
      [
        of('convert'),
        'Convert to a Modification Proposal',
        async (label) => {
          await label('Path 3: Self-Governance').check()
          await label('Straight to the Modification Report').check()
        },
      ],
      [of('approve-report'), 'Approve the Modification Report'],
      ['/sec/acts/plan-meeting?body=body/change-board&day=2019-10-04', 'Plan a meeting'],
      ['/sec/acts/table-item/meeting/change-board-2019-10-04?modification=modification/84&purposes=vote', 'Table a modification'],
      [`${of('open-ballot')}?meeting=meeting/change-board-2019-10-04`, 'Open a ballot'],
    ])
    await administrator.close()

    const member = await signedIn('Change Board member for Large Suppliers', 'narrow')
    await slow4g(member.page)
    const began = Date.now()
    let taps = 0
    const tap = async (what: Locator) => {
      taps++
      await what.click()
      await member.page.waitForLoadState()
    }
    // From his front page one link leads to the vote; there it takes three taps.
    await member.open('/sec/mine')
    await member.follow(/^Vote\s*: MP084$/)
    await tap(member.page.getByLabel('For', { exact: true }))
    await member.page.getByLabel(/Reason/).fill('Objective (d).')
    await tap(member.page.getByRole('button', { name: 'Continue' }))
    await tap(member.page.getByRole('button', { name: 'Confirm' }))
    expect([taps, member.where().startsWith('/sec/MP084')]).toEqual([3, true])
    // Each tap is a second of his time, besides what the pages take.
    expect(Date.now() - began + 1_000 * (taps + 1)).toBeLessThan(45_000)

    const chair = await signedIn('Chair of the Change Board', 'desktop')
    await chair.open('/sec/meetings/change-board-2019-10-04')
    await chair.follow('Record the votes of this meeting')
    for (const [seat, vote] of [
      ['Large supplier 2', 'for'],
      ['Large supplier 3', 'against'],
      ['Network 1', 'for'],
      ['Small supplier 1', 'against'],
      ['Other party 1', 'for'],
    ] as const)
      await chair.page.getByLabel(`MP084, ${seat}`, { exact: true }).selectOption(vote)
    await chair.page.getByLabel('The vote is over: close its ballot').check()
    await chair.press('Preview')
    expect(await chair.page.locator('#preview').innerText()).toContain('The Change Board voted to approve')
    await chair.press('Record the votes')
    await chair.open('/sec/MP084')
    expect(await chair.page.locator('#votes').innerText()).toContain('3 of 4 block votes cast are in favour: approved')
    expect(await chair.page.locator('#votes').innerText()).toContain('2 of 3 members present are in favour: in favour')

    const auditor = await openAuditor(demo.browser)
    await auditor.page.context().addCookies(await chair.page.context().cookies())
    for (const path of ['/sec/MP084', '/sec/meetings/change-board-2019-10-04/ballots', '/sec/meetings/change-board-2019-10-04'])
      await auditor.expectSound(`${demo.server.url}${path}`)
    await auditor.close()
    await member.close()
    await chair.close()
  })
})
