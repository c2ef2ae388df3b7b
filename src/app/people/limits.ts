import type { Instant } from '../../log/people.ts'

/** How often something may be asked in a window of time. */
export type Limit = { readonly most: number; readonly milliseconds: number }

/** Who asks more often than this, whatever of, is told to wait. */
const MOST_KEYS = 10_000

export type Limits = ReturnType<typeof newLimits>

/** Counts what was asked under a key, in memory: a start forgets it, which costs a caller nothing and an attacker little. */
export function newLimits(now: () => Instant) {
  const asked = new Map<string, readonly number[]>()
  return {
    /** Takes one try; the seconds to wait where there have been too many, and 0 where it may go on. */
    secondsToWait(key: string, { most, milliseconds }: Limit): number {
      const at = Date.parse(now())
      const recent = (asked.get(key) ?? []).filter((each) => each > at - milliseconds)
      const [oldest] = recent
      if (oldest !== undefined && recent.length >= most) return Math.ceil((oldest + milliseconds - at) / 1000)
      // Put last, so that the first in the map is the one not asked for longest.
      asked.delete(key)
      asked.set(key, [...recent, at])
      for (const [first] of asked) {
        if (asked.size <= MOST_KEYS) break
        asked.delete(first)
      }
      return 0
    },
  }
}
