import type { AssessmentAct } from '../../../domain/assessment/acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, count, day, inside, line, monthOf, pounds, prose, subject, yes } from '../fields.ts'
import { meetingHeld } from './define.ts'

const assessment = inside('assessments', { label: 'Assessment' })
const question = inside('questions', { label: 'Question' })
const updateMonth = monthOf('months of updates', { label: 'Month of the report' })
const from = { hint: 'In pounds, like 12,500' }
const confidential = yes({
  label: 'The costs are confidential',
  hint: 'Prices may be commercial: only who administers the register sees them',
}).exactOptional()
const request = prose({ label: 'What is to be assessed', hint: 'The requirements, or where they are. Published' }).exactOptional()

/** Why an assessment comes back later: a short list, so that causes can be counted. */
const causes = {
  'requirements incomplete': 'The requirements are not complete',
  'information awaited': 'It waits for information',
  'a service provider is late': 'A service provider is late',
  'the solution changed': 'The solution changed',
  'other work came first': 'Other work came first',
  'more work than expected': 'It is more work than expected',
} as const

export const assessmentForms: Forms<AssessmentAct> = {
  RequestAssessment: {
    title: 'Request an assessment',
    verb: 'request-assessment',
    on: 'modification',
    about: 'No clock runs until it is accepted. Where a body must approve the request, the approval is recorded as a step of its own.',
    schema: fields({
      assessmentKind: choice({ PA: 'Preliminary Assessment', IA: 'Impact Assessment' }, { label: 'Kind of assessment' }),
      provider: subject('providers', ['organisation'], { label: 'Of whom' }),
      solution: inside('solutions', {
        label: 'Of which solution',
        hint: 'Left empty: of the modification as a whole',
      }).exactOptional(),
      request,
    }),
  },
  RequestAssessmentAgain: {
    title: 'Request a declined assessment again',
    verb: 'request-assessment-again',
    on: 'modification',
    about: 'Once what was missing is there. An approval of the first request does not carry over.',
    schema: fields({ assessment, request }),
  },
  ApproveAssessmentRequest: {
    title: 'Approve the request for an assessment',
    verb: 'approve-assessment-request',
    on: 'modification',
    schema: fields({ assessment, meeting: meetingHeld }),
  },
  AcceptAssessment: {
    title: 'Accept an assessment',
    verb: 'accept-assessment',
    on: 'modification',
    about: 'The clock runs from the day of acceptance.',
    schema: fields({
      assessment,
      targetWorkingDays: count(1, { label: 'Target in Working Days', hint: 'Left empty: the usual target of its kind' }).exactOptional(),
      targetReason: line({ label: 'Why this target', hint: 'Needed where it is not the usual one. Published' }).exactOptional(),
      providerReference: line({ label: 'The provider’s reference', hint: 'Such as the number of its Change Request' }).exactOptional(),
    }),
  },
  DeclineAssessment: {
    title: 'Decline an assessment',
    verb: 'decline-assessment',
    on: 'modification',
    about: 'It goes back to who asked for it, who may request it again.',
    schema: fields({ assessment, missing: prose({ label: 'What is missing', hint: 'Published' }) }),
  },
  AskInformation: {
    title: 'Ask for information',
    verb: 'ask-information',
    on: 'modification',
    about: 'The published clock goes on. A pause of the net count is agreed as a step of its own.',
    schema: fields({
      assessment,
      question: prose({ label: 'What you ask', hint: 'Published' }),
      of: subject('bodies and organisations', ['organisation', 'body'], { label: 'Of whom', hint: 'Left empty: not told' }).exactOptional(),
    }),
  },
  AnswerInformation: {
    title: 'Answer a request for information',
    verb: 'answer-information',
    on: 'modification',
    schema: fields({ assessment, question, answer: prose({ label: 'The answer', hint: 'Published' }).exactOptional() }),
  },
  AgreePause: {
    title: 'Agree to a pause of an assessment’s net count',
    verb: 'agree-pause',
    on: 'modification',
    about: 'The days from the question to its answer are left out of the net count. The published count stays as it is.',
    schema: fields({ assessment, question }),
  },
  ForecastReturn: {
    title: 'Forecast the return of an assessment',
    verb: 'forecast-return',
    on: 'modification',
    about: 'Earlier forecasts stay visible.',
    schema: fields({
      assessment,
      day: day({ label: 'Day on which it will come back' }),
      cause: choice(causes, { label: 'Cause of a delay' }).exactOptional(),
    }),
  },
  ReviseAssessmentTarget: {
    title: 'Revise the target of an assessment',
    verb: 'revise-assessment-target',
    on: 'modification',
    about: 'By agreement. The earlier target stays visible.',
    schema: fields({
      assessment,
      targetWorkingDays: count(1, { label: 'Target in Working Days', hint: 'From the day of acceptance' }),
      reason: line({ label: 'Why', hint: 'Published' }),
      agreedBy: subject('bodies and organisations', ['organisation', 'body'], { label: 'Agreed by' }),
    }),
  },
  ReturnAssessment: {
    title: 'Return an assessment',
    verb: 'return-assessment',
    on: 'modification',
    about: 'The clock stops.',
    schema: fields({
      assessment,
      document: line({ label: 'Title of its document', hint: 'Such as “DP084 Preliminary Assessment v1.0”' }).exactOptional(),
      text: prose({ label: 'What it says', hint: 'The assessment itself, or its summary. Published' }).exactOptional(),
      oneOffLow: pounds({ label: 'One-off cost, from', ...from }).exactOptional(),
      oneOffHigh: pounds({ label: 'One-off cost, to', ...from }).exactOptional(),
      annualLow: pounds({ label: 'Cost a year, from', ...from }).exactOptional(),
      annualHigh: pounds({ label: 'Cost a year, to', ...from }).exactOptional(),
      confidential,
    }),
  },
  CostAssessment: {
    title: 'Add a cost line to an assessment',
    verb: 'cost-assessment',
    on: 'modification',
    schema: fields({
      assessment,
      period: choice({ 'one-off': 'One-off', annual: 'A year' }, { label: 'Once, or each year' }),
      low: pounds({ label: 'From', ...from }).exactOptional(),
      high: pounds({ label: 'To', ...from }).exactOptional(),
      lines: prose({ label: 'What it is made of', hint: 'By provider, price base, until when it is valid' }).exactOptional(),
      confidential,
    }),
  },
  ReportProgress: {
    title: 'Write the line of an assessment for a month’s update',
    verb: 'report-progress',
    on: 'modification',
    about:
      'What you say of it in the update that goes with the Change Status Report of the month. Sign the update off when all its lines are written.',
    schema: fields({ assessment, month: updateMonth, text: prose({ label: 'What you say of it', hint: 'One line. Published' }) }),
  },
  SignProgress: {
    title: 'Sign off a month’s update on its assessments',
    verb: 'sign-progress',
    on: 'organisation',
    about: 'It goes with the Change Status Report of the month, and is due by the paper day.',
    schema: fields({ month: updateMonth }),
  },
  CancelAssessment: {
    title: 'Cancel an assessment',
    verb: 'cancel-assessment',
    on: 'modification',
    schema: fields({ assessment, why: prose({ label: 'Why', hint: 'Published' }) }),
  },
}
