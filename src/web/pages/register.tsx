import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { longDay } from '../../domain/calendar/format.ts'
import { nameOf } from '../../domain/names.ts'
import { isRefused } from '../../domain/refusal.ts'
import type { Found, Register } from '../../domain/register.ts'
import type { PageContext } from '../context.ts'
import { csvAnswer } from '../csv.ts'
import { DataTable } from '../parts/data-table.tsx'
import { FilterForm, filterLabel } from '../parts/filter-form.tsx'
import { Layout } from '../parts/layout.tsx'
import { registerColumns, releasesOf, rowOf } from '../parts/register/rows.tsx'
import { StageTag } from '../parts/tag.tsx'
import { referenceIn } from '../paths.ts'
import { exactlyOne, isEmpty, type Listing, listRegister, parseFilter, type RegisterFilter } from '../register-filter.ts'
import { nearMatches } from '../search.ts'
import { NearList } from './no-modification.tsx'
import { refusedPage } from './problem.tsx'

type Hit = Found<'modification'>

/** GET: every modification, or those that are asked for. Asked for exactly one reference, it leads to its page. */
export function registerPage(context: PageContext) {
  const { answer, paths, site } = context.var
  const filter = parseFilter(context.req.query())
  if (isRefused(filter)) return refusedPage(context, site, 400, filter.refused, filter.remedies.join('; '))
  const one = exactlyOne(answer.register, site.grammar, filter)
  if (one !== undefined) return context.redirect(paths.modification(one), 302)
  const listing = listRegister(answer.register, site.grammar, filter)
  return context.html(
    <Layout context={context} title={filter.q === '' ? 'Register' : `${filter.q} – Register`} section="register">
      <h1 class="govuk-heading-l">Register of modifications</h1>
      <FilterForm context={context} filter={filter} />
      <p class="govuk-body" role="status">
        <strong>{countSentence(answer.register, filter, listing)}</strong>
        {listing.how === 'similar' && listing.named.length > 0 && ' Nothing is spelled exactly so; these are near it.'}
      </p>
      {listing.named.length > 0 && (
        <DataTable
          caption={`Modifications as at ${longDay(answer.asof)}`}
          captionIs="hidden"
          columns={registerColumns}
          rows={listing.named.map((hit) => rowOf(context, filter, hit))}
        />
      )}
      <Unidentified context={context} listing={listing} />
      {listing.named.length + listing.unidentified.length === 0 ? (
        <NoResult context={context} filter={filter} />
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.registerCsv(filter)}>
            This list as CSV
          </a>
        </p>
      )}
    </Layout>,
  )
}

/** '3 modifications match “DUIS” in Refine, and 10 that no source names'. */
function countSentence(register: Register, filter: RegisterFilter, { named, unidentified }: Listing): string {
  const { q, ...narrowed } = filter
  const filters = Object.entries(narrowed)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => filterLabel(register, name as 'stage', value))
  const count = `${named.length === 0 ? 'No' : named.length} modification${named.length === 1 ? '' : 's'}`
  const about = [q === '' ? '' : ` for “${q}”`, filters.length === 0 ? '' : `, narrowed to ${filters.join(', ')}`].join('')
  const counted =
    unidentified.length === 0
      ? ''
      : `, and ${unidentified.length} counted by a source that does not name ${unidentified.length === 1 ? 'it' : 'them'}`
  return `${count}${about}${counted}.`
}

/** Counted and not named: listed apart, without a link, as there is no page to lead to. */
function Unidentified({ context, listing }: { readonly context: PageContext; readonly listing: Listing }) {
  const { register } = context.var.answer
  if (listing.unidentified.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">Counted, not named</h2>
      <p class="govuk-body">
        {sourcesNaming(listing.unidentified)} counts more modifications than it names. These have no reference and no page until a source
        names them.
      </p>
      <ul class="app-tags">
        {listing.unidentified.map(({ id, state }) => (
          <li>
            <StageTag register={register} standing={state.standing.value} /> Unidentified {id.slice(1)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const sourcesNaming = (hits: readonly Hit[]): string =>
  [...new Set(hits.flatMap(({ history }) => history[0]?.source?.title ?? []))].join(' and ') || 'A source'

function NoResult({ context, filter }: { readonly context: PageContext; readonly filter: RegisterFilter }) {
  const { answer, paths, site } = context.var
  const near = filter.q === '' ? [] : nearMatches(answer.register, site.grammar, filter.q)
  return (
    <>
      {near.length > 0 && (
        <>
          <p class="govuk-body">Near it:</p>
          <NearList context={context} near={near} />
        </>
      )}
      <p class="govuk-body">Try:</p>
      <ul class="govuk-list govuk-list--bullet">
        {filter.q !== '' && <li>fewer words, or the number alone, like 53</li>}
        {!isEmpty({ ...filter, q: '' }) && (
          <li>
            <a class="govuk-link" href={paths.register({ q: filter.q })}>
              the same search in every stage, release and document
            </a>
          </li>
        )}
        {!answer.isPresent && <li>today’s register: this one shows only what had happened by {longDay(answer.asof)}</li>}
        <li>
          <a class="govuk-link" href={paths.register()}>
            the whole register
          </a>
        </li>
      </ul>
    </>
  )
}

const columns = [
  'reference',
  'title',
  'stage',
  'step',
  'outcome',
  'sinceFrom',
  'sinceTo',
  'sinceBasis',
  'proposer',
  'parties',
  'documents',
  'releases',
  'onHold',
  'unidentified',
  'asof',
] as const

/** The same list as CSV: ISO days (a range where a day is not known), lists parted by '; ', ids of releases. */
export function registerCsv(context: PageContext) {
  const { answer, site } = context.var
  const filter = parseFilter(context.req.query())
  if (isRefused(filter)) return refusedPage(context, site, 400, filter.refused, filter.remedies.join('; '))
  const listing = listRegister(answer.register, site.grammar, filter)
  context.header('content-disposition', `attachment; filename="sec-modifications-${answer.asof}.csv"`)
  return csvAnswer(
    context,
    columns,
    [...listing.named, ...listing.unidentified].map((hit) => csvRow(context, hit, answer.asof)),
  )
}

function csvRow(context: PageContext, hit: Hit, asof: CalendarDate) {
  const { answer, site } = context.var
  const { state } = hit
  const standing = state.standing.value
  const told = standing.stage !== 'unknown'
  return {
    reference: referenceIn(answer.register, site.grammar, hit.id),
    title: state.title?.value ?? '',
    stage: standing.stage,
    step: 'step' in standing ? standing.step : '',
    outcome: 'outcome' in standing ? standing.outcome : '',
    sinceFrom: told ? state.standing.on.from : '',
    sinceTo: told ? state.standing.on.to : '',
    sinceBasis: told ? state.standing.on.basis : '',
    proposer: state.proposer ? nameOf(answer.register, state.proposer.value) : '',
    parties: state.parties?.value.join('; ') ?? '',
    documents: state.documents?.value.join('; ') ?? '',
    releases: releasesOf(hit).join('; '),
    onHold: state.onHold ? 'yes' : 'no',
    unidentified: state.unidentified ? 'yes' : 'no',
    asof,
  }
}
