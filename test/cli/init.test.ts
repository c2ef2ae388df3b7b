import { afterEach, expect, it } from 'vitest'
import { type Cli, expectOneLine, openCli } from '../support/cli.ts'

let cli: Cli
afterEach(() => cli.close())

it('opens a real register with its rulebook and who administers it, once, and never over another', async () => {
  cli = openCli()
  const { entries } = await cli.json('init', '--email', 'administrator@example.org')
  expect(entries).toBeGreaterThan(100)
  expect(await cli.json('list')).toMatchObject({ modifications: [] })
  const [account] = await cli.json('accounts', 'list')
  expect(account).toMatchObject({ email: 'administrator@example.org', roles: ['administrator', 'importer'] })
  expectOneLine(await cli.run('init', '--email', 'other@example.org'), { code: 1, line: /^there is a register in .* already/ })
  expectOneLine(await cli.run('demo', '--to', '2019-11-29'), { code: 1, line: 'this is a real register: its clock cannot be moved' })
  // What is done there is done today.
  await cli.text('act', 'plan-meeting', '--body', 'body/panel', '--day', '2030-01-10')
  expect((await cli.run('show', 'MP076')).code).toBe(1)
}, 60_000)

it('leaves a demonstration alone, and wants an address', async () => {
  cli = openCli()
  expectOneLine(await cli.run('init', '--email', 'nobody'), { code: 2, line: '“nobody” is not an address of e-mail' })
  expect((await cli.run('list')).code).toBe(0)
  expectOneLine(await cli.run('init', '--email', 'administrator@example.org'), { code: 1, line: /^there is a demonstration in / })
}, 60_000)
