import type { Entry } from '../../../domain/entry.ts'
import type { PaperOf } from '../../../domain/publication/kinds.ts'
import type { Difference, Differences, RowDifference } from '../../../report/published/differences.ts'
import { sentenceOf } from '../../../report/words/event-sentence.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'

type Of<T> = { readonly context: PageContext; readonly differences: T; readonly of: PaperOf }

/** What of a published paper would differ if it were made today: its figures, and the rows of its tables. */
export function DifferencesToday({ context, differences: { figures, rows }, of }: Of<Differences>) {
  if (figures.length + rows.length === 0)
    return <p class="govuk-body">Made today, every figure and every row of a table would be the same.</p>
  return (
    <>
      {figures.length > 0 && <FigureDifferences context={context} differences={figures} of={of} />}
      {rows.length > 0 && <RowDifferences context={context} rows={rows} />}
    </>
  )
}

export const FigureDifferences = ({ context, differences, of }: Of<readonly Difference[]>) => (
  <>
    <p class="govuk-body">
      <strong>{differences.length === 1 ? 'One figure' : `${differences.length} figures`} would differ today:</strong>
    </p>
    <ul class="govuk-list app-lines">
      {differences.map(({ id, title, published, today, because }) => (
        <li>
          <a class="govuk-link" href={context.var.paths.figure(of, id)}>
            {title}
          </a>
          : {published} as published, {published === today ? `${today} today, of others` : `${today} today`}
          <Because context={context} because={because} />
        </li>
      ))}
    </ul>
  </>
)

const RowDifferences = ({ context, rows }: { readonly context: PageContext; readonly rows: readonly RowDifference[] }) => (
  <>
    <p class="govuk-body">
      <strong>{rows.length === 1 ? 'One cell or row of a table' : `${rows.length} cells or rows of tables`} would differ today:</strong>
    </p>
    <ul class="govuk-list app-lines">
      {rows.map((each) => (
        <li>
          {each.table}, <Row context={context} each={each} />
          {each.column === undefined ? '' : `, ${each.column}`}: {valueText(each.published)} as published, {valueText(each.today)} today
          <Because context={context} because={each.because} />
        </li>
      ))}
    </ul>
  </>
)

function Row({ context, each: { row, subject } }: { readonly context: PageContext; readonly each: RowDifference }) {
  const path = subject && context.var.paths.subject(subject)
  return path ? (
    <a class="govuk-link" href={path}>
      {row}
    </a>
  ) : (
    row
  )
}

const valueText = (value: string | undefined): string => (value === undefined ? 'no row' : value === '' ? 'nothing' : value)

/** At most so many entries are named for each. */
const NAMED = 3

function Because({ context, because }: { readonly context: PageContext; readonly because: readonly Entry[] }) {
  const { answer, paths, site } = context.var
  const names = namesIn(answer.register, site.grammar)
  return (
    <>
      {because.slice(0, NAMED).map((entry) => (
        <span class="app-under">
          Because of{' '}
          <a class="govuk-link" href={paths.entry(entry.place, `entry-${entry.position}`)}>
            entry {entry.position}
          </a>
          , {names.name(entry.subject)}: {sentenceOf(entry, names)}.
        </span>
      ))}
      {because.length > NAMED && <span class="app-under">And because of {because.length - NAMED} entries more.</span>}
      {because.length === 0 && <span class="app-under">Because what was under an embargo then is not any more.</span>}
    </>
  )
}
