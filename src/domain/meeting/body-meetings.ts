import type { CalendarDate } from '../calendar/calendar-date.ts'
import { compareText } from '../calendar/moment.ts'
import type { Subject } from '../entry.ts'
import { all, type Found, type Register } from '../register.ts'

/** Every meeting of a body, in order of their days. */
export const meetingsOfBody = (register: Register, body: Subject | undefined): readonly Found<'meeting'>[] =>
  all(register, 'meeting')
    .filter(({ state }) => state.body === body)
    .toSorted((a, b) => compareText(a.state.day, b.state.day))

/** The last meeting of its body that was held before it. */
export const lastHeldBefore = (register: Register, { state: { body, day } }: Found<'meeting'>): Found<'meeting'> | undefined =>
  meetingsOfBody(register, body).findLast(({ state }) => state.held && state.day < day)

/** The meeting of a body that is planned for a day, or was held on it. */
export const plannedOn = (register: Register, body: Subject, day: CalendarDate): Found<'meeting'> | undefined =>
  meetingsOfBody(register, body).find(({ state }) => state.day === day && !state.cancelled)
