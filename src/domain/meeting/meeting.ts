import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Entry, Subject } from '../entry.ts'
import { type Fact, fact, withFact } from '../fact.ts'
import { type Misfit, misfit } from '../misfit.ts'

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
export type ItemWithdrawn = { readonly type: 'ItemWithdrawn'; readonly v: 1; readonly modification: Subject }
export type MeetingEvent = MeetingPlanned | MeetingHeld | ItemTabled | ItemWithdrawn

export type Meeting = {
  readonly kind: 'meeting'
  readonly body: Subject
  readonly day: CalendarDate
  readonly number?: number
  readonly planned?: Fact<true>
  readonly held?: Fact<true>
  readonly items: readonly Fact<{ readonly modification: Subject; readonly purposes: readonly ItemPurpose[] }>[]
}

export function evolveMeeting(state: Meeting | undefined, entry: Entry, event: MeetingEvent): Meeting | Misfit {
  switch (event.type) {
    case 'MeetingPlanned':
      if (state) return misfit(entry, 'the meeting was planned or held before')
      return { kind: 'meeting', body: event.body, day: event.day, ...numbered(event), planned: fact(entry, true), items: [] }
    case 'MeetingHeld':
      return held(state, entry, event)
    case 'ItemTabled':
      if (!state) return misfit(entry, 'the meeting is neither planned nor held yet')
      if (state.items.some((item) => item.value.modification === event.modification))
        return misfit(entry, 'it is before this meeting already')
      return { ...state, items: withFact(state.items, fact(entry, { modification: event.modification, purposes: event.purposes })) }
    case 'ItemWithdrawn':
      if (!state?.items.some((item) => item.value.modification === event.modification))
        return misfit(entry, 'it is not before this meeting')
      return { ...state, items: state.items.filter((item) => item.value.modification !== event.modification) }
  }
}

function held(state: Meeting | undefined, entry: Entry, event: MeetingHeld): Meeting | Misfit {
  if (state?.held) return misfit(entry, 'the meeting was held before')
  if (state && state.body !== event.body) return misfit(entry, 'the meeting was planned for another body')
  return { items: [], ...state, kind: 'meeting', body: event.body, day: entry.on.to, ...numbered(event), held: fact(entry, true) }
}

const numbered = (event: { readonly number?: number }) => (event.number === undefined ? {} : { number: event.number })
