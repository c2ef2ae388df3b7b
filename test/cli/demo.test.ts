import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cli, expectOneLine, openCli, openDemoCli, runProgram } from '../support/cli.ts'
import { root, type Started, start } from '../support/started.ts'

describe('with no log yet', () => {
  it('the first command makes the demo log, says so on stderr, and answers', async () => {
    const cli = openCli()
    const { code, stdout, stderr } = await cli.run('days', '2019-07-30', '2019-09-30', '--json')
    expect([code, stderr]).toEqual([0, `codicil: made the demo log in ${cli.data}\n`])
    expect(JSON.parse(stdout).counts).toHaveLength(3)
    expect(await cli.text('list', '--stage', 'opine')).toMatch(/^MP076 .*\n\n1 of 51 modifications, as at 4 October 2019\n$/)
    cli.close()
  })

  it('the launcher in the checkout does it too, from any folder', async () => {
    const cli = openCli()
    const { code, stdout } = await runProgram(join(root, 'codicil'), ['list', '--stage', 'opine'], cli.data, '/')
    expect([code, stdout.split('  ')[0]]).toEqual([0, 'MP076'])
    cli.close()
  })
})

describe('the clock of the demo', () => {
  let cli: Cli
  beforeAll(async () => {
    cli = await openDemoCli()
  }, 60_000)
  afterAll(() => cli.close())

  it('moves forward, and the sources arrive on their days', async () => {
    const told = await cli.text('demo', '--to', '2019-11-29')
    expect(told).toMatch(/^The clock shows 29 November 2019\. \d sources arrived:\n/)
    expect(told).toMatch(/^2019-10-23 {2}SECMP076 – Pursuing Non-Payment in Events of Default \(Ofgem\)$/m)
    expect(told).toMatch(/^2019-11-29 {2}November 2019 SEC Release$/m)
    expect((await cli.json('show', 'MP076')).standing.value.outcome).toBe('implemented')
  })

  it('does nothing when it is there already', async () => {
    expect(await cli.json('demo', '--to', '2019-11-29')).toEqual({ today: '2019-11-29', sources: [] })
  })

  it.each([
    ['2019-10-04', /^the demo's clock only moves forward, and shows 29 November 2019; choose a day from 29 November 2019 to 29 May 2026$/],
    ['2031-01-01', /^the sample ends on 29 May 2026; choose a day up to 29 May 2026$/],
  ])('refuses %s in one line', async (to, line) => {
    expectOneLine(await cli.run('demo', '--to', to), { code: 1, line })
    expect((await cli.json('list')).asof).toBe('2019-11-29')
  })
})

describe('beside a server on the same log', () => {
  let cli: Cli
  let server: Started
  beforeAll(async () => {
    cli = await openDemoCli()
    server = await start(cli.data)
  }, 60_000)
  afterAll(async () => {
    await server.stop()
    cli.close()
  })

  const page = async (path: string) => (await fetch(`${server.url}${path}`)).text()
  const post = (to: string) =>
    fetch(`${server.url}/sec/demo`, {
      method: 'POST',
      body: new URLSearchParams({ to }),
      headers: { origin: server.url },
      redirect: 'manual',
    })

  /** Writes a letter of 3 October 2019 that gives a modification another title. */
  function letter(id: string, subject: string, title: string): string {
    const path = join(cli.data, `${id}.json`)
    const source = { id, title: 'A letter', where: 'https://example.org/letter', published: '2019-10-03' }
    const arrives = { day: '2019-10-03', basis: 'printed', why: 'the day printed on it' }
    writeFileSync(path, JSON.stringify({ source, arrives, facts: [{ subject, n: 1, on: '2019-10-03', event: { type: 'Titled', title } }] }))
    return path
  }

  it('the server shows what the command imported', async () => {
    const path = letter('letter', 'modification/84', 'Words of the letter')
    expect(await page('/sec/DP084')).not.toContain('Words of the letter')
    await cli.text('import', path)
    expect(await page('/sec/DP084')).toContain('Words of the letter')
  })

  it('each sees the clock that the other moved', async () => {
    await cli.text('demo', '--to', '2019-10-23')
    expect(await page('/sec/')).toContain('today is <strong>23 October 2019</strong>')
    expect((await post('2019-11-29')).status).toBe(303)
    expect((await cli.json('list')).asof).toBe('2019-11-29')
    expect((await cli.json('show', 'MP076')).standing.value.outcome).toBe('implemented')
  })

  it('both write at once, and nothing is lost', async () => {
    const letters = ['85', '86'].map((id) => letter(`letter-of-${id}`, `modification/${id}`, `Words of ${id}`))
    const [moved, ...imported] = await Promise.all([post('2020-12-31'), ...letters.map((path) => cli.run('import', path))])
    expect([moved.status, ...imported.map(({ code }) => code)]).toEqual([303, 0, 0])
    await cli.text('demo', '--to', '2026-05-29')
    expect(await cli.text('import', join(root, 'codes/sec/sample'))).toMatch(/^Added 0 and changed 0; \d+ stand already\.\n$/)
    for (const id of ['85', '86']) expect(await page(`/sec/DP0${id}`)).toContain(`Words of ${id}`)
  }, 60_000)
})
