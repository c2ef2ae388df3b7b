import { textsRead } from '../../app/publishing/draw.ts'
import { longDay } from '../../domain/calendar/format.ts'
import { monthOfPeriod, type PaperOf, type PublicationKind, periodBeside, periodId, periodName } from '../../domain/publication/kinds.ts'
import { isRefused } from '../../domain/refusal.ts'
import { changesSince } from '../../report/change-status/changes.ts'
import type { TextOf } from '../../report/change-status/rendering.ts'
import { PaperPage } from '../../report/paper/html.tsx'
import type { Paper } from '../../report/paper/paper.ts'
import { papers } from '../../report/papers.ts'
import { publishedForms } from '../../report/published/files.ts'
import type { PageContext } from '../context.ts'
import { paperAnswer, publicUrl } from '../paper-answer.ts'
import { type AskedPaper, paperAsked } from '../paper-asked.ts'
import { Layout } from '../parts/layout.tsx'
import { ChangesTold } from '../parts/report/changes.tsx'
import { PublicationDesk } from '../parts/report/publication.tsx'
import { ManifestData, PublishedNotice } from '../parts/report/published.tsx'
import { reportLinks } from '../report-links.ts'
import { refusedPage } from './problem.tsx'
import { publishedFileOf } from './published-file.ts'

const forms = ['html', ...publishedForms] as const
type Form = (typeof forms)[number]

/** A paper as a page, `.pdf`, `.docx`, `.txt` or `.json`: as it was published, or made from the register as asked. */
export async function paperPage(context: PageContext) {
  const kind = kindIn(context)
  const [name = '', extension = 'html', ...more] = (context.req.param('period') ?? '').split('.')
  const of = paperNamed(kind, name)
  if (!of) return noPeriod(context, kind, name)
  const form = more.length === 0 ? forms.find((each) => each === extension) : undefined
  if (!form)
    return noPaper(
      context,
      404,
      `The ${kind === 'change-status' ? 'report' : 'paper'} is not made as .${[extension, ...more].join('.')}`,
      'It is made as a page, as .pdf, as .docx, as .txt and as .json.',
    )
  if (periodId(of) !== name) return context.redirect(context.var.paths.paper(of, form, { drawn: context.req.query('drawn') }))
  const asked = await paperAsked(context, of)
  if (isRefused(asked)) return noPaper(context, 404, asked.refused, asked.remedies.join('; '))
  if (asked.frozen && form !== 'html') return publishedFileOf(context, form, asked.frozen.published)
  return answerAs(context, form, asked, await textsRead(asked.made, context.var.site.app.text))
}

/** Which kind of paper an address is of; what only the report has is below its own. */
export const kindIn = (context: PageContext): PublicationKind => (context.req.param('kind') ?? 'change-status') as PublicationKind

function paperNamed(kind: PublicationKind, name: string): PaperOf | undefined {
  const month = monthOfPeriod(kind, name)
  return month && { kind, month }
}

/** The paper of an address, for what shows a part of it; or the answer that says why there is none. */
export async function askedPaper(context: PageContext): Promise<AskedPaper | Response> {
  const kind = kindIn(context)
  const name = context.req.param('period') ?? ''
  const of = paperNamed(kind, name)
  if (!of) return noPeriod(context, kind, name)
  const asked = await paperAsked(context, of)
  return isRefused(asked) ? noPaper(context, 404, asked.refused, asked.remedies.join('; ')) : asked
}

export async function paperOf(context: PageContext, { of, made }: AskedPaper): Promise<Paper> {
  return made.paper(await textsRead(made, context.var.site.app.text), reportLinks(context.var.paths, of))
}

function noPeriod(context: PageContext, kind: PublicationKind, name: string) {
  return kind === 'kpi-return'
    ? noPaper(context, 400, `There is no quarter “${name}”`, 'A return is asked for by its quarter, like 2019-q4.')
    : noPaper(context, 400, `There is no month “${name}”`, 'A report is asked for by its month, like 2019-10.')
}

