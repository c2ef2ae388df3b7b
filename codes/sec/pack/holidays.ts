import type { CalendarDate, Dated } from '../../../src/domain/calendar/calendar-date.ts'
import type { ImportedFact } from '../../../src/domain/importing/facts.ts'
import { bankHolidays, proclaimed } from './bank-holidays.ts'
import { by, fromTheBeginning, packFact } from './pack-fact.ts'
import { sources } from './sources.ts'

/** One declaration for each bank holiday. */
export const holidays: readonly ImportedFact[] = bankHolidays.map(([date, name]) =>
  packFact(
    `holiday/${date}`,
    { type: 'HolidayDeclared', v: 1, date: date as CalendarDate, name, division: 'england-and-wales' },
    toldOn(date),
    { ...sources.bankHolidays, reading: readingOf(date) },
  ),
)

/** Regular days follow standing rules, known from the beginning; a proclaimed one was surely known only by the day itself. */
function toldOn(date: string): Dated {
  return proclaimed.includes(date) ? by(date) : fromTheBeginning
}

function readingOf(date: string): string {
  return proclaimed.includes(date)
    ? 'added or moved by a proclamation that we do not hold: known at the latest on the day itself'
    : 'follows the standing rules, so it is told from the beginning of the calendar'
}
