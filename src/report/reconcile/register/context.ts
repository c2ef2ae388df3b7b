import { addMonths, type CalendarDate, earlier, lastOf, monthOf, type YearMonth } from '../../../domain/calendar/calendar-date.ts'
import type { ReferenceGrammar } from '../../../domain/modification/reference.ts'
import { type ReportContext, reportContext } from '../../change-status/report-context.ts'
import { regulatoryYear, type Window, windowOf } from '../../change-status/window.ts'
import type { RegisterOn } from '../../register-on.ts'
import type { Cover } from '../reading/cover.ts'

/** In which register a paper is read: as asked, up to a day. */
export type RegisterAsked = { readonly registerOn: RegisterOn; readonly asOf: CalendarDate; readonly grammar: ReferenceGrammar }

/**
 * The register as the paper itself stands to it: at its own cut-off, and at its own day of the timescales, as the paper tells them.
 * Undefined where the paper tells no month, or is of a time that the register does not tell of yet.
 */
export function contextOf(cover: Cover, { registerOn, asOf, grammar }: RegisterAsked): ReportContext | undefined {
  const month = monthOfPaper(cover)
  const date = cover.window?.to ?? cover.date?.value
  if (!month || (date !== undefined && date > asOf)) return undefined
  const present = registerOn(asOf)
  const usual = windowOf(present, month, asOf)
  if (usual.state === 'not begun' && date === undefined) return undefined
  const to = date ?? usual.to
  const timescalesAsAt = earlier(cover.timescales[0]?.value ?? lastOf(addMonths(month, -1)), to)
  const window: Window = {
    ...usual,
    from: earlier(cover.window?.from ?? usual.from, to),
    to,
    asAt: to,
    timescalesAsAt,
    regulatoryYear: regulatoryYear(present, timescalesAsAt),
    state: 'complete',
  }
  return reportContext({ registerOn, month, asOf, grammar, window })
}

const monthOfPaper = ({ month, date }: Cover): YearMonth | undefined => month ?? (date && monthOf(date.value))
