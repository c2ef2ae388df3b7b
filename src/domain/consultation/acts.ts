import type { Rules } from '../acting/act.ts'

export type ConsultationAct = never

export const consultationRules: Rules<ConsultationAct> = {}
