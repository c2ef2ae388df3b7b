import type { Entry } from '../entry.ts'
import { type Fact, fact } from '../fact.ts'
import { type Misfit, misfit } from '../misfit.ts'

/**
 * A version of the code came into force: by a release, or by a designation of the Secretary of State,
 * which has no modification (so that the sequence has no holes).
 */
export type VersionInForce = {
  readonly type: 'VersionInForce'
  readonly v: 1
  readonly number: string
  readonly cause: 'release' | 'designation' | 'unknown'
}
export type VersionEvent = VersionInForce

export type Version = { readonly kind: 'version'; readonly inForce: Fact<VersionInForce> }

export function evolveVersion(state: Version | undefined, entry: Entry, event: VersionEvent): Version | Misfit {
  if (state) return misfit(entry, `version ${event.number} came into force before`)
  return { kind: 'version', inForce: fact(entry, event) }
}
