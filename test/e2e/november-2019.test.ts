// MP076 and the release of November 2019 as they really went, in a real register: recorded by its administrator years later, on behalf of
// who acted, several as one set of drafts that were written backwards; in a browser that runs no scripts.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, type Answers, asActor } from '../support/actor.ts'
import { openBrowser, openReader } from '../support/browser.ts'
import { type Cli, openCli } from '../support/cli.ts'
import { nine, standingsInThePaper } from '../support/november-2019.ts'
import { startMailServer, type TestMailServer } from '../support/smtp.ts'
import { freePort, type Started, start } from '../support/started.ts'

let cli: Cli
let mail: TestMailServer
let server: Started
let browser: Browser
let administrator: Actor
beforeAll(async () => {
  cli = openCli()
  await cli.text('init', '--email', 'administrator@example.org')
  const file = join(cli.data, 'paper.json')
  writeFileSync(file, standingsInThePaper())
  await cli.text('import', file)
  mail = await startMailServer()
  const port = await freePort()
  server = await start(cli.data, {
    PORT: String(port),
    CODICIL_URL: `http://localhost:${port}`,
    CODICIL_SMTP_URL: mail.url,
    CODICIL_MAIL_FROM: 'codes@example.org',
  })
  browser = await openBrowser()
  const reader = await openReader(browser, server.url, 'desktop', { audit: false })
  await reader.open('/sec/sign-in')
  await reader.page.getByLabel(/e-?mail/i).fill('administrator@example.org')
  await reader.press(/link/i)
  await mail.has(1)
  const link = /https?:\/\/\S+\/sec\/sign-in\/link\/\S+/.exec(mail.taken[0]?.text ?? '')?.[0] ?? ''
  await reader.page.goto(link)
  await reader.press('Sign in now')
  administrator = asActor(reader)
})
afterAll(async () => {
  await browser.close()
  await server.stop()
  await mail.stop()
  cli.close()
})

const release = '/sec/releases/2019-11'
/** How each step came to the register: for whom, of which day, shown by what. */
const came = (by: string, on: string, source: string): Answers => ({
  ...(by === '' ? {} : { 'Who did it': by }),
  'Day on which it was done': on,
  Source: source,
})
const page = 'November 2019 SEC Release (web page)'
const together = async () => {
  await administrator.open('/sec/drafts')
  for (const box of await administrator.page.getByRole('checkbox').all()) await box.check()
  await administrator.press('Record together')
  // What rows warn of is shown first.
  const allTheSame = 'Record together all the same'
  if (await administrator.page.getByRole('button', { name: allTheSame }).count()) await administrator.press(allTheSame)
  expect(administrator.where()).not.toBe('/sec/drafts')
}
const scopeOn = async (day: string) => /Scope (\d+) modifications?/.exec(await administrator.read(`${release}?asof=${day}`))?.[1]

it('plans the release as it was planned, asks for another date, and adds the nine', async () => {
  const planned = { 'Name in addresses': '2019-11', Name: 'November 2019 SEC Release', Scheduled: true, Day: '2019-11-07' } as const
  await administrator.take('/sec/', 'Plan a release', { ...planned, ...came('', '2019-10-01', page) })
  const asked = { 'Day asked for': '2019-11-24', 'Latest day asked for': '2019-12-01' }
  await administrator.take(release, 'Ask for another date', { ...asked, ...came('SEC Panel', '2019-10-01', page) })
  for (const id of nine)
    await administrator.take(`/sec/${Number(id) < 70 ? 'SECMP00' : 'MP0'}${id}`, 'Add to the scope of a release', {
      Release: 'November 2019 SEC Release',
      ...came('SEC Panel', '2019-10-04', 'Change Status Report – October 2019'),
    })
})

it('records what came of the request as one set, written backwards; and no date beyond what the letter leaves', async () => {
  await administrator.keep(release, 'Set the date', { 'Day of the release': '2019-11-29', ...came('SEC Panel', '2019-10-30', page) })
  await administrator.keep(release, 'Decide on another date', {
    Agreed: true,
    'To 24 November 2019, asked on 1 October 2019': true,
    'May be moved up to': '2019-12-01',
    ...came('Authority (Ofgem)', '2019-10-08', page),
  })
  await together()
  expect(await administrator.read(release)).toContain('29 November 2019')
  const later = await administrator.refused(release, 'Set the date', {
    'Day of the release': '2019-12-02',
    ...came('SEC Panel', '2019-10-30', page),
  })
  expect(later).toContain('2 December 2019 is after 1 December 2019, the latest day that was agreed')
  expect(later).toContain('By rule date-change-decided-by')
  expect(later).toContain('Choose a day up to 1 December 2019')
})

it('tells the life of MP076 from its end to its beginning, as one set', async () => {
  const mp076 = '/sec/MP076'
  await administrator.keep(mp076, 'Decide', { Approve: true, ...came('Authority (Ofgem)', '2019-10-23', 'Decision of 23 October 2019') })
  const vote = came('Change Board', '2019-09-18', 'Change Status Report – October 2019')
  await administrator.keep(mp076, 'Record the vote', { 'To approve': true, ...vote })
  await administrator.keep(mp076, 'Change the path', {
    'Path 2: Authority Determined': true,
    ...came('Not told', '2019-09-18', 'Change Status Report – October 2019'),
  })
  await administrator.keep(mp076, 'Change the path', {
    'Path 3: Self-Governance': true,
    ...came('Not told', '2019-06-14', 'SECMP 0076 (modification page)'),
  })
  await administrator.keep('/sec/', 'Raise a Draft Proposal', {
    Title: 'Pursuing Non-Payment in Events of Default',
    Proposer: 'British Gas',
    'What is the issue?': 'The source tells no more than its title.',
    'Its number': '76',
    ...came('British Gas', '2019-05-10', 'SECMP 0076 (modification page)'),
  })
  await together()
  await administrator.take(mp076, 'Add to the scope of a release', {
    Release: 'November 2019 SEC Release',
    ...came('SEC Panel', '2019-10-23', page),
  })
  await administrator.take(release, 'Implement the release', {
    'Resulting version of the Code': '6.21',
    ...came('', '2019-11-29', 'SEC version 6.21 Designated'),
  })
})

it('reads right as at each day', async () => {
  expect([await scopeOn('2019-10-04'), await scopeOn('2019-10-22'), await scopeOn('2019-11-29')]).toEqual(['9', '9', '10'])
  const mp076 = async (day: string) => administrator.read(`/sec/MP076?asof=${day}`)
  expect(await mp076('2019-06-14')).toContain('Path 3: Self-Governance')
  expect(await mp076('2019-10-22')).toMatch(/With the Authority.*Path 2: Authority Determined/)
  expect(await mp076('2019-10-23')).toContain('Awaiting implementation')
  expect(await mp076('2019-11-29')).toMatch(/Implemented.*6\.21/)
})
