import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cli, expectOneLine, type Json, openDemoCli } from '../support/cli.ts'

let october: Cli
let november: Cli
beforeAll(async () => {
  ;[october, november] = await Promise.all([openDemoCli(), openDemoCli()])
  await november.text('demo', '--to', '2019-11-29')
}, 60_000)
afterAll(() => {
  october.close()
  november.close()
})

const references = ({ modifications }: Json): readonly string[] => modifications.map(({ reference }: Json) => reference)

describe('list', () => {
  it('prints the modifications of a stage, one a line, and how many', async () => {
    const lines = (await october.text('list', '--stage', 'define')).split('\n')
    expect(lines.slice(0, 8).map((line) => line.split(/ {2,}/)[0])).toEqual([
      'DP080',
      'DP081',
      'DP082',
      'DP083',
      'DP084',
      'DP085',
      'DP086',
      'DP087',
    ])
    expect(lines[4]).toBe('DP084  Define  2019-09-10  Other User Panel Seating Amendment')
    expect(lines.slice(8)).toEqual(['', '8 of 51 modifications, as at 4 October 2019', ''])
  })

  it('counts what no source names among them: 10 named and 10 unidentified in Refine', async () => {
    const refine = references(await october.json('list', '--stage', 'refine'))
    expect(refine).toHaveLength(20)
    expect(refine.filter((reference) => reference.startsWith('unidentified'))).toHaveLength(10)
  })

  it('finds a reference in any spelling, words of a title, and near spellings, which it says', async () => {
    expect(references(await october.json('list', '--search', 'secmp 53'))).toEqual(['SECMP0053'])
    expect(references(await october.json('list', '--search', 'firmware ihds'))).toEqual(['SECMP0007'])
    const { code, stdout, stderr } = await october.run('list', '--search', 'fimware', '--json')
    expect([code, references(JSON.parse(stdout))]).toEqual([0, expect.arrayContaining(['SECMP0007'])])
    expect(stderr).toBe('codicil: nothing has “fimware”; these have something like it\n')
  })

  it('prints only the count where nothing is found', async () => {
    expect(await october.text('list', '--search', 'zzzzzz')).toBe('0 of 51 modifications, as at 4 October 2019\n')
  })
})

describe('show', () => {
  it('prints where it stands, its history, and the sources', async () => {
    const told = await october.text('show', 'secmp7')
    expect(told).toMatch(/^SECMP0007 Firmware updates to IHDs and PPMIDs\n/)
    expect(told).toContain('30 July 2019                  Impact Assessment accepted by the DCC, with a target of 40 Working Days [')
    expect(told).toMatch(/\[\d\] {2}Change Status Report – October 2019/)
  })

  it('takes any spelling, and prints the one of today', async () => {
    for (const spelling of ['MP076', 'mp76', 'SECMP0076', 'secmp 76', 'dp076'])
      expect((await october.json('show', spelling)).reference).toBe('MP076')
  })

  it('prints the issue in plain words', async () => {
    expect(await october.text('show', 'DP085')).toContain('Electricity Network Parties expected smart meters to average')
  })

  it('gives each entry its days, source and day of recording in JSON', async () => {
    const { entries, asof } = await october.json('show', 'MP076')
    const vote = entries.find(({ what }: Json) => what === 'The Change Board recommended approval')
    expect([asof, vote.on.to, vote.recordedOn]).toEqual(['2019-10-04', '2019-09-18', '2019-10-04'])
    expect(vote.source.title).toBe('Change Status Report – October 2019')
  })

  it('refuses what it does not know, and names the nearest', async () => {
    expectOneLine(await october.run('show', 'MP999'), {
      code: 1,
      line: /^nothing is known of MP999 as at 4 October 2019; the nearest are .*DP087/,
    })
    expectOneLine(await october.run('show', 'seven'), {
      code: 1,
      line: '“seven” is not a reference; give one like MP076, SECMP0007 or DP085',
    })
    expectOneLine(await october.run('show', 'u1'), { code: 1, line: 'a source counts u1 and does not name it' })
  })
})

describe('assessments', () => {
  it('prints the open ones to a day, with the arithmetic of each', async () => {
    const told = await october.text('assessments', '--to', '2019-09-30')
    for (const line of [
      'SECMP0007     IA    30 Jul 19  40 WD   45 WD',
      'SECMP0024     PA    29 May 19  15 WD   89 WD',
      'SECMP0056     IA    2 Jul 19   40 WD   65 WD',
      'SECMP0066     PA    13 Jun 19  15 WD   78 WD',
      'SECMP0007     PA    11 Apr 19  15 WD   201 WD',
      'SECMP0067     PA    5 Jun 19   25 WD   21 WD',
    ])
      expect(told.split('\n')).toContain(line)
    expect(told).toContain(
      'SECMP0007 IA:  45 = 63 days from 30 Jul to 30 Sep, both ends, less 18 weekend days; the bank holiday of 26 Aug is not taken out under this convention; it would be 44, or 43 with the day of acceptance not counted',
    )
  })

  it('prints the same as JSON, with every count', async () => {
    const { open, completed } = await october.json('assessments', '--to', '2019-09-30')
    expect(open.map(({ duration }: Json) => duration.value)).toEqual([45, 89, 65, 78])
    expect(open[0].duration.counts.map(({ value }: Json) => value)).toEqual([45, 44, 43])
    expect(completed.map(({ duration }: Json) => duration.value).sort()).toEqual([201, 31, 87, 35, 65, 77, 18, 21].sort())
  })

  it('does not count to a day that has not come', async () => {
    expectOneLine(await october.run('assessments', '--to', '2019-12-01'), { code: 1, line: 'count to that day or an earlier one' })
  })
})

