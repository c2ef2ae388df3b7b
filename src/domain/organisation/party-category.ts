import { type Given, rowFor } from '../acting/act.ts'
import { type Refused, refused } from '../refusal.ts'

/** Refused where one of them is none of the code's Party categories. */
export function badCategory(given: Given, ...categories: readonly string[]): Refused | undefined {
  const known = rowFor(given, 'words-party-categories')?.value
  const strange = known?.kind === 'list' ? categories.find((category) => !known.items.includes(category)) : undefined
  return known?.kind === 'list' && strange !== undefined
    ? refused(`there is no Party category ${strange}`, ['category'], [`name one of ${known.items.join(', ')}`])
    : undefined
}
