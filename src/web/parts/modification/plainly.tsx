import { Cite } from '../source.tsx'
import { ImpactTag } from '../tag.tsx'
import type { View } from './view.ts'

/** What it is about in plain English, and how much it touches whom: for who reads nothing else. */
export function Plainly({ view, text }: { readonly view: View; readonly text: string | undefined }) {
  const { plain, impacts } = view.found.state
  const rated = Object.entries(impacts)
  if (text === undefined && rated.length === 0) return null
  return (
    <section class="app-issue">
      <h2 class="govuk-heading-m">In plain English</h2>
      {text !== undefined && (
        <p class="govuk-body">
          {text} <Cite sources={view.sources} place={plain?.place ?? 0} />
        </p>
      )}
      {rated.length > 0 && (
        <ul class="govuk-list">
          {rated.map(([category, { value, place }]) => (
            <li>
              <ImpactTag impact={value.impact} /> for {category}: {value.why} <Cite sources={view.sources} place={place} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
