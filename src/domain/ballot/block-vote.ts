// The two-tier block vote: members vote inside blocks, and each block has one vote.

/** One who may vote: a seat of the body, in its block. */
export type Elector = { readonly seat: string; readonly block: string }

/** What a seat said. `absent`: it was not there; the same as saying nothing, but told. */
export const voteChoices = ['for', 'against', 'abstain', 'absent'] as const
export type VoteChoice = (typeof voteChoices)[number]
export type VoteOf = { readonly vote: VoteChoice; readonly option?: string }

/** Of what a majority is taken inside a block. */
export const blockBases = ['members present', 'members appointed', 'votes cast'] as const
/** Of what a majority is taken between the blocks. */
export const overallBases = ['block votes cast', 'blocks'] as const
export const ties = ['not in favour', 'in favour'] as const
/** Whether a member who abstains counts among those present. Two of them in a rule: it is not settled. */
export const abstentionReadings = ['counts', 'does not count'] as const
export type AbstentionReading = (typeof abstentionReadings)[number]

/** The rules by which a ballot is counted, frozen when it opens. */
export type BlockRules = {
  readonly blocks: readonly string[]
  readonly blockBase: (typeof blockBases)[number]
  readonly overallBase: (typeof overallBases)[number]
  readonly tie: (typeof ties)[number]
  readonly abstention: readonly AbstentionReading[]
  /** How many of a block must be present. */
  readonly quorum: Readonly<Record<string, number>>
}

export type Count = {
  readonly electorate: readonly Elector[]
  readonly votes: ReadonlyMap<string, VoteOf>
  readonly rules: BlockRules
  readonly reading: AbstentionReading
  /** The solutions that stood to the vote; none or one: the vote is for or against the proposal. */
  readonly options: readonly string[]
}

export type BlockPosition = 'in favour' | 'not in favour' | 'abstained' | 'nobody present'
export type BlockResult = {
  readonly block: string
  readonly inFavour: number
  readonly against: number
  readonly abstained: number
  /** Of how many the majority is taken. */
  readonly base: number
  readonly position: BlockPosition
  /** "2 of 3 members present are in favour: in favour". */
  readonly arithmetic: string
}
export type OptionResult = {
  readonly option?: string
  readonly blocks: readonly BlockResult[]
  readonly blocksInFavour: number
  readonly base: number
  readonly passed: boolean
  /** "3 of 4 block votes cast are in favour: approved". */
  readonly arithmetic: string
}
export type BlockVote = {
  readonly reading: AbstentionReading
  readonly options: readonly OptionResult[]
  readonly outcome: 'approve' | 'reject'
  /** The one approved, where more than one stood to the vote. */
  readonly option?: string
}

/** Counts a vote in one reading. With a majority on both tiers no two options can pass. */
export function countBlockVote(count: Count): BlockVote {
  const options: readonly (string | undefined)[] = count.options.length > 1 ? count.options : [undefined]
  const results = options.map((option) => optionResult(count, option))
  const passed = results.find((result) => result.passed)
  return {
    reading: count.reading,
    options: results,
    outcome: passed ? 'approve' : 'reject',
    ...(passed?.option === undefined ? {} : { option: passed.option }),
  }
}

/** The vote in each reading that the rules leave open. */
export function countInEachReading(count: Omit<Count, 'reading'>): readonly BlockVote[] {
  return count.rules.abstention.map((reading) => countBlockVote({ ...count, reading }))
}

/** Whether it makes a difference which reading is right: only then must somebody rule. */
export function readingsDiffer([first, ...others]: readonly BlockVote[]): boolean {
  return others.some((other) => other.outcome !== first?.outcome || other.option !== first?.option)
}

