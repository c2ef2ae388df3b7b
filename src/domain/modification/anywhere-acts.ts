import type { Rules } from '../acting/act.ts'

export type AnywhereAct = never

export const anywhereRules: Rules<AnywhereAct> = {}
