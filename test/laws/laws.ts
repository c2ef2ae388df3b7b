import assert from 'node:assert/strict'
import { BEGINNING, FOREVER, type Moment } from '../../src/domain/calendar/moment.ts'
import type { Entry, Proposed } from '../../src/domain/entry.ts'
import { isMisfit } from '../../src/domain/misfit.ts'
import { everyClass, everything, memberReader, ownerOf, publicReader, type Reader } from '../../src/domain/reader.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import type { Register } from '../../src/domain/register.ts'
import { believed, foldSubject } from '../../src/domain/replay.ts'
import { same } from '../../src/domain/same.ts'
import { append, emptyLog, logOf, refill, type TestLog } from '../support/history.ts'
import { believedStates, momentsThatMatter, nowsOf, plain, statesOf } from './observed.ts'
import type { Program } from './program.ts'
import { pickOf, placesOf, type Typed } from './typed.ts'

/** A law of a log that was built through the door. `picks` choose what is looked at. Throws where the law is broken. */
export type Law = (program: Program, typed: Typed, picks: readonly number[]) => void

const chosen = <T>(items: readonly T[], picks: readonly number[]): readonly T[] => [
  ...new Set(picks.map((pick) => pickOf(items, pick)).filter((item) => item !== undefined)),
]

/** Every class of reader, whoever acts for one that told anything, and who acts for two of them. */
function everyReader(entries: readonly Entry[]): readonly Reader[] {
  const owners = [...new Set(entries.map(ownerOf))].filter((owner) => owner !== 'unknown')
  const pairs = owners.flatMap((a) => owners.filter((b) => a < b).map((b) => [a, b]))
  return [...everyClass, ...[...owners.map((owner) => [owner]), ...pairs].map((own) => memberReader(own))]
}

/** 1. Every moment at every known command end replays, for every reader, now and at each embargo's end. */
export const everyAnswerReplays: Law = ({ registerAt }, { log: { entries }, ends, now }, picks) => {
  const moments = momentsThatMatter(entries)
  const readers = everyReader(entries)
  for (const { known } of ends)
    for (const at of nowsOf(entries, now))
      for (const reader of readers)
        for (const on of [FOREVER, ...chosen(moments, picks.slice(0, 2))]) registerAt(entries, { on, known, reader, now: at })
  // As it was known then, with the clock as it stood then.
  for (const end of ends) for (const reader of readers) registerAt(entries, { on: FOREVER, known: end.known, reader, now: end.now })
  for (const on of moments) for (const reader of [publicReader, everything]) registerAt(entries, { on, known: entries.length, reader, now })
}

/** 2. Appending changes no answer of what was known earlier. */
export const whatWasKnownStays: Law = ({ registerAt }, { log: { entries }, ends, now }, picks) => {
  const moments = [FOREVER, ...chosen(momentsThatMatter(entries), picks.slice(0, 4))]
  for (const { known } of ends)
    for (const reader of [publicReader, everything])
      for (const on of moments) {
        const then = registerAt(entries.slice(0, known), { on, known, reader, now })
        assertSame(plain(registerAt(entries, { on, known, reader, now })), plain(then), `on ${on}, as known at ${known}`)
      }
}

/** 3. Once all is known, the order of typing does not change what was true. */
export const orderOfTypingIsNothing: Law = ({ admit, registerAt }, { log, now }, picks) => {
  const facts = believed(log.entries).map(openTo)
  const again = typedInAnyOrder(shuffled(facts, picks), admit, now, (picks[0] ?? 0) % 2 === 0)
  const once = typedInAnyOrder(facts, admit, now, false)
  const ask = (entries: readonly Entry[], on: Moment) => registerAt(entries, { on, known: entries.length, reader: everything, now })
  for (const on of momentsThatMatter(log.entries)) {
    const truth = believedStates(ask(log.entries, on))
    assertSame(believedStates(ask(again.entries, on)), truth, `on ${on}, typed in another order`)
    assertSame(believedStates(ask(once.entries, on)), truth, `on ${on}, typed as one set`)
  }
}

/** The content of an entry, at a place of its own, hidden from nobody. */
function openTo(entry: Entry): Proposed {
  const { refills, publicAt, restsOn, ...tells } = refill(entry)
  return { ...tells, class: 'white' }
}

/** One at a time as far as each can stand, the rest as one set; or all as one. */
function typedInAnyOrder(facts: readonly Proposed[], admit: Program['admit'], now: Moment, singly: boolean): TestLog {
  let log = emptyLog
  let rest = facts
  for (let before = -1; singly && before !== rest.length; ) {
    before = rest.length
    rest = rest.filter((fact) => {
      const next = append(log, [fact], now, admit)
      if (isRefused(next)) return true
      log = next
      return false
    })
  }
  if (rest.length === 0) return log
  const next = append(log, rest, now, admit)
  assert(!isRefused(next), `what stood in one order is refused in another: ${isRefused(next) && next.refused}`)
  return next
}

function shuffled<T>(items: readonly T[], picks: readonly number[]): readonly T[] {
  const keys = items.map((item, index) => ({ item, key: ((picks[index % picks.length] ?? 0) * 31 + index * 17) % 101 }))
  return keys.sort((a, b) => a.key - b.key).map(({ item }) => item)
}

