import type { Dated } from '../calendar/calendar-date.ts'
import { all, type Register } from '../register.ts'
import type { VersionInForce } from './version.ts'

/** A version of the Code in force from a day; or, between two that are known, the numbers of which no source tells. */
export type ListedVersion =
  | { readonly kind: 'version'; readonly number: string; readonly on: Dated; readonly cause: VersionInForce['cause'] }
  | { readonly kind: 'not told'; readonly numbers: readonly string[] }

/** The versions by their numbers, the latest first, with what is missing between them shown as missing. */
export function versionsIn(register: Register): readonly ListedVersion[] {
  const known = all(register, 'version')
    .map(({ state: { inForce } }) => ({
      kind: 'version' as const,
      number: inForce.value.number,
      on: inForce.on,
      cause: inForce.value.cause,
    }))
    .toSorted((a, b) => compareNumbers(a.number, b.number))
  return known
    .flatMap((version, index): readonly ListedVersion[] => {
      const numbers = between(known[index - 1]?.number, version.number)
      return numbers.length > 0 ? [{ kind: 'not told', numbers }, version] : [version]
    })
    .toReversed()
}

const partsOf = (number: string): readonly number[] => number.split('.').map(Number)

function compareNumbers(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = partsOf(a)
  const [majorB = 0, minorB = 0] = partsOf(b)
  return majorA - majorB || minorA - minorB
}

/** 6.20 lies between 6.19 and 6.21. Where the first number changes, nobody knows how far the second went. */
function between(before: string | undefined, after: string): readonly string[] {
  if (before === undefined) return []
  const [majorBefore, minorBefore = 0] = partsOf(before)
  const [major, minor = 0] = partsOf(after)
  if (major !== majorBefore) return []
  return Array.from({ length: Math.max(0, minor - minorBefore - 1) }, (_, index) => `${major}.${minorBefore + 1 + index}`)
}
