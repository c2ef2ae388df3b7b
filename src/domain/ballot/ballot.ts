import type { Entry, Subject } from '../entry.ts'
import { type Fact, fact } from '../fact.ts'

/** What a body voted: to recommend to the Authority, or to decide itself. */
export type BallotCapacity = 'recommend' | 'decide'
export type BallotOutcome = 'approve' | 'reject'

/** The outcome of a vote. `ballot` names the votes it was counted from; without it, a source told the outcome alone. */
export type BallotHeld = {
  readonly type: 'BallotHeld'
  readonly v: 1
  readonly body: Subject
  readonly capacity: BallotCapacity
  readonly outcome: BallotOutcome
  readonly meeting?: Subject
  readonly ballot?: string
  /** Which solution was approved, where more than one stood to the vote. */
  readonly option?: string
  /** The reading of the unsettled rule by which it was counted, where the readings differ. */
  readonly reading?: string
}

export type Ballot = Fact<BallotHeld>

export function ballotHeld(entry: Entry, event: BallotHeld): Ballot {
  return fact(entry, event)
}
