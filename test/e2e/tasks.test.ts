import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openReader } from '../support/browser.ts'
import { demoInBrowser } from '../support/demo-in-browser.ts'

const demo = demoInBrowser()

/** The least that is a PDF. */
const letter = Buffer.from('%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <<>>\n%%EOF\n')

/** Somebody who signed in, with a count of his clicks and of the fields that he filled. */
async function counted(as: string) {
  const reader = await openReader(demo.browser, demo.server.url, 'desktop', { audit: false })
  await reader.open('/sec/sign-in')
  await reader.press(as)
  const count = { clicks: 0, edits: 0 }
  const { page } = reader
  return {
    ...reader,
    count,
    click: async (what: Locator) => {
      count.clicks++
      await what.click()
      await page.waitForLoadState()
    },
    fill: async (label: string, value: string) => {
      count.edits++
      await page.getByLabel(label, { exact: true }).fill(value)
    },
    attach: async (label: string, file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }) => {
      count.edits++
      await page.getByLabel(label, { exact: true }).setInputFiles(file)
    },
    hrefOf: (name: RegExp) => page.getByRole('link', { name }).first().getAttribute('href'),
    link: (name: string) => page.getByRole('link', { name, exact: true }).first(),
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    main: () => page.locator('main').innerText(),
  }
}

/** What the register says to whoever opens a page of it. */
async function publicly(path: string): Promise<string> {
  const reader = await openReader(demo.browser, demo.server.url, 'desktop', { audit: false })
  await reader.open(path)
  const text = await reader.page.locator('main').innerText()
  await reader.close()
  return text
}

describe('the tasks of the people of the process, by their clicks', () => {
  it('the Panel converts a Draft Proposal in two from its front page, and what is sent is seen before it is recorded', async () => {
    const administrator = await counted('Code administrator')
    await administrator.open('/sec/acts/change-path/modification/80?path=self-governance')
    await administrator.press('Change the path')
    const panel = await counted('Secretary of the SEC Panel')
    await panel.open('/sec/mine')
    await panel.click(panel.page.getByRole('link', { name: /^Convert to a Modification Proposal\s*: DP080$/ }).first())
    await panel.click(panel.button('Convert to a Modification Proposal'))
    expect([panel.count, panel.where().startsWith('/sec/MP080')]).toEqual([{ clicks: 2, edits: 0 }, true])
    expect(await publicly('/sec/MP080')).toContain('Path 3: Self-Governance')
    await panel.close()
    await administrator.close()
  })

  it('the Authority finds what waits for it by its day, and decides in three with its letter; everybody reads it at once', async () => {
    const authority = await counted('Authority')
    await authority.open('/sec/mine')
    const queue = await authority.page.locator('.app-duties > li').allInnerTexts()
    expect(queue.map((each) => /MP076|November 2019 SEC Release/.exec(each)?.[0])).toEqual(['MP076', 'November 2019 SEC Release'])
    await authority.click(authority.page.getByRole('link', { name: /^Decide\s*: MP076$/ }).first())
    await authority.click(authority.page.getByLabel('Approve', { exact: true }))
    await authority.attach('The letter itself (optional)', { name: 'MP076.pdf', mimeType: 'application/pdf', buffer: letter })
    await authority.click(authority.button('Decide'))
    expect(authority.count).toEqual({ clicks: 3, edits: 1 })
    const told = await publicly('/sec/MP076')
    expect(told).toMatch(/Approved by the Authority/)
    expect(told).toContain('Decision letter of 4 October 2019 (PDF, 62 bytes)')
    const kept = await authority.page.context().request.get(`${demo.server.url}${await authority.hrefOf(/^Decision letter of/)}`)
    expect(await kept.body()).toEqual(letter)
    await authority.close()
  })

  it('the Authority sends back in three, with its letter, to the step that it names', async () => {
    const administrator = await counted('Code administrator')
    const steps = [
      ['/sec/acts/change-path/modification/85?path=authority determined', 'Change the path'],
      ['/sec/acts/convert/modification/85?route=report', 'Convert to a Modification Proposal'],
      ['/sec/acts/approve-report/modification/85', 'Approve the Modification Report'],
      ['/sec/acts/record-vote/modification/85?outcome=approve', 'Record the vote'],
    ] as const
    for (const [path, button] of steps) {
      await administrator.open(path)
      await administrator.press(button)
      expect(administrator.where(), path).not.toContain('/acts/')
    }
    const authority = await counted('Authority')
    await authority.open('/sec/mine')
    await authority.click(authority.page.getByRole('link', { name: /^Decide\s*: MP085$/ }).first())
    await authority.click(authority.page.getByLabel('Send back', { exact: true }))
    await authority.fill('Title of the letter (optional)', 'Send-back letter on MP085')
    await authority.click(authority.button('Decide'))
    expect(authority.count).toEqual({ clicks: 3, edits: 1 })
    expect(await publicly('/sec/MP085')).toContain('Send-back letter on MP085')
    await authority.close()
    await administrator.close()
  })

  it('another date for a release is asked for with one edit and three clicks, and what moves with it is shown first', async () => {
    const panel = await counted('Secretary of the SEC Panel')
    await panel.open('/sec/releases/2019-11')
    const scope = await panel.page.locator('main a[href^="/sec/SECMP"], main a[href^="/sec/MP"]').count()
    await panel.click(panel.link('Ask for another date'))
    await panel.fill('Day asked for', '2019-11-24')
    await panel.click(panel.button('Preview'))
    const preview = await panel.page.locator('#preview').innerText()
    expect(preview).toContain('What moves with it')
    expect(scope).toBeGreaterThan(0)
    expect(preview).toMatch(/\d+ modifications? in its scope/)
    await panel.click(panel.button('Ask for another date'))
    expect(panel.count).toEqual({ clicks: 3, edits: 1 })
    const authority = await counted('Authority')
    await authority.open('/sec/releases/2019-11')
    await authority.follow('Decide on another date')
    await authority.page.getByLabel('To 24 November 2019, asked on 4 October 2019').check()
    await authority.page.getByLabel('Agreed', { exact: true }).check()
    await authority.page.getByLabel(/^May be moved up to/).fill('2019-12-01')
    await authority.press('Decide on another date')
    // The discretion that the decision left is used, up to its limit and not beyond.
    await panel.open('/sec/acts/set-release-date/release/2019-11?day=2019-12-02')
    await panel.press('Set the date')
    expect(await panel.main()).toContain('2 December 2019 is after 1 December 2019, the latest day that was agreed')
    await panel.fill('Day of the release', '2019-11-29')
    await panel.press('Set the date')
    expect(await publicly('/sec/releases/2019-11')).toContain('29 November 2019')
    await panel.close()
    await authority.close()
  })
})
