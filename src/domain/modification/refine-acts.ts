import type { Rules } from '../acting/act.ts'

export type RefineAct = never

export const refineRules: Rules<RefineAct> = {}
