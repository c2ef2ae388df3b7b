import { dated } from '../../../domain/calendar/format.ts'
import { type Entry, idOf, kindOf } from '../../../domain/entry.ts'
import { sentenceOf } from '../../../report/words/event-sentence.ts'
import { type Names, namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { referenceIn } from '../../paths.ts'
import { Cite, type Sources } from '../source.tsx'

export type TimelineProps = { readonly context: PageContext; readonly entries: readonly Entry[]; readonly sources: Sources }

/** What happened to the release, the latest day first; each entry is an address of its own. */
export function ReleaseTimeline({ context, entries, sources }: TimelineProps) {
  const { answer, site } = context.var
  const names = namesIn(answer.register, site.grammar)
  const days = [...Map.groupBy(entries, ({ on }) => dated(on))].reverse()
  return (
    <ol class="app-timeline">
      {days.map(([day, told]) => (
        <li>
          <p class="app-timeline__day">{day}</p>
          <ul class="app-plain-list">
            {[...Map.groupBy(told, (entry) => alike(entry, names, sources)).values()].map((together) => (
              <Together context={context} entries={together} names={names} sources={sources} />
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}

/** What is told in the same words, by the same source, of several modifications is said once; what is told of the release stands alone. */
function alike(entry: Entry, names: Names, sources: Sources): string {
  if (kindOf(entry.subject) === 'release') return `${entry.place}`
  return [sentenceOf(entry, names), sources.numberOf(entry.place), entry.source?.reading].join('|')
}

type TogetherProps = TimelineProps & { readonly names: Names }

function Together({ context, entries, names, sources }: TogetherProps) {
  const [first] = entries
  if (!first) return null
  const isOfRelease = kindOf(first.subject) === 'release'
  return (
    <li {...(isOfRelease ? { id: `entry-${first.place}` } : {})}>
      {!isOfRelease && <About context={context} entries={entries} />}
      {sentenceOf(first, names)}
      {letterText(first)} <Cite sources={sources} place={first.place} />
      {first.source?.reading && <span class="app-quiet"> Read so: {first.source.reading}.</span>}
    </li>
  )
}

/** What comes into its scope is told of modifications: names them, each with the way to the entry on its own page. */
function About({ context, entries }: Pick<TimelineProps, 'context' | 'entries'>) {
  const { answer, paths, site } = context.var
  return (
    <>
      {entries.map(({ subject, place }, index) => (
        <>
          {index > 0 && ', '}
          <a class="govuk-link" id={`entry-${place}`} href={paths.modification(idOf(subject), `entry-${place}`)}>
            {referenceIn(answer.register, site.grammar, idOf(subject))}
          </a>
        </>
      ))}
      {': '}
    </>
  )
}

/** Whoever comes by the old address of the letter reads here that it is not held. */
function letterText({ event }: Entry): string {
  if (event?.type !== 'DateChangeRequested' || !event.letter) return ''
  const held = event.letter.held ? 'we hold it' : 'we do not hold the letter'
  return `. Its letter was published at ${event.letter.address}; ${held}.`
}
