import type { Principal } from '../../domain/access.ts'
import { refused, type Verdict } from '../../domain/refusal.ts'
import type { BallotAhead, Instruction, SeatOfBody } from '../../log/people.ts'
import type { AppPeople } from './people.ts'

/** Whether somebody sits in a seat. Who administers does not: he sees no instruction before it is cast. */
export const sitsIn = ({ seats }: Principal, { body, seat }: SeatOfBody): boolean =>
  seats.some((each) => each.body === body && each.seat === seat)

/** What the seat said so far, for who sits in it; refused for everyone else, whether it said anything or not. */
export async function instructionFor(
  people: AppPeople,
  principal: Principal,
  seat: SeatOfBody,
  ahead: BallotAhead,
): Promise<Verdict<Instruction | undefined>> {
  return sitsIn(principal, seat) ? people.instructionOf(seat, ahead) : notInSeat
}

/** Says how the seat is to vote, or, without a vote, that it says nothing any more. Refused for who does not sit in it. */
export async function instructSeat(
  people: AppPeople,
  principal: Principal,
  seat: SeatOfBody,
  ahead: BallotAhead,
  vote: Pick<Instruction, 'vote' | 'reason'> | undefined,
): Promise<Verdict<true>> {
  if (!sitsIn(principal, seat)) return notInSeat
  if (vote) await people.instruct(principal.id, seat, ahead, vote)
  else await people.withdrawInstruction(seat, ahead)
  return true
}

const notInSeat = {
  ...refused('only who sits in a seat reads and gives its voting instruction', ['seat'], ['wait until it is cast: then it is public']),
  notYours: true as const,
}
