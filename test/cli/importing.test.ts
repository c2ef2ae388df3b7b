import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cli, expectOneLine, type Json, openDemoCli } from '../support/cli.ts'
import { ownDirectory, root } from '../support/started.ts'

const sample = join(root, 'codes/sec/sample')
const { directory, remove } = ownDirectory()
afterAll(remove)

/** Writes a fact file of a letter, with its facts as given. */
function letter(name: string, facts: readonly object[]): string {
  const path = join(directory, `${name}.json`)
  const source = { id: name, title: 'A letter', where: 'https://example.org/letter', published: '2019-10-03' }
  const arrives = { day: '2019-10-03', basis: 'printed', why: 'the day printed on it' }
  writeFileSync(path, JSON.stringify({ source, arrives, facts }))
  return path
}

const titled = (title: string, on = '2019-10-02') => ({ subject: 'modification/84', n: 1, on, event: { type: 'Titled', title } })
const returned = { subject: 'modification/7', n: 1, on: '2019-09-20', event: { type: 'AssessmentReturned', assessment: '7/IA/9' } }

const outcomeOf = async (cli: Cli, ...words: readonly string[]): Promise<Json> =>
  JSON.parse((await cli.run('import', ...words, '--json')).stdout).files[0].outcome

/** How much lies in the log: its entries, commands and texts. */
function written({ data }: Cli) {
  const db = new DatabaseSync(join(data, 'sec.sqlite'), { readOnly: true })
  const counted = ['entry', 'command', 'text'].map((table) => [table, db.prepare(`select count(*) as count from ${table}`).get()?.count])
  db.close()
  return Object.fromEntries(counted)
}

describe('the sample, into the demo', () => {
  let cli: Cli
  beforeAll(async () => {
    cli = await openDemoCli()
  }, 60_000)
  afterAll(() => cli.close())

  /** What it says of a directory of which a part is still to come. */
  const leftOut = /^codicil: [1-9]\d* of the \d+ files in .*sample arrive after 4 October 2019, and were left out\n$/

  it('is there already, as far as it has arrived; the rest is left for its day', async () => {
    const before = written(cli)
    for (const words of [
      ['import', sample],
      ['import', '--dry-run', sample],
    ]) {
      const { code, stdout, stderr } = await cli.run(...words)
      expect([code, stdout]).toEqual([0, expect.stringMatching(/(Added|Would add) 0 and changed? 0; [1-9]\d* stand already\.\n$/)])
      expect(stderr).toMatch(leftOut)
    }
    expect(written(cli)).toEqual(before)
  })

  it('refuses one source of a later day in one line', async () => {
    const line =
      /^nothing of page-mp178 was taken: page-mp178\/\S+ arrives on 21 June 2023, and today is 4 October 2019; import it on that day or later$/
    expectOneLine(await cli.run('import', join(sample, 'page-mp178.json')), { code: 1, line })
  })

  it('arrives whole as the clock moves, and is taken once', async () => {
    expect(await cli.text('demo', '--to', '2026-05-29')).toMatch(/^The clock shows 29 May 2026\./)
    const after = written(cli)
    expect(await cli.text('import', sample)).toMatch(/^Added 0 and changed 0; [1-9]\d* stand already\.\n$/)
    expect(written(cli)).toEqual(after)
    expect((await cli.json('show', 'MP076')).standing.value.outcome).toBe('implemented')
  }, 60_000)
})

