import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { longDay, weekdayName } from '../../../domain/calendar/format.ts'
import { deadline, type FirstDay } from '../../../domain/calendar/working-days.ts'
import { type Register, ruleOn } from '../../../domain/register.ts'

type Props = { readonly register: Register; readonly opens: CalendarDate; readonly workingDays: number }

const rule = 'consultation-length-counted'

/** Where it is not settled whether the first day counts: the last day in either reading, each with its arithmetic, and which one is taken. */
export function FirstDayReadings({ register, opens, workingDays }: Props) {
  const row = ruleOn(register, rule, opens)?.value
  if (row?.certainty === 'found') return null
  const taken: FirstDay = row?.value.kind === 'word' && row.value.word === 'counted' ? 'counted' : 'not counted'
  const readings = (['not counted', 'counted'] as const).flatMap((firstDay) => lastDay(register, opens, workingDays, firstDay))
  return (
    <details class="govuk-details app-details" open>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Whether the first day counts is not settled: both readings</span>
      </summary>
      <div class="govuk-details__text">
        <ul class="govuk-list">
          {readings.map(({ firstDay, day, arithmetic }) => (
            <li>
              First day {firstDay}: <strong>{`${weekdayName(day)} ${longDay(day)}`}</strong>
              {firstDay === taken && `, which is taken by the rule “${rule}” (${row?.certainty ?? 'no row'})`}
              <span class="app-under">{arithmetic}</span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

/** Nothing beyond the bank holidays that are recorded. */
function lastDay(register: Register, opens: CalendarDate, workingDays: number, firstDay: FirstDay) {
  try {
    return [deadline(register.calendar, opens, workingDays, firstDay)]
  } catch (error) {
    if (error instanceof RangeError) return []
    throw error
  }
}
