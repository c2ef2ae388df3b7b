import type { CalendarDate, Dated } from '../../../src/domain/calendar/calendar-date.ts'
import { startOfDay } from '../../../src/domain/calendar/moment.ts'
import type { Source, Subject } from '../../../src/domain/entry.ts'
import type { Event } from '../../../src/domain/events.ts'
import type { ImportedFact } from '../../../src/domain/importing/facts.ts'

/** The calendar of this pack begins here; a thing of which no source tells since when it stands is told from this day on. */
export const beginning = '2013-01-01' as CalendarDate

/** Told from the beginning, because nothing tells since when it is so. */
export const fromTheBeginning: Dated = { from: beginning, to: beginning, basis: 'bounded' }

/** It was there at the latest on the first day on which a source shows it. */
export const by = (day: string): Dated => ({ from: beginning, to: day as CalendarDate, basis: 'bounded' })

/** One fact of the pack, as an import gives it; its id is `sec-pack/subject/event/n`. */
export function packFact(subject: Subject, event: Event, on: Dated, source: Source, n = 1): ImportedFact {
  return {
    fact: `sec-pack/${subject}/${event.type}/${n}`,
    on,
    receivedAt: startOfDay(on.to),
    capacity: { by: 'unknown' },
    subject,
    event,
    class: 'white',
    source,
  }
}
