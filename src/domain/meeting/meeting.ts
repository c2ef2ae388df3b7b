import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Entry, Subject } from '../entry.ts'
import { type Fact, fact, withFact } from '../fact.ts'
import { type Misfit, misfit } from '../misfit.ts'
import { own } from '../own.ts'
import { agendaOf } from './agenda.ts'
import type {
  ActionPlaced,
  AttendanceRecorded,
  InterestNoted,
  ItemPurpose,
  ItemResolved,
  MeetingEvent,
  MeetingHeld,
  MeetingMoved,
  PaperCirculated,
  PaperTabled,
} from './events.ts'

type Told<E> = Omit<E, 'type' | 'v'>

export type MeetingAction = {
  readonly placed: Fact<Told<ActionPlaced>>
  readonly done?: Fact<{ readonly outcome?: string }>
}
export type MeetingPaper = { readonly tabled: Fact<Told<PaperTabled>>; readonly circulated?: Fact<Told<PaperCirculated>> }

export type Meeting = {
  readonly kind: 'meeting'
  readonly body: Subject
  readonly day: CalendarDate
  readonly number?: number
  readonly planned?: Fact<true>
  readonly held?: Fact<true>
  /** Each change of its day, with the day before. */
  readonly moved: readonly Fact<Told<MeetingMoved> & { readonly from: CalendarDate }>[]
  readonly cancelled?: Fact<{ readonly why?: string; readonly to?: Subject }>
  readonly attendance?: Fact<Told<AttendanceRecorded>>
  readonly interests: readonly Fact<Told<InterestNoted>>[]
  /** By their numbers. */
  readonly actions: Readonly<Record<string, MeetingAction>>
  /** The modifications before it. */
  readonly items: readonly Fact<{ readonly modification: Subject; readonly purposes: readonly ItemPurpose[] }>[]
  /** What else is before it. */
  readonly matters: readonly Fact<{ readonly about: Subject; readonly purposes: readonly ItemPurpose[] }>[]
  /** The order of the agenda, where somebody gave it one. */
  readonly order?: Fact<readonly Subject[]>
  /** By their numbers. */
  readonly papers: Readonly<Record<string, MeetingPaper>>
  /** What became of each item: the last of several stands. */
  readonly resolved: Readonly<Record<Subject, readonly Fact<Told<ItemResolved>>[]>>
  readonly minutesAgreed?: Fact<{ readonly at: Subject }>
}

/** Whether it is still to be held. */
export const isToCome = ({ held, cancelled }: Pick<Meeting, 'held' | 'cancelled'>): boolean => !held && !cancelled

const nothingYet = { moved: [], items: [], matters: [], actions: {}, papers: {}, resolved: {}, interests: [] } as const

