import { z } from 'zod'
import { count, day, subject, word } from '../field-schemas.ts'
import { told } from './told.ts'

const body = subject('body')
const number = count(1).exactOptional()
const purpose = word('discussion', 'readiness', 'conversion', 'modification report', 'assessment request', 'vote')

export const meetingSchemas = {
  MeetingPlanned: told('MeetingPlanned', { body, day, number }),
  MeetingHeld: told('MeetingHeld', { body, number }),
  ItemTabled: told('ItemTabled', {
    modification: subject('modification'),
    purposes: z.array(purpose, { error: 'a list of purposes' }).min(1, { error: 'at least one purpose' }),
  }),
  ItemWithdrawn: told('ItemWithdrawn', { modification: subject('modification') }),
}
