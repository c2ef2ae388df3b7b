import type { Child } from 'hono/jsx'
import { awaitsApprovalBy } from '../../../domain/assessment/assessment.ts'
import { dated } from '../../../domain/calendar/format.ts'
import type { Fact } from '../../../domain/fact.ts'
import { openQuestions } from '../../../report/figures/assessment-now.ts'
import { type AssessmentRow, becameSince } from '../../../report/figures/assessments.ts'
import type { Duration } from '../../../report/figures/duration.ts'
import { wordsOf } from '../../../report/words/code-words.ts'
import { assessmentName } from '../../../report/words/event-sentence.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { Arithmetic } from '../clock.tsx'
import { type Column, DataTable, type TableRow } from '../data-table.tsx'
import { assessmentAnchor as anchorOnPage } from '../modification/assessments.tsx'
import { AssessmentActions } from './actions.tsx'
import { DueWarning, staleText } from './due.tsx'

type TableProps = { readonly context: PageContext; readonly rows: readonly AssessmentRow[]; readonly caption: string }

const codeColumn: Column = { label: 'Code’s Working Days' }

/** Accepted and not returned: the published duration against its target, with the Code's counts beside it. */
export function OpenTable({ context, rows, caption }: TableProps) {
  const columns: readonly Column[] = [
    { label: 'Modification' },
    { label: 'Type' },
    { label: 'Accepted' },
    { label: 'Target', numeric: true },
    { label: 'Current duration', numeric: true },
    { label: 'Against target' },
    codeColumn,
  ]
  const cells = (row: AssessmentRow): TableRow =>
    rowOf(context, row, [
      linked(context, row),
      kind(context, row),
      told(context, row, row.assessment.accepted),
      target(row),
      days(row.duration),
      soFar(context, row),
      codeCounts(row.duration),
    ])
  return <DataTable caption={caption} captionIs="hidden" columns={columns} rows={rows.map(cells)} />
}

/** Requested, and neither accepted nor declined: the wait that no published clock shows. */
export function RequestedTable({ context, rows, caption }: TableProps) {
  const columns: readonly Column[] = [
    { label: 'Modification' },
    { label: 'Type' },
    { label: 'Requested' },
    { label: 'Waiting', numeric: true },
    codeColumn,
  ]
  const cells = (row: AssessmentRow): TableRow =>
    rowOf(context, row, [
      linked(context, row),
      kind(context, row),
      told(context, row, row.assessment.requested),
      days(row.duration),
      codeCounts(row.duration),
    ])
  return <DataTable caption={caption} captionIs="hidden" columns={columns} rows={rows.map(cells)} />
}

/** Returned in the year: as the source states it, or counted. */
export function CompletedTable({ context, rows, caption }: TableProps) {
  const columns: readonly Column[] = [
    { label: 'Modification' },
    { label: 'Type' },
    { label: 'Returned' },
    { label: 'Target', numeric: true },
    { label: 'Actual duration', numeric: true },
    { label: 'Against target' },
    codeColumn,
  ]
  const cells = (row: AssessmentRow): TableRow =>
    rowOf(context, row, [
      linked(context, row),
      kind(context, row),
      told(context, row, row.assessment.returned),
      target(row),
      days(row.duration),
      againstTarget(row, 'in the end'),
      codeCounts(row.duration),
    ])
  return <DataTable caption={caption} captionIs="hidden" columns={columns} rows={rows.map(cells)} />
}

/** `7/IA/1` as a fragment of this page's address: `assessment-7-IA-1`. */
const anchorHere = (id: string): string => `assessment-${id.replaceAll('/', '-')}`

function rowOf(context: PageContext, row: AssessmentRow, cells: readonly Child[]): TableRow {
  const { assessment, duration, found, member } = row
  const name = `${assessmentName(assessment.id, wordsOf(context.var.answer.register))} of ${member.label}`
  const below = (
    <>
      {duration && <Arithmetic duration={duration} />}
      <AssessmentActions context={context} subject={found.subject} assessment={assessment} name={name} />
    </>
  )
  return { id: anchorHere(assessment.id), cells, below }
}

