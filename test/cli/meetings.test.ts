import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Cli, openDemoCli } from '../support/cli.ts'

let cli: Cli
const file = (name: string, text: string): string => {
  const path = join(cli.data, '..', name)
  writeFileSync(path, text)
  return path
}
beforeAll(async () => {
  cli = await openDemoCli()
}, 60_000)
afterAll(() => cli.close())

const csv = 'body,day,number\nSEC Panel,2019-12-13,75\nSEC Panel,2019-10-11,\nTABASC,2019-12-19,\n'

it('a year of meetings is planned from a file: first as it would be, then at once, and again it changes nothing', async () => {
  const path = file('2019.csv', csv)
  expect(await cli.text('meetings', 'plan', path, '--dry-run')).toMatch(/2 meetings would be planned; nothing was recorded/)
  expect(await cli.json('meetings', 'plan', path)).toMatchObject({ dryRun: false, planned: 2 })
  expect(await cli.text('meetings', 'plan', path)).toMatch(/0 meetings planned/)
})

it('a line that cannot be read plans none of them, and is told by its line', async () => {
  const { code, stdout, stderr } = await cli.run('meetings', 'plan', file('wrong.csv', `${csv}Nobody,2020-01-10,\nSEC Panel,2020-01-10,\n`))
  expect(code).toBe(1)
  expect(stdout + stderr).toMatch(/line 5: expected a body/)
  expect(await cli.text('meetings', 'plan', file('right.csv', 'body,day\nSEC Panel,2020-01-10\n'), '--dry-run')).toContain(
    '1 meeting would be planned',
  )
})
