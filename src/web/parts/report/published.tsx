import { raw } from 'hono/html'
import { dated } from '../../../domain/calendar/format.ts'
import type { Found } from '../../../domain/register.ts'
import type { Differences } from '../../../report/published/differences.ts'
import type { Published } from '../../../report/published/files.ts'
import { MANIFEST_IN_PAGE, manifestData } from '../../../report/published/page.ts'
import type { PageContext } from '../../context.ts'
import { DifferencesToday } from './differences.tsx'
import { Written } from './publication.tsx'

type Props = {
  readonly context: PageContext
  readonly publication: Found<'publication'>
  readonly published: Published
  readonly differences: Differences | undefined
}

/** On a published paper: when it was frozen and from what, what is its author's, its files, and what would differ today. */
export function PublishedNotice({ context, publication, published, differences }: Props) {
  const { paths } = context.var
  const told = publication.state.published
  if (!told) return null
  const { drawn } = published
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
        <a class="govuk-link" href={paths.paper(drawn, 'html', { drawn: 'today' })}>
          As the register tells it today
        </a>
      </p>
      {differences && <DifferencesToday context={context} differences={differences} of={drawn} />}
      <Written context={context} edits={drawn.made.edits} />
      <details class="govuk-details app-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Files and how to check them</span>
        </summary>
        <div class="govuk-details__text">
          <p>
            Each file carries what it was drawn from. <code>./codicil verify</code> with the file and the log derives every figure again,
            without us. This page can be saved and checked in the same way.
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
            <a class="govuk-link" href={paths.manifest(drawn)}>
              The manifest as JSON
            </a>
          </p>
        </div>
      </details>
    </section>
  )
}

/** What a published paper was drawn from, as data in its page: so that the page can be saved and checked as a file is. */
export const ManifestData = ({ published }: { readonly published: Published }) => (
  <script type="application/json" id={MANIFEST_IN_PAGE}>
    {raw(manifestData(published.manifest))}
  </script>
)
