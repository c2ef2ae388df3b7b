import type { YearMonth } from '../domain/calendar/calendar-date.ts'
import { isRefused, type Verdict } from '../domain/refusal.ts'
import { type Found, find } from '../domain/register.ts'
import type { EditedModel } from '../report/change-status/edited.ts'
import type { ReportAsked } from '../report/change-status/report-context.ts'
import { reportOf } from '../report/change-status/report-of.ts'
import type { Published } from '../report/published/files.ts'
import type { PageContext } from './context.ts'

/** The report that a page tells of, and from what; `frozen` where it was published. */
export type AskedReport = {
  readonly asked: ReportAsked
  readonly model: EditedModel
  readonly frozen?: { readonly publication: Found<'publication'>; readonly published: Published }
}

/**
 * As it was published, unless the address asks for it as drawn today; else as the register tells it; to who administers, with what was
 * written for its draft.
 */
export async function reportAsked(context: PageContext, month: YearMonth): Promise<Verdict<AskedReport>> {
  const { answer, principal, site } = context.var
  const live = { registerOn: answer.registerOn, month, asOf: answer.asof, grammar: site.grammar }
  const publication = find(answer.register, 'publication', `change-status-${month}`)
  const told = publication?.state.published
  if (publication && told && context.req.query('drawn') !== 'today') {
    const published = await site.publishing.published(publication, told)
    const { registerOn, model } = published.report
    return { asked: { ...live, registerOn, asOf: told.value.asOf }, model, frozen: { publication, published } }
  }
  if (publication && !told && answer.isPresent && principal.roles.includes('administrator')) {
    const from = { known: answer.register.known, asOf: answer.asof, at: answer.register.on }
    const drawn = await site.publishing.drafted(publication.subject, from)
    return isRefused(drawn) ? drawn : { asked: live, model: drawn.model }
  }
  const model = reportOf(live)
  return isRefused(model) ? model : { asked: live, model }
}
