import { type Entry, entryName, momentOf } from './entry.ts'
import { foundingRank } from './event-kinds.ts'
import { isMisfit } from './misfit.ts'
import { type Refused, refused } from './refusal.ts'
import { step } from './replay.ts'
import { same } from './same.ts'
import type { State } from './subject-state.ts'

/**
 * Refuses entries of one moment and nth that do not fold alike in any order: which came first? Entries are one subject's, in order,
 * and fold without a misfit as they are.
 */
export function orderIsTold(ordered: readonly Entry[]): Refused | undefined {
  let state: State | undefined
  for (let first = 0; first < ordered.length; ) {
    const group = openGroup(state, ordered, first)
    if (group.length > 1 && !foldsAlike(state, group)) return whichCameFirst(group)
    state = foldAll(state, group) as State
    first += group.length
  }
  return undefined
}

function whichCameFirst(group: readonly Entry[]): Refused {
  const named = group.map((entry) => `${entryName(entry)} (${entry.event?.type})`).join(' and ')
  const { subject } = group[0] as Entry
  return {
    ...refused(`${named} of ${subject} are at one moment, and it matters which came first`, group.map(entryName), [
      'say their order (nth: 1, 2 …) or their times',
    ]),
    subjects: [subject],
  }
}

/**
 * The entries from there on whose order nothing tells. What founds a subject comes first by itself; what may found it (it is attested,
 * a meeting is held) only where nothing has founded it before.
 */
function openGroup(state: State | undefined, ordered: readonly Entry[], first: number): readonly Entry[] {
  const head = ordered[first] as Entry
  let after = first + 1
  while (after < ordered.length && isOpen(state, head, ordered[after] as Entry)) after++
  return ordered.slice(first, after)
}

function isOpen(state: State | undefined, a: Entry, b: Entry): boolean {
  if (momentOf(a) !== momentOf(b) || (a.nth ?? 0) !== (b.nth ?? 0)) return false
  const [rank, other] = [foundingRank(a.event?.type), foundingRank(b.event?.type)]
  return rank === other || (state !== undefined && rank > 1 && other > 1)
}

/** Up to this many, every order is tried (each subset once); above it, each neighbouring pair exchanged, and each entry first and last. */
const exact = 7
/** Above this many, a few orders of the whole in place of that: in one of them any entry comes after any other. */
const many = 40

function foldsAlike(state: State | undefined, group: readonly Entry[]): boolean {
  if (group.length <= exact) return everyOrderAlike(state, group)
  if (!neighboursAlike(state, group)) return false
  const straight = foldAll(state, group)
  const orders = group.length <= many ? eachFirstAndLast(group) : ordersOfTheWhole(group)
  return orders.every((order) => same(foldAll(state, order), straight))
}

/** Every subset must come to one state, whichever of its entries came last: then every order of the whole does. */
function everyOrderAlike(state: State | undefined, group: readonly Entry[]): boolean {
  const reached: (State | undefined)[] = [state]
  for (let subset = 1; subset < 1 << group.length; subset++) {
    let result: State | undefined
    for (let last = 0; last < group.length; last++) {
      if (!(subset & (1 << last))) continue
      const next = step(reached[subset & ~(1 << last)], group[last] as Entry)
      if (isMisfit(next)) return false
      if (result && !same(result, next)) return false
      result = next
    }
    reached[subset] = result
  }
  return true
}

/** Whether each entry may be exchanged with the next, where they stand: from there on all is as it was. */
function neighboursAlike(state: State | undefined, group: readonly Entry[]): boolean {
  let before = state
  for (const [i, entry] of group.entries()) {
    const next = group[i + 1]
    if (next && !same(foldAll(before, [next, entry]), foldAll(before, [entry, next]))) return false
    before = foldAll(before, [entry]) as State
  }
  return true
}

function eachFirstAndLast(group: readonly Entry[]): readonly (readonly Entry[])[] {
  return group.flatMap((entry, i) => {
    const rest = group.toSpliced(i, 1)
    return [
      [entry, ...rest],
      [...rest, entry],
    ]
  })
}

/** Backwards; and for each binary digit of their numbers, first those that have it, then the others. */
function ordersOfTheWhole(group: readonly Entry[]): readonly (readonly Entry[])[] {
  const orders = [group.toReversed()]
  for (let digit = 1; digit < group.length; digit *= 2)
    orders.push([...group.filter((_, i) => i & digit), ...group.filter((_, i) => !(i & digit))])
  return orders
}

function foldAll(state: State | undefined, entries: readonly Entry[]): unknown {
  let folded = state
  for (const entry of entries) {
    const next = step(folded, entry)
    if (isMisfit(next)) return { misfit: next.entry.position }
    folded = next
  }
  return folded
}
