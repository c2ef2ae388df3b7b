import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FactFile } from '../../src/app/importing/fact-file.ts'
import { readSample } from '../../src/app/importing/sample.ts'
import { calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { publishedDuration } from '../../src/domain/calendar/working-days.ts'
import type { Entry } from '../../src/domain/entry.ts'
import { isRefused, type Verdict } from '../../src/domain/refusal.ts'
import { find, modifications, type Register, scopeOf } from '../../src/domain/register.ts'
import { type FactSet, inTime, packSets, registerOf, setOf, withSet } from '../../test/support/sample-log.ts'

const paperDay = calendarDate('2019-10-04')
const endOfSample = calendarDate('2026-05-29')

let files: readonly FactFile[]
let sets: readonly FactSet[]
let entries: readonly Entry[] = []

beforeAll(async () => {
  files = standing(readSample(fileURLToPath(new URL('./sample', import.meta.url))))
  sets = inTime([...packSets(paperDay), ...(await Promise.all(files.map(setOf))).map(opened)])
  for (const set of sets) entries = standing(withSet(entries, set)).entries
})

/** What arrived before the register opened is recorded on the day it opened. */
const opened = (set: FactSet): FactSet => (set.day < paperDay ? { ...set, day: paperDay } : set)

function standing<T>(verdict: Verdict<T>): T {
  if (isRefused(verdict)) throw new Error([verdict.refused, ...verdict.remedies].join('\n'))
  return verdict
}

describe('the sample', () => {
  it('stands fact by fact in order of arrival, and imported again changes nothing', () => {
    for (const set of sets)
      expect(standing(withSet(entries, { ...set, day: endOfSample })).outcome).toMatchObject({ added: [], changed: [], waiting: [] })
  })

  it('gives each fact an id of its own', () => {
    const ids = sets.flatMap(({ facts }) => facts.map(({ fact }) => fact))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('lets a source arrive on the day it prints, and no source after the end of the sample', () => {
    for (const { source, arrives } of files) {
      const printed = source.published?.to === arrives.day
      expect({ source: source.id, printed, basis: arrives.basis }).toMatchObject(
        arrives.basis === 'printed' ? { printed: true } : { basis: expect.stringMatching(/^(latest day mentioned|end of the sample)$/) },
      )
      expect(arrives.day <= endOfSample).toBe(true)
    }
  })

  it('names nobody: who proposes and who leads are organisations and bodies, and the author of the paper is its team', () => {
    const told = sets.flatMap(({ facts }) => facts.flatMap(({ event }) => (event ? [event] : [])))
    for (const event of told) {
      if (event.type === 'ProposerNamed') expect(event.proposer).toMatch(/^(organisation|body)\//)
      if (event.type === 'LeadAnalystAssigned') expect(event.analyst).toMatch(/^(organisation|body)\//)
      if (event.type === 'PaperIssued') expect(event.author).toBe('SECAS Team')
    }
    expect(pairsOfWords(JSON.stringify(sets)).map(hashOf)).not.toContain(authorOfThePaper)
  })
})

/** SHA-256 of the name on the paper's cover, so that the name itself is nowhere. */
const authorOfThePaper = '5fd020e4c3036cfd392048f45851051835392505a3957c1eac567d1f3103c2b5'
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const pairsOfWords = (text: string) => [...text.matchAll(/(?=\b([A-Z][a-z]+ [A-Z][a-z]+)\b)/g)].map(([, pair]) => pair ?? '')

describe('what was known on 4 October 2019', () => {
  const register = () => registerOf(entries, paperDay, paperDay)

  it('has the stage counts of the paper, SECMP0069 beside the nine', () => {
    const { define, refine, unidentified, opine, release } = byStage(register())
    expect(define).toEqual(['80', '81', '82', '83', '84', '85', '86', '87'])
    expect(refine).toEqual(['7', '24', '46', '53', '56', '62', '63', '66', '67', '79'])
    expect(unidentified).toHaveLength(10)
    expect(opine).toEqual(['76'])
    expect(release).toEqual(['18', '23', '25', '39', '55', '60', '69', '71', '73', '74'])
    const scope = (id: string) => scopeOf(register(), `release/${id}`).map(({ state }) => state.title?.value)
    expect(scope('2019-11')).toHaveLength(9)
    expect(scope('standalone-eu-exit')).toEqual(['EU Exit Changes'])
  })

  it('has four that other sources left on their way in no stage count', () => {
    expect(byStage(register()).unknown).toEqual(expect.arrayContaining(['12', '36', '49', '68']))
  })

  it.each([
    ['7/IA/1', '2019-07-30', 40],
    ['24/PA/1', '2019-05-29', 15],
    ['56/IA/1', '2019-07-02', 40],
    ['66/PA/1', '2019-06-13', 15],
  ])('has %s open since %s with a target of %i WD', (id, accepted, target) => {
    const assessment = find(register(), 'modification', id.split('/')[0] as string)?.state.assessments[id]
    expect(assessment).toMatchObject({
      status: 'accepted',
      accepted: { on: { to: accepted, basis: 'stated' } },
      target: { value: { workingDays: target } },
    })
  })

  it.each([
    ['7/PA/1', '2019-04-11', 15, 201],
    ['46/PA/1', '2019-07-29', 15, 31],
    ['53/PA/1', '2019-05-02', 15, 87],
    ['53/IA/1', '2019-09-20', 40, 35],
    ['56/PA/1', '2019-04-24', 15, 65],
    ['62/IA/1', '2019-07-04', 40, 77],
    ['63/PA/1', '2019-08-09', 15, 18],
    ['67/PA/1', '2019-06-05', 25, 21],
  ])('has %s returned on %s, target %i WD, %i WD stated and its acceptance worked out from that', (id, returned, target, stated) => {
    const assessment = find(register(), 'modification', id.split('/')[0] as string)?.state.assessments[id]
    expect(assessment).toMatchObject({
      status: 'returned',
      accepted: { on: { basis: 'inferred' } },
      target: { value: { workingDays: target } },
      returned: { on: { to: returned }, value: { statedDuration: stated } },
    })
    const accepted = assessment?.accepted?.on.to ?? paperDay
    expect(publishedDuration(register().calendar, accepted, calendarDate(returned)).value).toBe(stated)
  })
})

describe('the whole sample', () => {
  it('still counts 8, 20, 1 and 9 with SECMP0069 beside them on 4 October 2019: seven of the unidentified are placed, three remain', () => {
    const { define, refine, unidentified, opine, release } = byStage(registerOf(entries, paperDay))
    expect(define).toHaveLength(8)
    expect([refine.length, unidentified.length]).toEqual([17, 3])
    expect(opine).toEqual(['76'])
    expect(release).toHaveLength(10)
  })

  it('has the ten modifications of the November 2019 release in force from 29 November 2019', () => {
    const inForce = scopeOf(registerOf(entries, calendarDate('2019-11-29')), 'release/2019-11').filter(
      ({ state }) => state.parts[1]?.implemented,
    )
    expect(inForce.map(({ id }) => id)).toEqual(['18', '23', '25', '39', '55', '60', '71', '73', '74', '76'])
    expect(byStage(registerOf(entries, calendarDate('2019-11-28'))).release).toContain('18')
  })
})

type Place = 'define' | 'refine' | 'opine' | 'release' | 'unknown' | 'unidentified'

/** The ids in each stage, those that no source names apart. */
function byStage(register: Register): Record<Place, readonly string[]> {
  const all = modifications(register)
  const named = all.filter(({ state }) => !state.unidentified)
  const inStage = (stage: string) => named.filter(({ state }) => state.standing.value.stage === stage).map(({ id }) => id)
  return {
    define: inStage('define'),
    refine: inStage('refine'),
    opine: inStage('opine'),
    release: inStage('release'),
    unknown: inStage('unknown'),
    unidentified: all.filter(({ state }) => state.unidentified).map(({ id }) => id),
  }
}
