import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { impliedMean, mean } from './mean.ts'

describe('a mean', () => {
  it.each([
    { values: [89, 78], value: 84, arithmetic: '84 = (89 + 78) ÷ 2 = 83.5, rounded half up' },
    { values: [201, 31, 87, 65, 18, 21], value: 71, arithmetic: '71 = (201 + 31 + 87 + 65 + 18 + 21) ÷ 6 = 70.5, rounded half up' },
    { values: [45, 65], value: 55, arithmetic: '55 = (45 + 65) ÷ 2' },
  ])('of $values is $value, with its arithmetic', ({ values, value, arithmetic }) => {
    expect(mean(values, 'half up, to whole Working Days')).toEqual({ value, arithmetic })
  })

  it('of nothing is unknown', () => {
    expect(mean([], 'half up')).toEqual({ value: 'unknown' })
  })

  it('rounds to even where the rulebook says so', () => {
    expect(mean([70, 71], 'half to even').value).toBe(70)
    expect(mean([71, 72], 'half-even').value).toBe(72)
  })

  it('is not rounded by a rule that the program does not know, and says so', () => {
    expect(mean([1, 2], 'to the nearest dozen')).toEqual({
      value: 1.5,
      arithmetic: '1.5 = (1 + 2) ÷ 2 = 1.5, not rounded: the rulebook\'s "to the nearest dozen" is not known',
    })
  })

  it('sums many values instead of listing them', () => {
    expect(mean(Array(13).fill(2), 'half up').arithmetic).toBe('2 = 26 ÷ 13')
  })
})

describe('what the unknown would have to average', () => {
  it('is nothing where all are known', () => {
    expect(impliedMean(366, 2, [365, 367])).toBeUndefined()
  })

  it('holds the average of any unknown values whose mean with the known rounds to the stated one', () => {
    const durations = fc.array(fc.nat({ max: 2000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(durations, durations, (known, unknown) => {
        const all = [...known, ...unknown]
        const stated = mean(all, 'half up').value as number
        const implied = impliedMean(stated, all.length, known)
        const actual = unknown.reduce((a, b) => a + b, 0) / unknown.length
        expect(implied?.count).toBe(unknown.length)
        expect(actual).toBeGreaterThanOrEqual((implied?.low ?? 0) - 1e-6)
        expect(actual).toBeLessThan((implied?.high ?? 0) + 1e-6)
      }),
    )
  })
})