/** 4. Settling composes; nothing changes before `until`, something does at it. */
export const settlingComposes: Law = ({ registerAt, settle, untilOf }, { log: { entries }, now }, picks) => {
  const moments = momentsThatMatter(entries)
  const some = chosen(moments, picks.slice(0, 4)).toSorted()
  for (const on of chosen(moments, picks.slice(4, 8))) {
    const register = registerAt(entries, { on, known: entries.length, reader: everything, now })
    for (const { state } of register.subjects.values()) {
      for (const a of some)
        for (const b of some) if (on <= a && a <= b) assertSame(settle(settle(state, a), b), settle(state, b), `${a}, then ${b}`)
      const until = untilOf(state)
      for (const each of moments) if (on <= each && each < until) assertSame(settle(state, each), state, `at ${each}, before ${until}`)
      if (until === FOREVER) continue
      assert(until > on, `settled at ${on}, it says that it changes at ${until}`)
      assert(!same(settle(state, until), state), `nothing changes at ${until}`)
    }
    standsUntil(register.until, on, moments, (each) => registerAt(entries, { on: each, known: entries.length, reader: everything, now }))
  }
}

type Ask = (on: Moment) => ReturnType<Program['registerAt']>

function standsUntil(until: Moment, on: Moment, moments: readonly Moment[], ask: Ask): void {
  const recordedAt = (each: Moment) => [statesOf(ask(each)), [...ask(each).subjects.values()].map(({ history }) => history.length)]
  const first = recordedAt(on)
  for (const each of moments)
    if (on <= each && each < until) assertSame(recordedAt(each), first, `at ${each}, before the register's ${until}`)
  if (until !== FOREVER) assert(!same(recordedAt(until), first), `nothing changes in the register at ${until}`)
}

/** 5. Refolding the touched subjects equals a full replay. */
export const refoldingIsReplaying: Law = ({ registerAt, refold }, { log: { entries }, ends }, picks) => {
  const moments = momentsThatMatter(entries)
  for (const reader of [publicReader, everything, memberReader(['organisation/dcc'])])
    for (const on of [FOREVER, ...chosen(moments, picks.slice(0, 3))])
      for (const [index, { known, now, added }] of ends.entries()) {
        const earlier = ends[index - 1]
        if (!earlier) continue
        const log = logOf(entries.slice(0, known))
        const before = registerAt(entries.slice(0, earlier.known), { on, known: earlier.known, reader, now: earlier.now })
        if (now >= before.embargoUntil) continue
        for (const later of [on, ...chosen(moments, picks.slice(3, 6))].filter(
          (each) => each === on || (on < each && each < before.until),
        )) {
          const asked = { on: later, known, reader, now }
          assertSame(
            plain(refold(before, added, log.entries, log.lists, asked)),
            plain(registerAt(log.entries, asked)),
            `on ${later}, known ${known}`,
          )
        }
      }
}

/** 6. Striking and reinstating is as if nothing had been. */
export const reinstatingIsNothing: Law = ({ admit, registerAt }, { log, ends, now }, picks) => {
  const filled = placesOf(log).filter(({ event }) => event !== null)
  const singles = chosen(filled, picks.slice(0, 5)).map((entry) => [entry])
  const commands = chosen(ends, picks.slice(5, 8)).map(({ added }) =>
    filled.filter((entry) => added.some(({ place }) => place === entry.place)),
  )
  for (const entries of [...singles, ...commands]) {
    const struck = append(
      log,
      entries.map((entry) => ({ ...refill(entry), event: null })),
      now,
      admit,
    )
    if (isRefused(struck) || entries.length === 0) continue
    const again = append(
      struck,
      entries.map((entry) => refill(entry)),
      now,
      admit,
    )
    assert(!isRefused(again), `it stood, was struck, and may not be reinstated: ${isRefused(again) && again.refused}`)
    const ask = ({ entries: all }: TestLog, on: Moment, at: Moment, reader: Reader): Register =>
      registerAt(all, { on, known: all.length, reader, now: at })
    for (const reader of everyReader(log.entries))
      for (const at of nowsOf(log.entries, now))
        for (const on of [BEGINNING, FOREVER, ...chosen(momentsThatMatter(log.entries), picks.slice(0, 4))]) {
          const before = ask(log, on, at, reader)
          const after = ask(again, on, at, reader)
          assertSame(statesOf(after), statesOf(before), `on ${on}`)
          assert.equal(after.until, before.until)
        }
  }
}

/** 7. What stands alone bears nothing: any of it may be away, and the rest folds. So no readers need to be judged but the owners of each. */
export const nothingStandsOnWhatStandsAlone: Law = ({ standsAlone }, { log: { lists } }, picks) => {
  for (const entries of lists.values()) {
    const ordered = believed(entries)
    const alone = ordered.filter(({ event }) => event && standsAlone(event.type))
    const without = (away: readonly Entry[]) =>
      foldSubject(
        ordered.filter((entry) => !away.includes(entry)),
        FOREVER,
      )
    for (const away of [...alone.map((entry) => [entry]), chosen(alone, picks), alone]) {
      const folded = without(away)
      assert(!isMisfit(folded), `without ${away.map(({ event }) => event?.type).join(', ')}: ${isMisfit(folded) && folded.misfit}`)
    }
  }
}

export const laws = {
  everyAnswerReplays,
  whatWasKnownStays,
  orderOfTypingIsNothing,
  settlingComposes,
  refoldingIsReplaying,
  reinstatingIsNothing,
  nothingStandsOnWhatStandsAlone,
}

function assertSame(actual: unknown, expected: unknown, where: string): void {
  if (!same(actual, expected)) assert.deepEqual(actual, expected, where)
}
