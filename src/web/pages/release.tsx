import type { Child } from 'hono/jsx'
import { longDay } from '../../domain/calendar/format.ts'
import { documentsAbout } from '../../domain/document/documents-about.ts'
import { all, type Found, find, scopeOf } from '../../domain/register.ts'
import { releaseDateInFull, standingText } from '../../report/words/release-date.ts'
import type { PageContext } from '../context.ts'
import { KeptDocuments } from '../parts/documents.tsx'
import { KeptBack } from '../parts/kept-back.tsx'
import { Layout } from '../parts/layout.tsx'
import { Offered } from '../parts/offered.tsx'
import { DateChanges } from '../parts/release/date-changes.tsx'
import { ReleaseDates } from '../parts/release/dates.tsx'
import { ReleaseDocuments } from '../parts/release/documents.tsx'
import { releaseSpelled } from '../parts/release/find-release.ts'
import { historyOf } from '../parts/release/history.ts'
import { ReleaseScope } from '../parts/release/scope.tsx'
import { ReleaseTimeline } from '../parts/release/timeline.tsx'
import { SourceList, type Sources, sourcesOf } from '../parts/source.tsx'
import { queryText } from '../paths.ts'
import { refusedPage } from './problem.tsx'

/** One release: its date with every date it had, the requests to move it, what is in it, and how it came about. */
export function releasePage(context: PageContext) {
  const { answer, paths } = context.var
  const asked = context.req.param('release') ?? ''
  const release = find(answer.register, 'release', asked)
  if (release) return context.html(<ReleasePage context={context} release={release} />)
  const meant = releaseSpelled(answer.register, asked)
  return meant
    ? context.redirect(`/sec/releases/${meant.id}${queryText(context.req.query())}`, 301)
    : unknownRelease(context, asked, paths.releases())
}

/** There is none of that name: says which there are. */
function unknownRelease(context: PageContext, asked: string, list: string) {
  const { answer, paths, site } = context.var
  const known = all(answer.register, 'release')
  const existing = (
    <ul class="govuk-list govuk-list--bullet">
      {known.map(({ id, state }) => (
        <li>
          <a class="govuk-link" href={paths.release(id)}>
            {state.name}
          </a>
        </li>
      ))}
    </ul>
  )
  const problem = `There is no release “${asked}” in the register as at ${longDay(answer.asof)}`
  if (known.length === 0)
    return refusedPage(context, site, 404, problem, `The register knows of no release by that day: ask for a later one, or see ${list}.`)
  return refusedPage(context, site, 404, problem, 'These releases are known:', existing)
}

type PageProps = { readonly context: PageContext; readonly release: Found<'release'> }

function ReleasePage({ context, release }: PageProps) {
  const { register, asof } = context.var.answer
  const { state } = release
  const history = historyOf(register, release)
  const sources = sourcesOf(history)
  return (
    <Layout context={context} title={state.name} section="releases">
      <span class="govuk-caption-l">{state.releaseKind === 'scheduled' ? 'Scheduled release' : 'Standalone release'}</span>
      <h1 class="govuk-heading-l">{state.name}</h1>
      <KeptBack context={context} subject={release.subject} />
      <Offered context={context} subject={release.subject} />
      <Overview context={context} release={release} />

      <h2 class="govuk-heading-m">Dates</h2>
      <ReleaseDates context={context} release={release} sources={sources} />
      {Object.keys(state.dateChanges).length > 0 && (
        <>
          <h2 class="govuk-heading-m">Requests to change the date</h2>
          <DateChanges context={context} release={release} sources={sources} />
        </>
      )}

      <h2 class="govuk-heading-m" id="scope">
        Scope on {longDay(asof)}
      </h2>
      <Scope context={context} release={release} sources={sources} />

      {(state.documents.length > 0 || documentsAbout(context.var.answer.register, release.subject).length > 0) && (
        <>
          <h2 class="govuk-heading-m">Documents</h2>
          <KeptDocuments context={context} about={release.subject} />
          <ReleaseDocuments release={release} sources={sources} />
        </>
      )}

      <h2 class="govuk-heading-m">What happened</h2>
      <ReleaseTimeline context={context} entries={history} sources={sources} />

      <h2 class="govuk-heading-m">Sources</h2>
      <SourceList sources={sources} told={() => true} />
    </Layout>
  )
}

/** The answer to most questions, at the top. */
function Overview({ context, release }: PageProps) {
  const { register, asof } = context.var.answer
  const { state, subject } = release
  const inScope = new Set(scopeOf(register, subject).map((found) => found.subject)).size
  const version = state.implemented?.value.version
  const rows: readonly (readonly [string, Child])[] = [
    ['Date', <strong>{releaseDateInFull(state.date.value)}</strong>],
    ['Where it stands', standingText(state, asof)],
    [
      'Scope',
      inScope === 0 ? (
        'no modification'
      ) : (
        <a class="govuk-link" href="#scope">
          {inScope === 1 ? '1 modification' : `${inScope} modifications`}
        </a>
      ),
    ],
    ...(version === undefined ? [] : [['Version of the Code', version] as const]),
  ]
  return (
    <dl class="govuk-summary-list">
      {rows.map(([name, value]) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Scope({ context, release, sources }: PageProps & { readonly sources: Sources }) {
  const scope = scopeOf(context.var.answer.register, release.subject)
  if (scope.length === 0) return <p class="govuk-body">No modification is in its scope, as far as the sources tell.</p>
  return <ReleaseScope context={context} release={release} scope={scope} sources={sources} />
}