function optionResult(count: Count, option: string | undefined): OptionResult {
  const { rules } = count
  const blocks = rules.blocks.map((block) => blockResult(count, block, option))
  const cast = blocks.filter(({ position }) => position === 'in favour' || position === 'not in favour')
  const blocksInFavour = blocks.filter(({ position }) => position === 'in favour').length
  const base = rules.overallBase === 'blocks' ? blocks.length : cast.length
  const passed = hasMajority(blocksInFavour, base, rules.tie)
  const words = `${blocksInFavour} of ${base} ${rules.overallBase} ${blocksInFavour === 1 ? 'is' : 'are'} in favour`
  return {
    ...(option === undefined ? {} : { option }),
    blocks,
    blocksInFavour,
    base,
    passed,
    arithmetic: `${words}: ${passed ? 'approved' : 'not approved'}`,
  }
}

function blockResult({ electorate, votes, rules, reading }: Count, block: string, option: string | undefined): BlockResult {
  const members = electorate.filter((elector) => elector.block === block)
  const said = members.flatMap(({ seat }) => votes.get(seat) ?? [])
  const isFor = (vote: VoteOf) => vote.vote === 'for' && (option === undefined || vote.option === option)
  const inFavour = said.filter(isFor).length
  const against = said.filter((vote) => (vote.vote === 'for' || vote.vote === 'against') && !isFor(vote)).length
  const abstained = said.filter(({ vote }) => vote === 'abstain').length
  const base = baseOf(rules.blockBase, reading, { appointed: members.length, cast: inFavour + against, abstained })
  const position = positionOf({ inFavour, against, abstained, base }, rules)
  return { block, inFavour, against, abstained, base, position, arithmetic: blockArithmetic({ inFavour, base, position }, rules) }
}

function baseOf(
  base: BlockRules['blockBase'],
  reading: AbstentionReading,
  { appointed, cast, abstained }: { readonly appointed: number; readonly cast: number; readonly abstained: number },
): number {
  if (base === 'members appointed') return appointed
  return base === 'members present' && reading === 'counts' ? cast + abstained : cast
}

type Told = Pick<BlockResult, 'inFavour' | 'against' | 'abstained' | 'base'>

/** A block of which nobody was there, or all abstained, casts no vote. */
function positionOf({ inFavour, against, abstained, base }: Told, rules: BlockRules): BlockPosition {
  if (inFavour + against + abstained === 0) return 'nobody present'
  if (inFavour + against === 0) return 'abstained'
  return hasMajority(inFavour, base, rules.tie) ? 'in favour' : 'not in favour'
}

const hasMajority = (inFavour: number, base: number, tie: BlockRules['tie']): boolean =>
  2 * inFavour > base || (base > 0 && 2 * inFavour === base && tie === 'in favour')

function blockArithmetic({ inFavour, base, position }: Pick<BlockResult, 'inFavour' | 'base' | 'position'>, { blockBase }: BlockRules) {
  if (position === 'nobody present') return 'nobody was present: no vote'
  if (position === 'abstained') return 'all who were present abstained: no vote'
  return `${inFavour} of ${base} ${blockBase} ${inFavour === 1 ? 'is' : 'are'} in favour: ${position}`
}

export type QuorumOfBlock = {
  readonly block: string
  readonly needs: number
  readonly present: number
  /** Why it counts for nothing here: the body said that it is not likely affected, or it appointed fewer. */
  readonly dropsOut?: 'not likely affected' | 'fewer are appointed'
  readonly met: boolean
}

/** How many of each block are there, of those that must be; a block drops out where it is not likely affected, or has fewer seats. */
export function quorumOf(
  { electorate, votes, rules }: Pick<Count, 'electorate' | 'votes'> & { readonly rules: Pick<BlockRules, 'quorum'> },
  notAffected: readonly string[],
): readonly QuorumOfBlock[] {
  return Object.entries(rules.quorum).map(([block, needs]) => {
    const members = electorate.filter((elector) => elector.block === block)
    const present = members.filter(({ seat }) => (votes.get(seat)?.vote ?? 'absent') !== 'absent').length
    const dropsOut = notAffected.includes(block) ? 'not likely affected' : members.length < needs ? 'fewer are appointed' : undefined
    return { block, needs, present, ...(dropsOut ? { dropsOut } : {}), met: dropsOut !== undefined || present >= needs }
  })
}
