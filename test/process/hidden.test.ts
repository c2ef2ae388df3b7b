import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actorsFor, type Principal } from '../../src/domain/access.ts'
import type { Act } from '../../src/domain/acting/acts.ts'
import { outOfSight } from '../../src/domain/acting/in-view.ts'
import { admit } from '../../src/domain/admit.ts'
import { addDays } from '../../src/domain/calendar/calendar-date.ts'
import { dayOf, FOREVER, type Moment, moment } from '../../src/domain/calendar/moment.ts'
import { decide } from '../../src/domain/decide.ts'
import type { Proposed } from '../../src/domain/entry.ts'
import { everything, memberReader, publicReader, type Reader } from '../../src/domain/reader.ts'
import { isRefused, type Refused } from '../../src/domain/refusal.ts'
import type { Register } from '../../src/domain/register.ts'
import { registerAt } from '../../src/domain/replay.ts'
import { same } from '../../src/domain/same.ts'
import { believedStates } from '../laws/observed.ts'
import { logOf, stamped, type TestLog } from '../support/history.ts'
import { runs } from '../support/runs.ts'
import { type Chooser, chooserOf, possibleIn, randomAct } from './random-acts.ts'
import { beginning, withBallot } from './walk.ts'

const administrator: Principal = { id: 'hider', roles: ['administrator'], actsFor: [], seats: [] }
/** After every walk: no embargo ends while one is under way. */
const embargoEnd = '2040-01-02T17:00' as Moment

type World = { readonly log: TestLog; readonly now: Moment }

const viewOf = ({ log: { entries }, now }: World, reader: Reader, on = now): Register =>
  registerAt(entries, { on, known: entries.length, reader, now: on === now ? now : on })

/** What an act records through the door; or why it is refused. */
function decided({ log, now }: World, act: Act, principal: Principal): readonly Proposed[] | Refused {
  const nextPosition = log.entries.length + 1
  const stamp = (proposed: readonly Proposed[], next: number) => stamped(proposed, next, now)
  const present = (reader: Reader = everything) => viewOf({ log, now }, reader)
  const command = { type: 'RecordActs', acts: [act], whenUnfit: 'refuse' } as const
  const verdict = decide(command, { log, now, nextPosition, stamp, principal, key: `${nextPosition}`, present })
  if (isRefused(verdict)) return verdict
  const stands = admit(log, stamp(verdict.proposed, nextPosition), now)
  return isRefused(stands) ? stands : verdict.proposed
}

const withMore = ({ log, now }: World, proposed: readonly Proposed[]): World => ({
  log: logOf([...log.entries, ...stamped(proposed, log.entries.length + 1, now)]),
  now,
})

/** What is seen by few whatever was told of it. */
const unseen: ReadonlySet<string> = new Set(['CastVote', 'RecordVotes', 'RuleOnReading'])
const board = 'body/change-board'

/** Something that who administers records and hides: under an embargo, or in a ballot that is open. */
function withHidden(world: World, choose: Chooser): World {
  const register = viewOf(world, everything)
  const possible = choose(possibleIn(register, world.now))
  const act = possible && randomAct(register, world.now, possible, choose)
  const proposed = act && decided(world, unseen.has(act.act) ? act : { ...act, recorded: { publicAt: embargoEnd } }, administrator)
  return !proposed || isRefused(proposed) ? world : withMore(world, proposed)
}

/** Whoever takes it tries an act that fits in what the public sees. */
function tried(world: World, choose: Chooser): { readonly act: Act; readonly principal: Principal } | undefined {
  const register = viewOf(world, memberReader([]))
  const possible = choose(possibleIn(register, world.now))
  const actor = possible && choose(actorsFor(register, possible.type, possible.subject))
  const act = possible && randomAct(register, world.now, possible, choose)
  return actor && act && { act, principal: { id: actor, roles: [], actsFor: [actor], seats: [] } }
}

const later = ({ log, now }: World, days: number): World => ({ log, now: moment(addDays(dayOf(now), days)) })

const readers: readonly Reader[] = [publicReader, memberReader([]), memberReader(['body/panel', 'organisation/dcc'])]

/** What is believed, without the order within one minute: what is hidden counts in it, and no page tells it. */
const told = (register: Register): unknown => withoutNth(believedStates(register))

function withoutNth(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNth)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (key === 'nth' ? [] : [[key, withoutNth(each)]])))
}

/** A log and the same with random hidden acts among what is done: nobody who may not see them can tell the two apart. */
describe('over random walks with hidden acts among them', () => {
  const { log, now } = withBallot(beginning())
  const start: World = { log: logOf(log.entries), now }
  const picks = fc.array(fc.nat(9_999), { minLength: 16, maxLength: 16 })
  const walks = fc.array(fc.record({ picks, hides: fc.constantFrom(true, false), waits: fc.constantFrom(0, 0, 1, 10) }), {
    minLength: 6,
    maxLength: 30,
  })
  const counts = { hidden: 0, recorded: 0, inTheWay: 0 }

  it('what is seen, what is recorded and what is refused is the same; and all is seen once the embargo ends', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        let plain = start
        let hiding = start
        for (const { picks: numbers, hides, waits } of steps) {
          plain = later(plain, waits)
          hiding = later(hiding, waits)
          if (hides) {
            const before = hiding.log.entries.length
            hiding = withHidden(hiding, chooserOf(numbers))
            counts.hidden += hiding.log.entries.length - before
          }
          const step = tried(plain, chooserOf(numbers))
          if (step) [plain, hiding] = bothWith([plain, hiding], step)
          for (const reader of readers) {
            expect(told(viewOf(hiding, reader))).toEqual(told(viewOf(plain, reader)))
            expect(viewOf(hiding, reader).until).toBe(viewOf(plain, reader).until)
          }
        }
        // Classes stay; embargoes end.
        const unclassed: Reader = { clearance: 'red', embargoed: false, own: [] }
        expect(told(viewOf(hiding, unclassed, FOREVER))).toEqual(told(viewOf(hiding, everything, FOREVER)))
      }),
      { numRuns: runs(8) },
    )
    expect(counts.hidden).toBeGreaterThan(20)
    expect(counts.recorded).toBeGreaterThan(20)
    expect(counts.inTheWay).toBeGreaterThan(0)
  }, 240_000)

  /** The same step in both: refused alike, or recorded alike; or, where it is hidden why, refused in one plain line and taken in neither. */
  function bothWith([plain, hiding]: readonly [World, World], { act, principal }: NonNullable<ReturnType<typeof tried>>): [World, World] {
    const [here, there] = [decided(plain, act, principal), decided(hiding, act, principal)]
    // Who chairs a ballot sees its votes.
    if (principal.actsFor.includes(board) && (isRefused(here) || isRefused(there)) && !same(here, there)) return [plain, hiding]
    if (isRefused(there) && there.refused === outOfSight.refused) {
      expect({ ...there, clause: '' }).toEqual({ ...outOfSight, clause: '' })
      counts.inTheWay++
      return [plain, hiding]
    }
    if (isRefused(here) || isRefused(there)) {
      expect(there).toEqual(here)
      return [plain, hiding]
    }
    // A number that is taken by something hidden is not given again: the one thing that is told of it.
    if (there.some(({ subject }, index) => subject !== here[index]?.subject)) return [plain, hiding]
    const telling = (proposed: readonly Proposed[]) => JSON.stringify(proposed.map(({ event, on, time }) => ({ event, on, time })))
    if (telling(there) !== telling(here)) return [plain, hiding]
    counts.recorded++
    return [withMore(plain, here), withMore(hiding, there)]
  }
})
