import type { SubmissionAct } from '../../../domain/submission/acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { prose, yes } from '../fields.ts'

const draft = fields({
  title: prose({ label: 'Title', hint: 'What the proposal would be called' }),
  issue: prose({ label: 'The issue', hint: 'Only the problem: no work is done on solutions yet' }),
})

export const submissionForms: Forms<SubmissionAct> = {
  SubmitForReview: {
    title: 'Submit a draft for review',
    verb: 'submit-for-review',
    on: 'submission',
    founds: true,
    about: 'The code administrator reads it as a critical friend before it is raised. Nobody else sees it.',
    schema: draft,
  },
  SubmitAgain: { title: 'Submit it again', verb: 'submit-again', on: 'submission', about: 'The review begins anew.', schema: draft },
  ReturnReview: {
    title: 'Return the review',
    verb: 'return-review',
    on: 'submission',
    schema: fields({
      ready: yes({ label: 'Is it ready to be raised?' }),
      comments: prose({ label: 'What the critical friend says' }),
    }),
  },
  DropSubmission: {
    title: 'Go no further with it',
    verb: 'drop-submission',
    on: 'submission',
    schema: fields({}),
  },
}
