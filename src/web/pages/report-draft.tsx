import { monthOfPeriod, periodName, sectionsOf } from '../../domain/publication/kinds.ts'
import { isRefused } from '../../domain/refusal.ts'
import type { PageContext } from '../context.ts'
import { publicationOf } from '../paper-asked.ts'
import { Layout } from '../parts/layout.tsx'
import { PublicationDesk } from '../parts/report/publication.tsx'
import { kindIn } from './paper.tsx'
import { refusedPage } from './problem.tsx'

/** GET: the words of a draft: each derived sentence with the ways to reword it or leave it out, and to add a paragraph. */
export async function paperDraftPage(context: PageContext) {
  const kind = kindIn(context)
  const { answer, paths, principal, site } = context.var
  if (!principal.roles.includes('administrator'))
    return refusedPage(context, site, 403, 'the code administrator drafts the papers', 'Sign in as who administers the register.')
  const month = monthOfPeriod(kind, context.req.param('period') ?? '')
  const of = month && { kind, month }
  const publication = of && publicationOf(context, of)
  if (!of || !publication || publication.state.published)
    return refusedPage(context, site, 404, 'there is no draft of this time', 'Draft it on the page of the paper.')
  const from = { known: answer.register.known, asOf: answer.asof, at: answer.register.on }
  const drawn = await site.publishing.drafted(publication.subject, from)
  if (isRefused(drawn)) return refusedPage(context, site, 409, drawn.refused, drawn.remedies.join('; '))
  // Where there is one place for it, it is chosen.
  const [only, another] = sectionsOf(kind)
  return context.html(
    <Layout context={context} title={`Draft, ${periodName(of)}`} section="reports">
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          <a class="govuk-link" href={paths.paper(of)}>
            {drawn.made.title}
          </a>
        </span>
        Words of the draft
      </h1>
      <PublicationDesk context={context} of={of} made={drawn.made} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.act('add-paragraph', publication.subject, { section: another === undefined ? only : undefined })}>
          Add a paragraph
        </a>
      </p>
      {drawn.made.sentences.length > 0 && <h2 class="govuk-heading-m">Derived sentences</h2>}
      <ul class="govuk-list app-lines">
        {drawn.made.sentences.map(({ text, derived, said }) => (
          <li>
            {derived ?? text}{' '}
            <span class="app-under">
              <code>{said?.sentence}</code>{' '}
              <a
                class="govuk-link"
                href={paths.act('reword-sentence', publication.subject, { sentence: said?.sentence, wording: said?.words })}
              >
                Reword<span class="govuk-visually-hidden"> {said?.sentence}</span>
              </a>{' '}
              <a class="govuk-link" href={paths.act('leave-out-sentence', publication.subject, { sentence: said?.sentence })}>
                Leave out<span class="govuk-visually-hidden"> {said?.sentence}</span>
              </a>
            </span>
          </li>
        ))}
      </ul>
    </Layout>,
  )
}
