import { type ActOf, fits, type Given, type Rules, unfit } from '../acting/act.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { longDay } from '../calendar/format.ts'
import { idOf, type Subject } from '../entry.ts'
import { refused } from '../refusal.ts'
import { find } from '../register.ts'
import type { ItemPurpose, Meeting } from './meeting.ts'

/** A meeting of a body is planned for a day. */
export type PlanMeeting = ActOf<'PlanMeeting', { readonly body: Subject; readonly day: CalendarDate; readonly number?: number }>
/** It was held. */
export type HoldMeeting = ActOf<'HoldMeeting'>
/** A modification goes before it, for one or more purposes. */
export type TableItem = ActOf<'TableItem', { readonly modification: Subject; readonly purposes: readonly ItemPurpose[] }>
export type WithdrawItem = ActOf<'WithdrawItem', { readonly modification: Subject }>
export type MeetingAct = PlanMeeting | HoldMeeting | TableItem | WithdrawItem

const meetingOf = ({ register }: Pick<Given, 'register'>, subject: Subject): Meeting | undefined =>
  find(register, 'meeting', idOf(subject))?.state

const isPlanned = (given: Given, subject: Subject) =>
  meetingOf(given, subject) ? fits : unfit('no such meeting is planned on that day', 'plan it first')

const isTabled = (given: Given, subject: Subject, modification: Subject) =>
  meetingOf(given, subject)?.items.some(({ value }) => value.modification === modification) === true

export const meetingRules: Rules<MeetingAct> = {
  PlanMeeting: {
    row: 'meetings-called-by',
    fits: () => fits,
    tells: (given, { body, day, number }) => {
      const subject: Subject = `meeting/${idOf(body)}-${day}`
      if (meetingOf(given, subject))
        return refused(`a meeting of that body on ${longDay(day)} is planned already`, ['day'], ['open that meeting'])
      return [{ subject, event: { type: 'MeetingPlanned', v: 1, body, day, ...(number === undefined ? {} : { number }) } }]
    },
  },
  HoldMeeting: {
    row: 'meetings-called-by',
    fits: (given, subject) => {
      const meeting = meetingOf(given, subject)
      if (!meeting) return unfit('no such meeting is planned on that day', 'plan it first')
      return meeting.held ? unfit('it was held before', 'record what it decided') : fits
    },
    tells: (given, { subject }) => {
      const meeting = meetingOf(given, subject)
      if (!meeting) return []
      return meeting.day > given.day
        ? refused(
            `it is planned for ${longDay(meeting.day)}, which has not come`,
            ['recorded.on'],
            ['record it on the day on which it is held'],
          )
        : [{ event: { type: 'MeetingHeld', v: 1, body: meeting.body } }]
    },
  },
  TableItem: {
    row: 'paper-day',
    fits: isPlanned,
    tells: (given, { subject, modification, purposes }) => {
      if (isTabled(given, subject, modification))
        return refused('it is before this meeting already', ['modification'], ['withdraw it first, to table it for something else'])
      if (purposes.length === 0) return refused('it is not said what for', ['purposes'], ['choose at least one purpose'])
      return [{ event: { type: 'ItemTabled', v: 1, modification, purposes } }]
    },
  },
  WithdrawItem: {
    row: 'paper-day',
    fits: isPlanned,
    tells: (given, { subject, modification }) =>
      isTabled(given, subject, modification)
        ? [{ event: { type: 'ItemWithdrawn', v: 1, modification } }]
        : refused('it is not before this meeting', ['modification'], ['choose one that is']),
  },
}
