import type { Child } from 'hono/jsx'
import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { dated, longDay, weekdayName } from '../../../domain/calendar/format.ts'
import type { Subject } from '../../../domain/entry.ts'
import type { Fact } from '../../../domain/fact.ts'
import { nameOf } from '../../../domain/names.ts'
import { entryAt, type Found, type Register } from '../../../domain/register.ts'
import type { DateChange, ReleaseDate } from '../../../domain/release/release.ts'
import { sentenceOf } from '../../../report/words/event-sentence.ts'
import { releaseDateInFull } from '../../../report/words/release-date.ts'
import { namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'
import { Cite, SourceName, type Sources } from '../source.tsx'

export type DateChangesProps = { readonly context: PageContext; readonly release: Found<'release'>; readonly sources: Sources }

/** The requests to move the release: what was asked of whom, the letter, the decision, and how the discretion it gave was used. */
export function DateChanges({ context, release, sources }: DateChangesProps) {
  return (
    <>
      {Object.entries(release.state.dateChanges).map(([request, change]) => (
        <div class="app-card govuk-!-margin-bottom-6">
          <h3 class="govuk-heading-s">
            Request of {dated(change.requested.on)} <Cite sources={sources} place={change.requested.place} />
          </h3>
          <dl class="govuk-summary-list govuk-!-margin-bottom-0">
            {[
              ...askedRows(context, change),
              ...besideRows(context, change),
              ...decidedRows(context, release, request, change, sources),
            ].map(([name, value]) => (
              <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{name}</dt>
                <dd class="govuk-summary-list__value">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </>
  )
}

type Row = readonly [name: string, value: Child]

function askedRows({ var: { answer } }: PageContext, { requested }: DateChange): readonly Row[] {
  const { by, of, to, latest, letter } = requested.value
  return [
    ['Asked by', nameOf(answer.register, by)],
    ['Asked of', nameOf(answer.register, of)],
    ['For', latest ? `${fullDay(to)}, with leave to move it up to ${fullDay(latest)}` : fullDay(to)],
    ['Letter', letterText(letter)],
  ]
}

function decidedRows(
  { var: { answer, site } }: PageContext,
  release: Found<'release'>,
  request: string,
  { requested, decided }: DateChange,
  sources: Sources,
): readonly Row[] {
  const { register, asof } = answer
  if (!decided) return [['Decision', `None by ${longDay(asof)}: it is with ${namesIn(register, site.grammar).name(requested.value.of)}`]]
  const { outcome, by, discretionUntil } = decided.value
  const decision = (
    <>
      {outcomes[outcome]} on {dated(decided.on)}, {nameOf(register, by)} <Cite sources={sources} place={decided.place} />
    </>
  )
  const discretion: readonly Row[] = discretionUntil ? [['Discretion', `To move it up to ${fullDay(discretionUntil)}`]] : []
  const set = datesUnder(release, request)
  const used =
    set.length > 0 ? <DatesUnder register={register} dates={set} decidedBy={by} sources={sources} /> : `None told by ${longDay(asof)}`
  return outcome === 'agreed' ? [['Decision', decision], ...discretion, ['Set under it', used]] : [['Decision', decision]]
}

type DateSet = Fact<ReleaseDate> & { readonly by: Subject | 'unknown' }

/** The dates set under this request, with who set each. */
function datesUnder(release: Found<'release'>, request: string): readonly DateSet[] {
  return release.state.dates.flatMap((date) => {
    const event = entryAt(release, date.place)?.event
    return event?.type === 'ReleaseDateSet' && event.underRequest === request ? [{ ...date, by: event.by }] : []
  })
}

type DatesUnderProps = {
  readonly register: Register
  readonly dates: readonly DateSet[]
  readonly decidedBy: Subject
  readonly sources: Sources
}

/** A date that somebody else than the decider set is a use of the discretion. */
function DatesUnder({ register, dates, decidedBy, sources }: DatesUnderProps) {
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {dates.map(({ value, on, by, place }) => (
        <li>
          {releaseDateInFull(value)}, on {dated(on)}
          {by !== 'unknown' && ` by ${nameOf(register, by)}`}
          {by !== 'unknown' && by !== decidedBy && ', using the discretion'} <Cite sources={sources} place={place} />
        </li>
      ))}
    </ul>
  )
}

/** What another source tells of the same request, kept beside the one that was chosen. */
function besideRows({ var: { answer, site } }: PageContext, { requested }: DateChange): readonly Row[] {
  const names = namesIn(answer.register, site.grammar)
  const beside = answer.register.noted.filter((entry) => entry.beside === requested.place && entry.on.to <= answer.asof)
  return beside.map((entry) => [
    'Also told',
    <>
      {sentenceOf(entry, names)}
      {entry.event?.type === 'DateChangeRequested' && entry.event.latest && `, with leave to move it up to ${longDay(entry.event.latest)}`}.{' '}
      {entry.source && <SourceName source={entry.source} />}
    </>,
  ])
}

/** Whether we hold the letter is said outright: its published address alone is no letter. */
function letterText(letter: DateChange['requested']['value']['letter']): Child {
  if (!letter) return 'No letter is told of'
  return (
    <>
      Published at <span class="app-break">{letter.address}</span>.{' '}
      {letter.held ? 'We hold it.' : 'We do not hold the letter, only its address.'}
    </>
  )
}

const fullDay = (day: CalendarDate): string => `${weekdayName(day)} ${longDay(day)}`

const outcomes: Record<'agreed' | 'refused', string> = { agreed: 'Agreed', refused: 'Refused' }
