import { parseYearMonth } from '../../domain/calendar/calendar-date.ts'
import { longDay, longMonth } from '../../domain/calendar/format.ts'
import { dayOf, type Moment, timeOf } from '../../domain/calendar/moment.ts'
import type { ExpectedIn } from '../../domain/consultation/consultation.ts'
import type { Subject } from '../../domain/entry.ts'
import type { PlannedFor } from '../../domain/plan/plan.ts'

/** '7 November 2019', 'November 2020', 'the November 2019 SEC Release', 'not determined'. */
export function plannedForText(planned: PlannedFor, nameOf: (subject: Subject) => string): string {
  switch (planned.kind) {
    case 'day':
      return longDay(planned.day)
    case 'month':
      return monthText(planned.month)
    case 'release':
      return nameOf(planned.release)
    case 'not determined':
      return 'not determined'
  }
}

/** When a consultation is expected to be issued: 'in October 2019', 'in the week of 14 October 2019', 'on a day not told'. */
export function expectedText(expected: ExpectedIn): string {
  switch (expected.kind) {
    case 'day':
      return `on ${longDay(expected.day)}`
    case 'month':
      return `in ${monthText(expected.month)}`
    case 'week':
      return `in the week of ${longDay(expected.commencing)}`
    case 'not told':
      return 'on a day not told'
  }
}

/** ''17:00 on 5 November 2019'. */
export function closingText(closes: Moment): string {
  const time = timeOf(closes)
  return time === '24:00' ? `the end of ${longDay(dayOf(closes))}` : `${time} on ${longDay(dayOf(closes))}`
}

export function monthText(month: string): string {
  const parsed = parseYearMonth(month)
  return parsed ? longMonth(parsed) : month
}
