import type { Entry } from '../entry.ts'
import { type Fact, fact } from '../fact.ts'
import { isMisfit, type Misfit, misfit } from '../misfit.ts'
import { evolveSeats, type SeatEvent, type Seats } from './seats.ts'

/** What a body may do. Which body has which capacity is data of the code. */
export type BodyCapacity =
  | 'advise'
  | 'determine readiness'
  | 'convert'
  | 'approve report'
  | 'approve request'
  | 'recommend'
  | 'decide'
  | 'grant dates'
  | 'administer'

export type BodyEstablished = {
  readonly type: 'BodyEstablished'
  readonly v: 1
  readonly name: string
  readonly abbreviation?: string
  readonly capacities: readonly BodyCapacity[]
}
export type BodyRenamed = { readonly type: 'BodyRenamed'; readonly v: 1; readonly name: string; readonly abbreviation?: string }
export type BodyEvent = BodyEstablished | BodyRenamed | SeatEvent

export type Body = {
  readonly kind: 'body'
  readonly name: Fact<string>
  readonly abbreviation?: string
  readonly capacities: readonly BodyCapacity[]
  readonly seats: Seats
}

export function evolveBody(state: Body | undefined, entry: Entry, event: BodyEvent): Body | Misfit {
  if (event.type === 'BodyEstablished') {
    if (state) return misfit(entry, 'the body was established before')
    return { kind: 'body', name: fact(entry, event.name), ...abbreviated(event), capacities: event.capacities, seats: {} }
  }
  if (!state) return misfit(entry, 'the body is not established yet')
  if (event.type === 'BodyRenamed') return { ...state, name: fact(entry, event.name), ...abbreviated(event) }
  const seats = evolveSeats(state.seats, entry, event)
  return isMisfit(seats) ? seats : { ...state, seats }
}

const abbreviated = (event: BodyEstablished | BodyRenamed) => (event.abbreviation === undefined ? {} : { abbreviation: event.abbreviation })
