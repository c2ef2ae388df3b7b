import type { Entry } from './entry.ts'

/** What `evolve` says of an entry that cannot follow what went before it: a value, never thrown. */
export type Misfit = { readonly misfit: string; readonly entry: Entry }

export function misfit(entry: Entry, why: string): Misfit {
  return { misfit: why, entry }
}

export function isMisfit(value: unknown): value is Misfit {
  return typeof value === 'object' && value !== null && 'misfit' in value
}
