import type { Path } from '../../domain/modification/events.ts'
import type { Step } from '../../domain/modification/holder.ts'
import type { Outcome, Stage, Standing } from '../../domain/modification/modification.ts'
import type { Register } from '../../domain/register.ts'
import { wordIn } from '../../domain/rulebook/words.ts'
import { capitalised } from './capitalised.ts'

/**
 * The code's words for what the domain calls neutrally, from the tables that its pack installs. A word that the register lacks (on a day
 * before the pack, or in a code without it) is the neutral one, capitalised.
 */
export type Words = ReturnType<typeof wordsOf>

export function wordsOf(register: Register) {
  const word = (table: string, key: string) => capitalised(wordIn(register, table, key))
  return {
    stage: (stage: Stage | 'ended' | 'unknown') =>
      stage === 'ended' || stage === 'unknown' ? outside[stage] : word('words-stages', stage),
    /** The Code's own term: 'Refinement Process'. */
    stageTerm: (stage: Stage) => word('words-stage-terms', stage),
    step: (step: Step) => word('words-steps', step),
    outcome: (outcome: Outcome) => word('words-outcomes', outcome),
    path: (path: Path) => word('words-paths', path),
    assessmentKind: (kind: string) => wordIn(register, 'words-assessment-kinds', kind),
    consultationKind: (kind: string) => word('words-consultation-kinds', kind),
  }
}

const outside = { ended: 'Ended', unknown: 'Stage not told' } as const

/** 'Refine', or how it ended: 'Implemented'. */
export function standingWord(words: Words, standing: Standing): string {
  return standing.stage === 'ended' ? words.outcome(standing.outcome) : words.stage(standing.stage)
}

/** Where it stands in the Code's words: 'Refinement Process: Refinement', 'Implemented', 'Stage not told'. */
export function standingInFull(words: Words, standing: Standing): string {
  if (standing.stage === 'ended' || standing.stage === 'unknown') return standingWord(words, standing)
  const [term, step] = [words.stageTerm(standing.stage), words.step(standing.step)]
  return term.startsWith(step) ? term : `${term}: ${step}`
}
