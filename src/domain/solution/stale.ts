import type { Assessment } from '../assessment/assessment.ts'
import { compareText } from '../calendar/moment.ts'
import { momentOf } from '../entry.ts'
import type { Fact } from '../fact.ts'
import type { Modification } from '../modification/modification.ts'
import type { SolutionVersion } from './solution.ts'

/**
 * The first material change of the solution after an assessment of it was accepted: from then the assessment is stale. Undefined where it
 * still fits. A change that is marked as not material makes nothing stale. Of an assessment that names no solution, any counts.
 */
export function staleSince({ solutions }: Pick<Modification, 'solutions'>, assessment: Assessment): Fact<SolutionVersion> | undefined {
  const { accepted, requested, status } = assessment
  if (!accepted || status === 'cancelled') return undefined
  const assessed = requested?.value.solution
  return Object.values(solutions)
    .filter(({ id }) => assessed === undefined || id === assessed)
    .flatMap(({ versions }) => versions)
    .filter((version) => version.value.material && compareMoments(version, accepted) > 0)
    .sort(compareMoments)[0]
}

const compareMoments = (a: Fact<unknown>, b: Fact<unknown>): number => compareText(momentOf(a), momentOf(b)) || (a.nth ?? 0) - (b.nth ?? 0)
