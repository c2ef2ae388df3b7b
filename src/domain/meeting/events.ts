import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Classification, Subject, TextId } from '../entry.ts'

/** Why something is before a meeting. */
export const itemPurposes = [
  'discussion',
  'readiness',
  'conversion',
  'modification report',
  'assessment request',
  'vote',
  'date change',
  'appeal',
  'hold review',
  'timetable',
  'information',
  'minutes',
] as const
export type ItemPurpose = (typeof itemPurposes)[number]

/** A meeting of a body on a day; its entry's `on` is the day from which the meeting was known to be planned. */
export type MeetingPlanned = {
  readonly type: 'MeetingPlanned'
  readonly v: 1
  readonly body: Subject
  readonly day: CalendarDate
  readonly number?: number
}
/** Its number, where it was not told with its plan. */
export type MeetingNumbered = { readonly type: 'MeetingNumbered'; readonly v: 1; readonly number: number }
export type MeetingHeld = { readonly type: 'MeetingHeld'; readonly v: 1; readonly body: Subject; readonly number?: number }
/** It is on another day than it was planned for. `paperDay`: by when its papers go out, as it was counted then. */
export type MeetingMoved = {
  readonly type: 'MeetingMoved'
  readonly v: 1
  readonly day: CalendarDate
  readonly paperDay?: CalendarDate
  readonly why?: string
}
/** It is not held; `to`: the meeting to which what was before it went. */
export type MeetingCancelled = { readonly type: 'MeetingCancelled'; readonly v: 1; readonly why?: string; readonly to?: Subject }
/** A modification is before the meeting, for one or more purposes taken together. */
export type ItemTabled = {
  readonly type: 'ItemTabled'
  readonly v: 1
  readonly modification: Subject
  readonly purposes: readonly ItemPurpose[]
}
export type ItemWithdrawn = { readonly type: 'ItemWithdrawn'; readonly v: 1; readonly modification: Subject }
/** What is no modification is before the meeting: a release whose date is to be moved, a paper, the minutes of an earlier meeting. */
export type MatterTabled = {
  readonly type: 'MatterTabled'
  readonly v: 1
  readonly about: Subject
  readonly purposes: readonly ItemPurpose[]
}
export type MatterWithdrawn = { readonly type: 'MatterWithdrawn'; readonly v: 1; readonly about: Subject }
/** The agenda in its order, as somebody put it by hand. What is tabled later follows. */
export type AgendaOrdered = { readonly type: 'AgendaOrdered'; readonly v: 1; readonly items: readonly Subject[] }

/** What a paper asks of its body. */
export const paperActions = ['for decision', 'for information', 'for discussion'] as const
export type PaperAction = (typeof paperActions)[number]
export const recommendations = ['NOTE', 'APPROVE', 'AGREE', 'DETERMINE'] as const
export type Recommendation = (typeof recommendations)[number]

/** A paper is before the meeting, under the reference that it has there. `about`: the item of the agenda that it serves, or itself. */
export type PaperTabled = {
  readonly type: 'PaperTabled'
  readonly v: 1
  readonly paper: Subject
  /** Its number at this meeting. */
  readonly number: number
  readonly reference: string
  readonly about: Subject
  readonly action: PaperAction
  readonly recommendation: Recommendation
  /** How far the paper itself may be shared. */
  readonly classification: Classification
}
/** A paper went out to the members, on the day of its entry. `late`: after the paper day, as it was counted then. */
export type PaperCirculated = {
  readonly type: 'PaperCirculated'
  readonly v: 1
  readonly number: number
  readonly paperDay?: CalendarDate
  readonly late?: boolean
}

/** A seat that was taken, by an alternate where that is told. */
export type SeatPresent = { readonly seat: string; readonly alternate?: Subject | 'unknown' }
export type QuorumCounted = { readonly block: string; readonly needs: number; readonly present: number; readonly dropsOut?: string }
/** Who was there: organisations, bodies and seats, never people. `counted`: the quorum by the rulebook, block by block. */
export type AttendanceRecorded = {
  readonly type: 'AttendanceRecorded'
  readonly v: 1
  readonly present: readonly Subject[]
  readonly quorate?: boolean
  readonly seats?: readonly SeatPresent[]
  readonly counted?: readonly QuorumCounted[]
}
/** Somebody who was there has an interest in an item. */
export type InterestNoted = {
  readonly type: 'InterestNoted'
  readonly v: 1
  readonly about: Subject
  readonly seat?: string
  readonly of?: Subject
  readonly interest?: TextId
}

/** What became of an item: 'done' by what was recorded with it, noted, or put off, to a meeting where one is named. */
export type Resolution = 'done' | 'noted' | 'deferred'
export type ItemResolved = {
  readonly type: 'ItemResolved'
  readonly v: 1
  readonly about: Subject
  readonly resolution: Resolution
  readonly to?: Subject
  readonly conditions?: TextId
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

/** Its minutes were agreed, at a later meeting. */
export type MinutesAgreed = { readonly type: 'MinutesAgreed'; readonly v: 1; readonly at: Subject }

export type MeetingEvent =
  | MeetingPlanned
  | MeetingNumbered
  | MeetingHeld
  | MeetingMoved
  | MeetingCancelled
  | ItemTabled
  | ItemWithdrawn
  | MatterTabled
  | MatterWithdrawn
  | AgendaOrdered
  | PaperTabled
  | PaperCirculated
  | AttendanceRecorded
  | InterestNoted
  | ItemResolved
  | ActionPlaced
  | ActionDone
  | MinutesAgreed
