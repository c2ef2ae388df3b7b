import { calendarDate } from '../domain/calendar/calendar-date.ts'
import { type Moment, parseMoment } from '../domain/calendar/moment.ts'
import type { ClockRow, Stamp } from '../log/log.ts'

/**
 * The clock of a log: real, or, on a demo log, what its row says it showed at a real instant and the time passed since.
 * Throws nothing; a row with an unreadable moment cannot be written.
 */
export function clockAt(row: ClockRow | undefined, nowMilliseconds: number = Date.now()): Stamp {
  const instant = Temporal.Instant.fromEpochMilliseconds(nowMilliseconds)
  const real = instant.toZonedDateTimeISO(LONDON)
  const shown = row ? advanced(row, instant) : real
  return {
    instant: instant.toString({ fractionalSecondDigits: 3 }),
    day: calendarDate(shown.toPlainDate().toString()),
    moment: momentIn(shown),
  }
}

/** What the clock of a log showed at an instant, to the second; undefined for one before it was last moved, when it showed something else. */
export function shownAt(row: ClockRow | undefined, instant: string): string | undefined {
  const then = Temporal.Instant.from(instant)
  if (row && Temporal.Instant.compare(then, Temporal.Instant.from(row.since)) < 0) return undefined
  const shown = row ? advanced(row, then) : then.toZonedDateTimeISO(LONDON)
  return shown.toPlainDateTime().toString({ smallestUnit: 'second' })
}

/** What the clock is set to show from now on. */
export function setClock(shows: Moment, nowMilliseconds: number = Date.now()): ClockRow {
  return { shows, since: Temporal.Instant.fromEpochMilliseconds(nowMilliseconds).toString() }
}

const LONDON = 'Europe/London'

/** The real instant (UTC) at which the clock in London showed that; of the two in October, the first. */
export function londonInstant(shown: Moment): string {
  return Temporal.PlainDateTime.from(shown).toZonedDateTime(LONDON).toInstant().toString({ fractionalSecondDigits: 3 })
}

function advanced(row: ClockRow, now: Temporal.Instant): Temporal.ZonedDateTime {
  const since = Temporal.Instant.from(row.since)
  const passed = Temporal.Instant.compare(now, since) > 0 ? now.since(since) : new Temporal.Duration()
  return Temporal.PlainDateTime.from(row.shows).toZonedDateTime(LONDON).add(passed)
}

/** London wall clock to the minute. In the repeated hour of October it stands still, so that it never runs backwards. */
function momentIn(shown: Temporal.ZonedDateTime): Moment {
  const repeated = shown.offsetNanoseconds === 0 && shown.subtract({ hours: 1 }).offsetNanoseconds !== 0
  const text = repeated && shown.hour === 1 ? `${shown.toPlainDate()}T01:59` : shown.toPlainDateTime().toString({ smallestUnit: 'minute' })
  return parseMoment(text) as Moment
}
