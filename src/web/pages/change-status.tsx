import { addMonths, parseYearMonth, type YearMonth } from '../../domain/calendar/calendar-date.ts'
import { longDay, longMonth } from '../../domain/calendar/format.ts'
import { isRefused } from '../../domain/refusal.ts'
import { changesSince } from '../../report/change-status/changes.ts'
import { ChangeStatusReport } from '../../report/change-status/html.tsx'
import { changeStatusJson } from '../../report/change-status/json.ts'
import { changeStatusPaper } from '../../report/change-status/paper.ts'
import type { TextOf } from '../../report/change-status/rendering.ts'
import { changeStatusText } from '../../report/change-status/text.ts'
import { textsOf } from '../../report/change-status/texts.ts'
import { windowOf } from '../../report/change-status/window.ts'
import type { Paper } from '../../report/paper/paper.ts'
import type { PageContext } from '../context.ts'
import { paperAnswer, publicUrl } from '../paper-answer.ts'
import { Layout } from '../parts/layout.tsx'
import { ChangesTold } from '../parts/report/changes.tsx'
import { PublicationDesk } from '../parts/report/publication.tsx'
import { PublishedNotice } from '../parts/report/published.tsx'
import { type AskedReport, reportAsked } from '../report-asked.ts'
import { reportLinks } from '../report-links.ts'
import { refusedPage } from './problem.tsx'
import { publishedFileOf } from './published-file.ts'

const forms = ['html', 'txt', 'json', 'pdf', 'docx'] as const
type Form = (typeof forms)[number]

/** The Change Status Report of a month as a page, `.pdf`, `.docx`, `.txt` or `.json`: made from the register as asked, at the moment it is asked for. */
export async function changeStatusPage(context: PageContext) {
  const [name = '', extension = 'html', ...more] = (context.req.param('month') ?? '').split('.')
  const month = parseYearMonth(name)
  if (!month) return noMonth(context, name)
  const form = more.length === 0 ? forms.find((each) => each === extension) : undefined
  if (!form)
    return noReport(
      context,
      404,
      `The report is not made as .${[extension, ...more].join('.')}`,
      'It is made as a page, as .pdf, as .docx, as .txt and as .json.',
    )
  const report = await reportAsked(context, month)
  if (isRefused(report)) return noReport(context, 404, report.refused, report.remedies.join('; '))
  if (report.frozen && form !== 'html') return publishedFileOf(context, form, report.frozen.published)
  return answerAs(context, form, report, await textsOf(report.model, context.var.site.app.text))
}

/** The report of a month, for what shows a part of it; or the answer that says why there is none. */
export async function askedReport(context: PageContext, name: string): Promise<Paper | Response> {
  const month = parseYearMonth(name)
  if (!month) return noMonth(context, name)
  const report = await reportAsked(context, month)
  if (isRefused(report)) return noReport(context, 404, report.refused, report.remedies.join('; '))
  return changeStatusPaper(report.model, await textsOf(report.model, context.var.site.app.text), reportLinks(context.var.paths, month))
}

export const noMonth = (context: PageContext, name: string) =>
  noReport(context, 400, `There is no month “${name}”`, 'A report is asked for by its month, like 2019-10.')

function answerAs(context: PageContext, form: Form, report: AskedReport, texts: TextOf) {
  const { model } = report
  switch (form) {
    case 'txt':
      return context.text(
        changeStatusText(model, texts, reportLinks(context.var.paths, model.window.month, new URL(context.req.url).origin)),
      )
    case 'json':
      return context.json(
        changeStatusJson(model, texts, reportLinks(context.var.paths, model.window.month, new URL(context.req.url).origin)),
      )
    case 'pdf':
    case 'docx':
      return paperAnswer(
        context,
        form,
        changeStatusPaper(model, texts, reportLinks(context.var.paths, model.window.month, publicUrl(context))),
        `change-status-${model.window.month}`,
      )
    case 'html':
      return context.html(<ReportPage context={context} report={report} texts={texts} />)
  }
}

export function noReport(context: PageContext, status: 400 | 404, problem: string, remedy: string) {
  const reports = (
    <p class="govuk-body">
      <a class="govuk-link" href={context.var.paths.reports()}>
        All reports that can be made
      </a>
    </p>
  )
  return refusedPage(context, context.var.site, status, problem, remedy, reports)
}

type PageProps = { readonly context: PageContext; readonly report: AskedReport; readonly texts: TextOf }

function ReportPage({ context, report: { asked, model, frozen }, texts }: PageProps) {
  const { answer, paths, site } = context.var
  const { month, state } = model.window
  const links = reportLinks(paths, month)
  const changes = changesSince(asked)
  const differences = frozen && site.publishing.differences(frozen.published, { day: answer.today, moment: answer.register.on })
  return (
    <Layout context={context} title={model.cover.title} section="reports">
      <nav class="app-actions" aria-label="This report">
        <a class="govuk-link" href={paths.reports()}>
          All reports
        </a>
        <a class="govuk-link" href={paths.changeStatus(addMonths(month, -1))} rel="prev">
          {longMonth(addMonths(month, -1))}
        </a>
        {hasNext(context, month) && (
          <a class="govuk-link" href={paths.changeStatus(addMonths(month, 1))} rel="next">
            {longMonth(addMonths(month, 1))}
          </a>
        )}
        {changes && (
          <a class="govuk-link" href={paths.changes(month)}>
            What changed
          </a>
        )}
        <a class="govuk-link" href={paths.changeStatusFile(month, 'pdf')}>
          As PDF
        </a>
        <a class="govuk-link" href={paths.changeStatusFile(month, 'docx')}>
          As DOCX
        </a>
        <a class="govuk-link" href={paths.changeStatusText(month)}>
          As text
        </a>
        <a class="govuk-link" href={paths.changeStatusJson(month)}>
          As JSON
        </a>
      </nav>
      {state === 'so far' && (
        <div class="govuk-inset-text">
          This report is not complete: it tells of what happened up to {longDay(model.window.to)}, and its time is not over.
        </div>
      )}
      {frozen ? (
        <PublishedNotice context={context} {...frozen} differences={differences} />
      ) : (
        <PublicationDesk context={context} month={month} model={model} />
      )}
      <article class="app-report">
        <ChangeStatusReport model={model} texts={texts} links={links} />
      </article>
      {changes && (
        <section class="app-report" id="changes">
          <h2 class="govuk-heading-m">What changed since {longMonth(changes.since)}</h2>
          <ChangesTold changes={changes} links={links} />
        </section>
      )}
    </Layout>
  )
}

const hasNext = ({ var: { answer } }: PageContext, month: YearMonth): boolean =>
  windowOf(answer.register, addMonths(month, 1), answer.asof).state !== 'not begun'
