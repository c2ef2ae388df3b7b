import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { pack } from '../../codes/sec/pack.ts'
import { readPaperFile } from '../../src/app/papers/reading.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import type { FindingKind } from '../../src/report/reconcile/finding.ts'
import { type Reconciliation, reconcile } from '../../src/report/reconcile/reconcile.ts'
import { endOfSample, registersOf, sampleLog } from '../support/sample-register.ts'

/**
 * The paper of 4 October 2019, read as a careful reader reads it. `found` is what a careful reader finds, written down by hand:
 * each thing that does not tie, the kind of finding that it is, and words of it. Recall is measured against this list.
 */
type Expected = { readonly what: string; readonly kind: FindingKind; readonly says: RegExp; readonly lines: number }

const found: readonly Expected[] = [
  { what: 'SECMP053 is written for SECMP0053, twice', kind: 'reference', says: /SECMP053 2 times.*SECMP0053/, lines: 3 },
  { what: '8 + 20 + 1 are 29 before a decision, and 28 are told', kind: 'sum', says: /^28 proposals.*= 29/, lines: 2 },
  { what: 'Release is 9, and ten are listed', kind: 'sum', says: /^Release is 9.*lists 10/, lines: 3 },
  { what: 'Define is 8, and seven are named: DP082 is not', kind: 'count', says: /^Define is 8.*names 7.*DP082/, lines: 1 },
  { what: 'Refine is 20, and ten are named', kind: 'count', says: /^Refine is 20.*names 10/, lines: 1 },
  {
    what: 'one report is presented, and three consultations wait for reports',
    kind: 'lists',
    says: /^1 Modification Report.*of 3/,
    lines: 2,
  },
  { what: 'two Draft Proposals are called Modification Proposals', kind: 'term', says: /DP081 and DP087/, lines: 2 },
  { what: 'SECMP0067 has a target of its own, without a reason', kind: 'target', says: /SECMP0067 \(PA\) is 25 WD/, lines: 1 },
  {
    what: 'durations in WD count the bank holiday of August',
    kind: 'convention',
    says: /SECMP0007 \(IA\) 45, would be 44, or 43/,
    lines: 4,
  },
  { what: 'the stages have no day', kind: 'as-at', says: /no day as at which/, lines: 2 },
  {
    what: 'how averages are rounded is not said: 83.5 and 70.5',
    kind: 'rounding',
    says: /83\.5 is told as 84.*70\.5 is told as 71/,
    lines: 2,
  },
  { what: 'the date asked for is a Sunday', kind: 'date', says: /24 November 2019.*Sunday/, lines: 1 },
  {
    what: 'the meeting of the reference is after the week that is waited for',
    kind: 'date',
    says: /14 October 2019.*17 October 2019/,
    lines: 2,
  },
  { what: 'a paper to TABASC asks the Panel', kind: 'addressee', says: /Panel.*TABASC/, lines: 2 },
  { what: 'this month here, the last month there', kind: 'period', says: /this month.*last month/, lines: 2 },
  { what: 'sections 1 and 2 come twice', kind: 'heading', says: /1\. Purpose.*1\. Summary/, lines: 4 },
  { what: 'Gax Proxy Function', kind: 'abbreviation', says: /Gax.*Gas/, lines: 1 },
  { what: 'the title of MP074 is closed by another mark', kind: 'marks', says: /MP074/, lines: 1 },
  { what: 'addresses with and without a slash at their end', kind: 'link', says: /34 end in a slash, and 6 do not/, lines: 6 },
  { what: 'the PA of MP078 waits, and no table shows it', kind: 'omitted', says: /MP078 \(PA, 22 WD\)/, lines: 1 },
  { what: 'another source has the return of SECMP0063 on another day', kind: 'other source', says: /SECMP0063.*1 August 2019/, lines: 1 },
]

/** What the register cannot tell, and what would have to be. */
const notSupported: Readonly<Record<string, RegExp>> = {
  'proposals.open.mean': /^17 of 28 dates are known, and average 295; it holds if the other 11 average 474\.2 to 476\.7$/,
  'proposals.concluded': /11 more/,
  'proposals.concluded.mean': /knows none/,
}

const typed = join(import.meta.dirname, 'papers/october-2019.txt')
const published = join(import.meta.dirname, '../../../shared/seed/change-status-report-2019-10.txt')
const papers = [
  { name: 'as typed here, without what the proposals are about', path: typed },
  ...(existsSync(published) ? [{ name: 'as published', path: published }] : []),
]

describe.each(papers)('the paper of October 2019, $name', ({ path }) => {
  let read: Reconciliation
  beforeAll(async () => {
    const paper = await readPaperFile(path)
    if (isRefused(paper)) throw new Error(paper.refused)
    read = reconcile(paper, { registerOn: registersOf(await sampleLog(endOfSample)), asOf: endOfSample, grammar: pack.grammar })
  })

  it.each(found)('finds that $what', ({ kind, says, lines }) => {
    const matching = read.findings.filter((each) => each.kind === kind && says.test(each.message))
    expect(matching.map(({ places }) => places.length)).toEqual([lines])
  })

  it('finds nothing else, and calls nothing wrong that may be right', () => {
    const others = read.findings.filter(({ kind, message }) => !found.some((each) => each.kind === kind && each.says.test(message)))
    const recalled = found.filter(({ kind, says }) => read.findings.some((each) => each.kind === kind && says.test(each.message)))
    console.info(`${path.split('/').at(-1)}: recall ${recalled.length} of ${found.length}, false alarms ${others.length}`)
    expect(others).toEqual([])
    expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  it('finds every line where it says that it is', () => {
    const lines = readFileSync(path, 'utf8').split('\n')
    for (const { places } of read.findings)
      for (const { line, text } of places) expect(lines[line - 1]?.replace(/\s+/g, ' ').trim()).toBe(text)
  })

  it('holds the claims against the register: what it cannot tell, and what would have to be', () => {
    expect(read.claims.filter(({ verdict }) => verdict === 'contradicted')).toEqual([])
    const open = read.claims.filter(({ verdict, kind }) => verdict === 'not supported' && kind !== 'link')
    expect(open.map(({ id }) => id).sort()).toEqual(Object.keys(notSupported).sort())
    for (const { id, detail } of open) expect(detail).toMatch(notSupported[id] as RegExp)
    expect(read.claims.filter(({ verdict }) => verdict === 'holds').length).toBeGreaterThan(170)
  })

  it('reads claims of each kind', () => {
    const kinds = new Set(read.claims.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(
      [
        'average',
        'count',
        'date',
        'duration',
        'link',
        'list',
        'paper',
        'raiser',
        'reference',
        'release date',
        'stage',
        'target',
        'title',
        'vote',
      ].sort(),
    )
    expect(read.claims.find(({ id }) => id === 'SECMP0007/IA/accepted')).toMatchObject({ value: '30 July 2019', verdict: 'holds' })
    expect(read.claims.find(({ id }) => id === 'MP076/outcome')).toMatchObject({
      value: 'recommended for approval as Authority Determined',
      verdict: 'holds',
    })
  })
})
