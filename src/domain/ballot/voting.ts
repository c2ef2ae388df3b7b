import type { Entry, Subject, TextId } from '../entry.ts'
import { type Fact, fact, withFact } from '../fact.ts'
import { type Misfit, misfit } from '../misfit.ts'
import { own } from '../own.ts'
import type { BallotCapacity } from './ballot.ts'
import {
  type AbstentionReading,
  type BlockRules,
  type BlockVote,
  countInEachReading,
  type Elector,
  readingsDiffer,
  type VoteChoice,
} from './block-vote.ts'

/** A vote taken seat by seat. Its id is numbered inside the modification: `76/ballot/1`. */
type OfBallot<T extends string> = { readonly type: T; readonly v: 1; readonly ballot: string }

/** The electorate, the blocks that are not likely affected, and the rules are frozen here: no later change of them moves a vote. */
export type BallotOpened = OfBallot<'BallotOpened'> & {
  readonly body: Subject
  readonly capacity: BallotCapacity
  readonly electorate: readonly Elector[]
  readonly notAffected: readonly string[]
  /** The solutions that stand to the vote, where there are more than one. */
  readonly options: readonly string[]
  readonly rules: BlockRules
  /** The rows of the rulebook that the rules were read from. */
  readonly rows: readonly string[]
  readonly meeting?: Subject
}
/** What a seat says; what it said before stays told. `alternate`: somebody voted in its place. */
export type VoteCast = OfBallot<'VoteCast'> & {
  readonly seat: string
  readonly vote: VoteChoice
  readonly option?: string
  readonly reason?: TextId
  readonly alternate?: Subject | 'unknown'
}
export type InterestDeclared = OfBallot<'InterestDeclared'> & { readonly seat: string; readonly interest?: TextId }
/** The chair rules which reading of an unsettled rule is taken. */
export type RulingMade = OfBallot<'RulingMade'> & { readonly reading: AbstentionReading; readonly by: Subject; readonly why?: TextId }
/** The item is taken off without a vote. */
export type BallotWithdrawn = OfBallot<'BallotWithdrawn'> & { readonly by: Subject }
export type VotingEvent = BallotOpened | VoteCast | InterestDeclared | RulingMade | BallotWithdrawn

type Told<E> = Omit<E, 'type' | 'v' | 'ballot'>

export type Voting = {
  readonly id: string
  /** `left`: the modification moved on without it. `void`: it was sent back after the vote. */
  readonly status: 'open' | 'held' | 'withdrawn' | 'left' | 'void'
  readonly opened: Fact<Told<BallotOpened>>
  /** By seat: what it said, in order; the last counts. */
  readonly votes: Readonly<Record<string, readonly Fact<Told<VoteCast>>[]>>
  readonly interests: readonly Fact<Told<InterestDeclared>>[]
  readonly rulings: readonly Fact<Told<RulingMade>>[]
}

export function evolveVoting(state: Voting | undefined, entry: Entry, event: VotingEvent): Voting | Misfit {
  if (event.type === 'BallotOpened') {
    if (state) return misfit(entry, `the ballot ${event.ballot} was opened before`)
    const { type, v, ballot, ...told } = event
    return { id: ballot, status: 'open', opened: fact(entry, told), votes: {}, interests: [], rulings: [] }
  }
  if (state?.status !== 'open') return misfit(entry, `the ballot ${event.ballot} is not open`)
  const { type, v, ballot, ...told } = event
  if (event.type === 'BallotWithdrawn') return { ...state, status: 'withdrawn' }
  if (event.type === 'RulingMade') return { ...state, rulings: withFact(state.rulings, fact(entry, told as Told<RulingMade>)) }
  if (!state.opened.value.electorate.some(({ seat }) => seat === event.seat))
    return misfit(entry, `${event.seat} is not among those who vote in ${event.ballot}`)
  if (event.type === 'InterestDeclared')
    return { ...state, interests: withFact(state.interests, fact(entry, told as Told<InterestDeclared>)) }
  const before = own(state.votes, event.seat) ?? []
  return { ...state, votes: { ...state.votes, [event.seat]: withFact(before, fact(entry, told as Told<VoteCast>)) } }
}

/** The last that each seat said. */
export function votesOf({ votes }: Voting): ReadonlyMap<string, Told<VoteCast>> {
  return new Map(
    Object.entries(votes).flatMap(([seat, said]) => (said.at(-1) ? [[seat, (said.at(-1) as Fact<Told<VoteCast>>).value]] : [])),
  )
}

/** The ruling in force: the last. */
export const rulingOf = ({ rulings }: Voting): AbstentionReading | undefined => rulings.at(-1)?.value.reading

/** How it stands: in each reading that is open, and the one that counts, or nothing where the readings differ and nobody has ruled. */
export function standOf(voting: Voting): { readonly readings: readonly BlockVote[]; readonly counts: BlockVote | undefined } {
  const { electorate, rules, options } = voting.opened.value
  const readings = countInEachReading({ electorate, rules, options, votes: votesOf(voting) })
  const ruled = rulingOf(voting)
  const counts =
    ruled === undefined && readingsDiffer(readings) ? undefined : (readings.find(({ reading }) => reading === ruled) ?? readings[0])
  return { readings, counts }
}
