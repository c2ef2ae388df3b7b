import type { Rules } from '../acting/act.ts'

export type RulebookAct = never

export const rulebookRules: Rules<RulebookAct> = {}
