import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cli, expectOneLine, openCli, openDemoCli, runProgram } from '../support/cli.ts'
import { node, root } from '../support/started.ts'

let cli: Cli
beforeAll(async () => {
  cli = await openDemoCli()
}, 60_000)
afterAll(() => cli.close())

const commands = ['list', 'show', 'assessments', 'releases', 'report', 'days', 'deadline', 'import', 'demo']

describe('help', () => {
  it('names every command, with examples', async () => {
    const help = await cli.text('--help')
    for (const command of commands) expect(help).toMatch(new RegExp(`^ {2}${command} `, 'm'))
    expect(help).toContain('$ codicil report change-status 2019-10 --format text')
    expect(help).toContain('Exit codes: 0 done, 1 refused or not found, 2 wrong use.')
  })

  it.each(commands)('of %s has an example of it', async (command) => {
    expect(await cli.text(command, '--help')).toMatch(new RegExp(`Examples?:\\n {2}\\$ codicil ${command} `))
  })

  it('is shown, as wrong use, where no command is given', async () => {
    const { code, stdout, stderr } = await cli.run()
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Usage: codicil')
  })
})

it.each([
  [['nope'], "unknown command 'nope'"],
  [['shw'], 'Did you mean show?'],
  [['list', '--nope'], "unknown option '--nope'"],
  [['list', '--stage', 'early'], '“early” is not a stage; give define, refine, opine, release, ended or unknown'],
  [['show'], "missing required argument 'reference'"],
  [['show', 'MP076', 'MP077'], 'too many arguments'],
  [['days', '2019-07-30', '2019-02-31'], '“2019-02-31” is not a day of the calendar; give one like 2019-10-04'],
  [['days', '30/07/2019', '2019-09-30'], '“30/07/2019” is not a day of the calendar'],
  [['deadline', '2019-10-14', '0'], '“0” is not a number of Working Days; give a whole one from 1 to 9999'],
  [['report', 'annual', '2019-10'], '“annual” is not a report; give change-status, assessment-update, register-extract or kpi-return'],
  [['report', 'change-status', '2019-13'], '“2019-13” is not a month; give one like 2019-10'],
  [['report', 'kpi-return', '2019-q5'], '“2019-q5” is not a quarter; give one like 2019-q4, or a month of it'],
  [['report', 'change-status', '2019-10', '--format', 'odt'], '“odt” is not a format; give text, json, pdf or docx'],
  [['demo'], "required option '--to <day>' not specified"],
  [['import'], "missing required argument 'path'"],
])('%j is wrong use: one line, exit 2', async (words, line) => {
  expectOneLine(await cli.run(...words), { code: 2, line })
})

describe('a log that cannot be used is told of in one line', () => {
  const tryOn = async (spoil: (data: string) => void, line: RegExp) => {
    const spoilt = openCli()
    spoil(spoilt.data)
    expectOneLine(await spoilt.run('list'), { code: 1, line })
    spoilt.close()
  }
  const spoilFile = (data: string, change: (file: string) => void) => {
    cpSync(cli.data, data, { recursive: true })
    change(join(data, 'sec.sqlite'))
  }

  it('where its directory is a file', () => tryOn((data) => writeFileSync(data, 'no directory'), /cannot be made/))

  it('where its file is no log', () =>
    tryOn((data) => spoilFile(data, (file) => writeFileSync(file, 'garbage')), /is not a log|is damaged/))

  it('where a newer Codicil wrote it', () =>
    tryOn(
      (data) =>
        spoilFile(data, (file) => {
          const db = new DatabaseSync(file)
          db.exec('pragma user_version = 99')
          db.close()
        }),
      /written by a newer Codicil.*start the newer one\.$/,
    ))
})

it('stops without a word when its reader has seen enough', async () => {
  const line = `"${node}" "${join(root, 'dist/cli.js')}" show MP076 --json | head -c 1`
  expect(await runProgram('/bin/sh', ['-c', line], cli.data)).toEqual({ code: 0, stdout: '{', stderr: '' })
})
