import { count, day, label, month, subject, subjectOrUnknown, text, word } from '../field-schemas.ts'
import { told } from './told.ts'

const assessment = label
const begun = { assessment, assessmentKind: label, provider: subject() }

export const assessmentSchemas = {
  AssessmentRequested: told('AssessmentRequested', {
    ...begun,
    approvalBy: subject().exactOptional(),
    solution: label.exactOptional(),
    request: text.exactOptional(),
  }),
  AssessmentRequestApproved: told('AssessmentRequestApproved', {
    assessment,
    by: subject(),
    meeting: subject('meeting').exactOptional(),
  }),
  AssessmentAccepted: told('AssessmentAccepted', {
    ...begun,
    targetWorkingDays: count(1).exactOptional(),
    targetReason: label.exactOptional(),
    due: day.exactOptional(),
    providerReference: label.exactOptional(),
  }),
  AssessmentDeclined: told('AssessmentDeclined', { assessment, missing: text.exactOptional() }),
  AssessmentTargetRevised: told('AssessmentTargetRevised', {
    assessment,
    targetWorkingDays: count(1),
    reason: label.exactOptional(),
    agreedBy: subject().exactOptional(),
    due: day.exactOptional(),
  }),
  ReturnForecast: told('ReturnForecast', { assessment, day, cause: label.exactOptional() }),
  InformationAsked: told('InformationAsked', { assessment, question: label, of: subjectOrUnknown, text: text.exactOptional() }),
  InformationAnswered: told('InformationAnswered', { assessment, question: label, text: text.exactOptional() }),
  InformationPauseAgreed: told('InformationPauseAgreed', { assessment, question: label, by: subject() }),
  AssessmentReturned: told('AssessmentReturned', {
    assessment,
    statedDuration: count(0).exactOptional(),
    document: label.exactOptional(),
    text: text.exactOptional(),
  }),
  AssessmentCosted: told('AssessmentCosted', {
    assessment,
    lowPence: count(0).exactOptional(),
    highPence: count(0).exactOptional(),
    period: word('one-off', 'annual'),
    lines: text.exactOptional(),
  }),
  ProgressReported: told('ProgressReported', { assessment, month, text }),
  AssessmentCancelled: told('AssessmentCancelled', { assessment, why: text.exactOptional() }),
}
