import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newLimits } from './limits.ts'

const limit = { most: 3, milliseconds: 60_000 }

function limitsAt() {
  let at = Date.parse('2026-03-02T09:00:00Z')
  const limits = newLimits(() => new Date(at).toISOString())
  return {
    ask: (key = 'a') => limits.secondsToWait(key, limit),
    pass: (milliseconds: number) => {
      at += milliseconds
    },
  }
}

describe('a limit', () => {
  it('lets so many through, then says how long to wait', () => {
    const { ask, pass } = limitsAt()
    expect([ask(), ask(), ask(), ask()]).toEqual([0, 0, 0, 60])
    pass(59_001)
    expect(ask()).toBe(1)
    pass(999)
    expect([ask(), ask(), ask(), ask()]).toEqual([0, 0, 0, 60])
  })

  it('is of each key alone', () => {
    const { ask } = limitsAt()
    for (const key of ['a', 'a', 'a', 'b', 'b', 'b']) expect(ask(key)).toBe(0)
    expect([ask('a'), ask('b'), ask('c')]).toEqual([60, 60, 0])
  })

  it('never lets more through in any window, however it is asked, and lets through whoever waited as told', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 40 }), (pauses) => {
        const { ask, pass } = limitsAt()
        let at = 0
        const taken: number[] = []
        for (const pause of pauses) {
          pass(pause)
          at += pause
          const wait = ask()
          if (wait === 0) taken.push(at)
          expect(taken.filter((each) => each > at - limit.milliseconds).length).toBeLessThanOrEqual(limit.most)
          if (wait > 0) {
            pass(wait * 1000)
            at += wait * 1000
            expect(ask()).toBe(0)
            taken.push(at)
          }
        }
      }),
    )
  })
})
