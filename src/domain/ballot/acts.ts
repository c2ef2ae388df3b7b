import { type ActOf, type Broken, broken, fits, type Given, type Rules, rowFor, type Telling, unfit, wordOf } from '../acting/act.ts'
import { actedBy } from '../acting/acted-by.ts'
import { nextId } from '../acting/numbered.ts'
import { idOf, type Subject, type TextId } from '../entry.ts'
import { openVoting } from '../modification/modification.ts'
import { votedWhileOpen } from '../modification/opine-acts.ts'
import { modificationOf, standsIn } from '../modification/standing-of.ts'
import { alternatesOf, seatsIn } from '../organisation/seats.ts'
import { isRefused, refused, type Verdict } from '../refusal.ts'
import { find } from '../register.ts'
import type { BallotCapacity } from './ballot.ts'
import { blockRulesFor, voteRows } from './block-rules.ts'
import { type AbstentionReading, type Elector, quorumOf, type VoteChoice } from './block-vote.ts'
import { classOfSaid, published } from './unseen-votes.ts'
import { standOf, type VoteCast, type Voting, votesOf } from './voting.ts'

/** The chair opens the vote: electorate, blocks not affected, solutions and rules are frozen as they are now. */
export type OpenBallot = ActOf<'OpenBallot', { readonly notAffected?: readonly string[]; readonly meeting?: Subject }>
/** A seat votes; until the ballot is held it may say something else. */
export type CastVote = ActOf<
  'CastVote',
  {
    readonly seat: string
    readonly vote: VoteChoice
    readonly option?: string
    readonly reason?: TextId
    readonly alternate?: Subject | 'unknown'
  }
>
/** The votes of a whole body at once, as they are noted at a meeting. */
export type RecordVotes = ActOf<'RecordVotes', { readonly votes: readonly SeatVote[] }>
export type SeatVote = Pick<CastVote, 'seat' | 'vote' | 'option' | 'alternate'>
export type DeclareInterest = ActOf<'DeclareInterest', { readonly seat: string; readonly interest?: TextId }>
export type RuleOnReading = ActOf<'RuleOnReading', { readonly reading: AbstentionReading; readonly why?: TextId }>
/** The vote is over: its outcome follows from the votes and the rules frozen with it, and all of them are public with it. */
export type CloseBallot = ActOf<'CloseBallot'>
export type WithdrawBallot = ActOf<'WithdrawBallot'>
export type BallotAct = OpenBallot | CastVote | RecordVotes | DeclareInterest | RuleOnReading | CloseBallot | WithdrawBallot

const votingOf = (given: Given, subject: Subject): Voting | undefined => {
  const modification = modificationOf(given, subject)
  return modification && openVoting(modification)
}

function isVotedOn(given: Given, subject: Subject) {
  if (votingOf(given, subject)) return fits
  return unfit('no ballot on it is open', 'open a ballot first', 'give the day on which it was open, if it was done then')
}

const withVoting = <T>(given: Given, subject: Subject, use: (voting: Voting) => Verdict<T>): Verdict<T> => {
  const voting = votingOf(given, subject)
  return voting ? use(voting) : refused('no ballot on it is open', [subject], ['open a ballot first'])
}

/** What a vote on its path is; 'undecided' where its path is not told or nobody votes on it. */
function capacityOn(given: Given, subject: Subject): BallotCapacity | 'undecided' {
  const path = modificationOf(given, subject)?.path?.value
  const capacity = path === undefined ? undefined : wordOf(given, 'vote-capacity', path)
  return capacity === 'recommend' || capacity === 'decide' ? capacity : 'undecided'
}

/** The seats that the body has, each in its block. */
function electorateOf(given: Given, body: Subject): readonly Elector[] {
  const state = find(given.register, 'body', idOf(body))?.state
  return state ? seatsIn(state.seats).map(({ seat, block }) => ({ seat, block: block.value })) : []
}

