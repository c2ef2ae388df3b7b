import { type Given, rowFor } from '../acting/act.ts'
import { isRefused, refused, type Verdict } from '../refusal.ts'
import { abstentionReadings, type BlockRules, blockBases, overallBases, ties } from './block-vote.ts'

/** The rows of the rulebook from which a block vote is counted. */
export const voteRows = ['vote-blocks', 'block-vote-base', 'overall-vote-base', 'vote-tie', 'vote-abstention', 'quorum'] as const
type VoteRow = (typeof voteRows)[number]

/** The rules of the vote as the rulebook has them on the day of an act; refused where a row is missing or says what nobody can count by. */
export function blockRulesFor(given: Given): Verdict<BlockRules> {
  const blocks = wordsIn(given, 'vote-blocks')
  const blockBase = oneOf(given, 'block-vote-base', blockBases)
  const overallBase = oneOf(given, 'overall-vote-base', overallBases)
  const tie = oneOf(given, 'vote-tie', ties)
  const abstention = someOf(given, 'vote-abstention', abstentionReadings)
  const quorum = quorumIn(given)
  if (isRefused(blocks)) return blocks
  if (isRefused(blockBase)) return blockBase
  if (isRefused(overallBase)) return overallBase
  if (isRefused(tie)) return tie
  if (isRefused(abstention)) return abstention
  return isRefused(quorum) ? quorum : { blocks, blockBase, overallBase, tie, abstention, quorum }
}

/** The words of a row that has one, or a list of them. */
function wordsIn(given: Given, row: VoteRow): Verdict<readonly string[]> {
  const value = rowFor(given, row)?.value
  if (value?.kind === 'word') return [value.word]
  if (value?.kind === 'list' && value.items.length > 0) return value.items
  return refused(`the rulebook does not say by which ${row} a vote is counted`, [row], [`set the row ${row} first`])
}

function someOf<const W extends string>(given: Given, row: VoteRow, known: readonly W[]): Verdict<readonly W[]> {
  const words = wordsIn(given, row)
  if (isRefused(words)) return words
  const found = known.filter((word) => words.includes(word))
  return found.length === words.length ? found : unknownWord(row, words, known)
}

function oneOf<const W extends string>(given: Given, row: VoteRow, known: readonly W[]): Verdict<W> {
  const words = someOf(given, row, known)
  if (isRefused(words)) return words
  const [first, ...others] = words
  return first !== undefined && others.length === 0 ? first : unknownWord(row, words, known)
}

const unknownWord = (row: string, words: readonly string[], known: readonly string[]) =>
  refused(`${row} is “${words.join(', ')}”, and a vote is counted by ${known.join(' or ')}`, [row], [`set the row ${row} to one of these`])

function quorumIn(given: Given): Verdict<BlockRules['quorum']> {
  const value = rowFor(given, 'quorum')?.value
  if (value === undefined) return {}
  const entries = value.kind === 'table' ? Object.entries(value.entries).map(([block, needs]) => [block, Number(needs)] as const) : []
  if (entries.length > 0 && entries.every(([, needs]) => Number.isInteger(needs))) return Object.fromEntries(entries)
  return refused('the quorum is no table of blocks with a whole number for each', ['quorum'], ['set the row quorum to such a table'])
}
