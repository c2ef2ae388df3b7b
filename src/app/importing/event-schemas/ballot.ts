import { z } from 'zod'
import { abstentionReadings, blockBases, overallBases, ties, voteChoices } from '../../../domain/ballot/block-vote.ts'
import { count, label, labels, strict, subject, subjectOrUnknown, text, word } from '../field-schemas.ts'
import { told } from './told.ts'

const ballot = label
const reading = word(...abstentionReadings)

const rules = strict({
  blocks: labels,
  blockBase: word(...blockBases),
  overallBase: word(...overallBases),
  tie: word(...ties),
  abstention: z.array(reading, { error: 'a list of readings' }),
  quorum: z.record(label, count(0), { error: 'an object with a whole number for each block' }),
})

export const ballotSchemas = {
  BallotOpened: told('BallotOpened', {
    ballot,
    body: subject('body'),
    capacity: word('recommend', 'decide'),
    electorate: z.array(strict({ seat: label, block: label }), { error: 'a list of seats with their blocks' }),
    notAffected: labels,
    options: labels,
    rules,
    rows: labels,
    meeting: subject('meeting').exactOptional(),
  }),
  VoteCast: told('VoteCast', {
    ballot,
    seat: label,
    vote: word(...voteChoices),
    option: label.exactOptional(),
    reason: text.exactOptional(),
    alternate: subjectOrUnknown.exactOptional(),
  }),
  InterestDeclared: told('InterestDeclared', { ballot, seat: label, interest: text.exactOptional() }),
  RulingMade: told('RulingMade', { ballot, reading, by: subject(), why: text.exactOptional() }),
  BallotWithdrawn: told('BallotWithdrawn', { ballot, by: subject() }),
}
