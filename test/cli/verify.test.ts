import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { grammar } from '../../codes/sec/pack/grammar.ts'
import { openApp } from '../../src/app/app.ts'
import { yearMonth } from '../../src/domain/calendar/calendar-date.ts'
import { createSite } from '../../src/web/server.tsx'
import { type Cli, expectOneLine, openDemoCli } from '../support/cli.ts'
import { act } from '../support/process.ts'
import { publish, publishedIn } from '../support/publish.ts'
import { root } from '../support/started.ts'

/** A report is published by one process, and checked by another: from the log, and from an export of it alone. */

let cli: Cli
const at = (name: string) => join(cli.data, '..', name)
beforeAll(async () => {
  cli = await openDemoCli()
  const app = await openApp(cli.data)
  const subject = 'publication/change-status-2019-10'
  await publish(app, '2019-10', [act('add-paragraph', subject, { section: 'refine', text: 'All 12 came.' })])
  const kpi = { kind: 'kpi-return', month: yearMonth('2019-07') } as const
  await publish(app, kpi)
  for (const form of ['json', 'pdf', 'docx', 'txt'] as const) writeFileSync(at(`kpi.${form}`), await publishedIn(app, kpi, form))
  const site = createSite({ app, root, grammar, styles: { path: '/assets/site-0123456789ab.css', body: '', type: 'text/css' } })
  writeFileSync(at('report.html'), await (await site.request('/sec/reports/change-status/2019-10')).text())
  writeFileSync(at('report-altered.html'), readFileSync(at('report.html'), 'utf8').replace('All 12 came. (', 'All 13 came. ('))
  for (const form of ['json', 'pdf', 'docx', 'txt'] as const) writeFileSync(at(`report.${form}`), await publishedIn(app, '2019-10', form))
  await app.close()
  const json = readFileSync(at('report.json'), 'utf8')
  writeFileSync(at('tampered.json'), json.replaceAll(/("id": "stage.refine",\s+"v": 1,\s+"value": )20/g, '$121'))
  const parts = unzipSync(readFileSync(at('report.docx')))
  const core = strFromU8(parts['docProps/core.xml'] as Uint8Array)
  parts['docProps/core.xml'] = strToU8(core.replace('October', 'August'))
  writeFileSync(at('titled.docx'), zipSync(parts))
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

it.each(['kpi.json', 'kpi.txt', 'kpi.pdf', 'kpi.docx', 'report.html'])('%s holds alike', async (file) => {
  const told = await cli.text('verify', at(file), '--log', at('log.jsonl'))
  expect(told).toMatch(file === 'report.html' ? /^A page is made for each reader.*\nall \d+ figures hold\n/ : /^all 14 figures hold\n/)
  if (file !== 'report.html') return
  expect(told).toContain("One paragraph is the administrator's own words; its numbers are not derived.")
  expect(told).toContain('the words and the elements of the paper in it were compared, and not what is said around it')
})

it.each([
  ['titled.docx', 'not as published: its text differs in one place', 'its title: the file says Change Status Report – August 2019'],
  ['report-altered.html', 'not as published: the text of the page differs in one place', 'the file says All 13 came. (Written by'],
  ['tampered.json', 'not as published: the figures that it carries differ', 'Proposals in Refine (stage.refine): the file says 21'],
])('%s says first that it is not as published, then of the figures, then what differs', async (file, first, differs) => {
  const { code, stdout } = await cli.run('verify', at(file), '--log', at('log.jsonl'))
  const lines = stdout.split('\n')
  expect([code, lines[0]]).toEqual([1, first])
  expect(lines[file.endsWith('.html') ? 2 : 1]).toMatch(
    file === 'tampered.json' ? /of its figures does not hold/ : /^all \d+ figures hold$/,
  )
  expect(stdout).toContain(differs)
})

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
