import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { dated } from '../../domain/calendar/format.ts'
import type { Subject } from '../../domain/entry.ts'
import { type Stage, stages } from '../../domain/modification/modification.ts'
import { isRefused, type Verdict } from '../../domain/refusal.ts'
import { entryAt, type Found } from '../../domain/register.ts'
import type { ChangeStatusModel } from '../change-status/model.ts'
import { nameOf, type ReportAsked, type ReportContext, reportContext } from '../change-status/report-context.ts'
import { reportOf } from '../change-status/report-of.ts'
import { isWithin } from '../change-status/window.ts'
import { modificationsIn, referenceOf } from '../figures/context.ts'
import { standingInFull, wordsOf } from '../words/code-words.ts'

/** A line of the extract. */
export type ExtractRow = {
  readonly subject: Subject
  readonly reference: string
  readonly title: string
  readonly proposer: string
  /** In the Code's words, and since when it stands so; as a source shows it, where none tells the step. */
  readonly standing: string
  readonly since: string
  readonly path: string
  /** Whether anything was told of it in the month's window. */
  readonly isChanged: boolean
}

/** The register as it is sent to every Party each month: what is live by its stage, what ended in the year, what is only counted. */
export type RegisterExtract = {
  readonly report: ChangeStatusModel
  readonly stages: readonly { readonly stage: Stage; readonly name: string; readonly rows: readonly ExtractRow[] }[]
  readonly ended: readonly ExtractRow[]
  /** Without a stage on the day. */
  readonly unknown: readonly ExtractRow[]
  readonly unidentified: number
}

export function registerExtract(asked: ReportAsked): Verdict<RegisterExtract> {
  const report = reportOf(asked)
  if (isRefused(report)) return report
  const context = reportContext(asked)
  const all = modificationsIn(context.register)
  const named = all.filter(({ state }) => !state.unidentified)
  const rows = (belongs: (found: Found<'modification'>) => boolean) => named.filter(belongs).map((found) => row(context, found))
  const year = context.window.regulatoryYear.from
  return {
    report,
    stages: stages.map((stage) => ({
      stage,
      name: context.words.term('stages', stage) ?? stage,
      rows: rows(({ state }) => state.standing.value.stage === stage),
    })),
    ended: rows(({ state }) => state.standing.value.stage === 'ended' && state.standing.on.to >= year),
    unknown: rows(({ state }) => state.standing.value.stage === 'unknown'),
    unidentified: all.length - named.length,
  }
}

function row(context: ReportContext, found: Found<'modification'>): ExtractRow {
  const { state } = found
  const words = wordsOf(context.register)
  const isShown = entryAt(found, state.standing.place)?.event?.type === 'Attested'
  return {
    subject: found.subject,
    reference: referenceOf(context.grammar, found),
    title: state.title?.value ?? 'title not known',
    proposer: state.proposer ? nameOf(context, state.proposer.value).replace(/^the /, '') : 'not known',
    standing: standingInFull(words, state.standing.value),
    since: isShown ? `shown ${dated(state.standing.on)}` : dated(state.standing.on),
    path: state.path ? words.path(state.path.value) : 'not known',
    isChanged: found.history.some(({ on }) => isWithin(context.window, on.to as CalendarDate)),
  }
}
