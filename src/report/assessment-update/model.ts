import { updateDue } from '../../domain/assessment/update-due.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { dayOf } from '../../domain/calendar/moment.ts'
import type { Subject, TextId } from '../../domain/entry.ts'
import type { Fact } from '../../domain/fact.ts'
import { refused, type Verdict } from '../../domain/refusal.ts'
import { find, modifications } from '../../domain/register.ts'
import type { ChangeStatusModel } from '../change-status/model.ts'
import type { AssessmentLine } from '../change-status/refine.ts'
import { nameOf, type ReportAsked, reportContext } from '../change-status/report-context.ts'
import { reportOf } from '../change-status/report-of.ts'

/** An assessment of the report with what its provider says of it; absent where it has written nothing for the month. */
export type AssessmentSaid = {
  readonly row: AssessmentLine
  readonly said?: { readonly text: TextId; readonly on: CalendarDate; readonly place: number }
}
/** A provider with its sign-off of the month, if there is one. */
export type ProviderSigned = { readonly provider: Subject; readonly name: string; readonly signed?: CalendarDate }

/** What the providers say of their assessments, for the Change Status Report of a month: its Appendix A. */
export type AssessmentUpdate = {
  readonly report: ChangeStatusModel
  readonly providers: readonly ProviderSigned[]
  /** By when it is to be signed off; unknown where no meeting of the month is planned. */
  readonly due: CalendarDate | 'unknown'
  readonly open: readonly AssessmentSaid[]
  readonly queue: readonly AssessmentSaid[]
  readonly completed: readonly AssessmentSaid[]
}

export function assessmentUpdate(asked: ReportAsked): Verdict<AssessmentUpdate> {
  const report = reportOf(asked)
  if ('refused' in report) return refused(report.refused, report.about, report.remedies)
  const { open, completed, requested } = report.refine.timescales
  const said = (rows: readonly AssessmentLine[]) => rows.map((row) => ({ row, ...lineOf(asked, row) }))
  return {
    report,
    providers: providers(asked),
    due: updateDue({ register: asked.registerOn(asked.asOf), day: dayOf(asked.registerOn(asked.asOf).on) }, asked.month) ?? 'unknown',
    open: said(open),
    queue: said(requested.rows),
    completed: said(completed),
  }
}

/** The last line for the month, as it is known on the day asked: it is written for the report, after the day of its timescales. */
function lineOf({ registerOn, month, asOf }: ReportAsked, { member }: AssessmentLine): Pick<AssessmentSaid, 'said'> {
  const found = find(registerOn(asOf), 'modification', member.subject.slice('modification/'.length))
  const last = found?.state.assessments[member.item ?? '']?.progress.findLast(({ value }) => value.month === month)
  return last ? { said: { text: last.value.text, on: last.on.to, place: last.place } } : {}
}

/** Of the assessments that the register knows. */
function providers(asked: ReportAsked): readonly ProviderSigned[] {
  const register = asked.registerOn(asked.asOf)
  const context = reportContext(asked)
  const known = modifications(register).flatMap(({ state }) => Object.values(state.assessments).map(({ provider }) => provider))
  return [...new Set(known)].sort().map((provider) => {
    const signed = find(register, 'organisation', provider.slice('organisation/'.length))?.state.signed
    return { provider, name: nameOf(context, provider), ...signedOn(signed, asked.month) }
  })
}

function signedOn(signed: readonly Fact<string>[] | undefined, month: string): Pick<ProviderSigned, 'signed'> {
  const last = signed?.findLast(({ value }) => value === month)
  return last ? { signed: last.on.to } : {}
}
