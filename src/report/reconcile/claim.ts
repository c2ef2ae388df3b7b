import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { ModificationId } from '../../domain/modification/reference.ts'
import type { FigureId } from '../figures/figure.ts'
import type { Place } from './paper.ts'
import type { Outcome } from './reading/statements.ts'
import type { AssessmentTable } from './reading/tables.ts'

export type ClaimKind =
  | 'paper'
  | 'reference'
  | 'title'
  | 'raiser'
  | 'date'
  | 'stage'
  | 'list'
  | 'count'
  | 'duration'
  | 'target'
  | 'average'
  | 'vote'
  | 'release date'
  | 'link'

/** What a claim is about, as the register is asked for it. */
export type About =
  | { readonly is: 'paper'; readonly field: 'date' | 'reference' }
  | { readonly is: 'reference'; readonly id: ModificationId; readonly written: string }
  | { readonly is: 'title'; readonly id: ModificationId; readonly title: string }
  | { readonly is: 'raiser'; readonly id: ModificationId; readonly name: string }
  | { readonly is: 'raised'; readonly id: ModificationId; readonly day: CalendarDate }
  /** `of`: over how many the paper has it as the average. */
  | { readonly is: 'figure'; readonly figure: FigureId; readonly value: number; readonly partly: boolean; readonly of?: number }
  /** It is in a list: of a figure's members, and of one release where the list is. */
  | { readonly is: 'member'; readonly figure: FigureId; readonly id: ModificationId; readonly release?: string }
  | ({ readonly is: 'day' } & OfAssessment & { readonly day: CalendarDate })
  | ({ readonly is: 'target' } & OfAssessment & { readonly workingDays: number })
  | ({ readonly is: 'duration' } & OfAssessment & { readonly value: number; readonly day?: CalendarDate })
  | {
      readonly is: 'outcome'
      readonly id: ModificationId
      readonly outcome: Outcome['outcome']
      readonly path?: string
      readonly day?: CalendarDate
      readonly by?: string
    }
  | { readonly is: 'held'; readonly what: 'working group' | 'vote'; readonly day: CalendarDate }
  | { readonly is: 'release date'; readonly release: string; readonly day: CalendarDate }
  | { readonly is: 'date request'; readonly release?: string; readonly on?: CalendarDate; readonly to: CalendarDate }
  | { readonly is: 'link'; readonly address: string }

type OfAssessment = { readonly id: ModificationId; readonly assessmentKind: string; readonly table: AssessmentTable }

/** One thing that the paper says, with its place. `id` is the same for the same claim of the same paper: 'SECMP0007/IA/accepted'. */
export type Claim = {
  readonly id: string
  readonly kind: ClaimKind
  readonly subject: string
  readonly value: string | number
  readonly place: Place
  readonly about: About
}

export const verdicts = ['holds', 'contradicted', 'not supported'] as const
/** `not supported`: the register neither confirms nor denies it. `detail` says what is there, and what would have to be. */
export type Verdict = (typeof verdicts)[number]
export type Judged = { readonly verdict: Verdict; readonly detail: string; readonly certainty?: 'likely' | 'possible' }
export type JudgedClaim = Claim & Judged