export function evolveMeeting(state: Meeting | undefined, entry: Entry, event: MeetingEvent): Meeting | Misfit {
  if (event.type === 'MeetingPlanned') {
    if (state) return misfit(entry, 'the meeting was planned or held before')
    return { kind: 'meeting', body: event.body, day: event.day, ...numbered(event), planned: fact(entry, true), ...nothingYet }
  }
  if (event.type === 'MeetingHeld') return held(state, entry, event)
  if (!state)
    return misfit(entry, event.type === 'ItemWithdrawn' ? 'it is not before this meeting' : 'the meeting is neither planned nor held yet')
  switch (event.type) {
    case 'MeetingNumbered':
      return { ...state, number: event.number }
    case 'MeetingMoved':
      if (!isToCome(state)) return misfit(entry, state.held ? 'the meeting was held before' : 'the meeting was cancelled')
      return { ...state, day: event.day, moved: withFact(state.moved, fact(entry, { ...told(event), from: state.day })) }
    case 'MeetingCancelled':
      if (!isToCome(state)) return misfit(entry, state.held ? 'the meeting was held before' : 'the meeting was cancelled before')
      return { ...state, cancelled: fact(entry, told(event)) }
    case 'ItemTabled':
      if (isBefore(state, event.modification)) return misfit(entry, 'it is before this meeting already')
      return { ...state, items: withFact(state.items, fact(entry, { modification: event.modification, purposes: event.purposes })) }
    case 'ItemWithdrawn':
      if (!isBefore(state, event.modification)) return misfit(entry, 'it is not before this meeting')
      return { ...state, items: state.items.filter((item) => item.value.modification !== event.modification) }
    case 'MatterTabled':
      if (isBefore(state, event.about)) return misfit(entry, 'it is before this meeting already')
      return { ...state, matters: withFact(state.matters, fact(entry, { about: event.about, purposes: event.purposes })) }
    case 'MatterWithdrawn':
      if (!isBefore(state, event.about)) return misfit(entry, 'it is not before this meeting')
      return { ...state, matters: state.matters.filter((matter) => matter.value.about !== event.about) }
    case 'AgendaOrdered':
      return { ...state, order: fact(entry, event.items) }
    case 'PaperTabled':
      if (own(state.papers, String(event.number))) return misfit(entry, `there is a paper ${event.number} already`)
      return { ...state, papers: { ...state.papers, [event.number]: { tabled: fact(entry, told(event)) } } }
    case 'PaperCirculated': {
      const paper = own(state.papers, String(event.number))
      if (!paper) return misfit(entry, `there is no paper ${event.number} yet`)
      return { ...state, papers: { ...state.papers, [event.number]: { ...paper, circulated: fact(entry, told(event)) } } }
    }
    case 'AttendanceRecorded':
      return { ...state, attendance: fact(entry, told(event)) }
    case 'InterestNoted':
      return { ...state, interests: withFact(state.interests, fact(entry, told(event))) }
    case 'ItemResolved': {
      if (!isBefore(state, event.about)) return misfit(entry, 'it is not before this meeting')
      const before = own(state.resolved, event.about) ?? []
      return { ...state, resolved: { ...state.resolved, [event.about]: withFact(before, fact(entry, told(event))) } }
    }
    case 'ActionPlaced':
      if (own(state.actions, event.action)) return misfit(entry, `there is an action ${event.action} already`)
      return { ...state, actions: { ...state.actions, [event.action]: { placed: fact(entry, told(event)) } } }
    case 'ActionDone': {
      const action = own(state.actions, event.action)
      if (!action) return misfit(entry, `there is no action ${event.action} yet`)
      if (action.done) return misfit(entry, `the action ${event.action} was done before`)
      const done = fact(entry, event.outcome === undefined ? {} : { outcome: event.outcome })
      return { ...state, actions: { ...state.actions, [event.action]: { ...action, done } } }
    }
    case 'MinutesAgreed':
      if (!state.held) return misfit(entry, 'the meeting is not held yet')
      if (state.minutesAgreed) return misfit(entry, 'its minutes were agreed before')
      return { ...state, minutesAgreed: fact(entry, { at: event.at }) }
  }
}

const isBefore = (state: Meeting, subject: Subject): boolean => agendaOf(state).some(({ about }) => about === subject)

const told = <E extends { readonly type: string; readonly v: number }>({ type, v, ...rest }: E) => rest

function held(state: Meeting | undefined, entry: Entry, event: MeetingHeld): Meeting | Misfit {
  if (state?.held) return misfit(entry, 'the meeting was held before')
  if (state?.cancelled) return misfit(entry, 'the meeting was cancelled')
  if (state && state.body !== event.body) return misfit(entry, 'the meeting was planned for another body')
  return {
    ...nothingYet,
    ...state,
    kind: 'meeting',
    body: event.body,
    day: entry.on.to,
    ...numbered(event),
    held: fact(entry, true),
  }
}

const numbered = (event: { readonly number?: number }) => (event.number === undefined ? {} : { number: event.number })
