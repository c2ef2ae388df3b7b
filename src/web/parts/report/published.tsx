import { dated } from '../../../domain/calendar/format.ts'
import type { Found } from '../../../domain/register.ts'
import type { Difference } from '../../../report/published/differences.ts'
import type { Published } from '../../../report/published/files.ts'
import { sentenceOf } from '../../../report/words/event-sentence.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { Written } from './publication.tsx'

type Props = { readonly context: PageContext; readonly differences: readonly Difference[] }

/** On a published report: when it was frozen and from what, what is its author's, its files, and what would differ today. */
export function PublishedNotice({
  context,
  publication,
  published,
  differences,
}: Props & { readonly publication: Found<'publication'>; readonly published: Published }) {
  const { paths } = context.var
  const told = publication.state.published
  if (!told) return null
  const { month } = published.manifest
  return (
    <section class="app-desk" aria-label="Publication">
      <h2 class="govuk-heading-s">
        <strong class="govuk-tag app-tag">Published</strong>
      </h2>
      <p class="govuk-body">
        Published {dated(told.on)}, approved by a second person, and frozen: it tells what the first {told.value.known} entries of the log
        told then, whatever was recorded since.{' '}
        <a class="govuk-link" href={paths.entry(told.place)}>
          Entry {told.place}
        </a>
        .{' '}
        <a class="govuk-link" href={paths.changeStatus(month, '', { drawn: 'today' })}>
          As the register tells it today
        </a>
      </p>
      <Differences context={context} differences={differences} month={month} />
      <Written context={context} model={published.report.model} />
      <details class="govuk-details app-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Files and how to check them</span>
        </summary>
        <div class="govuk-details__text">
          <p>
            Each file carries what it was drawn from. <code>./codicil verify</code> with the file and the log derives every figure again,
            without us.
          </p>
          <dl class="app-counts">
            {told.value.files.map(({ name, sha256 }) => (
              <div>
                <dt>{name}</dt>
                <dd class="app-hash">SHA-256 {sha256}</dd>
              </div>
            ))}
            <div>
              <dt>The log up to entry {told.value.known}</dt>
              <dd class="app-hash">Merkle root {told.value.root}</dd>
            </div>
          </dl>
          <p>
            <a class="govuk-link" href={paths.manifest(month)}>
              The manifest as JSON
            </a>
          </p>
        </div>
      </details>
    </section>
  )
}

/** At most so many entries are named for each figure. */
const NAMED = 3

export function Differences({ context, differences, month }: Props & { readonly month: string }) {
  const { answer, paths, site } = context.var
  if (differences.length === 0) return <p class="govuk-body">Made today, every figure would be the same.</p>
  const names = namesIn(answer.register, site.grammar)
  return (
    <>
      <p class="govuk-body">
        <strong>{differences.length === 1 ? 'One figure' : `${differences.length} figures`} would differ today:</strong>
      </p>
      <ul class="govuk-list app-lines">
        {differences.map(({ id, title, published, today, because }) => (
          <li>
            <a class="govuk-link" href={paths.figure(month, id)}>
              {title}
            </a>
            : {published} as published, {published === today ? `${today} today, of others` : `${today} today`}
            {because.slice(0, NAMED).map((entry) => (
              <span class="app-under">
                Because of{' '}
                <a class="govuk-link" href={paths.entry(entry.place, `entry-${entry.position}`)}>
                  entry {entry.position}
                </a>
                , {names.name(entry.subject)}: {sentenceOf(entry, names)}.
              </span>
            ))}
            {because.length > NAMED && <span class="app-under">And because of {because.length - NAMED} entries more.</span>}
            {because.length === 0 && <span class="app-under">Because what was under an embargo then is not any more.</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
