import type { Subject } from '../entry.ts'
import { type Holder, holderOf } from '../modification/holder.ts'
import { type Found, modifications, type Register } from '../register.ts'
import { heldBy } from './of-modification.ts'

/** A modification on which somebody holds the action, and since when. */
export type Holding = { readonly found: Found<'modification'>; readonly holder: Holder }

/** What is held by any of these, the longest held first. */
export function holdingsOf(register: Register, subjects: readonly Subject[]): readonly Holding[] {
  return modifications(register)
    .flatMap((found): readonly Holding[] => {
      const holder = found.state.unidentified ? undefined : holderOf(found.state)
      const by = holder && heldBy(register, holder)
      return holder && by !== undefined && by !== 'consulted' && subjects.includes(by) ? [{ found, holder }] : []
    })
    .sort((a, b) => (a.holder.since.to < b.holder.since.to ? -1 : 1))
}
