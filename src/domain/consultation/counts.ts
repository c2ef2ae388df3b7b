import { wordOf } from '../acting/act.ts'
import { dayOf } from '../calendar/moment.ts'
import type { Subject } from '../entry.ts'
import { idOf } from '../entry.ts'
import { all, find, type Register } from '../register.ts'
import type { Consultation } from './consultation.ts'
import type { Response } from './response.ts'
import { excludedFrom } from './response-acts.ts'
import { isInTime } from './responses.ts'

/** How one category answered. `asked`: those of the register in it, but for who is not asked; undefined where the register has no such list. */
export type CategoryCount = {
  readonly category: string
  readonly asked: number | undefined
  /** Those that answered in time, with an answer or with no comment. */
  readonly answered: number
  readonly noComment: number
  readonly late: number
}
export type ResponseCounts = {
  readonly categories: readonly CategoryCount[]
  /** Not in a Party category, or not in the register: counted apart. */
  readonly others: CategoryCount
  /** Those withheld with their names: in no category. */
  readonly withheld: number
  /** Whether what came late counts, as the row of its kind says; undefined where no row tells: then it does not. */
  readonly lateCounts: boolean | undefined
}

/** How a consultation was answered by category, as far as the reader of this register may see it. A respondent counts once. */
export function countResponses(register: Register, consultation: Consultation): ResponseCounts {
  const day = dayOf(consultation.closes ?? register.on)
  const word = wordOf({ register, day }, 'consultation-late-responses', consultation.consultationKind)
  const lateCounts = word === undefined ? undefined : word === 'counted'
  const excluded = excludedFrom({ register, day }, consultation.consultationKind)
  const parties = all(register, 'organisation').filter(({ subject, state }) => state.category && !excluded.includes(subject))
  const names = [...new Set(parties.map(({ state }) => state.category?.value ?? ''))].sort()
  const seen = Object.values(consultation.responses.given).filter(({ told }) => told && told.value.confidential !== 'whole')
  const count = (category: string, asked: number | undefined, of: (by: Subject | 'unknown') => boolean): CategoryCount => {
    const theirs = seen.filter(({ told }) => told && of(told.value.by))
    const inTime = theirs.filter((response) => isInTime(consultation, response) || lateCounts === true)
    const respondents = Map.groupBy(inTime, respondentIn)
    return {
      category,
      asked,
      answered: respondents.size,
      noComment: [...respondents.values()].filter((own) => own.every(({ told }) => told?.value.noComment)).length,
      late: theirs.filter((response) => !isInTime(consultation, response)).length,
    }
  }
  const categoryOf = (by: Subject | 'unknown') =>
    by === 'unknown' ? undefined : find(register, 'organisation', idOf(by))?.state.category?.value
  return {
    categories: names.map((name) =>
      count(name, parties.filter(({ state }) => state.category?.value === name).length, (by) => categoryOf(by) === name),
    ),
    others: count('Not in a Party category', undefined, (by) => categoryOf(by) === undefined),
    withheld: consultation.responses.withheld.length,
    lateCounts,
  }
}

const respondentIn = ({ id, told }: Response): string =>
  told?.value.by === 'unknown' ? (told.value.respondent ?? id) : (told?.value.by ?? id)

/** How many of those asked answered, in per cent; undefined where nobody is known to have been asked. */
export const rateOf = ({ asked, answered }: CategoryCount): number | undefined =>
  asked === undefined || asked === 0 ? undefined : Math.round((100 * answered) / asked)
