import { longDay, longMonth } from '../../domain/calendar/format.ts'
import { firstMonth, publicationKinds } from '../../domain/publication/kinds.ts'
import { monthsReported } from '../../report/change-status/months.ts'
import { paperOf, type Window } from '../../report/change-status/window.ts'
import { papers } from '../../report/papers.ts'
import type { PageContext } from '../context.ts'
import { Layout } from '../parts/layout.tsx'

/** The reports that can be made: one for each month of which the register tells, the latest first. */
export function reportsPage(context: PageContext) {
  const { register, asof } = context.var.answer
  const windows = monthsReported(register, asof)
  const years = [...Map.groupBy(windows, ({ month }) => month.slice(0, 4))]
  const [latest] = windows
  return context.html(
    <Layout context={context} title="Reports" section="reports">
      <h1 class="govuk-heading-l">Change Status Reports</h1>
      <p class="govuk-body-l">
        What was raised, assessed, voted on, decided and released, month by month. Each report is made from the register when it is asked
        for, and every figure in it can be opened.
      </p>
      <p class="govuk-body">
        A report tells of what happened since the last one. It is cut off on the day of its paper; where no paper is in the register, on the
        month’s first Friday.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={context.var.paths.reconcile()}>
          Read a published report
        </a>
        : what does not tie in it, and what this register says of each of its claims.
      </p>
      {latest === undefined && <p class="govuk-body">The register tells of no month by {longDay(asof)}.</p>}
      {years.map(([year, months], index) =>
        index === 0 ? (
          <section>
            <h2 class="govuk-heading-m">{year}</h2>
            <Months context={context} windows={months} />
          </section>
        ) : (
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">
                {year}: {months.length === 1 ? 'one report' : `${months.length} reports`}
              </span>
            </summary>
            <div class="govuk-details__text">
              <Months context={context} windows={months} />
            </div>
          </details>
        ),
      )}
    </Layout>,
  )
}

function Months({ context, windows }: { readonly context: PageContext; readonly windows: readonly Window[] }) {
  return (
    <ul class="govuk-list app-reports">
      {windows.map((window) => (
        <Month context={context} window={window} />
      ))}
    </ul>
  )
}

/** The papers of a month beside its report. */
const others = publicationKinds.filter((kind) => kind !== 'change-status')

function Month({ context, window }: { readonly context: PageContext; readonly window: Window }) {
  const { answer, paths } = context.var
  const { month } = window
  const of = <span class="govuk-visually-hidden"> of the report of {longMonth(month)}</span>
  const paper = paperOf(answer.register, month)
  return (
    <li class="app-reports__month" id={`report-${month}`}>
      <a class="govuk-link app-reports__name" href={paths.changeStatus(month)}>
        {longMonth(month)}
      </a>
      <span>
        {(['pdf', 'docx', 'txt', 'json'] as const).map((form, index) => (
          <>
            {index > 0 && ' · '}
            <a class="govuk-link" href={paths.paper({ kind: 'change-status', month }, form)}>
              {form === 'txt' ? 'Text' : form.toUpperCase()}
              {of}
            </a>
          </>
        ))}
        {others.map((kind) => (
          <>
            {' · '}
            <a class="govuk-link" href={paths.paper({ kind, month: firstMonth(kind, month) })}>
              {papers[kind].short}
              <span class="govuk-visually-hidden"> of {longMonth(month)}</span>
            </a>
          </>
        ))}
      </span>
      <span>
        {paper && <strong class="govuk-tag app-tag app-tag--paper">Paper {paper.state.issued.value.reference}</strong>}
        {window.state === 'so far' && <strong class="govuk-tag app-tag app-tag--so-far">So far</strong>}
      </span>
    </li>
  )
}
