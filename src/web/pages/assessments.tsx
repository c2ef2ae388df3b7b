import { longDay } from '../../domain/calendar/format.ts'
import { isRefused } from '../../domain/refusal.ts'
import { type AssessmentNow, assessmentNow } from '../../report/figures/assessment-now.ts'
import type { AssessmentRow } from '../../report/figures/assessments.ts'
import { type CountedAssessments, countAssessments, reportsCounts } from '../../report/figures/counted-assessments.ts'
import type { PageContext } from '../context.ts'
import { csvAnswer } from '../csv.ts'
import { AssessmentSummary } from '../parts/assessments/summary.tsx'
import { CompletedTable, OpenTable, RequestedTable } from '../parts/assessments/tables.tsx'
import { Layout } from '../parts/layout.tsx'
import { refusedPage } from './problem.tsx'

/** Every assessment against its clock, counted to the day told of or to an earlier one: open, waiting to be accepted, and returned. */
export function assessmentsPage(context: PageContext) {
  const { answer, paths, site } = context.var
  const { to, year } = context.req.query()
  const counted = countAssessments(answer, site.grammar, { to, year })
  if (isRefused(counted)) return refusedPage(context, site, 400, counted.refused, counted.remedies.join('; '))
  const day = longDay(counted.to)
  return context.html(
    <Layout context={context} title="Assessments" section="assessments">
      <h1 class="govuk-heading-l">Assessments</h1>
      <p class="govuk-body-l">
        What is being assessed, what waits to be, and what came back. The clock runs from the day of acceptance to the day of return.
      </p>
      <CountedTo context={context} counted={counted} />
      <AssessmentSummary context={context} counted={counted} />

      <h2 class="govuk-heading-m" id="open">
        Open
      </h2>
      {counted.open.length === 0 ? (
        <p class="govuk-body">No assessment was open on {day}.</p>
      ) : (
        <OpenTable context={context} rows={counted.open} caption={`Open assessments, counted to ${day}`} />
      )}

      <h2 class="govuk-heading-m" id="requested">
        Requested, not yet accepted
      </h2>
      {counted.requested.length === 0 ? (
        <p class="govuk-body">No request waited for acceptance on {day}, as far as the sources tell.</p>
      ) : (
        <>
          <p class="govuk-body">
            The published clock starts at acceptance. What waits before it is counted here in the same way; a request whose acceptance no
            source tells is among it.
          </p>
          <RequestedTable
            context={context}
            rows={counted.requested}
            caption={`Assessments requested and not yet accepted, counted to ${day}`}
          />
        </>
      )}

      <h2 class="govuk-heading-m" id="completed">
        Completed during {counted.year.label}
      </h2>
      <Years context={context} counted={counted} />
      {counted.completed.length === 0 ? (
        <p class="govuk-body">
          No assessment came back between {longDay(counted.year.from)} and {day}, as far as the sources tell.
        </p>
      ) : (
        <CompletedTable context={context} rows={counted.completed} caption={`Assessments completed during ${counted.year.label}`} />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={paths.assessmentsCsv({ to, year })}>
          These assessments as CSV
        </a>
      </p>
    </Layout>,
  )
}

type PartProps = { readonly context: PageContext; readonly counted: CountedAssessments }

/** To which day it is counted, how, and the way to another day: without scripts. */
function CountedTo({ context, counted }: PartProps) {
  const { answer, paths } = context.var
  const { asof, known, year } = context.req.query()
  const reports = reportsCounts(answer).filter((report) => report.to !== counted.to)
  const kept = Object.entries({ asof, known, year }).filter(([, value]) => value)
  return (
    <div class="app-counted">
      <p class="govuk-body govuk-!-margin-bottom-2">
        Counted to <strong>{longDay(counted.to)}</strong> as the reports count: weekdays, both ends, bank holidays not taken out (WD).
      </p>
      <ul class="govuk-list app-inline-list govuk-!-margin-bottom-2">
        {reports.map(({ to, name }) => (
          <li>
            <a class="govuk-link" href={paths.assessments({ to, year })}>
              As {name} counts: to {longDay(to)}
            </a>
          </li>
        ))}
        {counted.to !== answer.asof && (
          <li>
            <a class="govuk-link" href={paths.assessments({ year })}>
              To the day of the register: {longDay(answer.asof)}
            </a>
          </li>
        )}
      </ul>
      <form method="get" action={context.req.path} class="app-time govuk-!-margin-bottom-0" aria-label="Count to another day">
        {kept.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div>
          <label class="govuk-label" for="to">
            Count to
          </label>
          <input class="govuk-input" type="date" id="to" name="to" max={answer.asof} value={counted.to} />
        </div>
        <button class="govuk-button govuk-button--secondary" type="submit">
          Count
        </button>
      </form>
    </div>
  )
}

/** The regulatory years in which something came back. */
function Years({ context, counted }: PartProps) {
  const { to } = context.req.query()
  if (counted.years.length < 2) return null
  return (
    <nav aria-label="Regulatory years">
      <ul class="govuk-list app-inline-list">
        {counted.years.map(({ label }) => (
          <li>
            {label === counted.year.label ? (
              <strong aria-current="true">{label}</strong>
            ) : (
              <a class="govuk-link" href={context.var.paths.assessments({ to, year: label })}>
                {label}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

const columns = [
  'modification',
  'title',
  'assessment',
  'kind',
  'status',
  'requested',
  'accepted',
  'returned',
  'targetWorkingDays',
  'duration',
  'durationBasis',
  'workingDays',
  'workingDaysFirstDayNotCounted',
  'countedTo',
  'asof',
  'netWorkingDays',
  'due',
  'staleSince',
  'approvalBy',
  'questionsOpen',
] as const
type CsvRow = Record<(typeof columns)[number], string | number>

/** The same as CSV. `duration` is in the published convention; the two counts of the Code are beside it. */
export function assessmentsCsv(context: PageContext) {
  const { answer, site } = context.var
  const { to, year } = context.req.query()
  const counted = countAssessments(answer, site.grammar, { to, year })
  if (isRefused(counted)) return refusedPage(context, site, 400, counted.refused, counted.remedies.join('; '))
  const rows = [...counted.open, ...counted.requested, ...counted.completed]
  return csvAnswer(
    context,
    columns,
    rows.map((row) => csvRow(row, assessmentNow(answer.register, row, counted.to), counted.to, answer.asof)),
  )
}

function csvRow({ member, assessment, duration }: AssessmentRow, now: AssessmentNow, countedTo: string, asof: string): CsvRow {
  const count = (convention: string) => duration?.counts.find((each) => each.convention === convention)?.value ?? ''
  return {
    modification: member.label,
    title: member.title ?? '',
    assessment: assessment.id,
    kind: assessment.assessmentKind,
    status: assessment.status,
    requested: assessment.requested?.on.to ?? '',
    accepted: assessment.accepted?.on.to ?? '',
    returned: assessment.returned?.on.to ?? '',
    targetWorkingDays: assessment.target?.value.workingDays ?? '',
    duration: duration?.value ?? '',
    durationBasis: duration?.basis ?? '',
    workingDays: count('working days'),
    workingDaysFirstDayNotCounted: count('working days, first day not counted'),
    netWorkingDays: now.netWorkingDays ?? '',
    due: now.due ?? '',
    staleSince: now.staleSince ?? '',
    approvalBy: now.approvalBy ?? '',
    questionsOpen: now.questionsOpen,
    countedTo: assessment.returned?.on.to ?? countedTo,
    asof,
  }
}
