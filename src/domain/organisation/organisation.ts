import type { Entry } from '../entry.ts'
import { type Fact, fact, withFact } from '../fact.ts'
import type { Misfit } from '../misfit.ts'

/** An organisation under a name, from a day; a later name follows it and the earlier stays readable. */
export type OrganisationNamed = { readonly type: 'OrganisationNamed'; readonly v: 1; readonly name: string }
/** Its Party category (a word of the pack), from a day. */
export type OrganisationCategorised = { readonly type: 'OrganisationCategorised'; readonly v: 1; readonly category: string }
/** The Voting Group (a word of the code) to which it belongs, from a day. */
export type OrganisationGrouped = { readonly type: 'OrganisationGrouped'; readonly v: 1; readonly group: string }
/** It signed off what it says of its assessments in the update of a month, 'YYYY-MM'. */
export type ProgressSigned = { readonly type: 'ProgressSigned'; readonly v: 1; readonly month: string }
export type OrganisationEvent = OrganisationNamed | OrganisationCategorised | OrganisationGrouped | ProgressSigned

export type Organisation = {
  readonly kind: 'organisation'
  readonly name?: Fact<string>
  readonly names: readonly Fact<string>[]
  readonly category?: Fact<string>
  /** Those that vote with one vote. */
  readonly group?: Fact<string>
  /** The months of which it signed off its update, in the order told. */
  readonly signed: readonly Fact<string>[]
}

export function evolveOrganisation(state: Organisation | undefined, entry: Entry, event: OrganisationEvent): Organisation | Misfit {
  const before: Organisation = state ?? { kind: 'organisation', names: [], signed: [] }
  switch (event.type) {
    case 'OrganisationNamed': {
      const name = fact(entry, event.name)
      return { ...before, name, names: withFact(before.names, name) }
    }
    case 'OrganisationCategorised':
      return { ...before, category: fact(entry, event.category) }
    case 'OrganisationGrouped':
      return { ...before, group: fact(entry, event.group) }
    case 'ProgressSigned':
      return { ...before, signed: withFact(before.signed, fact(entry, event.month)) }
  }
}
