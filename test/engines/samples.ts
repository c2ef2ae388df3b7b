// Commands for tests of the log, which does not look into events.
import { calendarDate, on } from '../../src/domain/calendar/calendar-date.ts'
import type { Moment } from '../../src/domain/calendar/moment.ts'
import type { Proposed } from '../../src/domain/entry.ts'
import { type AppendRequest, beginning, type Stamp } from '../../src/log/log.ts'

export const systemClock = () => stamp(new Date().toISOString(), '2019-10-04T09:00')

export function stamp(instant: string, moment: string): Stamp {
  return { instant, day: calendarDate(moment.slice(0, 10)), moment: moment as Moment }
}

export function titled(title: string, more: Partial<Proposed> = {}): Proposed {
  return {
    on: on(calendarDate('2019-10-01')),
    receivedAt: '2019-10-04T09:00' as Moment,
    capacity: { by: 'unknown' },
    subject: 'modification/7',
    event: { type: 'Titled', v: 1, title },
    class: 'white',
    ...more,
  }
}

export function request(key: string, more: Partial<AppendRequest> = {}): AppendRequest {
  return { code: 'sec', principal: 'clerk', key, requestHash: `hash of ${key}`, recorder: 'clerk', texts: [], cursor: beginning, ...more }
}
