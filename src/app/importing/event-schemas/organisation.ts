import { z } from 'zod'
import { label, word } from '../field-schemas.ts'
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
  OrganisationNamed: told('OrganisationNamed', { name: label }),
  OrganisationCategorised: told('OrganisationCategorised', { category: label }),
}
