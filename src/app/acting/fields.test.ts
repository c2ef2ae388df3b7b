import { describe, expect, it } from 'vitest'
import { readAct } from './read-act.ts'

const problemsOf = (title: string, issue = 'Why.') => {
  const fields = { title, issue, proposer: 'organisation/dcc' }
  const read = readAct('RaiseDraftProposal', 'modification/new', fields)
  return 'problems' in read ? read.problems.map(({ field }) => field) : []
}

describe('a text of an act', () => {
  it.each(['a\r\nBcc: x', 'a\u0000b', 'a\u202eb', 'half \ud800', 'x'.repeat(2_001)])(
    'is refused where no paper can carry it: %j',
    (text) => {
      expect(problemsOf(text)).toEqual(['title'])
    },
  )

  it('has lines of its own where it may be long', () => {
    expect(problemsOf('Übergröße 𝔵 – “a”', 'One.\r\n\tTwo.')).toEqual([])
    expect(problemsOf('Title', 'a\u0000b')).toEqual(['issue'])
    expect(problemsOf('Title', 'half \ud800')).toEqual(['issue'])
  })
})
