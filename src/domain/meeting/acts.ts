import { type ActOf, fits, type Given, type Rules, unfit } from '../acting/act.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { longDay } from '../calendar/format.ts'
import { idOf, type Subject } from '../entry.ts'
import { own } from '../own.ts'
import { refused } from '../refusal.ts'
import { type AgendaAct, agendaRules } from './agenda-acts.ts'
import { type AtMeetingAct, atMeetingRules } from './at-meeting-acts.ts'
import { plannedOn } from './body-meetings.ts'
import { heldNow, isPlanned, meetingOf } from './meeting-of.ts'
import { type MoveAct, moveRules } from './move-acts.ts'
import { type PaperAct, paperRules } from './paper-acts.ts'

/** A meeting of a body is planned for a day. */
export type PlanMeeting = ActOf<'PlanMeeting', { readonly body: Subject; readonly day: CalendarDate; readonly number?: number }>
/** Its number, once it is told. */
export type NumberMeeting = ActOf<'NumberMeeting', { readonly number: number }>
/** It was held. */
export type HoldMeeting = ActOf<'HoldMeeting'>
/** Somebody is to do something, by a day. */
export type PlaceAction = ActOf<
  'PlaceAction',
  { readonly what: string; readonly owner: Subject; readonly due?: CalendarDate; readonly modification?: Subject }
>
export type CloseAction = ActOf<'CloseAction', { readonly action: string; readonly outcome?: string }>
export type MeetingAct =
  | MoveAct
  | PlanMeeting
  | NumberMeeting
  | HoldMeeting
  | PlaceAction
  | CloseAction
  | AgendaAct
  | PaperAct
  | AtMeetingAct

export const meetingRules: Rules<MeetingAct> = {
  ...agendaRules,
  ...paperRules,
  ...atMeetingRules,
  ...moveRules,
  PlanMeeting: {
    row: 'meetings-called-by',
    fits: () => fits,
    tells: (given, { body, day, number }) => {
      if (plannedOn(given.register, body, day))
        return refused(`a meeting of that body on ${longDay(day)} is planned already`, ['day'], ['open that meeting'])
      return [
        {
          subject: freeFor(given, `meeting/${idOf(body)}-${day}`),
          event: { type: 'MeetingPlanned', v: 1, body, day, ...(number === undefined ? {} : { number }) },
        },
      ]
    },
  },
  NumberMeeting: {
    row: 'meetings-called-by',
    fits: isPlanned,
    overwrites: true,
    tells: (given, { subject, number }) =>
      meetingOf(given, subject)?.number === number
        ? refused(`it is meeting ${number} already`, ['number'], ['give another number, if that is wrong'])
        : [{ event: { type: 'MeetingNumbered', v: 1, number } }],
  },
  HoldMeeting: {
    row: 'meetings-called-by',
    fits: (given, subject) => {
      const meeting = meetingOf(given, subject)
      if (!meeting) return unfit('no such meeting is planned on that day', 'plan it first')
      if (meeting.cancelled) return unfit('it was cancelled', 'plan the meeting that was held')
      return meeting.held ? unfit('it was held before', 'record what it decided') : fits
    },
    tells: heldNow,
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
}

/** A meeting keeps its address when it is moved or cancelled: another of the same day is numbered. */
function freeFor(given: Given, subject: Subject): Subject {
  let free = subject
  for (let number = 2; meetingOf(given, free); number++) free = `${subject}-${number}` as Subject
  return free
}
