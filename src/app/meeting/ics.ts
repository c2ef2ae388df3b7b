import ICAL from 'ical.js'
import type { WrittenMeeting } from './calendar-file.ts'

/** A series is followed no further: a year's meetings are fewer. */
const MOST_OF_A_SERIES = 60

/**
 * The events of an iCalendar file (RFC 5545) as meetings: the summary names the body and, as “meeting 73” or “#73”, its number; the day is
 * the one in London. Problems name the event.
 */
export function eventsIn(
  text: string,
): { readonly meetings: readonly WrittenMeeting[] } | { readonly where: string; readonly problem: string } {
  let calendar: ICAL.Component
  try {
    calendar = new ICAL.Component(ICAL.parse(text))
  } catch (error) {
    return { where: 'the file', problem: `it is no iCalendar: ${error instanceof Error ? error.message : 'it cannot be read'}` }
  }
  const meetings = calendar.getAllSubcomponents('vevent').flatMap((component, index) => {
    const event = new ICAL.Event(component)
    const summary = event.summary ?? ''
    const number = /(?:\bmeeting|\bno\.?|#)\s*(\d+)/i.exec(summary)?.[1]
    return daysOf(event).map(
      (day): WrittenMeeting => ({ where: `event ${index + 1}`, body: summary, day, ...(number === undefined ? {} : { number }) }),
    )
  })
  return { meetings }
}

function daysOf(event: ICAL.Event): readonly string[] {
  if (!event.startDate) return ['']
  if (!event.isRecurring()) return [londonDay(event.startDate)]
  const days: string[] = []
  const each = event.iterator()
  for (let next = each.next(); next && days.length < MOST_OF_A_SERIES; next = each.next()) days.push(londonDay(next))
  return days
}

/** A time of another zone is taken as it is written there; one of UTC is read in London. */
function londonDay(time: ICAL.Time): string {
  if (time.zone?.tzid !== 'UTC' || time.isDate) return time.toString().slice(0, 10)
  return Temporal.Instant.from(time.toJSDate().toISOString()).toZonedDateTimeISO('Europe/London').toPlainDate().toString()
}
