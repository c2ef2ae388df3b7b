import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { dated, longDay } from '../../../domain/calendar/format.ts'
import type { Entry } from '../../../domain/entry.ts'
import type { EventType } from '../../../domain/events.ts'
import { sentenceOf } from '../../../report/words/event-sentence.ts'
import { Cite } from '../source.tsx'
import type { View } from './view.ts'

/** Facts that tell what it is rather than what was done: folded when a day has many, so that the acts stand out. */
const descriptive: readonly EventType[] = [
  'Titled',
  'ProposerNamed',
  'IssueSummarised',
  'PartiesAffected',
  'DocumentsAffected',
  'Related',
  'LeadAnalystAssigned',
  'DocumentListed',
  'ReferenceWritten',
  'AddressPublished',
  'StatusShown',
]
const FOLDED_FROM = 3

type TimelineProps = { readonly view: View; readonly opened: CalendarDate | undefined }

/** All that is believed of it, the latest first: the day with its precision, what happened, by whom, and its source. */
export function Timeline({ view, opened }: TimelineProps) {
  const days = [...Map.groupBy(view.found.history, ({ on }) => dated(on))].reverse()
  return (
    <>
      {opened && (
        <p class="govuk-body-s app-quiet">
          This register was opened on {longDay(opened)}: what happened before was recorded from sources, as each one arrived.
        </p>
      )}
      <ol class="app-timeline">
        {days.map(([day, entries]) => (
          <Day view={view} day={day} entries={entries} opened={opened} />
        ))}
      </ol>
    </>
  )
}

type DayProps = TimelineProps & { readonly day: string; readonly entries: readonly Entry[] }

function Day({ view, day, entries, opened }: DayProps) {
  const facts = entries.filter(({ event }) => event && descriptive.includes(event.type))
  const folds = facts.length >= FOLDED_FROM
  const shown = folds ? entries.filter((entry) => !facts.includes(entry)) : entries
  const items = (some: readonly Entry[]) => some.map((entry) => <Item view={view} entry={entry} opened={opened} />)
  return (
    <li>
      <p class="app-timeline__day">{day}</p>
      {shown.length > 0 && <ul class="app-plain-list">{items(shown)}</ul>}
      {folds && (
        <details class="govuk-details app-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{facts.length} facts that a source told of it</span>
          </summary>
          <ul class="app-plain-list govuk-details__text">{items(facts)}</ul>
        </details>
      )}
    </li>
  )
}

function Item({ view, entry, opened }: TimelineProps & { readonly entry: Entry }) {
  const { names, sources } = view
  const sentence = sentenceOf(entry, names)
  const { by, behalfOf } = entry.capacity
  const actor = by === 'unknown' ? '' : names.name(by)
  const later = opened && entry.recordedOn > opened && entry.recordedOn > entry.on.to
  return (
    <li id={`entry-${entry.place}`}>
      {sentence}
      {actor !== '' && !includes(sentence, actor) && `, by ${actor}`}
      {behalfOf && `, for ${names.name(behalfOf)}`} <Cite sources={sources} place={entry.place} />
      {entry.source?.reading && <span class="app-reading">Read so: {entry.source.reading}.</span>}
      {later && <span class="app-quiet"> Recorded later, on {longDay(entry.recordedOn)}.</span>}
      {view.mends && (
        <>
          {' '}
          <a class="govuk-link app-mend" href={view.paths.entry(entry.place)}>
            Mend<span class="govuk-visually-hidden"> entry {entry.place}</span>
          </a>
        </>
      )}
    </li>
  )
}

const includes = (sentence: string, actor: string): boolean => sentence.toLowerCase().includes(actor.toLowerCase())

/** What was told wrongly and mended since: each place with what it tells now, or that it was struck, and its page with why. */
export function Mended({ view }: { readonly view: View }) {
  return (
    <ul class="govuk-list app-lines">
      {view.mended.map(({ before, now }) => (
        <li>
          <span class="app-lines__day">{dated(before.on)}</span> {sentenceOf(before, view.names)}:{' '}
          {now.event === null ? 'struck' : 'corrected'} on {longDay(now.recordedOn)}
          {now.event !== null && `, to ${dated(now.on)}, ${sentenceOf(now, view.names)}`}.{' '}
          <a class="govuk-link" href={view.paths.entry(now.place)}>
            Why<span class="govuk-visually-hidden"> entry {now.place} was mended</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** What another source tells otherwise, beside what is believed; and what waits because it cannot stand beside the rest. */
export function Disputed({ view }: { readonly view: View }) {
  const { found, names, sources, noted } = view
  return (
    <ul class="govuk-list app-lines">
      {noted.map((entry) => {
        const chosen = entry.beside === undefined ? undefined : found.history.find(({ place }) => place === entry.beside)
        return (
          <li id={`noted-${entry.position}`}>
            {chosen && (
              <>
                Believed: {dated(chosen.on)}, {sentenceOf(chosen, names)} <Cite sources={sources} place={chosen.place} />
                <br />
              </>
            )}
            {chosen ? 'Another source' : 'Waiting'}: {dated(entry.on)}, {sentenceOf(entry, names)}{' '}
            <Cite sources={sources} place={entry.place} />
            {entry.source?.reading && <span class="app-quiet"> {sentenceCase(entry.source.reading)}</span>}
            {!chosen && <span class="app-quiet"> It cannot stand beside what is believed, and is kept here until someone decides.</span>}
          </li>
        )
      })}
    </ul>
  )
}

const sentenceCase = (text: string): string => `${text.replace(/^./, (letter) => letter.toUpperCase())}${text.endsWith('.') ? '' : '.'}`
