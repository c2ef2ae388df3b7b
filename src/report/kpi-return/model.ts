import { earlier, firstOf } from '../../domain/calendar/calendar-date.ts'
import { longDay } from '../../domain/calendar/format.ts'
import { refused, type Verdict } from '../../domain/refusal.ts'
import { bodiesIn, type ReportAsked } from '../change-status/report-context.ts'
import { firstDayReported } from '../change-status/window.ts'
import { wordingOn } from '../change-status/wording.ts'
import { modificationsIn } from '../figures/context.ts'
import type { DerivedFigure } from '../figures/figure.ts'
import { kpis } from './kpis.ts'
import { type Quarter, quarterOf } from './quarter.ts'

/** The code administrator's return of one quarter. */
export type KpiReturn = {
  readonly quarter: Quarter
  readonly figures: readonly DerivedFigure[]
  readonly known: number
  /** The day on which it was asked for. */
  readonly asOf: ReportAsked['asOf']
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
  const { authority } = bodiesIn(wordingOn(register, quarter.to))
  const figures = kpis({ register, grammar, authority, quarter, modifications: modificationsIn(register) })
  return { quarter, figures, known: register.seen, asOf }
}
