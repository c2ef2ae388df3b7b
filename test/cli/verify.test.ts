import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApp } from '../../src/app/app.ts'
import { type Cli, expectOneLine, openDemoCli } from '../support/cli.ts'
import { publish, publishedIn } from '../support/publish.ts'

/** A report is published by one process, and checked by another: from the log, and from an export of it alone. */

let cli: Cli
const at = (name: string) => join(cli.data, '..', name)
beforeAll(async () => {
  cli = await openDemoCli()
  const app = await openApp(cli.data)
  await publish(app, '2019-10')
  for (const form of ['json', 'pdf', 'docx', 'txt'] as const) writeFileSync(at(`report.${form}`), await publishedIn(app, '2019-10', form))
  await app.close()
  const json = readFileSync(at('report.json'), 'utf8')
  writeFileSync(at('tampered.json'), json.replaceAll(/("id": "stage.refine",\s+"v": 1,\s+"value": )20/g, '$121'))
  writeFileSync(at('log.jsonl'), await cli.text('export'))
}, 120_000)
afterAll(() => cli.close())

it.each(['json', 'txt', 'pdf', 'docx'])(
  'a published .%s holds, from the log and from an export of it',
  async (form) => {
    for (const log of [[], ['--log', at('log.jsonl')]]) {
      const told = await cli.text('verify', at(`report.${form}`), ...log)
      expect(told).toMatch(/^all \d+ figures hold\n/)
      expect(told).toContain('The file is, byte for byte, the one that was published.')
    }
  },
  60_000,
)

it('one digit changed is named with both values, and is no success', async () => {
  const { code, stdout } = await cli.run('verify', at('tampered.json'), '--log', at('log.jsonl'))
  expect(code).toBe(1)
  expect(stdout).toContain('Proposals in Refine (stage.refine): the file says 21, the log gives 20')
})

it('says in one line why a file or a log cannot be checked', async () => {
  expectOneLine(await cli.run('verify', at('log.jsonl')), { code: 1, line: 'log.jsonl is no file that can be checked' })
  expectOneLine(await cli.run('verify', 'nowhere.pdf'), { code: 2, line: 'nowhere.pdf cannot be read' })
  expectOneLine(await cli.run('verify', at('report.json'), '--log', at('report.json')), { code: 1, line: 'is not JSON' })
})
