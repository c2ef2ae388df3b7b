import { parseCalendarDate } from '../../domain/calendar/calendar-date.ts'
import { longDay } from '../../domain/calendar/format.ts'
import type { PageContext } from '../context.ts'

/**
 * A real instant by the log's clock: that of London, or the demonstration's, whose `shown` was kept then. Where a demonstration's clock was
 * moved since and nothing was kept, it says whose clock this is.
 */
export function atClock({ var: { site } }: PageContext, instant: string, shown?: string): string {
  const moment = shown ?? site.app.shownAt(instant)
  return moment === undefined ? `${inLondon(instant)} (by the clock of this machine)` : momentText(moment)
}

/** A real instant that no demonstration's clock moves: the end of a link, when a draft was saved. In a demonstration it says whose clock this is. */
export const atMachineClock = ({ var: { site } }: PageContext, instant: string): string =>
  `${inLondon(instant)}${site.app.isDemo() ? ' (by the clock of this machine)' : ''}`

const inLondon = (instant: string): string =>
  new Date(instant).toLocaleString('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'medium' })

function momentText(moment: string): string {
  const [day = '', time = ''] = moment.split('T')
  const date = parseCalendarDate(day)
  return date ? `${longDay(date)} at ${time}` : moment
}
