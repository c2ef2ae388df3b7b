import type { Child } from 'hono/jsx'
import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { dated } from '../../../domain/calendar/format.ts'
import type { Subject } from '../../../domain/entry.ts'
import { entryAt, type Found, type scopeOf } from '../../../domain/register.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { referenceIn } from '../../paths.ts'
import { type Column, DataTable } from '../data-table.tsx'
import { Cite, type Sources } from '../source.tsx'

type Scoped = ReturnType<typeof scopeOf>[number]

const columns: readonly Column[] = [{ label: 'Modification' }, { label: 'Title' }, { label: 'In scope since' }, { label: 'In force' }]

export type ScopeProps = {
  readonly context: PageContext
  readonly release: Found<'release'>
  readonly scope: readonly Scoped[]
  readonly sources: Sources
}

/** What is in the release on the day asked: each modification, since when, and who let it in where it came late. */
export function ReleaseScope({ context, release, scope, sources }: ScopeProps) {
  const rows = scope.map((scoped) => ({
    id: `scope-${scoped.id}${scoped.part > 1 ? `-${scoped.part}` : ''}`,
    cells: [
      reference(context, scoped),
      scoped.state.title?.value ?? 'no title told',
      joined(context, release, scoped, sources),
      inForce(scoped, sources),
    ],
  }))
  return <DataTable caption={`What is in the ${release.state.name}`} captionIs="hidden" columns={columns} rows={rows} />
}

function reference({ var: { answer, site, paths } }: PageContext, { id, part, state }: Scoped): Child {
  const inParts = Object.keys(state.parts).length > 1
  return (
    <a class="govuk-link" href={paths.modification(id)}>
      {referenceIn(answer.register, site.grammar, id)}
      {inParts && ` part ${part}`}
    </a>
  )
}

/** Since when it is in scope; one that came late says so, with who let it in. */
function joined(context: PageContext, release: Found<'release'>, { state, part, ...found }: Scoped, sources: Sources): Child {
  const told = state.parts[part]?.release
  if (!told) return 'not told'
  const event = entryAt(found, told.place)?.event
  const exception = event?.type === 'Scheduled' ? event.exceptionBy : undefined
  return (
    <>
      {dated(told.on)} <Cite sources={sources} place={told.place} />
      {exception !== undefined && <span class="app-under">{lateText(context, exception)}</span>}
      {exception === undefined && isAfterBaseline(release, told.on.to) && (
        <span class="app-under">joined after the baseline; no source tells who let it in</span>
      )}
    </>
  )
}

function lateText({ var: { answer, site } }: PageContext, by: Subject | 'unknown'): string {
  if (by === 'unknown') return 'joined late; no source tells who let it in'
  return `joined late, let in by ${namesIn(answer.register, site.grammar).name(by)}`
}

const isAfterBaseline = ({ state }: Found<'release'>, day: CalendarDate): boolean =>
  state.baselined !== undefined && day > state.baselined.on.to

function inForce({ state, part }: Scoped, sources: Sources): Child {
  const implemented = state.parts[part]?.implemented
  if (!implemented) return 'not yet'
  return (
    <>
      {dated(implemented.on)} <Cite sources={sources} place={implemented.place} />
    </>
  )
}