describe('a file of facts', () => {
  let cli: Cli
  beforeAll(async () => {
    cli = await openDemoCli()
  }, 60_000)
  afterAll(() => cli.close())

  it('adds its facts; changed, it mends them', async () => {
    const path = letter('titles', [titled('First words')])
    expect(await cli.text('import', path)).toBe('titles: 1 new\nAdded 1 and changed 0; 0 stand already.\n')
    expect((await cli.json('show', 'DP084')).title.value).toBe('First words')
    letter('titles', [titled('Other words')])
    expect(await cli.text('import', path)).toBe('titles: 1 changed\nAdded 0 and changed 1; 0 stand already.\n')
    expect((await cli.json('show', 'DP084')).title.value).toBe('Other words')
  })

  it('is refused whole where one fact cannot stand, and nothing is written', async () => {
    const path = letter('misfit', [titled('Never taken', '2019-09-30'), returned])
    const before = written(cli)
    const line =
      /^nothing of misfit was taken: misfit\/modification\/7\/AssessmentReturned\/1 .*no assessment 7\/IA\/9 is requested or accepted/
    expectOneLine(await cli.run('import', path), { code: 1, line })
    expect(written(cli)).toEqual(before)
  })

  it('is rehearsed with what would let a fact stand, and nothing is written', async () => {
    const path = letter('early', [titled('Before it was raised', '2019-08-02')])
    const before = written(cli)
    const { code, stdout, stderr } = await cli.run('import', '--dry-run', path)
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toContain('early: nothing that stands\n  early/modification/84/Titled/1 ')
    expect(stdout).toContain('\n    it would stand on 10 September 2019\n')
    expect(stdout).toContain('Would add 0 and change 0; 0 stand already; 1 cannot stand.')
    expect(written(cli)).toEqual(before)
    const { waiting } = await outcomeOf(cli, '--dry-run', path)
    expect(waiting).toMatchObject([{ fact: 'early/modification/84/Titled/1', remedies: ['it would stand on 10 September 2019'] }])
  })

  it('keeps what cannot stand as noted with --note, takes the rest, and again changes nothing', async () => {
    const path = letter('noted', [titled('Taken', '2019-09-29'), returned])
    expect(await cli.text('import', '--note', path)).toContain('Added 1 and changed 0; 0 stand already; 1 cannot stand.')
    const after = written(cli)
    expect(await cli.text('import', '--note', path)).toContain('Added 0 and changed 0; 1 stands already; 1 cannot stand.')
    expect(written(cli)).toEqual(after)
  })

  it('tells what was taken of the files before the one that is refused', async () => {
    const [first, second] = [letter('one', [titled('From the first', '2019-09-28')]), letter('two', [returned])]
    const { code, stdout, stderr } = await cli.run('import', first, second)
    expect([code, stdout]).toEqual([1, 'one: 1 new\nAdded 1 and changed 0; 0 stand already.\n'])
    expect(stderr).toMatch(/^codicil: nothing of two was taken: [^\n]+\n$/)
  })
})

describe('a bad file gets one line for each thing wrong, and nothing is written', () => {
  let cli: Cli
  beforeAll(async () => {
    cli = await openDemoCli()
  }, 60_000)
  afterAll(() => cli.close())

  const text = (name: string, content: string): string => {
    writeFileSync(join(directory, name), content)
    return join(directory, name)
  }

  it.each([
    ['a file that is not there', () => join(directory, 'nowhere.json'), /^there is no file or directory .*nowhere\.json; name a fact file/],
    [
      'bad JSON',
      () => text('bad.json', '{ "source": '),
      /^bad\.json, line 1, column \d+: expected a value, got the end of the file; mend the JSON there$/,
    ],
    [
      'an impossible date',
      () => letter('impossible', [titled('A title', '2019-02-30')]),
      /^impossible\.json, fact 1 .*key "on": expected a day of the calendar like 2019-10-04, got "2019-02-30"/,
    ],
    [
      'an unknown event',
      () => letter('unknown', [{ ...titled('A title'), event: { type: 'Titeld', title: 'A title' } }]),
      /^unknown\.json, fact 1 .*key "event\.type": expected the type of an event, got "Titeld"; did you mean "Titled"\?$/,
    ],
    [
      'a directory without fact files',
      () => mkdirSync(join(directory, 'empty'), { recursive: true }) ?? join(directory, 'empty'),
      /expected fact files \(\*\.json\), got none/,
    ],
  ] as const)('%s', async (_, path, line) => {
    const before = written(cli)
    expectOneLine(await cli.run('import', path()), { code: 1, line })
    expect(written(cli)).toEqual(before)
  })

  it('and several things wrong are told each in its line', async () => {
    const path = letter('several', [{ ...titled('A title', '2019-02-30'), event: { type: 'Titeld', title: 'A title' } }])
    const { code, stderr } = await cli.run('import', path)
    expect(code).toBe(1)
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^codicil: several\.json, .*"on"/),
      expect.stringMatching(/^codicil: .*"event\.type"/),
      '',
    ])
  })

  it('and a set with one bad file takes none of its files', async () => {
    const copy = join(directory, 'set')
    cpSync(sample, copy, { recursive: true })
    const [name = ''] = readdirSync(copy).filter((file) => file.endsWith('.json'))
    writeFileSync(join(copy, name), readFileSync(join(copy, name), 'utf8').slice(0, 40))
    const before = written(cli)
    expectOneLine(await cli.run('import', copy), { code: 1, line: new RegExp(`^${name}, line`) })
    expect(written(cli)).toEqual(before)
  })
})