function linked(context: PageContext, row: AssessmentRow): Child {
  const { found, member, assessment } = row
  const { answer, site } = context.var
  const doubt = doubtOf(row)
  const stale = doubt ? undefined : staleText(found.state, assessment)
  const approver = awaitsApprovalBy(assessment)
  const waits = openQuestions(assessment)
  return (
    <>
      <a class="govuk-link" href={context.var.paths.modification(found.id, anchorOnPage(assessment.id))}>
        {member.label}
      </a>
      {member.title && <span class="app-under">{member.title}</span>}
      {doubt && <span class="app-under app-doubt">{doubt}</span>}
      {stale && <span class="app-under app-doubt">{stale}.</span>}
      {approver && <span class="app-under">To be approved by {namesIn(answer.register, site.grammar).name(approver)} first.</span>}
      {waits > 0 && (
        <span class="app-under">Waits for information: {waits === 1 ? 'one question' : `${waits} questions`} not answered.</span>
      )}
    </>
  )
}

/** A clock that runs on though the modification has moved past assessment: it came back, or was dropped, and no source tells when. */
function doubtOf(row: AssessmentRow): string | undefined {
  const became = becameSince(row)
  if (became === undefined) return undefined
  const end = row.assessment.status === 'accepted' ? 'came back' : 'was taken up or dropped'
  return `The modification has since been ${became}: no source tells when this ${end}.`
}

/** As the paper prints it; in full for who does not know it. */
const kind = ({ var: { answer } }: PageContext, { assessment }: AssessmentRow): Child => (
  <abbr title={assessmentName(assessment.id, wordsOf(answer.register))}>{assessment.assessmentKind}</abbr>
)

/** The day, leading to the entry that told it, where its source is. */
function told({ var: { paths } }: PageContext, { found }: AssessmentRow, fact: Fact<unknown> | undefined): Child {
  if (!fact) return 'not told'
  return (
    <a class="govuk-link app-nowrap" href={paths.modification(found.id, `entry-${fact.place}`)}>
      {dated(fact.on)}
    </a>
  )
}

const target = ({ assessment }: AssessmentRow): Child =>
  assessment.target ? <span class="app-nowrap">{assessment.target.value.workingDays} WD</span> : 'not told'

const days = (duration: Duration | undefined): Child => (duration ? <strong class="app-nowrap">{duration.value} WD</strong> : 'not known')

/** Against its target; of one that is nearly due, or due today, with the warning. What is over is told by the published count. */
function soFar({ var: { answer } }: PageContext, row: AssessmentRow): Child {
  const day = row.duration?.counts[0]?.to ?? answer.asof
  return (
    <>
      {againstTarget(row, 'so far')} <DueWarning register={answer.register} assessment={row.assessment} day={day} />
    </>
  )
}

function againstTarget({ assessment, duration }: AssessmentRow, when: 'so far' | 'in the end'): Child {
  if (!assessment.target || !duration) return 'cannot be said'
  const over = duration.value - assessment.target.value.workingDays
  if (over > 0) return <strong class="govuk-tag app-tag app-tag--over">{over} WD over</strong>
  const under = when === 'so far' ? `${-over} WD left` : `${-over} WD under`
  return <span class="app-nowrap">{over === 0 ? 'on it' : under}</span>
}

/** The two counts of the Code; where bank holidays are not recorded there are none. */
function codeCounts(duration: Duration | undefined): Child {
  const counted = duration?.counts.find(({ convention }) => convention === 'working days')
  const notCounted = duration?.counts.find(({ convention }) => convention === 'working days, first day not counted')
  if (!counted || !notCounted) return 'not known'
  return (
    <>
      <span class="app-nowrap">{counted.value} with the first day,</span> <span class="app-nowrap">{notCounted.value} without</span>
    </>
  )
}
