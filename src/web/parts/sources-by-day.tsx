import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { dated, longDay } from '../../domain/calendar/format.ts'
import { dayOf } from '../../domain/calendar/moment.ts'
import type { Entry, Source } from '../../domain/entry.ts'
import type { Register } from '../../domain/register.ts'
import { addressOf } from './source.tsx'

type Told = { readonly source: Source; readonly received: CalendarDate }

export type SourcesByDayProps = { readonly register: Register; readonly day: CalendarDate; readonly path: string }

/**
 * For whoever asks what was known before the log began: the sources by their days. Which of them somebody could have read by a day is not
 * the same question as what this log had recorded by then.
 */
export function SourcesByDay({ register, day, path }: SourcesByDayProps) {
  const sources = sourcesIn(register)
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={`${path}?asof=${day}`}>
          Show what was true on {longDay(day)}, as told since
        </a>
      </p>
      <p class="govuk-body">
        “Known” means recorded in this log. The sources from which it was made are older; by their days of publication they are:
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {sources.map((told) => (
          <li>
            {told.source.published ? dated(told.source.published) : `no day printed; taken in as of ${longDay(told.received)}`}:{' '}
            <Title source={told.source} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Title({ source }: { readonly source: Source }) {
  const address = addressOf(source)
  if (!address) return <>{source.title}</>
  return (
    <a class="govuk-link" href={address} rel="external">
      {source.title}
    </a>
  )
}

/** Each source of what is told of modifications, releases, meetings and papers, once; the dated ones first, by day. */
function sourcesIn(register: Register): readonly Told[] {
  const told = new Map<string, Told>()
  for (const [subject, { history }] of register.subjects) {
    if (!/^(modification|release|meeting|paper|version)\//.test(subject)) continue
    for (const entry of history) keep(told, entry)
  }
  return [...told.values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

function keep(told: Map<string, Told>, { source, receivedAt }: Entry): void {
  if (source && !told.has(source.title)) told.set(source.title, { source, received: dayOf(receivedAt) })
}

const orderOf = ({ source, received }: Told): string => `${source.published?.to ?? `9999 ${received}`} ${source.title}`
