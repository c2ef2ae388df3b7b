import type { Finding, Severity } from '../../../report/reconcile/finding.ts'
import type { Place } from '../../../report/reconcile/paper.ts'

const headings: Readonly<Record<Severity, string>> = {
  error: 'Cannot be right',
  warning: 'Does not agree as it stands',
  note: 'Worth a look',
}

/** What does not tie, the gravest first, each with the lines where it stands. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return <p class="govuk-body">Nothing was found that does not tie.</p>
  return (
    <>
      {(['error', 'warning', 'note'] as const).map((severity) => {
        const of = findings.filter((finding) => finding.severity === severity)
        if (of.length === 0) return null
        return (
          <section>
            <h2 class="govuk-heading-m">
              {headings[severity]} ({of.length})
            </h2>
            <ol class="govuk-list app-findings">
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

const OneFinding = ({ finding: { certainty, kind, message, places } }: { readonly finding: Finding }) => (
  <li class="app-findings__one">
    <p class="govuk-body govuk-!-margin-bottom-1">{message}</p>
    <p class="govuk-body-s app-quiet govuk-!-margin-bottom-1">
      {kind}, {certainty}
    </p>
    <ul class="govuk-list govuk-body-s">
      {places.map((place) => (
        <li>
          <PlaceText place={place} />
        </li>
      ))}
    </ul>
  </li>
)

export const PlaceText = ({ place: { page, line, text } }: { readonly place: Place }) => (
  <>
    {page === undefined ? 'Line' : `Page ${page}, line`} {line}:{' '}
    <q class="app-quoted">{text.length > 160 ? `${text.slice(0, 160)}…` : text}</q>
  </>
)
