import { type ActOf, fits, type Given, type Rules, rowFor, type Telling, unfit } from '../acting/act.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { longDay } from '../calendar/format.ts'
import { idOf, type Subject } from '../entry.ts'
import { own } from '../own.ts'
import { refused, type Verdict } from '../refusal.ts'
import { find } from '../register.ts'
import { type SeatState, seatsIn } from './seats.ts'

/** A seat of the body, in its block of the vote; also one that ended before, or that moves to another block. */
export type SetUpSeat = ActOf<'SetUpSeat', { readonly seat: string; readonly block: string }>
export type EndSeat = ActOf<'EndSeat', { readonly seat: string }>
/** Who holds the seat; without anybody, it is vacant. */
export type FillSeat = ActOf<'FillSeat', { readonly seat: string; readonly holder?: Subject; readonly until?: CalendarDate }>
/** Who may sit in it instead: for one meeting, until a day, or until another is named. */
export type NameAlternate = ActOf<
  'NameAlternate',
  { readonly seat: string; readonly alternate?: Subject; readonly meeting?: Subject; readonly until?: CalendarDate }
>
export type SeatAct = SetUpSeat | EndSeat | FillSeat | NameAlternate

const seatsOf = (given: Given, body: Subject): readonly SeatState[] => {
  const state = find(given.register, 'body', idOf(body))?.state
  return state ? seatsIn(state.seats) : []
}

const isKnown = (given: Given, body: Subject) =>
  find(given.register, 'body', idOf(body)) ? fits : unfit(`nothing is known of ${body} on that day`, 'establish the body first')

const hasSeats = (given: Given, body: Subject) => {
  const known = isKnown(given, body)
  return known !== true || seatsOf(given, body).length > 0 ? known : unfit('the register knows no seat of it', 'set up its seats first')
}

function withSeat<T>(given: Given, body: Subject, seat: string, use: () => Verdict<T>): Verdict<T> {
  const seats = seatsOf(given, body)
  if (seats.some((each) => each.seat === seat)) return use()
  return refused(
    `there is no seat ${seat}`,
    ['seat'],
    [`name one of ${seats.map((each) => each.seat).join(', ')}`, 'set up the seat first'],
  )
}

const ended = (given: Given, until: CalendarDate | undefined) =>
  until !== undefined && until < given.day
    ? refused(`${longDay(until)} has passed`, ['until'], [`give a day from ${longDay(given.day)} on, or none`])
    : undefined

export const seatRules: Rules<SeatAct> = {
  SetUpSeat: {
    row: 'vote-seats',
    fits: isKnown,
    tells: (given, { subject, seat, block }) => {
      if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(seat))
        return refused(`a seat is named like network-1, and “${seat}” was given`, ['seat'], ['use small letters, numbers and hyphens'])
      const blocks = rowFor(given, 'vote-blocks')?.value
      if (blocks?.kind === 'list' && !blocks.items.includes(block))
        return refused(`there is no block ${block}`, ['block'], [`name one of ${blocks.items.join(', ')}`])
      const state = own(find(given.register, 'body', idOf(subject))?.state.seats ?? {}, seat)
      if (state && !state.ended && state.block.value === block)
        return refused(`${seat} is a seat of the block ${block} already`, ['seat'], ['give it another name, if there is one seat more'])
      return [{ event: { type: 'SeatSet', v: 1, seat, block } }]
    },
  },
  EndSeat: {
    row: 'vote-seats',
    fits: hasSeats,
    tells: (given, { subject, seat }) => withSeat(given, subject, seat, () => [{ event: { type: 'SeatEnded', v: 1, seat } }]),
  },
  FillSeat: {
    row: 'vote-seats',
    fits: hasSeats,
    tells: (given, { subject, seat, holder, until }) =>
      ended(given, until) ??
      withSeat<readonly Telling[]>(given, subject, seat, () => [
        { event: { type: 'SeatHeld', v: 1, seat, by: holder ?? 'vacant', ...(until === undefined ? {} : { until }) } },
      ]),
  },
  NameAlternate: {
    row: 'alternates',
    fits: hasSeats,
    tells: (given, { subject, seat, alternate, meeting, until }) =>
      ended(given, until) ??
      withSeat<readonly Telling[]>(given, subject, seat, () => [
        {
          event: {
            type: 'AlternateNamed',
            v: 1,
            seat,
            alternate: alternate ?? 'unknown',
            ...(meeting === undefined ? {} : { meeting }),
            ...(until === undefined ? {} : { until }),
          },
        },
      ]),
  },
}
