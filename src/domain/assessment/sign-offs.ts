import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Subject } from '../entry.ts'
import { find, modifications, type Register } from '../register.ts'

/** A provider of assessments with its sign-off of a month's update: the last day on which it signed, and the entry that tells it. */
export type SignOff = { readonly provider: Subject; readonly signed?: { readonly on: CalendarDate; readonly place: number } }

/** Of all the assessments that the register knows, by the providers' subjects. */
export function signOffs(register: Register, month: string): readonly SignOff[] {
  const providers = modifications(register).flatMap(({ state }) => Object.values(state.assessments).map(({ provider }) => provider))
  return [...new Set(providers)].sort().map((provider) => {
    const organisation = find(register, 'organisation', provider.slice('organisation/'.length))?.state
    const last = organisation?.signed.findLast(({ value }) => value === month)
    return { provider, ...(last ? { signed: { on: last.on.to, place: last.place } } : {}) }
  })
}
