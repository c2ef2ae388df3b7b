import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Cli, expectOneLine, type Json, openDemoCli } from '../support/cli.ts'

let cli: Cli
beforeAll(async () => {
  cli = await openDemoCli()
}, 60_000)
afterAll(() => cli.close())

const written = (name: string, file: object) => {
  const path = join(cli.data, '..', `${name}.json`)
  writeFileSync(path, JSON.stringify(file))
  return path
}

it('goes out as a file, says what a changed one would change and move, and sends it for approval', async () => {
  const file: Json = JSON.parse(await cli.text('rulebook', 'export'))
  expect(file.rows.find(({ id }: Json) => id === 'mrc-length').value).toEqual({ kind: 'working days', days: 15 })
  expect(await cli.text('rulebook', 'import', written('same', file))).toBe('the file says what the register says\n')
  const rows = file.rows.map((row: Json) => (row.id === 'mrc-length' ? { ...row, value: { kind: 'working days', days: 20 } } : row))
  const changed = written('changed', { ...file, rows })
  const said = 'mrc-length: 20 Working Days, instead of 15 Working Days\n'
  expect(await cli.text('rulebook', 'import', '--dry-run', changed)).toBe(`${said}1 row would change; nothing was recorded\n`)
  expect(await cli.text('rulebook', 'import', changed)).toBe(`${said}1 row waits for a second person, in the queue\n`)
})

it('refuses a file that it cannot read, in one line', async () => {
  expectOneLine(await cli.run('rulebook', 'import', written('wrong', { rows: [{ id: 'x' }] })), { code: 1, line: 'rows.0' })
  expectOneLine(await cli.run('rulebook', 'import', 'no-such-file.json'), { code: 1, line: 'there is no file no-such-file.json' })
})
