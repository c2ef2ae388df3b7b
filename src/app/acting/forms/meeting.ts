import type { MeetingAct } from '../../../domain/meeting/acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { count, day, inside, line, several, subject, subjects, yes } from '../fields.ts'

const purposes = {
  discussion: 'Discussion',
  readiness: 'Readiness for conversion',
  conversion: 'Conversion',
  'modification report': 'Modification Report',
  'assessment request': 'Request of an assessment',
  vote: 'Vote',
} as const

const modification = subject('modifications', ['modification'], { label: 'Modification' })

export const meetingForms: Forms<MeetingAct> = {
  PlanMeeting: {
    title: 'Plan a meeting',
    verb: 'plan-meeting',
    on: 'meeting',
    founds: true,
    schema: fields({
      body: subject('bodies', ['body'], { label: 'Body' }),
      day: day({ label: 'Day of the meeting' }),
      number: count(1, { label: 'Number of the meeting' }).exactOptional(),
    }),
  },
  HoldMeeting: { title: 'Record that it was held', verb: 'hold-meeting', on: 'meeting', schema: fields({}) },
  TableItem: {
    title: 'Table a modification',
    verb: 'table-item',
    on: 'meeting',
    schema: fields({ modification, purposes: several(purposes, { label: 'For what' }) }),
  },
  TableReady: {
    title: 'Table all that are ready',
    verb: 'table-ready',
    on: 'meeting',
    about: 'Each Draft Proposal that was determined ready goes before it for its conversion.',
    schema: fields({}),
  },
  RecordAttendance: {
    title: 'Record the attendance',
    verb: 'record-attendance',
    on: 'meeting',
    about: 'Organisations and bodies only: no person is named. What was recorded before is replaced.',
    schema: fields({
      present: subjects('bodies and organisations', ['body', 'organisation'], { label: 'Present' }),
      quorate: yes({ label: 'Was it quorate?' }).exactOptional(),
    }),
  },
  PlaceAction: {
    title: 'Place an action',
    verb: 'place-action',
    on: 'meeting',
    schema: fields({
      what: line({ label: 'What is to be done' }),
      owner: subject('bodies and organisations', ['body', 'organisation'], { label: 'Who is to do it' }),
      due: day({ label: 'By which day' }).exactOptional(),
      modification: modification.exactOptional(),
    }),
  },
  CloseAction: {
    title: 'Close an action',
    verb: 'close-action',
    on: 'meeting',
    schema: fields({ action: inside('actions', { label: 'Action' }), outcome: line({ label: 'What came of it' }).exactOptional() }),
  },
  WithdrawItem: {
    title: 'Withdraw a modification from the meeting',
    verb: 'withdraw-item',
    on: 'meeting',
    schema: fields({ modification }),
  },
}
