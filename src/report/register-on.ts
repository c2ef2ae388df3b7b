import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Register } from '../domain/register.ts'

/** The register at the end of a day: always the same log, as known at the same position, for the same reader. */
export type RegisterOn = (day: CalendarDate) => Register
