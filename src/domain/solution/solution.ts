import type { Entry, Subject, TextId } from '../entry.ts'
import { type Fact, fact, withFact } from '../fact.ts'
import { type Misfit, misfit } from '../misfit.ts'

/**
 * A solution: the proposer's own, or an alternative that those who refine it raised. They travel together under one number.
 * Its id is numbered inside the modification: `84/solution/1`.
 */
type OfSolution<T extends string> = { readonly type: T; readonly v: 1; readonly solution: string }
export type SolutionProposed = OfSolution<'SolutionProposed'> & {
  readonly alternative: boolean
  readonly by: Subject | 'unknown'
  readonly title: string
  readonly meeting?: Subject
  /** Of an alternative: how many of those who refine it were in favour of raising it, of how many. */
  readonly inFavour?: number
  readonly of?: number
  readonly why?: TextId
}
/** A version of it. `material`: whether it changes what was or is being assessed. `drawnAgainst`: the version of the Code that it amends. */
export type SolutionVersioned = OfSolution<'SolutionVersioned'> & {
  readonly material: boolean
  readonly document?: string
  readonly text?: TextId
  readonly reason?: TextId
  readonly drawnAgainst?: Subject
}
export type SolutionEvent = SolutionProposed | SolutionVersioned

export type SolutionVersion = Omit<SolutionVersioned, 'type' | 'v' | 'solution'>

export type Solution = {
  readonly id: string
  readonly proposed: Fact<Omit<SolutionProposed, 'type' | 'v' | 'solution'>>
  /** In order; the last is the present one. */
  readonly versions: readonly Fact<SolutionVersion>[]
}

export function evolveSolution(state: Solution | undefined, entry: Entry, event: SolutionEvent): Solution | Misfit {
  switch (event.type) {
    case 'SolutionProposed': {
      if (state) return misfit(entry, `${event.solution} was proposed before`)
      const { type, v, solution, ...told } = event
      return { id: solution, proposed: fact(entry, told), versions: [] }
    }
    case 'SolutionVersioned': {
      if (!state) return misfit(entry, `no solution ${event.solution} is proposed that could have a version`)
      const { type, v, solution, ...told } = event
      return { ...state, versions: withFact(state.versions, fact(entry, told)) }
    }
  }
}
