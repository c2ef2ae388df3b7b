import { dated } from '../../../domain/calendar/format.ts'
import type { Fact } from '../../../domain/fact.ts'
import { Cite } from '../source.tsx'
import type { View } from './view.ts'

type Props = { readonly view: View }

/** Its documents and letters as sources list them, and whether we hold them. */
export function Documents({ view }: Props) {
  if (view.found.state.listed.length === 0) return null
  return (
    <ul class="govuk-list app-lines">
      {view.found.state.listed.map(({ value, on, place }) => (
        <li>
          {value.title}, {dated(on)} <Cite sources={view.sources} place={place} />
          <span class="app-quiet">
            {value.address && ` Published at ${value.address}.`}
            {!value.held && ' We do not hold it.'}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Each way in which its reference was written, with every source that wrote it so; and what pages showed of it. */
export function Writings({ view }: Props) {
  const { titles, title, writings, shown } = view.found.state
  const former = titles.filter(({ value }) => value !== title?.value)
  return (
    <dl class="app-rows">
      <Grouped view={view} name="Written as" facts={writings} />
      <Grouped view={view} name="Also titled" facts={former} />
      <Grouped view={view} name="Status shown" facts={shown} />
    </dl>
  )
}

export const hasWritings = ({ found: { state } }: View): boolean =>
  state.writings.length > 0 || state.shown.length > 0 || state.titles.some(({ value }) => value !== state.title?.value)

function Grouped({ view, name, facts }: Props & { readonly name: string; readonly facts: readonly Fact<string>[] }) {
  const groups = [...Map.groupBy(facts, ({ value }) => value)]
  if (groups.length === 0) return null
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {groups.map(([value, told], index) => (
          <>
            {index > 0 && ', '}
            {value}{' '}
            {told.map(({ place }) => (
              <Cite sources={view.sources} place={place} />
            ))}
          </>
        ))}
      </dd>
    </div>
  )
}
