import { type Assessment, isOpen } from '../../../domain/assessment/assessment.ts'
import { clockCount, dueOf, type Warning, warningOf } from '../../../domain/assessment/clock.ts'
import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { longDay } from '../../../domain/calendar/format.ts'
import type { Modification } from '../../../domain/modification/modification.ts'
import type { Register } from '../../../domain/register.ts'
import { staleSince } from '../../../domain/solution/stale.ts'

type ClockProps = { readonly register: Register; readonly assessment: Assessment; readonly day: CalendarDate }

/** By when an open assessment is due, with its warning and how the day is counted; nothing where it has no target. */
export function Due({ register, assessment, day }: ClockProps) {
  const due = isOpen(assessment) ? dueOf({ register, day }, assessment, day) : undefined
  if (!due) return null
  const warning = warningOf({ register, day }, assessment, day)
  return (
    <>
      <strong class="app-nowrap">{longDay(due.day)}</strong> {warning && <WarningTag warning={warning} />}
      <details class="govuk-details app-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">How this day is counted</span>
        </summary>
        <div class="govuk-details__text">
          {due.count} Working Days from acceptance. {due.arithmetic}
        </div>
      </details>
    </>
  )
}

/** The warning alone, for lists: due in so many Working Days, or today. */
export function DueWarning({ register, assessment, day }: ClockProps) {
  const warning = warningOf({ register, day }, assessment, day)
  return warning && warning.kind !== 'over' ? <WarningTag warning={warning} /> : null
}

function WarningTag({ warning }: { readonly warning: Warning }) {
  const isOver = warning.kind === 'over'
  return <strong class={`govuk-tag app-tag ${isOver ? 'app-tag--over' : 'app-tag--so-far'}`}>{warningText(warning)}</strong>
}

export function warningText({ kind, workingDays }: Warning): string {
  const days = workingDays === 1 ? '1 Working Day' : `${workingDays} Working Days`
  switch (kind) {
    case 'soon':
      return `due in ${days}`
    case 'today':
      return 'due today'
    case 'over':
      return `${days} past its day`
  }
}

/** Gross and net of agreed pauses, in the Code's Working Days; nothing where no information was asked for. */
export function GrossAndNet({ register, assessment, day }: ClockProps) {
  const counted = Object.keys(assessment.questions).length > 0 ? clockCount({ register, day }, assessment, day) : undefined
  if (!counted) return null
  const { gross, waited, paused, net } = counted
  return (
    <>
      <strong>
        gross {gross.value}, net {net}
      </strong>{' '}
      of the Code’s Working Days: {waited} waiting for information, {paused} of them in agreed pauses
      <details class="govuk-details app-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">How gross and net are counted</span>
        </summary>
        <div class="govuk-details__text">
          Gross: {gross.arithmetic}. Net: {gross.value} less {paused} in agreed pauses, each from the day after its question to the day of
          its answer. What the report prints is gross.
        </div>
      </details>
    </>
  )
}

/** 'stale since …': its solution changed materially after it was accepted. */
export function staleText(state: Modification, assessment: Assessment): string | undefined {
  const since = staleSince(state, assessment)
  return since && `Stale: its solution changed materially on ${longDay(since.on.to)}, after it was accepted`
}
