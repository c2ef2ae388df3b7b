import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BlockRules,
  blockBases,
  type Count,
  countBlockVote,
  countInEachReading,
  type Elector,
  overallBases,
  quorumOf,
  readingsDiffer,
  type VoteOf,
  voteChoices,
} from './block-vote.ts'

const blocks = ['Consumers', 'Large Suppliers', 'Small Suppliers', 'Networks', 'Other SEC Parties']
const rules: BlockRules = {
  blocks,
  blockBase: 'members present',
  overallBase: 'block votes cast',
  tie: 'not in favour',
  abstention: ['counts', 'does not count'],
  quorum: { 'Large Suppliers': 3, 'Small Suppliers': 1, Networks: 1, 'Other SEC Parties': 1 },
}
const seatsOf = (block: string, count: number): readonly Elector[] =>
  Array.from({ length: count }, (_, index) => ({ seat: `${block} ${index + 1}`, block }))

/** A vote as people write it down: `{ Networks: 'for for abstain' }`, one word for each seat. */
function counted(told: Readonly<Record<string, string>>, changes: Partial<BlockRules> = {}): Omit<Count, 'reading'> {
  const electorate = Object.entries(told).flatMap(([block, said]) => seatsOf(block, said.split(' ').length))
  const votes = new Map<string, VoteOf>()
  for (const [block, said] of Object.entries(told))
    for (const [index, word] of said.split(' ').entries()) votes.set(`${block} ${index + 1}`, { vote: word as VoteOf['vote'] })
  return { electorate, votes, rules: { ...rules, ...changes }, options: [] }
}
const arithmetic = (told: Omit<Count, 'reading'>, reading: Count['reading'] = 'counts') => {
  const [option] = countBlockVote({ ...told, reading }).options
  return [...(option?.blocks.map(({ block, arithmetic: line }) => `${block}: ${line}`) ?? []), option?.arithmetic]
}

describe('a block vote', () => {
  it('is counted on two tiers, and can be checked by hand', () => {
    const told = counted({
      Consumers: 'against',
      'Large Suppliers': 'for for against absent',
      'Small Suppliers': 'for against absent',
      Networks: 'for for for',
      'Other SEC Parties': 'abstain abstain',
    })
    expect(arithmetic(told)).toEqual([
      'Consumers: 0 of 1 members present are in favour: not in favour',
      'Large Suppliers: 2 of 3 members present are in favour: in favour',
      'Small Suppliers: 1 of 2 members present is in favour: not in favour',
      'Networks: 3 of 3 members present are in favour: in favour',
      'Other SEC Parties: all who were present abstained: no vote',
      '2 of 4 block votes cast are in favour: not approved',
    ])
  })

  it('has no base where nobody was there: it is not approved', () => {
    expect(countBlockVote({ ...counted({ Networks: 'absent' }), reading: 'counts' }).outcome).toBe('reject')
  })

  it('is approved by a majority of the block votes cast', () => {
    const told = counted({ Networks: 'for for', 'Small Suppliers': 'for', Consumers: 'against' })
    expect(countBlockVote({ ...told, reading: 'counts' }).outcome).toBe('approve')
    expect(countBlockVote({ ...told, rules: { ...rules, overallBase: 'blocks' }, reading: 'counts' }).outcome).toBe('reject')
  })

  it('differs between the readings where an abstention decides a block', () => {
    const told = counted({ Networks: 'for abstain', Consumers: 'against', 'Small Suppliers': 'for' })
    const readings = countInEachReading(told)
    expect(readings.map(({ reading, outcome }) => [reading, outcome])).toEqual([
      ['counts', 'reject'],
      ['does not count', 'approve'],
    ])
    expect(readingsDiffer(readings)).toBe(true)
    expect(readingsDiffer(countInEachReading({ ...told, rules: { ...rules, abstention: ['counts'] } }))).toBe(false)
  })

  it('approves at most one of several solutions', () => {
    const electorate = seatsOf('Networks', 3)
    const votes = new Map<string, VoteOf>([
      ['Networks 1', { vote: 'for', option: 'a' }],
      ['Networks 2', { vote: 'for', option: 'b' }],
      ['Networks 3', { vote: 'for', option: 'b' }],
    ])
    const vote = countBlockVote({ electorate, votes, rules, reading: 'counts', options: ['a', 'b'] })
    expect([vote.outcome, vote.option]).toEqual(['approve', 'b'])
    expect(vote.options.map(({ passed }) => passed)).toEqual([false, true])
  })
})

