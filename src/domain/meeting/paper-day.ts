import { type Given, rowFor } from '../acting/act.ts'
import { type Deadline, workingDayBefore } from '../calendar/working-days.ts'
import { all } from '../register.ts'
import type { Meeting } from './meeting.ts'

/** The day by which papers go out to the members of a body before a meeting, with how it was counted and by which row. */
export type PaperDay = Deadline & { readonly row: string }

type On = Pick<Given, 'register' | 'day'>

/** One row tells it for the body that converts, another for every other body. Undefined where the rulebook or the calendar tells none. */
export function paperDayOf(given: On, { body, day }: Pick<Meeting, 'body' | 'day'>): PaperDay | undefined {
  const converts = all(given.register, 'body').find(({ state }) => state.capacities.includes('convert'))?.subject === body
  const row = converts ? 'paper-day' : 'paper-day-others'
  const value = rowFor(given, row)?.value
  if (value?.kind !== 'working days') return undefined
  try {
    return { ...workingDayBefore(given.register.calendar, day, value.days), row }
  } catch (error) {
    // The bank holidays of that year are not recorded.
    if (error instanceof RangeError) return undefined
    throw error
  }
}
