import type { Entry, Subject } from '../entry.ts'
import { type Fact, fact } from '../fact.ts'

/** What a body voted: to recommend to the Authority, or to decide itself. */
export type BallotCapacity = 'recommend' | 'decide'
export type BallotOutcome = 'approve' | 'reject'

export type BallotHeld = {
  readonly type: 'BallotHeld'
  readonly v: 1
  readonly body: Subject
  readonly capacity: BallotCapacity
  readonly outcome: BallotOutcome
  readonly meeting?: Subject
}

export type Ballot = Fact<BallotHeld>

export function ballotHeld(entry: Entry, event: BallotHeld): Ballot {
  return fact(entry, event)
}
