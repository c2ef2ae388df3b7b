import type { Rules } from '../acting/act.ts'

export type OrganisationAct = never

export const organisationRules: Rules<OrganisationAct> = {}
