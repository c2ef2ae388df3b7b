import type { Child } from 'hono/jsx'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { dated, longDay } from '../../domain/calendar/format.ts'
import { all, type Found, type Register, scopeOf } from '../../domain/register.ts'
import type { ReleaseDate } from '../../domain/release/release.ts'
import { versionsIn } from '../../domain/release/versions.ts'
import { releaseDateInFull, releaseDateText, releaseDateValue, standingOf } from '../../report/words/release-date.ts'
import type { PageContext } from '../context.ts'
import { csvAnswer } from '../csv.ts'
import { type Column, DataTable, type TableRow } from '../parts/data-table.tsx'
import { Layout } from '../parts/layout.tsx'

type Listed = Found<'release'> & { readonly inScope: number }

/** Every release: to come, standalone and in force, each with its date, the dates it had before, and what is in it. */
export function releasesPage(context: PageContext) {
  const { answer, paths } = context.var
  const listed = listReleases(answer.register)
  const pending = listed.filter(({ state }) => !state.implemented)
  const toCome = pending.filter(({ state }) => state.releaseKind === 'scheduled')
  const standalone = pending.filter(({ state }) => state.releaseKind === 'standalone')
  const inForce = listed.filter(({ state }) => state.implemented).reverse()
  return context.html(
    <Layout context={context} title="Releases" section="releases">
      <h1 class="govuk-heading-l">Releases</h1>
      <p class="govuk-body-l">
        What is approved comes into force in a release: three times a year, or standalone, on its own day or when something happens.
      </p>
      <Listing context={context} title="To come" none="No scheduled release is to come, as far as the sources tell." releases={toCome} />
      <Listing
        context={context}
        title="Standalone"
        none="No standalone release is to come, as far as the sources tell."
        releases={standalone}
      />
      <Listing
        context={context}
        title="In force"
        none={`No release was in force by ${longDay(answer.asof)}, as far as the sources tell.`}
        releases={inForce}
      />
      <Versions register={answer.register} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.releasesCsv()}>
          These releases as CSV
        </a>
      </p>
    </Layout>,
  )
}

const causes = {
  release: 'by a release',
  designation: 'designated by the Secretary of State',
  unknown: 'no source tells by what',
} as const

/** The versions of the Code without holes: what is not told is said to be so. */
function Versions({ register }: { readonly register: Register }) {
  const versions = versionsIn(register)
  if (versions.length === 0) return null
  return (
    <section class="app-releases">
      <h2 class="govuk-heading-m" id="versions">
        Versions of the Code
      </h2>
      <ul class="govuk-list">
        {versions.map((version) =>
          version.kind === 'version' ? (
            <li>
              <strong>{version.number}</strong>, in force {dated(version.on)}, {causes[version.cause]}
            </li>
          ) : (
            <li class="app-quiet">{rangeText(version.numbers)}: no source tells</li>
          ),
        )}
      </ul>
    </section>
  )
}

const rangeText = (numbers: readonly string[]): string => (numbers.length > 2 ? `${numbers[0]} to ${numbers.at(-1)}` : numbers.join(', '))

type ListingProps = { readonly context: PageContext; readonly title: string; readonly none: string; readonly releases: readonly Listed[] }

function Listing({ context, title, none, releases }: ListingProps) {
  return (
    <section class="app-releases">
      <h2 class="govuk-heading-m">{title}</h2>
      {releases.length === 0 ? (
        <p class="govuk-body">{none}</p>
      ) : (
        <DataTable
          caption={`Releases: ${title.toLowerCase()}`}
          captionIs="hidden"
          columns={shown}
          rows={releases.map((release) => rowOf(context, release))}
        />
      )}
    </section>
  )
}

const shown: readonly Column[] = [
  { label: 'Release' },
  { label: 'Date' },
  { label: 'Earlier dates' },
  { label: 'Modifications', numeric: true },
]

function rowOf(context: PageContext, { id, state, inScope }: Listed): TableRow {
  const { paths, answer } = context.var
  const name = (
    <a class="govuk-link" href={paths.release(id)}>
      {state.name}
    </a>
  )
  return { id: `release-${id}`, cells: [name, dateCell(state, answer.asof), earlierDates(state) || 'none', inScope] }
}

function dateCell(state: Listed['state'], day: CalendarDate): Child {
  if (state.implemented) return dated(state.implemented.on)
  if (standingOf(state, day) === 'due') return `${releaseDateInFull(state.date.value)}: passed, and not confirmed yet`
  return releaseDateInFull(state.date.value)
}

/** The dates it had before, in the order in which they were told. */
function earlierDates(state: Listed['state']): string {
  return earlier(state).map(releaseDateText).join(', then ')
}

const earlier = (state: Listed['state']): readonly ReleaseDate[] => state.dates.slice(0, -1).map(({ value }) => value)

/** By date; those with none, or on the day of an event, last. */
export function listReleases(register: Register): readonly Listed[] {
  const listed = all(register, 'release').map((release) => ({ ...release, inScope: modificationsIn(register, release) }))
  return listed.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
}

const modificationsIn = (register: Register, { subject }: Found<'release'>): number =>
  new Set(scopeOf(register, subject).map((found) => found.subject)).size

function orderOf({ id, state }: Found<'release'>): string {
  const date = state.date.value
  const day = state.implemented?.on.to ?? (date.kind === 'day' ? date.day : date.kind === 'month' ? `${date.month}-99` : '9999')
  return `${day} ${id}`
}

const columns = ['id', 'name', 'kind', 'date', 'earlierDates', 'modifications', 'inForce', 'version', 'asof'] as const

/** The same as CSV. `date` is a day, a month, or the event that it waits for; `earlierDates` are in the order told. */
export function releasesCsv(context: PageContext) {
  const { answer } = context.var
  const rows = listReleases(answer.register).map(({ id, state, inScope }) => ({
    id,
    name: state.name,
    kind: state.releaseKind,
    date: releaseDateValue(state.date.value),
    earlierDates: earlier(state).map(releaseDateValue).join(' '),
    modifications: inScope,
    inForce: state.implemented?.on.to ?? '',
    version: state.implemented?.value.version ?? '',
    asof: answer.asof,
  }))
  return csvAnswer(context, columns, rows)
}
