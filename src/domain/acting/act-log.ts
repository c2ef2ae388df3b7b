import type { Recorded } from '../admit.ts'
import type { Moment } from '../calendar/moment.ts'
import type { Entry, Proposed, Subject } from '../entry.ts'
import type { Stamp } from '../importing/decide-import.ts'
import { everything } from '../reader.ts'
import type { Register } from '../register.ts'
import { refold, registerAt } from '../replay.ts'

/** The log as acts are judged in it, with what the acts before them in the set record; and the register at a moment of it. */
export type ActLog = Recorded & {
  readonly nextPosition: number
  readonly stamp: Stamp
  /** With all that is known and nothing hidden. */
  readonly registerAt: (moment: Moment) => Register
}

/**
 * A log for judging acts. `present` is the register of now, if there is one: most acts are judged in it, and asking for it is free.
 */
export function actLog(log: Recorded, now: Moment, nextPosition: number, stamp: Stamp, present: Register | undefined): ActLog {
  const asked = new Map<Moment, Register>(present ? [[now, present]] : [])
  const at = (moment: Moment): Register => {
    const register = asked.get(moment) ?? registerAt(log.entries, { on: moment, known: log.entries.length, reader: everything, now })
    asked.set(moment, register)
    return register
  }
  return { ...log, nextPosition, stamp, registerAt: at }
}

/** The same log with more. */
export function logWith(log: ActLog, proposed: readonly Proposed[]): ActLog {
  const added = log.stamp(proposed, log.nextPosition)
  const entries = [...log.entries, ...added]
  const lists = withEach(log.lists, added)
  const asked = new Map<Moment, Register>()
  const at = (moment: Moment): Register => {
    const register =
      asked.get(moment) ??
      refold(log.registerAt(moment), added, entries, lists, { on: moment, known: entries.length, reader: everything, now: moment })
    asked.set(moment, register)
    return register
  }
  return { entries, lists, nextPosition: log.nextPosition + added.length, stamp: log.stamp, registerAt: at }
}

function withEach(lists: Recorded['lists'], added: readonly Entry[]): ReadonlyMap<Subject, readonly Entry[]> {
  const all = new Map(lists)
  for (const entry of added) all.set(entry.subject, [...(all.get(entry.subject) ?? []), entry])
  return all
}
