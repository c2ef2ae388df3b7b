import { earlier, firstOf } from '../../domain/calendar/calendar-date.ts'
import { longDay } from '../../domain/calendar/format.ts'
import type { Subject } from '../../domain/entry.ts'
import { refused, type Verdict } from '../../domain/refusal.ts'
import type { ReportAsked } from '../change-status/report-context.ts'
import { firstDayReported } from '../change-status/window.ts'
import { modificationOf, modificationsIn, referenceOf } from '../figures/context.ts'
import { type Kpi, kpis } from './kpis.ts'
import { type Quarter, quarterOf } from './quarter.ts'

/** The code administrator's return of one quarter. */
export type KpiReturn = {
  readonly quarter: Quarter
  readonly kpis: readonly Kpi[]
  readonly labels: Readonly<Record<Subject, string>>
  readonly known: number
}

/** Of the quarter that a month is in; refused before it begins. */
export function kpiReturn({ registerOn, month, asOf, grammar }: ReportAsked): Verdict<KpiReturn> {
  const quarter = quarterOf(month, asOf)
  if (asOf < firstDayReported || firstOf(month) < firstDayReported)
    return refused(`no return is made of a time before ${longDay(firstDayReported)}`, [], ['ask for a later month'])
  if (quarter.from > asOf)
    return refused(
      `the return of ${quarter.name} cannot be made yet: on ${longDay(asOf)} it has not begun`,
      [],
      ['ask for an earlier month'],
    )
  const register = registerOn(earlier(quarter.to, asOf))
  const made = kpis({ register, quarter, modifications: modificationsIn(register) })
  const subjects = made.flatMap(({ members }) => members)
  const label = (subject: Subject) => {
    const found = modificationOf(register, subject)
    return found ? referenceOf(grammar, found) : subject
  }
  return { quarter, kpis: made, labels: Object.fromEntries(subjects.map((subject) => [subject, label(subject)])), known: register.known }
}
