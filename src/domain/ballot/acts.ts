import type { Rules } from '../acting/act.ts'

export type BallotAct = never

export const ballotRules: Rules<BallotAct> = {}
