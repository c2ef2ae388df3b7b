import { day, label, subject, text, yesNo } from '../field-schemas.ts'
import { told } from './told.ts'

export const submissionSchemas = {
  SubmittedForReview: told('SubmittedForReview', {
    by: subject(),
    title: text,
    issue: text,
    due: day.exactOptional(),
    row: label.exactOptional(),
  }),
  ReviewReturned: told('ReviewReturned', { by: subject(), ready: yesNo, comments: text }),
  SubmissionRaised: told('SubmissionRaised', { as: subject('modification') }),
  SubmissionDropped: told('SubmissionDropped', {}),
}
