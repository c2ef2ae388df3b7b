import { type CalendarDate, monthOf, parseYearMonth } from '../../domain/calendar/calendar-date.ts'
import { dated, longDay, longMonth, weekdayName } from '../../domain/calendar/format.ts'
import type { Release, ReleaseDate } from '../../domain/release/release.ts'

/** '7 November 2019', 'November 2020', 'on UK EU Exit Day', 'not told'. */
export function releaseDateText(date: ReleaseDate): string {
  switch (date.kind) {
    case 'day':
      return longDay(date.day)
    case 'month': {
      const month = parseYearMonth(date.month)
      return month ? longMonth(month) : date.month
    }
    case 'event':
      return `on ${date.event}`
    case 'unknown':
      return 'not told'
  }
}

/** The same with the weekday where it is one day: 'Thursday 7 November 2019'. */
export function releaseDateInFull(date: ReleaseDate): string {
  return date.kind === 'day' ? `${weekdayName(date.day)} ${longDay(date.day)}` : releaseDateText(date)
}

/** As a column of a CSV: '2019-11-07', '2020-11', 'UK EU Exit Day', ''. */
export function releaseDateValue(date: ReleaseDate): string {
  switch (date.kind) {
    case 'day':
      return date.day
    case 'month':
      return date.month
    case 'event':
      return date.event
    case 'unknown':
      return ''
  }
}

export type ReleaseStanding = 'in force' | 'due' | 'to come'

/** Where it stands on a day. That its day has passed proves nothing: until a source says that it happened it is due. */
export function standingOf(release: Release, day: CalendarDate): ReleaseStanding {
  if (release.implemented) return 'in force'
  const date = release.date.value
  if (date.kind === 'day') return date.day <= day ? 'due' : 'to come'
  if (date.kind === 'month') return date.month < monthOf(day) ? 'due' : 'to come'
  return 'to come'
}

export function standingText(release: Release, day: CalendarDate): string {
  const standing = standingOf(release, day)
  if (standing === 'in force' && release.implemented) return `In force since ${dated(release.implemented.on)}`
  return standing === 'due' ? 'Its date has passed; no source confirms it yet' : 'To come'
}
