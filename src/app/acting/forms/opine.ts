import type { OpineAct } from '../../../domain/modification/opine-acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, day, file, line, prose, subject } from '../fields.ts'
import { meetingHeld } from './define.ts'

export const opineForms: Forms<OpineAct> = {
  ApproveReport: {
    title: 'Approve the Modification Report',
    verb: 'approve-report',
    on: 'modification',
    about: 'It goes on to the Modification Report Consultation. Nothing is said of whether it should succeed.',
    schema: fields({ meeting: meetingHeld }),
  },
  SendReportBack: {
    title: 'Send the Modification Report back',
    verb: 'send-report-back',
    on: 'modification',
    schema: fields({
      terms: prose({ label: 'What is to be done before it comes again' }).exactOptional(),
      meeting: meetingHeld,
    }),
  },
  RecordVote: {
    title: 'Record the vote',
    verb: 'record-vote',
    on: 'modification',
    about: 'Whether it is a recommendation or a decision follows from the path.',
    schema: fields({ outcome: choice({ approve: 'To approve', reject: 'To reject' }, { label: 'Outcome' }), meeting: meetingHeld }),
  },
  SendForDecision: {
    title: 'Send for decision',
    verb: 'send-for-decision',
    on: 'modification',
    schema: fields({ to: subject('organisations', ['organisation', 'body'], { label: 'To whom' }) }),
  },
  ExpectDecision: {
    title: 'Say when a decision is expected',
    verb: 'expect-decision',
    on: 'modification',
    schema: fields({ day: day({ label: 'Day on which it is expected' }) }),
  },
  Decide: {
    title: 'Decide',
    verb: 'decide',
    on: 'modification',
    about: 'Sent back, it returns to the step that is named, and the vote on it is void.',
    schema: fields({
      outcome: choice({ approve: 'Approve', reject: 'Reject', 'send back': 'Send back' }, { label: 'Decision' }),
      backTo: choice(
        {
          refinement: 'The Refinement Process',
          report: 'The Modification Report',
          'report consultation': 'The Modification Report Consultation',
          vote: 'The vote',
        },
        { label: 'Sent back to', hint: 'Only where it is sent back; left empty: the Refinement Process' },
      ).exactOptional(),
      letter: line({ label: 'Title of the letter', hint: 'Such as “Decision letter of 23 October 2019”. Published' }).exactOptional(),
      letterFile: file({
        label: 'The letter itself',
        hint: 'A PDF, Word (.docx), Excel (.xlsx), PNG, JPEG, CSV or plain text file, published with the decision',
      }).exactOptional(),
      letterAddress: line({ label: 'Where the letter is published', hint: 'An address beginning with https://' }).exactOptional(),
    }),
  },
}
