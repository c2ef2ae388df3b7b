import type { MeetingAct } from '../../../domain/meeting/acts.ts'
import { type Forms, fields } from '../act-form.ts'
import { count, day, several, subject } from '../fields.ts'

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
  WithdrawItem: {
    title: 'Withdraw a modification from the meeting',
    verb: 'withdraw-item',
    on: 'meeting',
    schema: fields({ modification }),
  },
}
