import { type CalendarDate, lastOf, type YearMonth } from '../../domain/calendar/calendar-date.ts'
import { dated, longDay } from '../../domain/calendar/format.ts'
import type { PlannedFor } from '../../domain/plan/plan.ts'
import type { DerivedFigure } from '../figures/figure.ts'
import { type Counting, counted, type Judged, member, share, told } from './counting.ts'

export function onTimetable(counting: Counting): DerivedFigure {
  const sent = told(counting, 'SentForDecision')
    .filter(({ event }) => event.to === counting.authority)
    .map((one) => {
      const first = one.found.state.plan['modification report']?.[0]
      return { one, first, by: first && lastDayOf(first.value.for) }
    })
  const judged = sent.flatMap(({ one, first, by }): readonly Judged[] => {
    if (!first || by === undefined) return []
    const note = `sent ${dated(one.entry.on)}, planned first by ${longDay(by)}`
    return [{ member: member(counting, one, note, first.place), holds: one.entry.on.to <= by }]
  })
  const unplanned = sent.filter(({ by }) => by === undefined).map(({ one }) => member(counting, one))
  return share(counting, 'kpi.reports.onTimetable', judged, [{ what: 'its first timetable', by: 'SetTimetable', members: unplanned }])
}

export function extensions(counting: Counting): DerivedFigure {
  const later = told(counting, 'MilestonePlanned').flatMap((one) => {
    const { found, entry, event } = one
    const plans = found.state.plan[event.milestone] ?? []
    const before = plans[plans.findIndex(({ place }) => place === entry.place) - 1]
    const [was, is] = [before && lastDayOf(before.value.for), lastDayOf(event.for)]
    if (!before || was === undefined || is === undefined || is <= was) return []
    return [{ ...member(counting, one, `from ${longDay(was)} to ${longDay(is)}`, before.place), item: event.milestone }]
  })
  return counted(counting, 'kpi.timetables.extended', later)
}

/** The last day that a plan allows; undefined for one that names none. */
function lastDayOf(planned: PlannedFor): CalendarDate | undefined {
  if (planned.kind === 'day') return planned.day
  return planned.kind === 'month' ? lastOf(planned.month as YearMonth) : undefined
}
