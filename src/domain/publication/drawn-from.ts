import type { CalendarDate } from '../calendar/calendar-date.ts'
import { endOfDay } from '../calendar/moment.ts'
import type { Classification, Entry } from '../entry.ts'
import type { Reader } from '../reader.ts'
import type { Register } from '../register.ts'
import { registerAt } from '../replay.ts'
import type { Drawn } from './publication.ts'

/** From what a paper is drawn: a prefix of the log, a day and a moment. The same gives the same registers for ever. */
export type DrawnFrom = Pick<Drawn, 'known' | 'asOf' | 'at'>

/** Who reads a paper of a class: all up to it, what was written for the paper too, and nothing that was under an embargo when it was drawn. */
export const readerOfClass = (clearance: Classification): Reader => ({ clearance, embargoed: false, own: [], drafts: true })

/**
 * The registers of a paper by day, each folded once. `entries` may be those that a reader has: what is above the class is not needed, so
 * positions may have gaps.
 */
export function registersDrawn(entries: readonly Entry[], { known, asOf, at }: DrawnFrom, reader: Reader): (day: CalendarDate) => Register {
  const prefix = entries.filter(({ position }) => position <= known)
  const registers = new Map<CalendarDate, Register>()
  return (day) => {
    const kept = registers.get(day)
    if (kept) return kept
    const on = day >= asOf ? at : endOfDay(day)
    const register = { ...registerAt(prefix, { on, known: prefix.length, reader, now: at }), known }
    registers.set(day, register)
    return register
  }
}
