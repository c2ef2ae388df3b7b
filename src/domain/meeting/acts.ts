import { type ActOf, fits, type Given, type Rules, unfit } from '../acting/act.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { longDay } from '../calendar/format.ts'
import { idOf, type Subject } from '../entry.ts'
import { own } from '../own.ts'
import { refused } from '../refusal.ts'
import { find, modifications } from '../register.ts'
import type { ItemPurpose, Meeting } from './meeting.ts'

/** A meeting of a body is planned for a day. */
export type PlanMeeting = ActOf<'PlanMeeting', { readonly body: Subject; readonly day: CalendarDate; readonly number?: number }>
/** It was held. */
export type HoldMeeting = ActOf<'HoldMeeting'>
/** A modification goes before it, for one or more purposes. */
export type TableItem = ActOf<'TableItem', { readonly modification: Subject; readonly purposes: readonly ItemPurpose[] }>
export type WithdrawItem = ActOf<'WithdrawItem', { readonly modification: Subject }>
/** Who was there, as organisations and bodies, and whether that was a quorum where it is said. */
export type RecordAttendance = ActOf<'RecordAttendance', { readonly present: readonly Subject[]; readonly quorate?: boolean }>
/** Somebody is to do something, by a day. */
export type PlaceAction = ActOf<
  'PlaceAction',
  { readonly what: string; readonly owner: Subject; readonly due?: CalendarDate; readonly modification?: Subject }
>
export type CloseAction = ActOf<'CloseAction', { readonly action: string; readonly outcome?: string }>
/** Every Draft Proposal that was determined ready, and is before no meeting of the body yet, for its conversion. */
export type TableReady = ActOf<'TableReady'>
export type MeetingAct = PlanMeeting | HoldMeeting | TableItem | WithdrawItem | RecordAttendance | PlaceAction | CloseAction | TableReady

/** Determined ready, not converted, and not before this meeting. */
const readyFor = (given: Given, subject: Subject): readonly Subject[] =>
  modifications(given.register)
    .filter(({ state: { standing, determinedReady } }) => standing.value.stage === 'define' && determinedReady !== undefined)
    .map((each) => each.subject)
    .filter((each) => !isTabled(given, subject, each))

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
  RecordAttendance: {
    row: 'meetings-called-by',
    overwrites: true,
    fits: isPlanned,
    tells: (_given, { present, quorate }) => [
      { event: { type: 'AttendanceRecorded', v: 1, present, ...(quorate === undefined ? {} : { quorate }) } },
    ],
  },
  PlaceAction: {
    row: 'meetings-called-by',
    fits: isPlanned,
    tells: (given, { subject, what, owner, due, modification }) => {
      const numbers = given.recorded(subject).flatMap(({ event }) => (event?.type === 'ActionPlaced' ? Number(event.action) : []))
      const action = String(1 + Math.max(0, ...numbers))
      return due !== undefined && due < given.day
        ? refused(`${longDay(due)} has passed`, ['due'], [`give a day from ${longDay(given.day)} on`])
        : [
            {
              event: {
                type: 'ActionPlaced',
                v: 1,
                action,
                what,
                owner,
                ...(due === undefined ? {} : { due }),
                ...(modification === undefined ? {} : { modification }),
              },
            },
          ]
    },
  },
  CloseAction: {
    row: 'meetings-called-by',
    fits: (given, subject) => {
      const planned = isPlanned(given, subject)
      if (planned !== true) return planned
      return Object.values(meetingOf(given, subject)?.actions ?? {}).some(({ done }) => !done)
        ? fits
        : unfit('no action of this meeting is open', 'place it first')
    },
    tells: (given, { subject, action, outcome }) => {
      const found = own(meetingOf(given, subject)?.actions ?? {}, action)
      if (!found || found.done) return refused(`the action ${action} is not open`, ['action'], ['name one that is open'])
      return [{ event: { type: 'ActionDone', v: 1, action, ...(outcome === undefined ? {} : { outcome }) } }]
    },
  },
  TableReady: {
    row: 'meetings-called-by',
    fits: (given, subject) => {
      const planned = isPlanned(given, subject)
      if (planned !== true) return planned
      return readyFor(given, subject).length > 0
        ? fits
        : unfit('no Draft Proposal that is ready is not before it', 'determine one ready first')
    },
    tells: (given, { subject }) =>
      readyFor(given, subject).map((modification) => ({ event: { type: 'ItemTabled', v: 1, modification, purposes: ['conversion'] } })),
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
