import { z } from 'zod'
import { day, label, month, subject, subjectOrUnknown, word } from '../field-schemas.ts'
import { told } from './told.ts'

const capacity = word(
  'advise',
  'determine readiness',
  'convert',
  'approve report',
  'approve request',
  'recommend',
  'decide',
  'grant dates',
  'administer',
)

export const organisationSchemas = {
  BodyEstablished: told('BodyEstablished', {
    name: label,
    abbreviation: label.exactOptional(),
    capacities: z.array(capacity, { error: 'a list of capacities' }),
  }),
  BodyRenamed: told('BodyRenamed', { name: label, abbreviation: label.exactOptional() }),
  SeatSet: told('SeatSet', { seat: label, block: label }),
  SeatEnded: told('SeatEnded', { seat: label }),
  SeatHeld: told('SeatHeld', {
    seat: label,
    by: z.union([z.literal('vacant'), subject()], { error: 'a subject like organisation/dcc, or "vacant"' }),
    until: day.exactOptional(),
  }),
  AlternateNamed: told('AlternateNamed', {
    seat: label,
    alternate: subjectOrUnknown,
    meeting: subject('meeting').exactOptional(),
    until: day.exactOptional(),
  }),
  OrganisationNamed: told('OrganisationNamed', { name: label }),
  OrganisationCategorised: told('OrganisationCategorised', { category: label }),
  ProgressSigned: told('ProgressSigned', { month }),
  OrganisationGrouped: told('OrganisationGrouped', { group: label }),
}
