import { z } from 'zod'
import { classifications } from '../../../domain/entry.ts'
import { itemPurposes, paperActions, recommendations } from '../../../domain/meeting/events.ts'
import { count, day, label, oneOf, strict, subject, subjectOrUnknown, text, word, yesNo } from '../field-schemas.ts'
import { told } from './told.ts'

const body = subject('body')
const number = count(1)
const purposes = z
  .array(word(...itemPurposes), { error: `a list of purposes: ${oneOf(itemPurposes)}` })
  .min(1, { error: 'at least one purpose' })
const about = subject('modification', 'release', 'meeting', 'paper')
const seatPresent = strict({ seat: label, alternate: subjectOrUnknown.exactOptional() })
const quorumCounted = strict({ block: label, needs: count(0), present: count(0), dropsOut: label.exactOptional() })

export const meetingSchemas = {
  MeetingPlanned: told('MeetingPlanned', { body, day, number: number.exactOptional() }),
  MeetingNumbered: told('MeetingNumbered', { number }),
  MeetingHeld: told('MeetingHeld', { body, number: number.exactOptional() }),
  MeetingMoved: told('MeetingMoved', { day, paperDay: day.exactOptional(), why: label.exactOptional() }),
  MeetingCancelled: told('MeetingCancelled', { why: label.exactOptional(), to: subject('meeting').exactOptional() }),
  ItemTabled: told('ItemTabled', { modification: subject('modification'), purposes }),
  ItemWithdrawn: told('ItemWithdrawn', { modification: subject('modification') }),
  MatterTabled: told('MatterTabled', { about, purposes }),
  MatterWithdrawn: told('MatterWithdrawn', { about }),
  AgendaOrdered: told('AgendaOrdered', { items: z.array(about, { error: 'a list of what is before it' }) }),
  PaperTabled: told('PaperTabled', {
    paper: subject('paper'),
    number,
    reference: label,
    about,
    action: word(...paperActions),
    recommendation: word(...recommendations),
    classification: word(...classifications),
  }),
  PaperCirculated: told('PaperCirculated', { number, paperDay: day.exactOptional(), late: yesNo.exactOptional() }),
  AttendanceRecorded: told('AttendanceRecorded', {
    present: z.array(subject(), { error: 'a list of subjects' }),
    quorate: yesNo.exactOptional(),
    seats: z.array(seatPresent, { error: 'a list of seats' }).exactOptional(),
    counted: z.array(quorumCounted, { error: 'a list of blocks' }).exactOptional(),
  }),
  InterestNoted: told('InterestNoted', {
    about,
    seat: label.exactOptional(),
    of: subject().exactOptional(),
    interest: text.exactOptional(),
  }),
  ItemResolved: told('ItemResolved', {
    about,
    resolution: word('done', 'noted', 'deferred'),
    to: subject('meeting').exactOptional(),
    conditions: text.exactOptional(),
  }),
  ActionPlaced: told('ActionPlaced', {
    action: label,
    what: label,
    owner: subject(),
    due: day.exactOptional(),
    modification: subject('modification').exactOptional(),
  }),
  ActionDone: told('ActionDone', { action: label, outcome: label.exactOptional() }),
  MinutesAgreed: told('MinutesAgreed', { at: subject('meeting') }),
}
