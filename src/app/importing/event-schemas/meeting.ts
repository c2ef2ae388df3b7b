import { z } from 'zod'
import { count, day, label, subject, word, yesNo } from '../field-schemas.ts'
import { told } from './told.ts'

const body = subject('body')
const number = count(1).exactOptional()
const purpose = word('discussion', 'readiness', 'conversion', 'modification report', 'assessment request', 'vote')

export const meetingSchemas = {
  MeetingPlanned: told('MeetingPlanned', { body, day, number }),
  MeetingHeld: told('MeetingHeld', { body, number }),
  AttendanceRecorded: told('AttendanceRecorded', {
    present: z.array(subject(), { error: 'a list of subjects' }),
    quorate: yesNo.exactOptional(),
  }),
  ActionPlaced: told('ActionPlaced', {
    action: label,
    what: label,
    owner: subject(),
    due: day.exactOptional(),
    modification: subject('modification').exactOptional(),
  }),
  ActionDone: told('ActionDone', { action: label, outcome: label.exactOptional() }),
  ItemTabled: told('ItemTabled', {
    modification: subject('modification'),
    purposes: z.array(purpose, { error: 'a list of purposes' }).min(1, { error: 'at least one purpose' }),
  }),
  ItemWithdrawn: told('ItemWithdrawn', { modification: subject('modification') }),
}
