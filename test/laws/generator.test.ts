import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { program } from './program.ts'
import { script } from './script.ts'
import { type Counts, typedAs } from './typed.ts'

const logs = fc.sample(script, { numRuns: 150, seed: 2019 }).map((each) => typedAs(each, program))
const shareWith = (what: keyof Counts): number => logs.filter(({ counts }) => counts[what] > 0).length / logs.length
const total = (what: keyof Counts): number => logs.reduce((sum, { counts }) => sum + counts[what], 0)

/** The laws say nothing of histories that are never made. */
describe('the random histories', () => {
  it('are long enough, and some sets are refused and more than a third admitted', () => {
    expect(logs.reduce((sum, { log }) => sum + log.entries.length, 0) / logs.length).toBeGreaterThan(20)
    expect(total('refused') / total('sets')).toBeLessThan(0.66)
    expect(shareWith('refused')).toBeGreaterThan(0.5)
  })

  it.each([
    ['several', 0.5],
    ['backDated', 0.5],
    ['corrected', 0.5],
    ['struck', 0.4],
    ['reinstated', 0.3],
    ['embargoed', 0.5],
    ['classed', 0.3],
    ['noted', 0.3],
    ['concluded', 0.2],
    ['ranged', 0.5],
    ['owned', 0.1],
  ] as const)('%s: in more than a share %d of the logs', (what, share) => {
    expect(shareWith(what)).toBeGreaterThan(share)
  })

  it('come to every stage, and close, lapse and end', () => {
    const types = new Set(logs.flatMap(({ log }) => log.entries.map(({ event }) => event?.type)))
    for (const type of [
      'Converted',
      'Decided',
      'Implemented',
      'Adopted',
      'ConsultationCloseSet',
      'AssessmentReturned',
      'Resumed',
      'MeetingHeld',
    ])
      expect(types).toContain(type)
  })
})
