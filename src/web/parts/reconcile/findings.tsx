import type { Certainty, Finding, FindingKind, Severity } from '../../../report/reconcile/finding.ts'
import type { Place } from '../../../report/reconcile/paper.ts'

export const severities = ['error', 'warning', 'note'] as const

const told: Readonly<Record<Severity, { readonly heading: string; readonly means: string }>> = {
  error: { heading: 'Cannot be right', means: 'Two things are told that exclude each other, or the register has something else.' },
  warning: {
    heading: 'Does not agree as it stands',
    means: 'It may be right: a definition that the paper does not give would explain it.',
  },
  note: { heading: 'Worth a look', means: 'A matter of form, or of something that the paper leaves to its reader.' },
}

/** 'Cannot be right (3)', as a heading and as a way to it. */
export const severityHeading = (severity: Severity, count: number): string => `${told[severity].heading} (${count})`

const kindWords: Readonly<Record<FindingKind, string>> = {
  count: 'Count',
  sum: 'Sum',
  average: 'Average',
  rounding: 'Rounding',
  duration: 'Duration',
  convention: 'How days are counted',
  target: 'Target',
  date: 'Date',
  'as-at': 'As at when',
  period: 'Period',
  reference: 'Reference',
  title: 'Title',
  name: 'Name',
  term: 'Term',
  abbreviation: 'Abbreviation',
  order: 'Order',
  repetition: 'Told twice',
  lists: 'Two lists',
  stage: 'Stage',
  addressee: 'For whom',
  heading: 'Heading',
  marks: 'Marks and brackets',
  link: 'Links',
  contradicted: 'Against the register',
  omitted: 'Left out',
  'other source': 'Another source',
}
const certaintyWords: Readonly<Record<Certainty, string>> = {
  certain: 'certain',
  likely: 'likely',
  possible: 'possible',
}

/** What does not tie, the gravest first, each with the lines where it stands. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <>
      {severities.map((severity) => {
        const of = findings.filter((finding) => finding.severity === severity)
        if (of.length === 0) return null
        return (
          <section>
            <h2 class="govuk-heading-m app-findings__heading" id={severity}>
              {severityHeading(severity, of.length)}
            </h2>
            <p class="govuk-body app-quiet">{told[severity].means}</p>
            <ol class="app-plain-list">
              {of.map((finding) => (
                <OneFinding finding={finding} />
              ))}
            </ol>
          </section>
        )
      })}
    </>
  )
}

/** So many places are shown; the rest is folded. */
const SHOWN = 3

function OneFinding({ finding: { severity, certainty, kind, message, places } }: { readonly finding: Finding }) {
  const fold = places.length > SHOWN + 1
  const shown = fold ? places.slice(0, SHOWN) : places
  const rest = fold ? places.slice(SHOWN) : []
  return (
    <li class={`app-finding app-finding--${severity}`}>
      <p class="govuk-body app-finding__kind">
        <strong>{kindWords[kind]}</strong>
        <span class="app-quiet">, {certaintyWords[certainty]}</span>
      </p>
      <p class="govuk-body app-finding__message">{message}</p>
      <Places places={shown} />
      {rest.length > 0 && (
        <details class="govuk-details app-finding__more">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{rest.length} more lines</span>
          </summary>
          <Places places={rest} />
        </details>
      )}
    </li>
  )
}

const shortened = (text: string) => (text.length > 160 ? `${text.slice(0, 160)}…` : text)

const Places = ({ places }: { readonly places: readonly Place[] }) => (
  <ul class="app-plain-list app-places">
    {places.map(({ page, line, text }) => (
      <li>
        <span class="app-places__line">{page === undefined ? `Line ${line}` : `Page ${page}, line ${line}`}</span>{' '}
        <q>{shortened(text.replace(/^[•*–-]\s+/, ''))}</q>
      </li>
    ))}
  </ul>
)
