import type { Principal } from '../../src/domain/access.ts'
import { type ActLog, actLog, logWith } from '../../src/domain/acting/act-log.ts'
import type { Act } from '../../src/domain/acting/acts.ts'
import { decideActs } from '../../src/domain/acting/decide-acts.ts'
import { admit } from '../../src/domain/admit.ts'
import { addDays } from '../../src/domain/calendar/calendar-date.ts'
import { dayOf, type Moment, moment, timeOf } from '../../src/domain/calendar/moment.ts'
import type { Entry, Proposed, Subject } from '../../src/domain/entry.ts'
import { isRefused, type Refused } from '../../src/domain/refusal.ts'
import { modifications, type Register } from '../../src/domain/register.ts'
import { bySubject } from '../../src/domain/replay.ts'
import { act } from '../support/process.ts'
import { packSets, withSet } from '../support/sample-log.ts'
import { october } from '../support/sample-register.ts'
import { chooserOf, committed, possibleIn, randomAct } from './random-acts.ts'

/** A register in memory at a moment, and what was done to come there. */
export type Walked = { readonly log: ActLog; readonly now: Moment; readonly register: Register; readonly done: readonly Act[] }

/** Who administers may record everything: whoever else is refused is the business of the table of access. */
const administrator: Principal = { id: 'walker', roles: ['administrator'], actsFor: [], seats: [] }

/** The register of the code's pack alone, on 4 October 2019 at 09:00. */
export function beginning(): Walked {
  let entries: readonly Entry[] = []
  for (const set of packSets(october).filter(({ day }) => day <= october)) {
    const after = withSet(entries, set)
    if (isRefused(after)) throw new Error(after.refused)
    entries = after.entries
  }
  return at({ entries, lists: bySubject(entries) }, `${october}T09:00` as Moment, [])
}

const toBallot: readonly (readonly [verb: string, by: Subject, fields: object])[] = [
  ['raise-draft-proposal', 'organisation/dcc', { title: 'Alpha', proposer: 'organisation/dcc', issue: 'It is not so.' }],
  ['determine-ready', 'body/change-sub-committee', {}],
  ['convert', 'body/panel', { path: 'self-governance', route: 'report' }],
  ['approve-report', 'body/panel', {}],
  ['open-ballot', 'body/change-board', {}],
]

/** The same with a modification on which a ballot is open: chance seldom leads there. Throws where a step is refused. */
export const withBallot = (walked: Walked): Walked =>
  toBallot.reduce((before, [verb, by, fields]) => {
    const subject = modifications(before.register)[0]?.subject ?? 'modification/new'
    const after = withAct(before, committed(act(verb, subject, fields, { by })))
    if (isRefused(after)) throw new Error(after.refused)
    return after
  }, walked)

function at(log: Pick<ActLog, 'entries' | 'lists'>, now: Moment, done: readonly Act[]): Walked {
  const next = actLog(log, now, log.entries.length + 1, stamped(now), undefined)
  return { log: next, now, register: next.registerAt(now), done }
}

const stamped =
  (now: Moment) =>
  (proposed: readonly Proposed[], nextPosition: number): readonly Entry[] =>
    proposed.map(({ refills, ...told }, index) => ({
      ...told,
      position: nextPosition + index,
      place: refills ?? nextPosition + index,
      recordedAt: `${dayOf(now)}T09:00:00.000Z`,
      recordedOn: dayOf(now),
      command: `command ${nextPosition}`,
      recorder: 'walker',
    }))

/** The register with an act more; or why it is refused. */
export function withAct(walked: Walked, act: Act): Walked | Refused {
  const { log, now, done } = walked
  const decided = decideActs([act], 'refuse', {
    log,
    now,
    principal: administrator,
    key: `step ${done.length}`,
    instant: `${dayOf(now)}T09:00:00.000Z`,
  })
  if (isRefused(decided)) return decided
  const next = logWith(log, decided.proposed)
  const verdict = admit(log, next.entries.slice(log.entries.length), now)
  return isRefused(verdict) ? verdict : at(next, now, [...done, act])
}

/** The same register so many days later. */
export function later({ log, now, done }: Walked, days: number): Walked {
  const time = timeOf(now)
  return at(log, moment(addDays(dayOf(now), days), time === '24:00' ? undefined : time), done)
}

/** One step, as its numbers choose it: some days pass, and something that fits is done, if it may be. */
export function stepped(walked: Walked, picks: readonly number[]): Walked {
  const choose = chooserOf(picks)
  const after = later(walked, choose([0, 0, 1, 3, 10, 30]) ?? 0)
  const possible = choose(possibleIn(after.register, after.now))
  const act = possible && randomAct(after.register, after.now, possible, choose)
  const next = act && withAct(after, act)
  return next === undefined || isRefused(next) ? after : next
}
