import { dated } from '../../../domain/calendar/format.ts'
import { solutionName } from '../../../report/words/event-sentence.ts'
import { Cite } from '../source.tsx'
import { type Texts, WrittenText } from './texts.tsx'
import type { View } from './view.ts'

type Props = { readonly view: View; readonly texts: Texts }

export const hasSolutions = ({ found: { state } }: View): boolean => Object.keys(state.solutions).length > 0 || state.considered.length > 0

/** The proposer's solution and its alternatives, each with its versions; then who considered it, and what came of that. */
export function Solutions({ view, texts }: Props) {
  const { solutions, considered } = view.found.state
  return (
    <>
      {Object.values(solutions).map(({ id, proposed, versions }) => {
        const { alternative, by, title, inFavour, of, why } = proposed.value
        return (
          <section class="app-card" id={`solution-${id.split('/')[2] ?? id}`}>
            <h3 class="govuk-heading-s">
              {solutionName(id)}: {title} <span class="app-quiet">{alternative ? 'Alternative' : 'Of the Proposer'}</span>
            </h3>
            <p class="govuk-body-s">
              {alternative ? 'Raised' : 'Proposed'}
              {by !== 'unknown' && ` by ${view.names.name(by)}`}, {dated(proposed.on)}
              {inFavour !== undefined && of !== undefined && `, with ${inFavour} of ${of} in favour`}{' '}
              <Cite sources={view.sources} place={proposed.place} />
            </p>
            <WrittenText texts={texts} id={why} name="Why it was raised" />
            <ol class="govuk-list govuk-list--number">
              {versions.map(({ value, on, place }, index) => (
                <li>
                  {dated(on)}
                  {value.document && `: ${value.document}`}
                  {index > 0 && (value.material ? ', a material change' : ', not a material change')}
                  {value.drawnAgainst && `, drawn against ${view.names.name(value.drawnAgainst)}`}{' '}
                  <Cite sources={view.sources} place={place} />
                  <WrittenText texts={texts} id={value.reason} name="Why it is material, or not" />
                  <WrittenText texts={texts} id={value.text} name="What it is" />
                </li>
              ))}
            </ol>
          </section>
        )
      })}
      {considered.length > 0 && (
        <ul class="govuk-list app-lines">
          {considered.map(({ value, on, place }) => (
            <li>
              <span class="app-lines__day">{dated(on)}</span> Considered by {view.names.name(value.by)}{' '}
              <Cite sources={view.sources} place={place} />
              <WrittenText texts={texts} id={value.outcome} name="What came of it" />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
