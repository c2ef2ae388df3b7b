import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { believed } from '../../src/domain/replay.ts'
import { type Law, laws } from './laws.ts'
import { mutants, replayBelieving } from './mutants.ts'
import { type Program, program } from './program.ts'
import { picks, script } from './script.ts'
import { typedAs } from './typed.ts'

/** Each law goes red when its rule is taken out of the program. The seed is fixed: a mutant is found or it is not. */
describe('a law notices a program that', () => {
  for (const [name, { breaks, as }] of Object.entries(mutants))
    it(`${name} (${breaks})`, () => {
      expect(failsOf(laws[breaks], { ...program, ...as }, 600)).toBe(true)
    }, 120_000)
})

describe('a program put together from the same parts keeps', () => {
  const same = { ...program, registerAt: replayBelieving(believed) }
  for (const name of [
    'everyAnswerReplays',
    'whatWasKnownStays',
    'orderOfTypingIsNothing',
    'settlingComposes',
    'reinstatingIsNothing',
    'nothingStandsOnWhatStandsAlone',
  ] as const)
    it(name, () => {
      expect(failsOf(laws[name], same, 15)).toBe(false)
    }, 120_000)
})

function failsOf(law: Law, mutant: Program, numRuns: number): boolean {
  const property = fc.property(script, picks, (sets, chosen) => law(mutant, typedAs(sets, mutant), chosen))
  return fc.check(property, { numRuns, seed: 2019, endOnFailure: true }).failed
}