function opened(given: Given, { subject, notAffected = [], meeting }: OpenBallot, body: Subject): Verdict<readonly Telling[]> {
  const capacity = capacityOn(given, subject)
  if (capacity === 'undecided')
    return refused(
      'its path does not say what a vote on it is',
      ['path'],
      ['record its path first', 'record the decision of who decides on its path'],
    )
  const rules = blockRulesFor(given)
  if (isRefused(rules)) return rules
  const electorate = electorateOf(given, body)
  if (electorate.length === 0) return refused(`the register knows no seat of ${body}`, [body], ['set up its seats first'])
  const outside = electorate.find(({ block }) => !rules.blocks.includes(block))
  if (outside)
    return refused(
      `the seat ${outside.seat} is of the block ${outside.block}, which has no vote (${rules.blocks.join(', ')})`,
      [body, 'vote-blocks'],
      ['set up the seat in one of these blocks', 'add the block to the row vote-blocks'],
    )
  const unknown = notAffected.find((block) => !rules.blocks.includes(block))
  if (unknown !== undefined) return refused(`there is no block ${unknown}`, ['notAffected'], [`name one of ${rules.blocks.join(', ')}`])
  const solutions = Object.keys(modificationOf(given, subject)?.solutions ?? {})
  const ballot = nextId(given, subject, 'ballot', `${idOf(subject)}/ballot`)
  return [
    {
      event: {
        type: 'BallotOpened',
        v: 1,
        ballot,
        body,
        capacity,
        electorate,
        notAffected,
        options: solutions.length > 1 ? solutions : [],
        rules,
        rows: voteRows.filter((row) => rowFor(given, row)),
        ...(meeting === undefined ? {} : { meeting }),
      },
    },
  ]
}

/** Refused where the seat has no vote in it, or it is not said for which of several solutions. */
function voteIn(voting: Voting, told: Omit<VoteCast, 'type' | 'v' | 'ballot'>): Verdict<VoteCast> {
  const { electorate, options } = voting.opened.value
  if (!electorate.some(({ seat }) => seat === told.seat))
    return refused(
      `${told.seat} has no vote in this ballot`,
      ['seat'],
      [`name one of ${electorate.map(({ seat }) => seat).join(', ')}`, 'withdraw the ballot and open it again, once the seat is set up'],
    )
  if (told.vote === 'for' && options.length > 1 && (told.option === undefined || !options.includes(told.option)))
    return refused(
      `${told.seat} votes for one of ${options.length} solutions, and it is not said for which`,
      ['option'],
      [`name one of ${options.join(', ')}`],
    )
  if (told.option !== undefined && (told.vote !== 'for' || options.length <= 1))
    return refused('a solution is named only by who votes for one of several', ['option'], ['leave the solution out'])
  return { type: 'VoteCast', v: 1, ballot: voting.id, ...told }
}

/** Whoever votes in the place of a seat has been named its alternate. */
function alternateUnnamed(given: Given, voting: Voting | undefined, votes: readonly SeatVote[]): readonly Broken[] {
  if (!voting) return []
  const { body, meeting } = voting.opened.value
  const seats = find(given.register, 'body', idOf(body))?.state.seats ?? {}
  return votes.flatMap(({ seat, alternate }) => {
    const state = seats[seat]
    if (alternate === undefined || (state && alternatesOf(state, given.day, meeting).length > 0)) return []
    return [broken('alternates', `no alternate is named for the seat ${seat}`, 'name the alternate of the seat first')]
  })
}

