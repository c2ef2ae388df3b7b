import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { openReader } from '../support/browser.ts'
import { runProgram } from '../support/cli.ts'
import { demoInBrowser } from '../support/demo-in-browser.ts'
import { node, ownDirectory, root } from '../support/started.ts'

const demo = demoInBrowser()
const report = '/sec/reports/change-status/2019-10'

/** An analyst makes the report of the month, checks a number, and publishes it with a colleague: at most 12 clicks, and no number typed. */
it('the report of the month is drafted, checked, approved, published, corrected and verified, in at most twelve clicks; Appendix A alike', async () => {
  let clicks = 0
  const signedIn = async (as: string) => {
    const reader = await openReader(demo.browser, demo.server.url, 'desktop', { audit: false })
    await reader.open('/sec/sign-in')
    await reader.press(as)
    const click = async (what: Locator) => {
      clicks++
      await what.click()
      await reader.page.waitForLoadState()
    }
    const link = (name: string | RegExp) => reader.page.getByRole('link', { name, exact: typeof name === 'string' }).first()
    const button = (name: string) => reader.page.getByRole('button', { name, exact: true })
    const desk = () => reader.page.getByRole('region', { name: 'Publication' }).innerText()
    return { ...reader, click, link, button, desk, main: () => reader.page.locator('main').innerText() }
  }
  const analyst = await signedIn('Code administrator')
  await analyst.click(analyst.link('Reports'))
  await analyst.click(analyst.link('October 2019'))
  // A number, to its members and its rules, in one click.
  await analyst.click(analyst.page.locator(`article a[href="${report}/figures/proposals.new"]`).first())
  expect(await analyst.main()).toContain('DP084')
  await analyst.click(analyst.link('Change Status Report – October 2019'))
  await analyst.click(analyst.button('Draft this report'))
  await analyst.click(analyst.button('Send for approval'))
  const colleague = await signedIn('Second code administrator')
  await colleague.click(colleague.link('Reports'))
  await colleague.click(colleague.link('October 2019'))
  await colleague.click(colleague.button('Approve it'))
  await colleague.click(colleague.button('Publish'))
  expect(clicks).toBeLessThanOrEqual(12)
  expect(await colleague.desk()).toContain('Made today, every figure and every row of a table would be the same.')

  // The files are what anybody checks, with the log and without us.
  const { directory, remove } = ownDirectory()
  const cli = (...words: readonly string[]) => runProgram(node, [join(root, 'dist/cli.js'), ...words], demo.data)
  for (const form of ['pdf', 'docx', 'json']) {
    const file = join(directory, `report.${form}`)
    writeFileSync(file, await (await colleague.page.request.get(`${demo.server.url}${report}.${form}`)).body())
    const told = await cli('verify', file)
    expect([form, told.code, told.stdout]).toEqual([form, 0, expect.stringMatching(/^all \d+ figures hold\n/)])
  }

  // What is corrected afterwards changes nothing of it, and is said.
  await analyst.open('/sec/acts/raise-draft-proposal?title=A proposal found later&proposer=body/ssc&issue=It was raised in September.')
  await analyst.page.getByText('How it came to us').click()
  await analyst.page.getByLabel('Day on which it was done').fill('2019-09-25')
  await analyst.page.getByLabel('Source', { exact: false }).first().fill('A letter')
  await analyst.page.getByLabel('Where', { exact: false }).first().fill('In the file')
  await analyst.press('Raise a Draft Proposal')
  await analyst.open(report)
  const desk = await analyst.desk()
  expect(desk).toContain('New Draft Proposals: 4 as published, 5 today')
  expect(desk).toMatch(/Because of entry \d+, DP\d+: Raised as a Draft Proposal/)

  // Appendix A is published by the same buttons; its page, as the browser has it, is checked like a file.
  const update = '/sec/reports/assessment-update/2019-10'
  await analyst.open(update)
  await analyst.click(analyst.button('Draft this paper'))
  await analyst.click(analyst.button('Send for approval'))
  await colleague.open(update)
  await colleague.click(colleague.button('Approve it'))
  await colleague.click(colleague.button('Publish'))
  const page = join(directory, 'update.html')
  writeFileSync(page, await colleague.page.content())
  const told = await cli('verify', page)
  expect([told.code, told.stdout]).toEqual([0, expect.stringMatching(/^A page is made for each reader.*\nall 12 figures hold\n/)])
  remove()
  await analyst.close()
  await colleague.close()
}, 180_000)
