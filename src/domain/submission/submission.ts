import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Entry, Subject, TextId } from '../entry.ts'
import { type Fact, fact, withFact } from '../fact.ts'
import { type Misfit, misfit } from '../misfit.ts'

type Told<T extends string> = { readonly type: T; readonly v: 1 }

/**
 * A draft is given to the administrator, who reads it as a critical friend before it is raised; given again after a review, it is under
 * review again. `due`: the day by which the review is due, counted by `row`. What is not raised yet is not public: its words are texts.
 */
export type SubmittedForReview = Told<'SubmittedForReview'> & {
  readonly by: Subject
  readonly title: TextId
  readonly issue: TextId
  readonly due?: CalendarDate
  readonly row?: string
}
/** What the critical friend says of it; `ready`: nothing more is asked before it is raised. */
export type ReviewReturned = Told<'ReviewReturned'> & { readonly by: Subject; readonly ready: boolean; readonly comments: TextId }
/** It was raised, as this modification. */
export type SubmissionRaised = Told<'SubmissionRaised'> & { readonly as: Subject }
/** Who submitted it goes no further with it. */
export type SubmissionDropped = Told<'SubmissionDropped'>
export type SubmissionEvent = SubmittedForReview | ReviewReturned | SubmissionRaised | SubmissionDropped

/** A draft proposal before it is raised: it has no number of the register yet. */
export type Submission = {
  readonly kind: 'submission'
  readonly status: 'under review' | 'reviewed' | 'raised' | 'dropped'
  /** Each time that it was submitted, in order; the last is what stands. */
  readonly submitted: readonly Fact<Omit<SubmittedForReview, 'type' | 'v'>>[]
  readonly reviews: readonly Fact<Omit<ReviewReturned, 'type' | 'v'>>[]
  readonly raised?: Fact<Subject>
}

export function evolveSubmission(state: Submission | undefined, entry: Entry, event: SubmissionEvent): Submission | Misfit {
  if (event.type === 'SubmittedForReview') {
    const { type, v, ...told } = event
    if (!state) return { kind: 'submission', status: 'under review', submitted: [fact(entry, told)], reviews: [] }
    if (state.status !== 'reviewed') return misfit(entry, `it is submitted again once it was reviewed, and it is ${state.status}`)
    return { ...state, status: 'under review', submitted: withFact(state.submitted, fact(entry, told)) }
  }
  if (!state) return misfit(entry, 'nothing was submitted yet')
  if (state.status === 'raised' || state.status === 'dropped') return misfit(entry, `it is ${state.status} already`)
  switch (event.type) {
    case 'ReviewReturned': {
      if (state.status !== 'under review') return misfit(entry, 'it is not under review')
      const { type, v, ...told } = event
      return { ...state, status: 'reviewed', reviews: withFact(state.reviews, fact(entry, told)) }
    }
    case 'SubmissionRaised':
      return { ...state, status: 'raised', raised: fact(entry, event.as) }
    case 'SubmissionDropped':
      return { ...state, status: 'dropped' }
  }
}

/** What stands of it: as it was submitted last. */
export const lastSubmitted = ({ submitted }: Submission): Submission['submitted'][number] =>
  submitted.at(-1) as Submission['submitted'][number]

export const submitterOf = (submission: Submission): Subject => lastSubmitted(submission).value.by
