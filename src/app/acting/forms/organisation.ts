import type { OrganisationAct } from '../../../domain/organisation/acts.ts'
import type { Forms } from '../act-form.ts'

export const organisationForms: Forms<OrganisationAct> = {}