describe('releases', () => {
  it('prints dates, requests for another date, and scopes', async () => {
    expect(await october.text('releases')).toContain(`November 2019 SEC Release (2019-11)
  Date: Thursday 7 November 2019. To come
  Asked on 1 October 2019 for 24 November 2019: not decided
  9 in its scope: SECMP0018, SECMP0023, SECMP0025, SECMP0039, SECMP0055, SECMP0060, MP071, MP073, MP074
`)
  })

  it('prints the same as JSON', async () => {
    const { releases } = await november.json('releases')
    const release = releases.find(({ id }: Json) => id === '2019-11')
    expect([release.implemented.to, release.scope.length]).toEqual(['2019-11-29', 10])
    expect(release.scope).toContain('MP076')
  })
})

describe('report', () => {
  const sentences = [
    'There are four Draft Proposals being presented to the Panel for conversion to Modification Proposals',
    'No decisions on any Modification Proposals were received this month.',
    'The monthly Working Group meeting was held on 2 October 2019',
    'No Impact Assessments were requested for approval from the Change Board this month.',
    'The timescales below are correct as at the end of September 2019.',
    'The Change Board voted on one modification on 18 September 2019:',
    'There were no Authority decisions in the last month.',
    'There is one Modification Proposal currently with the Authority for decision:',
    'is to be implemented on UK EU Exit Day.',
    'There are currently nine modifications that are approved for implementation in the November 2019 SEC Release (7 November 2019):',
  ]

  it('prints the paper of October 2019 as text', async () => {
    const told = (await october.text('report', 'change-status', '2019-10', '--format', 'text')).replace(/\s+/g, ' ')
    for (const sentence of sentences) expect(told).toContain(sentence)
  })

  it('prints it as JSON, asked in either way', async () => {
    const asFormat = JSON.parse(await october.text('report', 'change-status', '2019-10', '--format', 'json'))
    expect(asFormat).toEqual(await october.json('report', 'change-status', '2019-10'))
  })

  it('writes it as PDF and as DOCX into a file, or down a pipe', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'codicil-papers-'))
    for (const [format, begins] of [
      ['pdf', '%PDF-1.7'],
      ['docx', 'PK'],
    ] as const) {
      const path = join(folder, `report.${format}`)
      expect(await october.text('report', 'change-status', '2019-10', '--format', format, '--output', path)).toBe('')
      expect(readFileSync(path, 'latin1').slice(0, begins.length)).toBe(begins)
    }
    expect((await october.text('report', 'change-status', '2019-10', '--format', 'pdf')).slice(0, 5)).toBe('%PDF-')
    expectOneLine(await october.run('report', 'change-status', '2019-10', '--output', join(folder, 'none', 'report.txt')), {
      code: 1,
      line: /report\.txt cannot be written \(ENOENT\); name a file in a folder that is there/,
    })
    rmSync(folder, { recursive: true })
  })

  it('does not make the paper of a month to come', async () => {
    expectOneLine(await october.run('report', 'change-status', '2031-10'), {
      code: 1,
      line: /^the report of October 2031 cannot be made yet/,
    })
  })
})

describe('another day', () => {
  it('--asof tells what was true, as known now', async () => {
    expect((await november.json('show', 'MP076')).standing.value).toMatchObject({ stage: 'ended', outcome: 'implemented' })
    expect((await november.json('show', 'MP076', '--asof', '2019-10-04')).standing.value).toMatchObject({ stage: 'opine' })
  })

  it('--known tells what had been recorded, by a day or a position', async () => {
    const then = await november.json('list', '--asof', '2019-10-04', '--known', '2019-10-04')
    const now = await october.json('list')
    expect(then).toEqual(now)
    expect(await november.json('list', '--asof', '2019-10-04', '--known', String(now.known))).toEqual(now)
  })

  it.each([
    [['--asof', '2031-01-01'], 1, /^1 January 2031 has not come yet: today is 4 October 2019; ask for today or an earlier day$/],
    [['--known', '2018-01-01'], 1, /^this log begins on 4 October 2019/],
    [['--known', '99999'], 1, /^there is no position 99999 in this log/],
    [['--known', '2'], 1, /inside a command.*ask for known=\d+$/],
    [['--asof', '2019-02-30'], 2, /^“2019-02-30” is not a day of the calendar; give one like 2019-10-04$/],
    [['--known', 'soon'], 2, /^“soon” is not a day or a position of the log/],
  ] as const)('%j is refused in one line', async (words, code, line) => {
    expectOneLine(await october.run('list', ...words), { code, line })
  })
})
