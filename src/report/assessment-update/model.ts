import { type SignOff, signOffs } from '../../domain/assessment/sign-offs.ts'
import { updateDue } from '../../domain/assessment/update-due.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { dayOf } from '../../domain/calendar/moment.ts'
import type { Classification, TextId } from '../../domain/entry.ts'
import { isRefused, type Verdict } from '../../domain/refusal.ts'
import { find, type Register } from '../../domain/register.ts'
import type { ChangeStatusModel } from '../change-status/model.ts'
import type { AssessmentLine } from '../change-status/refine.ts'
import { nameOf, type ReportAsked, reportContext } from '../change-status/report-context.ts'
import { reportOf } from '../change-status/report-of.ts'
import type { DerivedFigure } from '../figures/figure.ts'
import { updateFigures } from './figures.ts'

type Said = { readonly text: TextId; readonly on: CalendarDate; readonly place: number }
/** An assessment of the report with what its provider says of it; absent where it has written nothing for the month. */
export type AssessmentSaid = { readonly row: AssessmentLine; readonly said?: Said }
/** A provider with its sign-off of the month, if there is one. */
export type ProviderSigned = SignOff & { readonly name: string }

/** What the providers say of their assessments, for the Change Status Report of a month: its Appendix A. */
export type AssessmentUpdate = {
  readonly report: ChangeStatusModel
  readonly classification: Classification
  readonly providers: readonly ProviderSigned[]
  /** By when it is to be signed off; unknown where no meeting of the month is planned. */
  readonly due: CalendarDate | 'unknown'
  readonly open: readonly AssessmentSaid[]
  readonly queue: readonly AssessmentSaid[]
  readonly completed: readonly AssessmentSaid[]
  /** Those of the report that are of assessments, and what the update counts of itself. */
  readonly figures: readonly DerivedFigure[]
}

export function assessmentUpdate(asked: ReportAsked): Verdict<AssessmentUpdate> {
  const report = reportOf(asked)
  if (isRefused(report)) return report
  const register = asked.registerOn(asked.asOf)
  const { open, completed, requested } = report.refine.timescales
  const said = (rows: readonly AssessmentLine[]) => rows.map((row) => ({ row, ...lastLine(register, asked.month, row) }))
  const rows = { open: said(open), queue: said(requested.rows), completed: said(completed) }
  const context = reportContext(asked)
  const providers = signOffs(register, asked.month).map((one) => ({ ...one, name: nameOf(context, one.provider) }))
  return {
    report,
    classification: asked.own?.classification ?? 'white',
    providers,
    due: updateDue({ register, day: dayOf(register.on) }, asked.month) ?? 'unknown',
    ...rows,
    figures: [
      ...Object.values(report.figures).filter(({ id }) => id.startsWith('assessment.')),
      ...updateFigures({ asAt: asked.asOf, rows: Object.values(rows).flat(), providers }),
    ],
  }
}

/** The lines that it quotes. */
export const saidIn = ({ open, queue, completed }: AssessmentUpdate): readonly Said[] =>
  [...open, ...queue, ...completed].flatMap(({ said }) => said ?? [])

/** The last line for the month, as it is known on the day asked: it is written for the report, after the day of its timescales. */
function lastLine(register: Register, month: string, { member }: AssessmentLine): Pick<AssessmentSaid, 'said'> {
  const found = find(register, 'modification', member.subject.slice('modification/'.length))
  const last = found?.state.assessments[member.item ?? '']?.progress.findLast(({ value }) => value.month === month)
  return last ? { said: { text: last.value.text, on: last.on.to, place: last.place } } : {}
}
