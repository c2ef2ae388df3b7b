import { addMonths, type CalendarDate, monthOf } from '../../../domain/calendar/calendar-date.ts'
import { dated, longDay, weekdayName } from '../../../domain/calendar/format.ts'
import { idOf } from '../../../domain/entry.ts'
import { isToCome } from '../../../domain/meeting/meeting.ts'
import { all, type Found, type Register, scopeOf } from '../../../domain/register.ts'
import type { DateChange, ReleaseDate } from '../../../domain/release/release.ts'
import { purposesText } from '../../../report/words/event-sentence.ts'
import { releaseDateInFull, standingOf } from '../../../report/words/release-date.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { referenceIn } from '../../paths.ts'

type Props = { readonly context: PageContext }

/** Meetings with what is before them, releases to come, and dates that somebody asked to change. */
export function Next({ context }: Props) {
  const { answer } = context.var
  const meetings = meetingsToCome(answer.register, answer.asof)
  const planned = plannedReleases(answer.register, answer.asof)
  const due = planned.filter(({ state }) => standingOf(state, answer.asof) === 'due')
  const releases = planned.filter((one) => !due.includes(one))
  const requests = undecided(answer.register)
  const isEmpty = meetings.length + releases.length + requests.length + due.length === 0
  return (
    <section>
      <h2 class="govuk-heading-m">What is next</h2>
      {isEmpty && <p class="govuk-body">No source tells of a meeting or a release to come.</p>}
      <ul class="govuk-list app-lines">
        {meetings.map((meeting) => (
          <Meeting context={context} meeting={meeting} />
        ))}
        {requests.map(({ release, change }) => (
          <Request context={context} release={release} change={change} />
        ))}
        {releases.map((release) => (
          <Release context={context} release={release} />
        ))}
      </ul>
      {due.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Due, and not confirmed by any source</h3>
          <ul class="govuk-list app-lines">
            {due.map((release) => (
              <Release context={context} release={release} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function meetingsToCome(register: Register, today: CalendarDate): readonly Found<'meeting'>[] {
  return all(register, 'meeting')
    .filter(({ state }) => isToCome(state) && state.day >= today)
    .sort((a, b) => (a.state.day < b.state.day ? -1 : 1))
}

function Meeting({ context, meeting }: Props & { readonly meeting: Found<'meeting'> }) {
  const { answer, paths, site } = context.var
  const { title } = namesIn(answer.register, site.grammar)
  const { body, day, items } = meeting.state
  const inferred = (meeting.state.planned?.on.basis ?? 'stated') === 'inferred'
  return (
    <li>
      <strong>
        {weekdayName(day)} {longDay(day)}
      </strong>
      {inferred && ' (inferred)'}: {title(body)}{' '}
      <a class="govuk-link" href={paths.packPdf(meeting.id)}>
        Pack (PDF)<span class="govuk-visually-hidden"> of {longDay(day)}</span>
      </a>
      {items.length > 0 && (
        <span class="app-lines__more">
          {items.map(({ value }, index) => (
            <>
              {index > 0 && '; '}
              <a class="govuk-link" href={paths.subject(value.modification)}>
                {referenceIn(answer.register, site.grammar, idOf(value.modification))}
              </a>{' '}
              {purposesText(value.purposes)}
            </>
          ))}
        </span>
      )}
    </li>
  )
}

/** How far ahead the first page looks; the page of releases has all of them. */
const MONTHS_AHEAD = 14

function plannedReleases(register: Register, today: CalendarDate): readonly Found<'release'>[] {
  const horizon = addMonths(monthOf(today), MONTHS_AHEAD)
  return all(register, 'release')
    .filter(({ state }) => !state.implemented && orderOf(state.date.value) <= `${horizon}-99`)
    .sort((a, b) => (orderOf(a.state.date.value) < orderOf(b.state.date.value) ? -1 : 1))
}

/** For the order: a month comes after its days; what waits for an event of the world has no month, and is always near. */
function orderOf(date: ReleaseDate): string {
  switch (date.kind) {
    case 'day':
      return date.day
    case 'month':
      return `${date.month}-99`
    case 'event':
      return '0000'
    case 'unknown':
      return '9999'
  }
}

function Release({ context, release }: Props & { readonly release: Found<'release'> }) {
  const { answer, paths } = context.var
  const date = release.state.date.value
  const scope = new Set(scopeOf(answer.register, release.subject).map(({ id }) => id)).size
  return (
    <li>
      <strong>{releaseDateInFull(date).replace(/^on /, '')}</strong>:{' '}
      <a class="govuk-link" href={paths.release(release.id)}>
        {release.state.name}
      </a>
      {scope > 0 && `, ${scope} modification${scope === 1 ? '' : 's'}`}
    </li>
  )
}

type Undecided = { readonly release: Found<'release'>; readonly change: DateChange }

const undecided = (register: Register): readonly Undecided[] =>
  all(register, 'release').flatMap((release) =>
    Object.values(release.state.dateChanges)
      .filter(({ decided }) => !decided)
      .map((change) => ({ release, change })),
  )

function Request({ context, release, change }: Props & Undecided) {
  const { answer, paths, site } = context.var
  const { name } = namesIn(answer.register, site.grammar)
  const { value, on, place } = change.requested
  return (
    <li>
      <strong>With {name(value.of)}</strong>: to move the{' '}
      <a class="govuk-link" href={paths.release(release.id, `entry-${place}`)}>
        {release.state.name}
      </a>{' '}
      to {weekdayName(value.to)} {longDay(value.to)}
      <span class="app-lines__more">
        asked by {name(value.by)} on {dated(on)}, not decided
      </span>
    </li>
  )
}
