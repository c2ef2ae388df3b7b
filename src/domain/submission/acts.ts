import { type ActOf, broken, countIn, fits, type Given, type Rules, type Telling, unfit } from '../acting/act.ts'
import { actedBy } from '../acting/acted-by.ts'
import { countedDay } from '../acting/counted-day.ts'
import { longDay } from '../calendar/format.ts'
import { dayOf } from '../calendar/moment.ts'
import { idOf, kindOf, type Subject, type TextId } from '../entry.ts'
import { isRefused, type Verdict } from '../refusal.ts'
import type { Register } from '../register.ts'
import { lastSubmitted, type Submission } from './submission.ts'
import { submissionOf } from './submission-of.ts'

type Draft = { readonly title: TextId; readonly issue: TextId }
/** A draft is given to the critical friend. */
export type SubmitForReview = ActOf<'SubmitForReview', Draft>
/** The same, changed after its review, is given again. */
export type SubmitAgain = ActOf<'SubmitAgain', Draft>
/** The critical friend says what to mend, or that nothing more is asked. */
export type ReturnReview = ActOf<'ReturnReview', { readonly ready: boolean; readonly comments: TextId }>
/** Who submitted it goes no further with it. */
export type DropSubmission = ActOf<'DropSubmission'>
export type SubmissionAct = SubmitForReview | SubmitAgain | ReturnReview | DropSubmission

const row = 'critical-friend-review'

/** What is not raised is between who submitted it and the administrator. */
const hidden = { class: 'amber' } as const

/** The review is due so many Working Days after the draft reached us. */
function submitted(given: Given, subject: Subject, { title, issue }: Draft): Verdict<readonly Telling[]> {
  return actedBy(given, (by) => {
    const days = countIn(given, row)
    const due = days === undefined ? undefined : countedDay(given, dayOf(given.receivedAt), days, row)
    if (isRefused(due)) return due
    return [{ subject, ...hidden, event: { type: 'SubmittedForReview', v: 1, by, title, issue, ...(due ? { due: due.day, row } : {}) } }]
  })
}

/** Whether it stands so that something may be done to it. */
const whileIn =
  (...statuses: readonly Submission['status'][]) =>
  (given: Given, subject: Subject) => {
    const status = submissionOf(given, subject)?.status
    if (status === undefined) return unfit(`nothing is known of ${subject} on that day`, 'submit it first')
    return statuses.includes(status)
      ? fits
      : unfit(`this is done while it is ${statuses.join(' or ')}, and it is ${status}`, 'look at its page')
  }

export const submissionRules: Rules<SubmissionAct> = {
  SubmitForReview: {
    row,
    fits: () => fits,
    tells: (given, act) => submitted(given, `submission/${nextNumber(given.register)}`, act),
  },
  SubmitAgain: {
    row,
    fits: whileIn('reviewed'),
    tells: (given, act) => submitted(given, act.subject, act),
  },
  ReturnReview: {
    row,
    fits: whileIn('under review'),
    breaks: (given, { subject }) => {
      const submission = submissionOf(given, subject)
      const due = submission && lastSubmitted(submission).value.due
      return due !== undefined && given.day > due
        ? [broken(row, `the review was due on ${longDay(due)}`, 'give the day on which it was returned, if that was earlier')]
        : []
    },
    tells: (given, { ready, comments }) =>
      actedBy(given, (by) => [{ ...hidden, event: { type: 'ReviewReturned', v: 1, by, ready, comments } }]),
  },
  DropSubmission: {
    row,
    fits: whileIn('under review', 'reviewed'),
    tells: () => [{ ...hidden, event: { type: 'SubmissionDropped', v: 1 } }],
  },
}

function nextNumber(register: Register): number {
  const known = [...register.subjects.keys(), ...register.awaited.keys()].filter((subject) => kindOf(subject) === 'submission')
  return 1 + Math.max(0, ...known.map((subject) => Number(idOf(subject))).filter(Number.isInteger))
}

/** What is told of a draft once it is raised. */
export const raisedFrom = (subject: Subject, as: Subject): Telling => ({
  subject,
  ...hidden,
  event: { type: 'SubmissionRaised', v: 1, as },
})

/** Raised without a review, or before it came back: said, where the rulebook asks for one. */
export const reviewMissing = (given: Given, subject: Subject | undefined) => {
  const status = subject === undefined ? undefined : submissionOf(given, subject)?.status
  if (status === 'reviewed') return []
  const why = status === 'under review' ? 'the review of the draft has not come back' : 'the draft was not given to the critical friend'
  return [broken(row, why, 'submit it for review first, or go on without')]
}
