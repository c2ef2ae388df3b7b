import type { Rules } from '../acting/act.ts'

export type OpineAct = never

export const opineRules: Rules<OpineAct> = {}
