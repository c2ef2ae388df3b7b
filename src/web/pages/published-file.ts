import { parseYearMonth } from '../../domain/calendar/calendar-date.ts'
import { longMonth } from '../../domain/calendar/format.ts'
import { isRefused } from '../../domain/refusal.ts'
import { paperForms } from '../../report/paper/made.ts'
import { fileName, type Published, type PublishedForm, publishedFile } from '../../report/published/files.ts'
import type { PageContext } from '../context.ts'
import { reportAsked } from '../report-asked.ts'
import { noReport } from './change-status.tsx'

const types: Readonly<Record<PublishedForm, string>> = {
  json: 'application/json; charset=UTF-8',
  txt: 'text/plain; charset=UTF-8',
  pdf: paperForms.pdf.type,
  docx: paperForms.docx.type,
}

/** A file of a published report: the bytes whose hash its entry tells. */
export async function publishedFileOf(context: PageContext, form: PublishedForm, published: Published) {
  const bytes = await publishedFile(form, published)
  return context.body(new Uint8Array(bytes), 200, {
    'content-type': types[form],
    'content-disposition': `${form === 'docx' ? 'attachment' : 'inline'}; filename="${fileName(published.manifest, form)}"`,
  })
}

/** GET: from what a published report was drawn, and every figure with its members and their entries. */
export async function manifestJson(context: PageContext) {
  const name = context.req.param('month') ?? ''
  const month = parseYearMonth(name)
  if (!month) return noReport(context, 400, `There is no month “${name}”`, 'A report is asked for by its month, like 2019-10.')
  const report = await reportAsked(context, month)
  if (isRefused(report)) return noReport(context, 404, report.refused, report.remedies.join('; '))
  if (!report.frozen)
    return noReport(context, 404, `The report of ${longMonth(month)} is not published`, 'A manifest is made when a report is published.')
  return context.json(report.frozen.published.manifest)
}
