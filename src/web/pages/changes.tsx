import { addMonths } from '../../domain/calendar/calendar-date.ts'
import { longMonth } from '../../domain/calendar/format.ts'
import { changesSince } from '../../report/change-status/changes.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../parts/layout.tsx'
import { ChangesTold } from '../parts/report/changes.tsx'
import { reportLinks } from '../report-links.ts'
import { askedPaper, noPaper } from './paper.tsx'

/** GET: what changed since the report of the month before, as a page or as JSON. */
export async function changesPage(context: PageContext) {
  const { paths } = context.var
  const report = await askedPaper(context)
  if (report instanceof Response) return report
  const { of, asked, made } = report
  const { month } = of
  const changes = changesSince(asked)
  if (!changes)
    return noPaper(
      context,
      404,
      `There is no report of ${longMonth(addMonths(month, -1))} to compare with`,
      'Ask for a later month, or open the report itself.',
    )
  if (context.req.path.endsWith('.json')) return context.json({ format: 'change-status-changes/1', ...changes })
  return context.html(
    <Layout context={context} title={`What changed, ${longMonth(month)}`} section="reports">
      <nav class="app-actions" aria-label="This report">
        <a class="govuk-link" href={paths.changeStatus(month)}>
          {made.title}
        </a>
        <a class="govuk-link" href={paths.changes(changes.since)} rel="prev">
          {longMonth(changes.since)}
        </a>
        <a class="govuk-link" href={paths.changesJson(month)}>
          As JSON
        </a>
      </nav>
      <h1 class="govuk-heading-l">What changed since {longMonth(changes.since)}</h1>
      <ChangesTold changes={changes} links={reportLinks(paths, of)} />
    </Layout>,
  )
}