describe('a quorum', () => {
  it('needs its number of each block, unless the block is not affected or has fewer seats', () => {
    const { electorate, votes } = counted({
      'Large Suppliers': 'for for absent absent',
      'Small Suppliers': 'absent',
      Networks: 'absent',
    })
    expect(quorumOf({ electorate, votes, rules }, ['Networks'])).toEqual([
      { block: 'Large Suppliers', needs: 3, present: 2, met: false },
      { block: 'Small Suppliers', needs: 1, present: 0, met: false },
      { block: 'Networks', needs: 1, present: 0, dropsOut: 'not likely affected', met: true },
      { block: 'Other SEC Parties', needs: 1, present: 0, dropsOut: 'fewer are appointed', met: true },
    ])
  })
})

const anyVote = fc.record({
  said: fc.array(fc.tuple(fc.constantFrom(...blocks), fc.constantFrom(...voteChoices)), { minLength: 1, maxLength: 24 }),
  blockBase: fc.constantFrom(...blockBases),
  overallBase: fc.constantFrom(...overallBases),
  tie: fc.constantFrom('not in favour' as const, 'in favour' as const),
})
type AnyVote = typeof anyVote extends fc.Arbitrary<infer T> ? T : never

function countOf({ said, blockBase, overallBase, tie }: AnyVote): Omit<Count, 'reading'> {
  const electorate = said.map(([block], index) => ({ seat: `seat ${index}`, block }))
  const votes = new Map(said.map(([, vote], index) => [`seat ${index}`, { vote }] as const))
  return { electorate, votes, rules: { ...rules, blockBase, overallBase, tie }, options: [] }
}

describe('any block vote', () => {
  it('does not depend on the order of its seats, or on their names', () => {
    fc.assert(
      fc.property(anyVote, (vote) => {
        const told = countOf(vote)
        const turned = { ...told, electorate: [...told.electorate].reverse(), votes: new Map([...told.votes].reverse()) }
        const renamed = {
          ...told,
          electorate: told.electorate.map((each) => ({ ...each, seat: `other ${each.seat}` })),
          votes: new Map([...told.votes].map(([seat, said]) => [`other ${seat}`, said])),
        }
        expect(countInEachReading(turned)).toEqual(countInEachReading(told))
        expect(countInEachReading(renamed)).toEqual(countInEachReading(told))
      }),
    )
  })

  it('is never lost by a vote for in the place of one against', () => {
    fc.assert(
      fc.property(anyVote, fc.nat(), (vote, pick) => {
        const against = vote.said.flatMap(([, said], index) => (said === 'against' ? [index] : []))
        const turned = against[pick % Math.max(1, against.length)]
        if (turned === undefined) return
        const after = {
          ...vote,
          said: vote.said.map(([block, said], index) => [block, index === turned ? 'for' : said] as (typeof vote.said)[number]),
        }
        for (const [index, before] of countInEachReading(countOf(vote)).entries())
          if (before.outcome === 'approve') expect(countInEachReading(countOf(after))[index]?.outcome).toBe('approve')
      }),
    )
  })

  it('is the same in each reading where nobody abstains', () => {
    fc.assert(
      fc.property(anyVote, (vote) => {
        const said = vote.said.filter(([, each]) => each !== 'abstain')
        expect(readingsDiffer(countInEachReading(countOf({ ...vote, said })))).toBe(false)
      }),
    )
  })

  it('casts no block vote where nobody was present', () => {
    fc.assert(
      fc.property(anyVote, (vote) => {
        for (const { options } of countInEachReading(countOf(vote)))
          for (const { block, position } of options[0]?.blocks ?? []) {
            const present = vote.said.some(([each, said]) => each === block && said !== 'absent')
            expect(position === 'nobody present').toBe(!present)
          }
      }),
    )
  })
})
