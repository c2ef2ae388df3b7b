import { z } from 'zod'
import type { BallotAct, SeatVote } from '../../../domain/ballot/acts.ts'
import { voteChoices } from '../../../domain/ballot/block-vote.ts'
import { read } from '../../importing/field-schemas.ts'
import { type Forms, fields } from '../act-form.ts'
import { choice, type FieldMeta, inside, prose, severalInside, subject } from '../fields.ts'
import { meetingHeld } from './define.ts'

const seat = inside('voters', { label: 'Seat' })
const vote = { for: 'For', against: 'Against', abstain: 'Abstain', absent: 'Absent' }
const alternate = subject('organisations', ['organisation'], {
  label: 'Cast by an alternate, of which organisation',
  hint: 'Only where somebody else voted in its place.',
}).exactOptional()

/** A vote as a line: `network-1: for`; of several solutions `network-1: for 84/solution/2`; `, alternate` where somebody else cast it. */
function seatVote(text: string): SeatVote | undefined {
  const [, seat = '', said = '', option, alternate] =
    /^([a-z0-9-]+)\s*:\s*(\w+)(?:\s+([^\s,]+))?(\s*,\s*alternate)?$/.exec(text.trim()) ?? []
  const found = voteChoices.find((each) => each === said.toLowerCase())
  return found && { seat, vote: found, ...(option ? { option } : {}), ...(alternate ? { alternate: 'unknown' } : {}) }
}

const votes: FieldMeta = {
  label: 'Votes, one line for each seat',
  hint: 'Such as “network-1: for”, “small-supplier-2: abstain” or “consumer-1: against, alternate”.',
  control: 'lines',
}

export const ballotForms: Forms<BallotAct> = {
  OpenBallot: {
    title: 'Open a ballot',
    verb: 'open-ballot',
    on: 'modification',
    about: 'The seats, the blocks that are not likely affected and the rules of the vote are frozen as they are at that moment.',
    schema: fields({
      notAffected: severalInside('blocks', {
        label: 'Blocks that are not likely affected',
        hint: 'They need nobody present for the quorum.',
      }).exactOptional(),
      meeting: meetingHeld,
    }),
  },
  CastVote: {
    title: 'Vote',
    verb: 'vote',
    on: 'modification',
    about: 'It may be changed until the ballot is closed; what was said before stays in the record.',
    schema: fields({
      seat,
      vote: choice(vote, { label: 'Vote' }),
      option: inside('solutions', { label: 'For which solution', hint: 'Only where several stand to the vote.' }).exactOptional(),
      reason: prose({ label: 'Reason, against the objectives of the Code' }).exactOptional(),
      alternate,
    }),
  },
  RecordVotes: {
    title: 'Record the votes of a body',
    verb: 'record-votes',
    on: 'modification',
    schema: fields({
      votes: z
        .array(read('a line like “network-1: for”', seatVote), { error: 'a line for each seat' })
        .min(1, { error: 'a line for each seat' })
        .meta(votes as Record<string, unknown>),
    }),
  },
  DeclareInterest: {
    title: 'Declare an interest',
    verb: 'declare-interest',
    on: 'modification',
    schema: fields({ seat, interest: prose({ label: 'What the interest is' }).exactOptional() }),
  },
  RuleOnReading: {
    title: 'Rule on abstentions',
    verb: 'rule-on-abstentions',
    on: 'modification',
    about: 'Whether a member who abstains counts among those present is not settled. Where it changes the outcome, the chair rules.',
    schema: fields({
      reading: choice({ counts: 'An abstention counts', 'does not count': 'An abstention does not count' }, { label: 'Ruling' }),
      why: prose({ label: 'Why' }).exactOptional(),
    }),
  },
  CloseBallot: {
    title: 'Close the ballot',
    verb: 'close-ballot',
    on: 'modification',
    about: 'The outcome is counted from the votes, by the rules with which the ballot was opened.',
    schema: fields({}),
  },
  WithdrawBallot: {
    title: 'Withdraw the ballot',
    verb: 'withdraw-ballot',
    on: 'modification',
    about: 'Nothing was voted; a ballot may be opened again.',
    schema: fields({}),
  },
}
