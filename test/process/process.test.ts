import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayAct } from '../../src/domain/access.ts'
import { ruleOf } from '../../src/domain/acting/acts.ts'
import { givenNow } from '../../src/domain/acting/decide-acts.ts'
import type { Modification } from '../../src/domain/modification/modification.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { find, modifications } from '../../src/domain/register.ts'
import { same } from '../../src/domain/same.ts'
import { runs } from '../support/runs.ts'
import { invariants } from './invariants.ts'
import { chooserOf, possibleIn, randomAct } from './random-acts.ts'
import { beginning, later, stepped, type Walked, withAct, withBallot } from './walk.ts'

/**
 * Random walks through the process: whatever is done, in whatever order, as far as it is lawful. A failure prints the seed and the path
 * that repeat it.
 */
describe('over random walks through the process', () => {
  const start = beginning()
  const picks = fc.array(fc.nat(9_999), { minLength: 14, maxLength: 14 })
  const walks = fc.array(picks, { minLength: 5, maxLength: 40 })
  const walk = (steps: readonly (readonly number[])[]): Walked => steps.reduce(stepped, start)

  it('every invariant holds after every step', () => {
    const starts = [start, withBallot(start)] as const
    fc.assert(
      fc.property(walks, fc.constantFrom(...starts), (steps, first) => {
        let walked = first
        for (const step of steps) {
          walked = stepped(walked, step)
          const broken = Object.entries(invariants).flatMap(([name, invariant]) =>
            invariant(walked.register).map((how) => `${name}: ${how}`),
          )
          expect(broken).toEqual([])
        }
      }),
      { numRuns: runs(24) },
    )
  }, 120_000)

  it('nothing is a dead end: some lawful act, or the time, moves every open modification on', () => {
    fc.assert(
      fc.property(walks, picks, (steps, seed) => {
        const walked = walk(steps)
        for (const { id, state } of modifications(walked.register))
          if (state.standing.value.stage !== 'ended' && state.standing.value.stage !== 'unknown')
            expect(movesOn(walked, id, state, seed), `modification ${id}, which stands ${JSON.stringify(state.standing.value)}`).toBe(true)
      }),
      { numRuns: runs(10) },
    )
  }, 120_000)

  it('every refusal names its rule and what would make it lawful', () => {
    fc.assert(
      fc.property(walks, picks, (steps, seed) => {
        const walked = walk(steps)
        const choose = chooserOf(seed)
        for (let tried = 0; tried < 20; tried++) {
          const possible = choose(possibleIn(walked.register, walked.now))
          const act = possible && randomAct(walked.register, walked.now, possible, choose)
          const verdict = act && withAct(walked, act)
          if (!verdict || !isRefused(verdict)) continue
          expect(verdict.clause ?? '', `${act?.act}: ${verdict.refused}`).not.toBe('')
          expect(verdict.remedies, `${act?.act}: ${verdict.refused}`).not.toEqual([])
        }
      }),
      { numRuns: runs(16) },
    )
  }, 120_000)
})

/** Whether an act that fits, with fields chosen a few times over, leaves it standing elsewhere; or the time does. */
function movesOn(walked: Walked, id: string, before: Modification, seed: readonly number[]): boolean {
  const moved = (after: Walked) => !same(find(after.register, 'modification', id)?.state.standing.value, before.standing.value)
  if (moved(later(walked, 400))) return true
  const possible = possibleIn(walked.register, walked.now).filter(({ subject }) => subject === `modification/${id}`)
  for (let attempt = 0; attempt < 6; attempt++)
    for (const each of possible) {
      const choose = chooserOf(seed.map((number) => number + attempt * 7))
      const act = randomAct(walked.register, walked.now, each, choose)
      const after = act && withAct(walked, act)
      if (after && !isRefused(after) && moved(after)) return true
    }
  return false
}

describe('the table of access', () => {
  it('has a rule for each act, and nobody who has not signed in takes any', () => {
    const { register, now } = beginning()
    for (const type of possibleIn(register, now).map((each) => each.type)) {
      expect(ruleOf(type).row).not.toBe('')
      expect(
        isRefused(
          mayAct(givenNow(register, now), { id: 'public', roles: [], actsFor: [], seats: [] }, { act: type, subject: 'modification/new' }),
        ),
      ).toBe(true)
    }
  })
})
