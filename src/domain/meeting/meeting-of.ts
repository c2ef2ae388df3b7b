import { fits, type Given, type Telling, unfit } from '../acting/act.ts'
import { longDay } from '../calendar/format.ts'
import { idOf, type Subject } from '../entry.ts'
import { refused, type Verdict } from '../refusal.ts'
import { find } from '../register.ts'
import { type AgendaItem, agendaOf } from './agenda.ts'
import type { Meeting } from './meeting.ts'

/** The meeting that an act is about, as it stands just before. */
export const meetingOf = ({ register }: Pick<Given, 'register'>, subject: Subject): Meeting | undefined =>
  find(register, 'meeting', idOf(subject))?.state

export const isPlanned = (given: Given, subject: Subject) => {
  const meeting = meetingOf(given, subject)
  if (!meeting) return unfit('no such meeting is planned on that day', 'plan it first')
  return meeting.cancelled ? unfit('it was cancelled', 'plan another meeting') : fits
}

/** What is before it; nothing where it is not planned. */
export function agendaIn(given: Given, subject: Subject): readonly AgendaItem[] {
  const meeting = meetingOf(given, subject)
  return meeting ? agendaOf(meeting) : []
}

export const isTabled = (given: Given, subject: Subject, about: Subject): boolean =>
  agendaIn(given, subject).some((item) => item.about === about)

/** That it is held, where nobody has said so: refused before its day. */
export function heldNow(given: Given, { subject }: { readonly subject: Subject }): Verdict<readonly Telling[]> {
  const meeting = meetingOf(given, subject)
  if (!meeting || meeting.held || meeting.cancelled) return []
  return meeting.day > given.day
    ? refused(
        `it is planned for ${longDay(meeting.day)}, which has not come`,
        ['recorded.on'],
        ['record it on the day on which it is held'],
      )
    : [{ event: { type: 'MeetingHeld', v: 1, body: meeting.body } }]
}
