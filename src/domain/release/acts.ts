import type { Rules } from '../acting/act.ts'

export type ReleaseAct = never

export const releaseRules: Rules<ReleaseAct> = {}
