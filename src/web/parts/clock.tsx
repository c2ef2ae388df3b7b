import type { Assessment } from '../../domain/assessment/assessment.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { longDay } from '../../domain/calendar/format.ts'
import { conventionLabels } from '../../domain/calendar/working-days.ts'
import type { Register } from '../../domain/register.ts'
import { countedDuration, type Duration, statedDuration } from '../../report/figures/duration.ts'

/** What the clock of an assessment shows: waiting for acceptance, running, or stopped at its return; undefined where no day is known. */
export type Clock = { readonly state: 'waiting' | 'running' | 'stopped'; readonly duration: Duration; readonly upTo: CalendarDate }

/** The clock of an assessment at the end of a day; days after its return do not count. */
export function clockOf({ calendar }: Register, assessment: Assessment, day: CalendarDate): Clock | undefined {
  const { status, requested, accepted, returned } = assessment
  if (returned) {
    const stated = returned.value.statedDuration
    const upTo = returned.on.to
    if (stated !== undefined)
      return { state: 'stopped', duration: statedDuration(calendar, stated, accepted?.on, upTo, 'day of acceptance'), upTo }
    return accepted && { state: 'stopped', duration: countedDuration(calendar, accepted.on, upTo, 'day of acceptance'), upTo }
  }
  if (status === 'accepted' && accepted && accepted.on.to <= day)
    return { state: 'running', duration: countedDuration(calendar, accepted.on, day, 'day of acceptance'), upTo: day }
  if (status === 'requested' && requested && requested.on.to <= day)
    return { state: 'waiting', duration: countedDuration(calendar, requested.on, day, 'day of the request'), upTo: day }
  return undefined
}

/** '45 WD by 30 September 2019', 'took 201 WD', 'requested, not yet accepted: 26 WD by …', with how it is counted folded away. */
export function ClockFace({ clock, target }: { readonly clock: Clock; readonly target?: number | undefined }) {
  return (
    <>
      <strong>{clockText(clock)}</strong>
      {target !== undefined && clock.state !== 'waiting' && <> {againstTarget(clock.duration.value, target, clock.state)}</>}
      <Arithmetic duration={clock.duration} />
    </>
  )
}

export function clockText({ state, duration, upTo }: Clock): string {
  switch (state) {
    case 'waiting':
      return `requested, not yet accepted: ${duration.value} WD by ${longDay(upTo)}`
    case 'running':
      return `${duration.value} WD by ${longDay(upTo)}`
    case 'stopped':
      return `took ${duration.value} WD`
  }
}

/** 'target 40 WD: 5 WD over', 'target 40 WD: 3 WD left'. By the published count, in which the target is judged there. */
export function againstTarget(value: number, target: number, state: Clock['state']): string {
  const difference = Math.abs(value - target)
  if (value > target) return `against a target of ${target} WD: ${difference} over`
  if (state === 'running') return `of a target of ${target} WD`
  return `against a target of ${target} WD: ${difference === 0 ? 'on it' : `${difference} under`}`
}

/** Each way of counting with its arithmetic, the published one first, so that a reader can check it by hand. */
export function Arithmetic({ duration }: { readonly duration: Duration }) {
  if (duration.counts.length === 0) return duration.note ? <p class="govuk-body-s app-quiet">{duration.note}</p> : null
  return (
    <details class="govuk-details app-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">How this is counted</span>
      </summary>
      <div class="govuk-details__text">
        <dl class="app-counts">
          {duration.counts.map(({ value, convention, arithmetic }) => (
            <div>
              <dt>
                <strong>{value} WD</strong> {conventionLabels[convention]}
              </dt>
              <dd>{arithmetic}</dd>
            </div>
          ))}
        </dl>
        {duration.note && (
          <p class="govuk-body-s govuk-!-margin-bottom-0">{duration.note.replace(/^./, (letter) => letter.toUpperCase())}.</p>
        )}
      </div>
    </details>
  )
}
