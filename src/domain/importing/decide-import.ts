import { admit, type Recorded } from '../admit.ts'
import { longDay } from '../calendar/format.ts'
import { compareText, dayOf, type Moment } from '../calendar/moment.ts'
import { type Entry, kindOf, momentOf, type Proposed } from '../entry.ts'
import { isRefused, type Refused, refused, type Verdict } from '../refusal.ts'
import { same } from '../same.ts'
import type { FactIndex, ImportedFact, ImportOutcome } from './facts.ts'

/** What to do with a fact that cannot stand: refuse the whole set, or keep the fact as `noted` and take the rest. */
export type WhenMisfit = 'refuse' | 'note'

export type ImportContext = {
  readonly log: Recorded & FactIndex
  readonly now: Moment
  readonly nextPosition: number
  readonly stamp: Stamp
}
/** Turns what is proposed into entries as the log would number them. */
export type Stamp = (proposed: readonly Proposed[], nextPosition: number) => readonly Entry[]

export type DecidedImport = { readonly proposed: readonly Proposed[]; readonly outcome: ImportOutcome }

type Sorted = { readonly fact: ImportedFact; readonly as: 'new' | 'changed' | 'unchanged' | 'again' }
type Waiting = ImportOutcome['waiting'][number]
type Tried = { readonly proposed: readonly Proposed[]; readonly verdict: Verdict<true> }

/** Judges a set of facts against the log: what is new, what mends an earlier import, what stands already, what must wait. */
export function decideImport(facts: readonly ImportedFact[], whenMisfit: WhenMisfit, context: ImportContext): Verdict<DecidedImport> {
  const twice = usedTwice(facts)
  if (twice !== undefined)
    return refused(`the fact id ${twice} is used twice in this set`, [twice], ['number the facts apart: source/subject/event/1, /2 …'])
  const ours = facts.find(({ subject }) => kindOf(subject) === 'publication')
  if (ours) return madeHere(ours)
  const early = facts.find(({ receivedAt }) => receivedAt > context.now)
  if (early) return notArrived(early, context.now)
  const moved = strikeMoved(facts, context.log)
  if (moved !== undefined)
    return refused(`${moved} struck another fact before`, [moved], ['leave it as it was, and strike in a fact of its own: the next n'])
  const sorted = strikesLast(facts.map((fact) => ({ fact, as: sortOf(fact, context.log) })))
  const waiting = new Map<string, Waiting>()
  for (;;) {
    const { proposed, verdict } = attempt(sorted, waiting, context)
    if (!isRefused(verdict)) return waiting.size > 1 ? offerAgain(sorted, waiting, context) : decidedAs(proposed, sorted, waiting)
    const culprit = culpritOf(verdict, sorted, waiting)
    if (whenMisfit === 'refuse' || culprit === undefined) return verdict
    waiting.set(culprit, { fact: culprit, why: verdict.refused, remedies: verdict.remedies })
  }
}

/** Nothing is recorded before it reached us: tomorrow's news is not known today. */
function notArrived({ fact, receivedAt }: ImportedFact, now: Moment): Refused {
  const arrival = longDay(dayOf(receivedAt))
  return refused(`${fact} arrives on ${arrival}, and today is ${longDay(dayOf(now))}`, [fact], ['import it on that day or later'])
}

/** What is published is never changed, not by another telling of it either; and nobody publishes without a second person. */
const madeHere = ({ fact, subject }: ImportedFact): Refused =>
  refused(
    `${fact} is about ${subject}: a report is drafted, approved and published by its acts, and an import changes nothing of it`,
    [fact],
    ['leave it out of the file', 'import the published paper as one that a source tells of: paper/…'],
  )

function usedTwice(facts: readonly ImportedFact[]): string | undefined {
  const seen = new Set<string>()
  return facts.find(({ fact }) => seen.size === seen.add(fact).size)?.fact
}

/** A strike that names another fact than the one whose place it fills. */
function strikeMoved(facts: readonly ImportedFact[], log: FactIndex): string | undefined {
  const isMoved = ({ fact, strikes }: ImportedFact) => {
    const before = log.facts.get(fact)
    return strikes !== undefined && before && !before.noted && log.facts.get(strikes)?.place !== before.place
  }
  return facts.find(isMoved)?.fact
}

/** A fact may be struck in the set that tells it: whatever order they were written in, the strike comes after it. */
const strikesLast = (sorted: readonly Sorted[]): readonly Sorted[] => [
  ...sorted.filter(({ fact }) => fact.strikes === undefined),
  ...sorted.filter(({ fact }) => fact.strikes !== undefined),
]

function sortOf(fact: ImportedFact, log: FactIndex): Sorted['as'] {
  const before = log.facts.get(fact.fact)
  if (!before) return 'new'
  if (!same(contentOf(fact), contentOf(before))) return 'changed'
  if (!before.noted) return 'unchanged'
  const chosenNow = fact.beside === undefined && placeHeld(before) === undefined
  return before.beside === undefined || chosenNow ? 'again' : 'unchanged'
}

/** What makes two tellings of a fact the same. */
const contentOf = ({ on, time, nth, capacity, subject, event, source, publicAt, class: classification }: ImportedFact | Entry) =>
  defined({ on, time, nth, capacity, subject, event, source, publicAt, classification })

