import fc from 'fast-check'
import { describe, it } from 'vitest'
import { runs } from '../support/runs.ts'
import { type Law, laws } from './laws.ts'
import { program } from './program.ts'
import { picks, script } from './script.ts'
import { typedAs } from './typed.ts'

/** The laws of the replay, over logs built through the real door. A failure prints the seed that repeats it. */
describe('over random histories', () => {
  holds('1. every moment at every known command end replays, for every reader', laws.everyAnswerReplays, 30)
  holds('2. appending changes no answer of what was known earlier', laws.whatWasKnownStays, 30)
  holds('3. once all is known, the order of typing changes nothing', laws.orderOfTypingIsNothing, 30)
  holds('4. settling composes, and stands still until it says', laws.settlingComposes, 30)
  holds('5. refolding what was touched equals a full replay', laws.refoldingIsReplaying, 30)
  holds('6. striking and reinstating is as if nothing had been', laws.reinstatingIsNothing, 30)
  holds('7. what stands alone may be away, and the rest stands', laws.nothingStandsOnWhatStandsAlone, 30)
})

function holds(name: string, law: Law, numRuns: number): void {
  it(name, () => {
    fc.assert(
      fc.property(script, picks, (sets, chosen) => law(program, typedAs(sets, program), chosen)),
      { numRuns: runs(numRuns) },
    )
  }, 120_000)
}
