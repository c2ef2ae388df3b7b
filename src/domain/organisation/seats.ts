import type { CalendarDate } from '../calendar/calendar-date.ts'
import { compareText } from '../calendar/moment.ts'
import type { Entry, Subject } from '../entry.ts'
import { type Fact, fact, withFact } from '../fact.ts'
import { type Misfit, misfit } from '../misfit.ts'
import { own } from '../own.ts'

/** A seat of a body, by its name there: `large-supplier-1`. */
export type Seat = { readonly body: Subject; readonly seat: string }
/** What happens to a seat. No person is ever named: an organisation, or only the seat. */
type OfSeat<T extends string> = { readonly type: T; readonly v: 1; readonly seat: string }

/** There is such a seat, in this block of the vote. */
export type SeatSet = OfSeat<'SeatSet'> & { readonly block: string }
/** There is no such seat any more. */
export type SeatEnded = OfSeat<'SeatEnded'>
/** Who holds it; until when the term runs, where it is told. */
export type SeatHeld = OfSeat<'SeatHeld'> & { readonly by: Subject | 'vacant'; readonly until?: CalendarDate }
/** Who may sit in it instead: for one meeting, until a day, or until another is named. */
export type AlternateNamed = OfSeat<'AlternateNamed'> & {
  readonly alternate: Subject | 'unknown'
  readonly meeting?: Subject
  readonly until?: CalendarDate
}
export type SeatEvent = SeatSet | SeatEnded | SeatHeld | AlternateNamed

type Told<E> = Omit<E, 'type' | 'v' | 'seat'>

export type SeatState = {
  readonly seat: string
  readonly block: Fact<string>
  readonly ended?: Fact<true>
  /** In order; the last holds it. */
  readonly holders: readonly Fact<Told<SeatHeld>>[]
  readonly alternates: readonly Fact<Told<AlternateNamed>>[]
}
export type Seats = Readonly<Record<string, SeatState>>

export function evolveSeats(seats: Seats, entry: Entry, event: SeatEvent): Seats | Misfit {
  const state = own(seats, event.seat)
  const put = (next: SeatState): Seats => ({ ...seats, [event.seat]: next })
  if (event.type === 'SeatSet') {
    if (!state) return put({ seat: event.seat, block: fact(entry, event.block), holders: [], alternates: [] })
    const { ended, ...again } = state
    return put({ ...again, block: fact(entry, event.block) })
  }
  if (!state) return misfit(entry, `the body has no seat ${event.seat} then`)
  const { type, v, seat, ...told } = event
  switch (event.type) {
    case 'SeatEnded':
      return state.ended ? misfit(entry, `the seat ${event.seat} ended before`) : put({ ...state, ended: fact(entry, true) })
    case 'SeatHeld':
      return put({ ...state, holders: withFact(state.holders, fact(entry, told as Told<SeatHeld>)) })
    case 'AlternateNamed':
      return put({ ...state, alternates: withFact(state.alternates, fact(entry, told as Told<AlternateNamed>)) })
  }
}

/** Who holds it on a day: 'unknown' where no source tells, 'vacant' where it is told that nobody does, or the term has run out. */
export function holderOf({ holders }: SeatState, day: CalendarDate): Subject | 'vacant' | 'unknown' {
  const last = holders.at(-1)?.value
  if (!last) return 'unknown'
  return last.until !== undefined && last.until < day ? 'vacant' : last.by
}

/** Who may sit in it instead, on a day or at a meeting. */
export function alternatesOf({ alternates }: SeatState, day: CalendarDate, meeting?: Subject): readonly (Subject | 'unknown')[] {
  return alternates
    .filter(({ value }) => (value.until === undefined || day <= value.until) && (value.meeting === undefined || value.meeting === meeting))
    .map(({ value }) => value.alternate)
}

/** The seats that there are, in the order of their names, with numbers as numbers. */
export const seatsIn = (seats: Seats): readonly SeatState[] =>
  Object.values(seats)
    .filter(({ ended }) => !ended)
    .toSorted((a, b) => compareText(inOrder(a.seat), inOrder(b.seat)))

/** 2 before 10. */
const inOrder = (seat: string): string => seat.replace(/\d+/g, (digits) => digits.padStart(4, '0'))
