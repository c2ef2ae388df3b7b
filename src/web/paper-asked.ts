import { idOf } from '../domain/entry.ts'
import { type PaperOf, publicationSubject } from '../domain/publication/kinds.ts'
import { isRefused, type Verdict } from '../domain/refusal.ts'
import { type Found, find } from '../domain/register.ts'
import type { ReportAsked } from '../report/change-status/report-context.ts'
import type { PaperMade } from '../report/paper-source.ts'
import { papers } from '../report/papers.ts'
import type { Published } from '../report/published/files.ts'
import type { PageContext } from './context.ts'

/** The paper that a page tells of, and from what; `frozen` where it was published. */
export type AskedPaper = {
  readonly of: PaperOf
  readonly asked: ReportAsked
  /** The same as it is told now, where the paper was frozen. */
  readonly live: ReportAsked
  readonly made: PaperMade
  readonly frozen?: { readonly publication: Found<'publication'>; readonly published: Published }
}

export const publicationOf = ({ var: { answer } }: PageContext, of: PaperOf): Found<'publication'> | undefined =>
  find(answer.register, 'publication', idOf(publicationSubject(of)))

/**
 * As it was published, unless the address asks for it as drawn today; else as the register tells it; to who administers, with what was
 * written for its draft.
 */
export async function paperAsked(context: PageContext, of: PaperOf): Promise<Verdict<AskedPaper>> {
  const { answer, principal, site } = context.var
  const drawn = papers[of.kind].isPublic ? await asPublic(context) : answer
  if (isRefused(drawn)) return drawn
  const live = { registerOn: drawn.registerOn, month: of.month, asOf: drawn.asof, grammar: site.grammar }
  const publication = publicationOf(context, of)
  const told = publication?.state.published
  if (publication && told && context.req.query('drawn') !== 'today') {
    const published = await site.publishing.published(publication, told)
    const { registerOn, made } = published.drawn
    return { of, live, asked: { ...live, registerOn, asOf: told.value.asOf }, made, frozen: { publication, published } }
  }
  if (publication && !told && answer.isPresent && principal.roles.includes('administrator')) {
    const from = { known: answer.register.known, asOf: answer.asof, at: answer.register.on }
    const draft = await site.publishing.drafted(publication.subject, from)
    return isRefused(draft) ? draft : { of, asked: live, live, made: draft.made }
  }
  const made = papers[of.kind].make(live)
  return isRefused(made) ? made : { of, asked: live, live, made }
}

/** What was asked, as whoever has not signed in is told it. */
const asPublic = ({ var: { answer, site } }: PageContext) => site.app.ask({ asof: answer.asof, known: answer.knownAsked })