function answerAs(context: PageContext, form: Form, asked: AskedPaper, texts: TextOf) {
  const { of, made } = asked
  const { paths } = context.var
  const links = (origin: string) => reportLinks(paths, of, origin)
  switch (form) {
    case 'txt':
      return context.text(made.text(texts, links(new URL(context.req.url).origin)))
    case 'json':
      return context.json(made.json(texts, links(new URL(context.req.url).origin)))
    case 'pdf':
    case 'docx':
      return paperAnswer(context, form, made.paper(texts, links(publicUrl(context))), `${of.kind}-${periodId(of)}`)
    case 'html':
      return context.html(<View context={context} asked={asked} paper={made.paper(texts, links(''))} />)
  }
}

export function noPaper(context: PageContext, status: 400 | 404, problem: string, remedy: string) {
  const reports = (
    <p class="govuk-body">
      <a class="govuk-link" href={context.var.paths.reports()}>
        All reports that can be made
      </a>
    </p>
  )
  return refusedPage(context, context.var.site, status, problem, remedy, reports)
}

type Props = { readonly context: PageContext; readonly asked: AskedPaper }

function View({ context, asked, paper }: Props & { readonly paper: Paper }) {
  const { answer, site } = context.var
  const { of, made, frozen } = asked
  const changes = of.kind === 'change-status' ? changesSince(asked.asked) : undefined
  const differences = frozen && site.publishing.differences(frozen.published, { day: answer.today, moment: answer.register.on })
  return (
    <Layout context={context} title={made.title} section="reports">
      <Ways context={context} asked={asked} hasChanges={changes !== undefined} />
      {of.kind === 'change-status' && made.window.isSoFar && (
        <div class="govuk-inset-text">
          This report is not complete: it tells of what happened up to {longDay(made.window.to)}, and its time is not over.
        </div>
      )}
      {frozen && differences ? (
        <PublishedNotice context={context} {...frozen} differences={differences} />
      ) : (
        <PublicationDesk context={context} of={of} made={made} />
      )}
      <article class="app-report">
        <PaperPage paper={paper} />
      </article>
      {frozen && <ManifestData published={frozen.published} />}
      {changes && (
        <section class="app-report" id="changes">
          <h2 class="govuk-heading-m">What changed since {periodName(periodBeside(of, -1))}</h2>
          <ChangesTold changes={changes} links={reportLinks(context.var.paths, of)} />
        </section>
      )}
    </Layout>
  )
}

/** Where else to go: the papers beside it in time, what belongs to it, and its files. */
function Ways({ context, asked: { of }, hasChanges }: Props & { readonly hasChanges: boolean }) {
  const { answer, paths } = context.var
  const [before, after] = [periodBeside(of, -1), periodBeside(of, 1)]
  return (
    <nav class="app-actions" aria-label={of.kind === 'change-status' ? 'This report' : 'This paper'}>
      <a class="govuk-link" href={paths.reports()}>
        All reports
      </a>
      <a class="govuk-link" href={paths.paper(before)} rel="prev">
        {periodName(before)}
      </a>
      {papers[of.kind].isBegun(answer.register, after.month, answer.asof) && (
        <a class="govuk-link" href={paths.paper(after)} rel="next">
          {periodName(after)}
        </a>
      )}
      {of.kind !== 'change-status' && of.kind !== 'kpi-return' && (
        <a class="govuk-link" href={paths.changeStatus(of.month)}>
          Change Status Report
        </a>
      )}
      {hasChanges && (
        <a class="govuk-link" href={paths.changes(of.month)}>
          What changed
        </a>
      )}
      {(['pdf', 'docx', 'txt', 'json'] as const).map((form) => (
        <a class="govuk-link" href={paths.paper(of, form)}>
          As {form === 'txt' ? 'text' : form.toUpperCase()}
        </a>
      ))}
    </nav>
  )
}
