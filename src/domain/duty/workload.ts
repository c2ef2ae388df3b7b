import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Subject } from '../entry.ts'
import { isEnded } from '../modification/modification.ts'
import { nextSteps } from '../modification/next-step.ts'
import type { ModificationId } from '../modification/reference.ts'
import { type Found, modifications, type Register } from '../register.ts'

/** A modification that an analyst leads, and its next day. */
export type Led = { readonly found: Found<'modification'>; readonly next?: CalendarDate }

/** The open modifications by their Lead Analyst, the soonest day first; those of nobody that is told come last. */
export function workload(register: Register): ReadonlyMap<Subject | 'nobody', readonly Led[]> {
  const open = modifications(register).filter(
    ({ state }) => !state.unidentified && !isEnded(state) && state.standing.value.stage !== 'unknown',
  )
  const led = open.map((found): Led & { readonly by: Subject | 'nobody' } => {
    const { analyst } = found.state
    const next = nextSteps(register, found.id as ModificationId).find(({ day }) => day !== undefined)?.day
    return { by: analyst?.value ?? 'nobody', found, ...(next ? { next } : {}) }
  })
  const bySoonest = led.toSorted((a, b) => ((a.next ?? '9999') < (b.next ?? '9999') ? -1 : 1))
  const order = (by: string) => (by === 'nobody' ? 1 : 0)
  return Map.groupBy(
    bySoonest.toSorted((a, b) => order(a.by) - order(b.by)),
    ({ by }) => by,
  )
}
