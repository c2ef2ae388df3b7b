import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Entry, Subject } from '../entry.ts'
import { type Fact, fact, withFact } from '../fact.ts'
import { type Misfit, misfit } from '../misfit.ts'
import { own } from '../own.ts'

/** Why a modification is before a meeting. */
export type ItemPurpose = 'discussion' | 'readiness' | 'conversion' | 'modification report' | 'assessment request' | 'vote'

/** A meeting of a body on a day; its entry's `on` is the day from which the meeting was known to be planned. */
export type MeetingPlanned = {
  readonly type: 'MeetingPlanned'
  readonly v: 1
  readonly body: Subject
  readonly day: CalendarDate
  readonly number?: number
}
export type MeetingHeld = { readonly type: 'MeetingHeld'; readonly v: 1; readonly body: Subject; readonly number?: number }
/** A modification is before the meeting, for one or more purposes taken together. */
export type ItemTabled = {
  readonly type: 'ItemTabled'
  readonly v: 1
  readonly modification: Subject
  readonly purposes: readonly ItemPurpose[]
}
/** Who was there: organisations and bodies, never people. */
export type AttendanceRecorded = {
  readonly type: 'AttendanceRecorded'
  readonly v: 1
  readonly present: readonly Subject[]
  readonly quorate?: boolean
}
/** Somebody is to do something; `action` is its number in the log of the meeting: '1'. */
export type ActionPlaced = {
  readonly type: 'ActionPlaced'
  readonly v: 1
  readonly action: string
  readonly what: string
  readonly owner: Subject
  readonly due?: CalendarDate
  readonly modification?: Subject
}
export type ActionDone = { readonly type: 'ActionDone'; readonly v: 1; readonly action: string; readonly outcome?: string }
export type ItemWithdrawn = { readonly type: 'ItemWithdrawn'; readonly v: 1; readonly modification: Subject }
export type MeetingEvent = MeetingPlanned | MeetingHeld | ItemTabled | ItemWithdrawn | AttendanceRecorded | ActionPlaced | ActionDone

export type MeetingAction = {
  readonly placed: Fact<Omit<ActionPlaced, 'type' | 'v'>>
  readonly done?: Fact<{ readonly outcome?: string }>
}

export type Meeting = {
  readonly kind: 'meeting'
  readonly body: Subject
  readonly day: CalendarDate
  readonly number?: number
  readonly planned?: Fact<true>
  readonly held?: Fact<true>
  readonly attendance?: Fact<{ readonly present: readonly Subject[]; readonly quorate?: boolean }>
  /** By their numbers. */
  readonly actions: Readonly<Record<string, MeetingAction>>
  readonly items: readonly Fact<{ readonly modification: Subject; readonly purposes: readonly ItemPurpose[] }>[]
}

export function evolveMeeting(state: Meeting | undefined, entry: Entry, event: MeetingEvent): Meeting | Misfit {
  switch (event.type) {
    case 'MeetingPlanned':
      if (state) return misfit(entry, 'the meeting was planned or held before')
      return { kind: 'meeting', body: event.body, day: event.day, ...numbered(event), planned: fact(entry, true), items: [], actions: {} }
    case 'MeetingHeld':
      return held(state, entry, event)
    case 'ItemTabled':
      if (!state) return misfit(entry, 'the meeting is neither planned nor held yet')
      if (state.items.some((item) => item.value.modification === event.modification))
        return misfit(entry, 'it is before this meeting already')
      return { ...state, items: withFact(state.items, fact(entry, { modification: event.modification, purposes: event.purposes })) }
    case 'AttendanceRecorded':
      if (!state) return misfit(entry, 'the meeting is neither planned nor held yet')
      return {
        ...state,
        attendance: fact(entry, { present: event.present, ...(event.quorate === undefined ? {} : { quorate: event.quorate }) }),
      }
    case 'ActionPlaced': {
      if (!state) return misfit(entry, 'the meeting is neither planned nor held yet')
      if (own(state.actions, event.action)) return misfit(entry, `there is an action ${event.action} already`)
      const { type, v, ...placed } = event
      return { ...state, actions: { ...state.actions, [event.action]: { placed: fact(entry, placed) } } }
    }
    case 'ActionDone': {
      const action = state && own(state.actions, event.action)
      if (!state || !action) return misfit(entry, `there is no action ${event.action} yet`)
      if (action.done) return misfit(entry, `the action ${event.action} was done before`)
      const done = fact(entry, event.outcome === undefined ? {} : { outcome: event.outcome })
      return { ...state, actions: { ...state.actions, [event.action]: { ...action, done } } }
    }
    case 'ItemWithdrawn':
      if (!state?.items.some((item) => item.value.modification === event.modification))
        return misfit(entry, 'it is not before this meeting')
      return { ...state, items: state.items.filter((item) => item.value.modification !== event.modification) }
  }
}

function held(state: Meeting | undefined, entry: Entry, event: MeetingHeld): Meeting | Misfit {
  if (state?.held) return misfit(entry, 'the meeting was held before')
  if (state && state.body !== event.body) return misfit(entry, 'the meeting was planned for another body')
  return {
    items: [],
    actions: {},
    ...state,
    kind: 'meeting',
    body: event.body,
    day: entry.on.to,
    ...numbered(event),
    held: fact(entry, true),
  }
}

const numbered = (event: { readonly number?: number }) => (event.number === undefined ? {} : { number: event.number })
