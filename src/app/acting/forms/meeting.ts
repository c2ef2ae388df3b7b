import type { MeetingAct } from '../../../domain/meeting/acts.ts'
import type { Forms } from '../act-form.ts'

export const meetingForms: Forms<MeetingAct> = {}
