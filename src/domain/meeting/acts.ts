import type { Rules } from '../acting/act.ts'

export type MeetingAct = never

export const meetingRules: Rules<MeetingAct> = {}
