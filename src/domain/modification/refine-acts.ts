import { type ActOf, broken, fits, type Given, type Rules, unfit } from '../acting/act.ts'
import { nextId } from '../acting/numbered.ts'
import { idOf, type Subject, type TextId } from '../entry.ts'
import { nameOf } from '../names.ts'
import { own } from '../own.ts'
import { refused } from '../refusal.ts'
import { find } from '../register.ts'
import { modificationOf, standsIn } from './standing-of.ts'

/** A body considers it while it is refined; what came of it is a text. */
export type Consider = ActOf<'Consider', { readonly meeting?: Subject; readonly outcome: TextId }>
/** The proposer's own solution, in its first version. `drawnAgainst`: the version of the Code that its text amends. */
export type ProposeSolution = ActOf<
  'ProposeSolution',
  { readonly title: string; readonly document?: string; readonly text?: TextId; readonly drawnAgainst?: Subject }
>
/** Another way to the same purpose: raised by a majority of those who refine it. */
export type RaiseAlternative = ActOf<
  'RaiseAlternative',
  {
    readonly title: string
    readonly inFavour: number
    readonly of: number
    readonly why: TextId
    readonly document?: string
    readonly text?: TextId
    readonly drawnAgainst?: Subject
    readonly meeting?: Subject
  }
>
/** A new version. Only a change that is marked as material makes the assessments of it stale. */
export type ReviseSolution = ActOf<
  'ReviseSolution',
  {
    readonly solution: string
    readonly material: 'yes' | 'no'
    readonly reason: TextId
    readonly document?: string
    readonly text?: TextId
    readonly drawnAgainst?: Subject
  }
>
export type RefineAct = Consider | ProposeSolution | RaiseAlternative | ReviseSolution

const inRefine = (given: Given, subject: Subject) => standsIn(given, subject, 'refine')

export const refineRules: Rules<RefineAct> = {
  Consider: {
    row: 'refined-by',
    fits: inRefine,
    tells: (given, { meeting, outcome }) => {
      const by = given.by === 'unknown' ? bodyOf(given, meeting) : given.by
      if (by === undefined)
        return refused('it is not said which body considered it', ['by'], ['say which body did', 'name the meeting at which it did'])
      return [{ event: { type: 'Considered', v: 1, by, outcome, ...(meeting === undefined ? {} : { meeting }) } }]
    },
  },
  ProposeSolution: {
    row: 'solution-owned-by',
    fits: (given, subject) => {
      const there = inRefine(given, subject)
      if (there !== true) return there
      return originalOf(given, subject)
        ? unfit('its proposer has a solution already', 'record a new version of it', 'have an alternative raised')
        : fits
    },
    tells: (given, { subject, title, ...version }) => {
      const solution = nextOf(given, subject)
      return [
        { event: { type: 'SolutionProposed', v: 1, solution, alternative: false, by: given.by, title } },
        { event: { type: 'SolutionVersioned', v: 1, solution, material: true, ...drawn(version) } },
      ]
    },
  },
  RaiseAlternative: {
    row: 'alternative-raised-by',
    fits: (given, subject) => {
      const there = inRefine(given, subject)
      if (there !== true) return there
      return originalOf(given, subject)
        ? fits
        : unfit('there is no solution yet to which this would be another', 'record the solution of its proposer first')
    },
    breaks: (_given, { inFavour, of }) =>
      inFavour > of - inFavour
        ? []
        : [
            broken(
              'alternative-raised-by',
              `an alternative is raised by a majority, and ${inFavour} of ${of} were in favour`,
              'record it as considered, not as raised',
            ),
          ],
    tells: (given, { subject, title, inFavour, of, why, meeting, ...version }) => {
      if (inFavour > of) return refused(`${inFavour} of ${of} cannot be in favour`, ['inFavour'], ['count those in favour among all'])
      const solution = nextOf(given, subject)
      const raised = { solution, alternative: true, by: given.by, title, inFavour, of, why, ...(meeting === undefined ? {} : { meeting }) }
      return [
        { event: { type: 'SolutionProposed', v: 1, ...raised } },
        { event: { type: 'SolutionVersioned', v: 1, solution, material: false, ...drawn(version) } },
      ]
    },
  },
  ReviseSolution: {
    row: 'solution-owned-by',
    fits: (given, subject) => {
      const there = inRefine(given, subject)
      if (there !== true) return there
      return solutionsOf(given, subject).length > 0 ? fits : unfit('it has no solution yet', 'record the solution of its proposer first')
    },
    breaks: (given, { subject, solution: id }) => {
      const proposer = modificationOf(given, subject)?.proposer?.value
      const isOriginal = own(modificationOf(given, subject)?.solutions ?? {}, id)?.proposed.value.alternative === false
      if (!isOriginal || proposer === undefined || given.by === 'unknown' || given.by === proposer) return []
      const owner = nameOf(given.register, proposer)
      return [
        broken(
          'solution-owned-by',
          `${owner} owns this solution, and ${nameOf(given.register, given.by)} would change it`,
          `record the change for ${owner}`,
          'have an alternative raised',
        ),
      ]
    },
    tells: (given, { subject, solution, material, reason, ...version }) => {
      const there = solutionsOf(given, subject).map(({ id }) => id)
      if (!there.includes(solution)) return refused(`there is no solution ${solution}`, ['solution'], [`choose one: ${there.join(', ')}`])
      return [{ event: { type: 'SolutionVersioned', v: 1, solution, material: material === 'yes', reason, ...drawn(version) } }]
    },
  },
}

const solutionsOf = (given: Given, subject: Subject) => Object.values(modificationOf(given, subject)?.solutions ?? {})

const originalOf = (given: Given, subject: Subject) => solutionsOf(given, subject).find(({ proposed }) => !proposed.value.alternative)

/** Numbered in order of recording: `84/solution/1`. */
const nextOf = (given: Given, subject: Subject): string => nextId(given, subject, 'solution', `${idOf(subject)}/solution`)

/** The body whose meeting it was. */
const bodyOf = ({ register }: Given, meeting: Subject | undefined): Subject | undefined =>
  meeting && find(register, 'meeting', idOf(meeting))?.state.body

type Drawn = Pick<ProposeSolution, 'document' | 'text' | 'drawnAgainst'>

const drawn = ({ document, text, drawnAgainst }: Drawn) => ({
  ...(document === undefined ? {} : { document }),
  ...(text === undefined ? {} : { text }),
  ...(drawnAgainst === undefined ? {} : { drawnAgainst }),
})
