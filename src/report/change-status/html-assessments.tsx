import type { FigureId } from '../figures/figure.ts'
import { capitalised } from '../words/capitalised.ts'
import { Counted, FigureLink, Heading, type Page, Paragraph, Reference, Table } from './html-parts.tsx'
import { figureOf } from './model.ts'
import type { AssessmentLine, AssessmentTimescales } from './refine.ts'
import { codeCounts, durationText, tableDay, wd, withinText } from './rendering.ts'

type Props = { readonly page: Page; readonly timescales: AssessmentTimescales }

/** The summary and the tables of assessments, each duration with its arithmetic. */
export const AssessmentTables = ({ page, timescales }: Props) => {
  const { line, summary, open, completed, year, onTarget, requested } = timescales
  return (
    <>
      <Heading>DCC Assessment timescales</Heading>
      <Paragraph>{line.text}</Paragraph>
      <Table
        caption="Summary"
        columns={[{ title: 'Assessment' }, { title: 'Total', numeric: true }, { title: 'Average duration', numeric: true }]}
        rows={summary.map(({ label, total, mean }) => [
          label,
          <FigureLink page={page} id={total} text={String(figureOf(page.model, total).value)} />,
          <FigureLink page={page} id={mean} text={meanText(page, mean)} />,
        ])}
      />
      <Assessments page={page} caption="Open Assessments" day="Accepted" duration="Current duration" rows={open} />
      <Assessments
        page={page}
        caption={`Assessments completed during ${year}`}
        day="Returned"
        duration="Actual duration"
        rows={completed}
      />
      <Paragraph>{onTarget.text}</Paragraph>
      <Counted page={page} of={onTarget} />
      {requested.rows.length > 0 ? (
        <Assessments page={page} caption={requested.line.text} day="Requested" duration="Waiting" rows={requested.rows} />
      ) : (
        <Paragraph>{requested.line.text}</Paragraph>
      )}
      <Counted page={page} of={requested.line} />
    </>
  )
}

type TableProps = {
  readonly page: Page
  readonly caption: string
  readonly day: string
  readonly duration: string
  readonly rows: readonly AssessmentLine[]
}

const Assessments = ({ page, caption, day, duration, rows }: TableProps) =>
  rows.length === 0 ? (
    <Paragraph>{caption}: none.</Paragraph>
  ) : (
    <>
      <Table
        caption={caption}
        columns={[
          { title: 'Modification' },
          { title: 'Type' },
          { title: day },
          { title: 'Target duration', numeric: true },
          { title: duration, numeric: true },
          { title: 'Code’s Working Days', numeric: true },
          { title: 'first day not counted', numeric: true },
          { title: 'Within target' },
        ]}
        rows={rows.map((row) => cells(page, row))}
      />
      {rows.map(({ past }) => (past ? <Paragraph>{past.text}</Paragraph> : null))}
      <Arithmetic page={page} caption={caption} rows={rows} />
    </>
  )

const cells = (page: Page, row: AssessmentLine) => {
  const { counted, notCounted } = codeCounts(row)
  return [
    <Reference page={page} member={row.member} />,
    row.assessmentKind,
    tableDay(row.day),
    wd(row.targetWorkingDays),
    durationText(row),
    wd(counted),
    wd(notCounted),
    withinText(row),
  ]
}

/** Each duration's counts, to be checked by hand; what another source tells is beside them. */
const Arithmetic = ({ page, caption, rows }: Pick<TableProps, 'page' | 'caption' | 'rows'>) => (
  <details class="govuk-details">
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">
        How are these days counted?<span class="govuk-visually-hidden"> ({caption})</span>
      </span>
    </summary>
    <div class="govuk-details__text">
      <dl>
        {rows.map((row) => (
          <>
            <dt>
              {row.member.label} ({row.assessmentKind}): {durationText(row)}
            </dt>
            <dd>
              <Counts page={page} row={row} />
            </dd>
          </>
        ))}
      </dl>
    </div>
  </details>
)

const Counts = ({ page, row }: { readonly page: Page; readonly row: AssessmentLine }) => {
  const { duration, beside, targetReason, targetNote } = row
  if (duration === 'unknown') return <>{row.member.note}</>
  const [published] = duration.counts
  const address = published && page.links.days?.(published.from, published.to)
  return (
    <>
      {published ? `${published.arithmetic}. ` : ''}
      {duration.note ? `${duration.note}. ` : ''}
      {targetNote ? `${capitalised(targetNote)}. ` : targetReason ? `Target: ${targetReason}. ` : ''}
      {beside.map(({ on, source }) => `${source} tells ${tableDay(on)}. `)}
      {address ? (
        <a class="govuk-link" href={address}>
          Each convention<span class="govuk-visually-hidden"> for {row.member.label}</span>
        </a>
      ) : null}
    </>
  )
}

function meanText({ model }: Page, id: FigureId): string {
  const { value, over } = figureOf(model, id)
  if (value === 'unknown') return '–'
  return over && over.known < over.of ? `${value} WD over ${over.known} of ${over.of}` : wd(value)
}
