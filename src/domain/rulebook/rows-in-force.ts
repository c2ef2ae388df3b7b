import type { CalendarDate } from '../calendar/calendar-date.ts'
import { compareText } from '../calendar/moment.ts'
import { all, type Register } from '../register.ts'
import { type Row, rowInForce } from './rulebook.ts'

/** Every row in force on a day, as a register knows it, by id. */
export function rowsInForce(register: Register, day: CalendarDate): readonly Row[] {
  return all(register, 'rule')
    .flatMap(({ state }) => rowInForce(state, day)?.value ?? [])
    .sort((a, b) => compareText(a.id, b.id))
}
