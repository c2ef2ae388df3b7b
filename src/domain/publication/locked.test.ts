import { describe, expect, it } from 'vitest'
import { lockedIn, whyNotKept } from './locked.ts'

const derived = 'There are {count} Modification Proposals currently out for Refinement Consultation:'
const why = (words: string, of = derived) => whyNotKept(lockedIn(of), lockedIn(words))

describe('other words for a derived sentence', () => {
  it.each([
    ['{count} Modification Proposals are out for consultation:'],
    ['Out for consultation: {count}.'],
    ['Parties are asked about {count} proposals; the Panel thanks all who answer:'],
  ])('may be “%s”', (words) => expect(why(words)).toBeUndefined())

  it.each([
    ['Modification Proposals are out:', 'the wording leaves out {count}, which only the register fills'],
    ['{count} are out, of {total}:', 'the wording has {total}, which the derived sentence does not'],
    ['{count} are out, and {count} more:', 'the wording has {count}, which the derived sentence does not'],
    ['All {count} are out, 12 in all:', 'the wording says “12”, a number that is typed by hand and not in the derived sentence'],
    ['{count} are out, twice as many:', 'the wording says “twice”, a number that is typed by hand and not in the derived sentence'],
  ])('may not be “%s”', (words, reason) => expect(why(words)).toBe(reason))

  it('keep the number that the sentence says in words', () => {
    const one = 'There is one Modification Proposal currently out:'
    expect(why('One proposal is out:', one)).toBeUndefined()
    expect(why('There is no proposal out:', one)).toBe(
      'the wording says “no”, a number that is typed by hand and not in the derived sentence',
    )
    expect(why('A proposal is out:', one)).toBe('the wording leaves out “one”, which the derived sentence says')
  })
})
