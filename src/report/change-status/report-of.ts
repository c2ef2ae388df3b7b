import { monthOf } from '../../domain/calendar/calendar-date.ts'
import { longDay, longMonth } from '../../domain/calendar/format.ts'
import { type Refused, refused, type Verdict } from '../../domain/refusal.ts'
import { ruleOn } from '../../domain/register.ts'
import { type ChangeStatusModel, changeStatus } from './model.ts'
import type { ReportAsked } from './report-context.ts'
import { wordingRow } from './templates.ts'
import { firstDayReported, windowOf } from './window.ts'

/** The report of a month; refused while its time has not begun, and for a time of which the rulebook has no wording. */
export function reportOf(asked: ReportAsked): Verdict<ChangeStatusModel> {
  return whyNone(asked) ?? changeStatus(asked)
}

/** Why no report of the month can be made; undefined where one can. */
export function whyNone(asked: ReportAsked): Refused | undefined {
  const { registerOn, month, asOf } = asked
  if (month < monthOf(firstDayReported) || asOf < firstDayReported)
    return refused(`no report is made of a time before ${longDay(firstDayReported)}`, [], ['ask for a later month'])
  const window = windowOf(registerOn(asOf), month, asOf)
  if (window.state === 'not begun')
    return refused(
      `the report of ${longMonth(month)} cannot be made yet: on ${longDay(asOf)} its time has not begun`,
      [],
      [`ask for ${longMonth(monthOf(asOf))} or an earlier month`],
    )
  if (!ruleOn(registerOn(window.to), wordingRow('cover'), window.to))
    return refused(
      `the report of ${longMonth(month)} cannot be made: this register’s rulebook tells nothing of that time`,
      [],
      ['ask for a later month'],
    )
  return undefined
}