export const ballotRules: Rules<BallotAct> = {
  OpenBallot: {
    row: 'vote-capacity',
    warnsFirst: true,
    fits: (given, subject) => {
      const there = standsIn(given, subject, 'opine')
      if (there !== true) return there
      const modification = modificationOf(given, subject)
      const standing = modification?.standing.value
      if (standing?.stage === 'opine' && standing.step === 'with the authority')
        return unfit('it was voted on, and is with who decides', 'record that it was sent back first, if it is voted on again')
      if (votingOf(given, subject)) return unfit('a ballot on it is open already', 'close that ballot, or withdraw it, first')
      if (capacityOn(given, subject) === 'undecided') return unfit('its path does not say what a vote on it is', 'record its path first')
      return fits
    },
    breaks: (given, { subject }) => votedWhileOpen(given, subject),
    tells: (given, act) => actedBy(given, (body) => opened(given, act, body)),
  },
  CastVote: {
    row: 'vote-blocks',
    fits: isVotedOn,
    breaks: (given, act) => alternateUnnamed(given, votingOf(given, act.subject), [act]),
    tells: (given, { subject, act, recorded, ...told }) =>
      withVoting(given, subject, (voting) => {
        const event = voteIn(voting, told)
        return isRefused(event) ? event : [{ event, class: classOfSaid(given, subject, voting.id) }]
      }),
  },
  RecordVotes: {
    row: 'vote-blocks',
    fits: isVotedOn,
    breaks: (given, { subject, votes }) => alternateUnnamed(given, votingOf(given, subject), votes),
    tells: (given, { subject, votes }) =>
      withVoting(given, subject, (voting) => {
        const twice = votes.find(({ seat }, index) => votes.findIndex((each) => each.seat === seat) !== index)
        if (twice) return refused(`the seat ${twice.seat} is there twice`, ['votes'], ['give each seat one vote'])
        const events = votes.map((vote) => voteIn(voting, vote))
        const wrong = events.find((event) => isRefused(event))
        const seenBy = { class: classOfSaid(given, subject, voting.id) }
        return wrong ?? events.flatMap((event) => (isRefused(event) ? [] : [{ event, ...seenBy }]))
      }),
  },
  DeclareInterest: {
    row: 'vote-interests',
    fits: isVotedOn,
    tells: (given, { subject, seat, interest }) =>
      withVoting(given, subject, ({ id, opened: { value } }) =>
        value.electorate.some((elector) => elector.seat === seat)
          ? [{ event: { type: 'InterestDeclared', v: 1, ballot: id, seat, ...(interest === undefined ? {} : { interest }) } }]
          : refused(
              `${seat} has no vote in this ballot`,
              ['seat'],
              [`name one of ${value.electorate.map((each) => each.seat).join(', ')}`],
            ),
      ),
  },
  RuleOnReading: {
    row: 'vote-abstention',
    fits: (given, subject) => {
      const voting = votingOf(given, subject)
      if (!voting) return isVotedOn(given, subject)
      return voting.opened.value.rules.abstention.length > 1
        ? fits
        : unfit('the rules of this ballot have one reading only', 'close the ballot: nothing is to be ruled on')
    },
    tells: (given, { subject, reading, why }) =>
      withVoting(given, subject, (voting) =>
        actedBy(given, (by) => [
          {
            event: { type: 'RulingMade', v: 1, ballot: voting.id, reading, by, ...(why === undefined ? {} : { why }) },
            class: classOfSaid(given, subject, voting.id),
          },
        ]),
      ),
  },
  CloseBallot: {
    row: 'vote-abstention',
    warnsFirst: true,
    publishes: true,
    fits: isVotedOn,
    breaks: (given, { subject }) => {
      const voting = votingOf(given, subject)
      if (!voting) return []
      const { electorate, rules, notAffected } = voting.opened.value
      return quorumOf({ electorate, rules, votes: votesOf(voting) }, notAffected)
        .filter(({ met }) => !met)
        .map(({ block, needs, present }) =>
          broken(
            'quorum',
            `${present} of ${block} ${present === 1 ? 'is' : 'are'} present, and a quorum needs ${needs}`,
            'withdraw the ballot, and vote at a meeting with a quorum',
          ),
        )
    },
    tells: (given, { subject, recorded }) =>
      withVoting(given, subject, (voting) =>
        actedBy(given, () => {
          const outcome = held(voting)
          return isRefused(outcome) ? outcome : [...outcome, ...published(given, subject, voting.id, recorded?.publicAt)]
        }),
      ),
  },
  WithdrawBallot: {
    row: 'vote-capacity',
    fits: isVotedOn,
    tells: (given, { subject }) =>
      withVoting(given, subject, ({ id }) => actedBy(given, (by) => [{ event: { type: 'BallotWithdrawn', v: 1, ballot: id, by } }])),
  },
}

/** The outcome, resting on every vote that was counted; refused where two readings differ and nobody has ruled which is taken. */
function held(voting: Voting): Verdict<readonly Telling[]> {
  const { body, capacity, meeting } = voting.opened.value
  const { readings, counts } = standOf(voting)
  if (!counts) {
    const words = readings.map(
      ({ reading, outcome, option }) => `“an abstention ${reading}”: ${outcome}${option === undefined ? '' : ` ${option}`}`,
    )
    return refused(
      `the rule on abstentions is not settled, and its readings give different outcomes: ${words.join('; ')}`,
      ['vote-abstention'],
      ['have the chair rule which reading is taken, and record the ruling'],
    )
  }
  const cast = Object.values(voting.votes).flatMap((said) => said.at(-1)?.place ?? [])
  return [
    {
      event: {
        type: 'BallotHeld',
        v: 1,
        body,
        capacity,
        outcome: counts.outcome,
        ballot: voting.id,
        ...(counts.option === undefined ? {} : { option: counts.option }),
        ...(readings.length > 1 ? { reading: counts.reading } : {}),
        ...(meeting === undefined ? {} : { meeting }),
      },
      restsOn: [voting.opened.place, ...cast],
    },
  ]
}