const defined = (object: object) => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))

/** The place that a fact fills, filled once, or waits to mend; undefined for one that was only ever noted. */
const placeHeld = (before: Entry | undefined): number | undefined =>
  before === undefined || (before.noted && before.place === before.position) ? undefined : before.place

/** The set without what waits, and whether it may be appended. */
function attempt(sorted: readonly Sorted[], waiting: ReadonlyMap<string, Waiting>, context: ImportContext): Tried {
  const proposed = proposeAll(sorted, waiting, context)
  if (isRefused(proposed)) return { proposed: [], verdict: proposed }
  return { proposed, verdict: admit(context.log, context.stamp(proposed, context.nextPosition), context.now) }
}

/** What was only in the way of something that itself had to wait stands after all. */
function offerAgain(sorted: readonly Sorted[], waiting: ReadonlyMap<string, Waiting>, context: ImportContext): DecidedImport {
  let still = waiting
  for (const fact of waiting.keys()) {
    const without = new Map([...still].filter(([each]) => each !== fact))
    if (!isRefused(attempt(sorted, without, context).verdict)) still = without
  }
  return decidedAs(attempt(sorted, still, context).proposed, sorted, still)
}

function proposeAll(
  sorted: readonly Sorted[],
  waiting: ReadonlyMap<string, Waiting>,
  context: ImportContext,
): Verdict<readonly Proposed[]> {
  const { facts } = context.log
  const taken = sorted.filter(({ fact, as }) => as !== 'unchanged' && !(as === 'again' && waiting.has(fact.fact)))
  const inSet = new Map(taken.map(({ fact }, index) => [fact.fact, placeHeld(facts.get(fact.fact)) ?? context.nextPosition + index]))
  const placeOf = (fact: string): number | undefined => inSet.get(fact) ?? facts.get(fact)?.place
  const proposed: Proposed[] = []
  for (const { fact } of taken) {
    const one = propose(fact, waiting.has(fact.fact), placeOf, context.log)
    if (isRefused(one)) return one
    proposed.push(one)
  }
  return proposed
}

function propose(fact: ImportedFact, waits: boolean, placeOf: (fact: string) => number | undefined, log: FactIndex): Verdict<Proposed> {
  const { strikes, beside, ...told } = fact
  const held = placeHeld(log.facts.get(fact.fact))
  if (waits) return { ...told, noted: true, ...(held === undefined ? {} : { refills: held }) }
  const named = strikes ?? beside
  if (named === fact.fact) return refused(`${fact.fact} names itself`, [fact.fact], ['name the other fact'])
  const place = named === undefined ? held : placeOf(named)
  if (named !== undefined && place === undefined) return notImported(fact.fact, named)
  if (place === undefined) return told
  if (beside !== undefined) return { ...told, noted: true, beside: place }
  const filler = log.fillers.get(place)
  return filler && !mayRefill(fact, filler) ? { ...told, noted: true, refills: place, beside: place } : { ...told, refills: place }
}

/** What a person filled stays, and what an import struck stays struck until the strike is withdrawn by a person. */
const mayRefill = (fact: ImportedFact, filler: Entry): boolean =>
  fact.strikes === undefined ? filler.fact === fact.fact : filler.fact !== undefined

const notImported = (fact: string, named: string): Refused =>
  refused(`${fact} names the fact ${named}, which is not imported`, [fact], [`import ${named} first, or in the same set`])

/** The fact to keep waiting: one the refusal names, else the last of its subjects, which is in an older entry's way. */
function culpritOf(verdict: Refused, sorted: readonly Sorted[], waiting: ReadonlyMap<string, Waiting>): string | undefined {
  const candidates = sorted
    .filter(({ fact, as }) => as !== 'unchanged' && fact.beside === undefined && !waiting.has(fact.fact))
    .map(({ fact }) => fact)
    .sort((a, b) => compareText(momentOf(a), momentOf(b)) || (a.nth ?? 0) - (b.nth ?? 0) || compareText(a.fact, b.fact))
  const named = candidates.findLast(({ fact }) => verdict.about.includes(fact))
  return (named ?? candidates.findLast(({ subject }) => verdict.subjects?.includes(subject)))?.fact
}

function decidedAs(proposed: readonly Proposed[], sorted: readonly Sorted[], waiting: ReadonlyMap<string, Waiting>): DecidedImport {
  const beside = new Set(proposed.filter(({ noted }) => noted).map(({ fact }) => fact))
  const ids = (which: (one: Sorted) => boolean) => sorted.filter(which).map(({ fact }) => fact.fact)
  const filled = ({ fact }: Sorted) => !beside.has(fact.fact) && !waiting.has(fact.fact)
  const outcome: ImportOutcome = {
    added: ids((one) => filled(one) && (one.as === 'new' || one.as === 'again')),
    changed: ids((one) => filled(one) && one.as === 'changed'),
    unchanged: ids(({ as, fact }) => as === 'unchanged' || (as === 'again' && waiting.has(fact.fact))),
    waiting: [...waiting.values()],
    besides: ids(({ fact }) => beside.has(fact.fact) && !waiting.has(fact.fact)),
  }
  return { proposed, outcome }
}
