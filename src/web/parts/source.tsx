import { dated } from '../../domain/calendar/format.ts'
import type { Entry, Source } from '../../domain/entry.ts'

/** A source with its number on the page, and the places of the entries that it told. */
export type NumberedSource = {
  readonly number: number
  readonly source: Source
  /** Where in it: 'section 3'. */
  readonly sections: readonly string[]
  readonly places: readonly number[]
}

/** The sources of what a page tells, numbered by their publication; from the place of a fact to the number of its source. */
export type Sources = { readonly list: readonly NumberedSource[]; readonly numberOf: (place: number) => number | undefined }

/** Numbers the sources of these entries. Two entries have one source when its title and day are the same. */
export function sourcesOf(entries: readonly Entry[]): Sources {
  const groups = Map.groupBy(
    entries.filter(({ source }) => source !== undefined),
    ({ source }) => keyOf(source as Source),
  )
  const list = [...groups.values()]
    .sort((a, b) => (publishedOn(a) < publishedOn(b) ? -1 : 1))
    .map((told, index) => ({
      number: index + 1,
      source: whole((told[0] as Entry).source as Source),
      sections: [...new Set(told.flatMap(({ source }) => sectionOf(source as Source)))],
      places: [...new Set(told.map(({ place }) => place))],
    }))
  const numbers = new Map(list.flatMap(({ number, places }) => places.map((place) => [place, number] as const)))
  return { list, numberOf: (place) => numbers.get(place) }
}

/** The number of a fact's source, leading to the list at the end of the page. Nothing where no source is given. */
export function Cite({ sources, place }: { readonly sources: Sources; readonly place: number }) {
  const number = sources.numberOf(place)
  if (number === undefined) return null
  return (
    <a class="app-cite" href={`#source-${number}`} aria-label={`Source ${number}`}>
      {number}
    </a>
  )
}

type SourceListProps = {
  readonly sources: Sources
  /** Whether the page has the entry of a place (`#entry-12`), so that the source can lead back to it. */
  readonly told?: (place: number) => boolean
}

/** The list to which `Cite` leads: title, day, where it is, and back to the entries that it told. */
export function SourceList({ sources, told = () => false }: SourceListProps) {
  return (
    <ol class="govuk-list app-sources">
      {sources.list.map(({ number, source, sections, places }) => (
        <li id={`source-${number}`}>
          <span class="app-sources__number">{number}</span>
          <span>
            <SourceName source={source} />
            {sections.length > 0 && ` (${sections.join('; ')})`} <BackLinks places={places.filter(told)} />
          </span>
        </li>
      ))}
    </ol>
  )
}

/** A source in a line: its title, leading to where it is published if that is an address, and its day. */
export function SourceName({ source }: { readonly source: Source }) {
  const address = addressOf(source)
  return (
    <>
      {address ? (
        <a class="govuk-link" href={address} rel="external">
          {source.title}
        </a>
      ) : (
        <>
          {source.title}, {source.where}
        </>
      )}
      {source.published && `, ${dated(source.published)}`}
      {!source.published && ', undated'}
    </>
  )
}

/** Only web addresses are followed; a paper's reference is shown as text. */
export const addressOf = ({ where }: Source): string | undefined => /^https?:\/\/\S+/.exec(where)?.[0].replace(/[,;]$/, '')

function BackLinks({ places }: { readonly places: readonly number[] }) {
  const [first] = places
  if (first === undefined) return null
  return (
    <a class="govuk-link app-quiet" href={`#entry-${first}`}>
      {places.length === 1 ? 'what it told' : `the ${places.length} facts it told`}
    </a>
  )
}

/** 'TABASC_47_1710_20, section 3' is where a source is, and where in it. */
const PLACE = /^(\S+), (.+)$/
const whole = (source: Source): Source => ({ ...source, where: PLACE.exec(source.where)?.[1] ?? source.where })
const sectionOf = ({ where }: Source): readonly string[] => PLACE.exec(where)?.slice(2) ?? []

const keyOf = (source: Source): string => `${source.title} ${source.published?.to ?? ''}`
const publishedOn = (told: readonly Entry[]): string => told[0]?.source?.published?.to ?? '9999'
