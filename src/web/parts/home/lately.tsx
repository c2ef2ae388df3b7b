import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { dated, longDay } from '../../../domain/calendar/format.ts'
import { compareText } from '../../../domain/calendar/moment.ts'
import { type Entry, idOf, kindOf, type Subject } from '../../../domain/entry.ts'
import { nameOf } from '../../../domain/names.ts'
import { find } from '../../../domain/register.ts'
import { done } from '../../../report/words/done.ts'
import { sentenceOf } from '../../../report/words/event-sentence.ts'
import { type Names, namesIn } from '../../../report/words/sentence-names.ts'
import type { PageContext } from '../../context.ts'

/** At most this many lines, from the latest day back. */
const MOST = 14
/** So many modifications of which the same is told on one day share a line. */
const SHARE_FROM = 3

type Group = { readonly text: string; readonly subjects: readonly { readonly subject: Subject; readonly place: number }[] }
type News = { readonly day: CalendarDate; readonly groups: readonly Group[] }

/** The latest days on which something was done, and what, by modification, release or meeting. */
export function Lately({ context }: { readonly context: PageContext }) {
  const { answer } = context.var
  const news = latest(context)
  return (
    <section>
      <h2 class="govuk-heading-m">What changed lately</h2>
      {news.length === 0 && <p class="govuk-body">No source tells of a change by {longDay(answer.asof)}.</p>}
      <ol class="app-timeline">
        {news.map(({ day, groups }) => (
          <li>
            <p class="app-timeline__day">{longDay(day)}</p>
            <ul class="app-plain-list">
              {groups.map((group) => (
                <Line context={context} group={group} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {news.length > 0 && (
        <p class="govuk-body-s app-quiet">
          The latest only: what came before is in the timeline of each modification and release, and month by month in{' '}
          <a class="govuk-link" href={context.var.paths.reports()}>
            the reports
          </a>
          .
        </p>
      )}
    </section>
  )
}

function latest({ var: { answer, site } }: PageContext): readonly News[] {
  const names = namesIn(answer.register, site.grammar)
  const entries = [...answer.register.subjects.values()]
    .flatMap(({ history }) => history.filter(({ event }) => event && done.has(event.type)))
    .sort((a, b) => compareText(b.on.to, a.on.to) || a.place - b.place)
  const news: News[] = []
  let told = 0
  for (const [day, ofDay] of Map.groupBy(entries, ({ on }) => on.to)) {
    if (told >= MOST) break
    const groups = groupsOf(ofDay, names).slice(0, MOST)
    told += groups.length
    news.push({ day, groups })
  }
  return news
}

/** By subject; then those subjects of which exactly the same is told, if they are many, together. */
function groupsOf(entries: readonly Entry[], names: Names): readonly Group[] {
  const bySubject = [...Map.groupBy(entries, ({ subject }) => subject)].map(([subject, own]) => ({
    subject,
    place: (own[0] as Entry).place,
    text: own.map((entry) => textOf(entry, names)).join('; '),
  }))
  const sameText = Map.groupBy(bySubject, ({ text }) => text)
  return [...sameText].flatMap(([text, subjects]): readonly Group[] =>
    subjects.length >= SHARE_FROM ? [{ text, subjects }] : subjects.map((one) => ({ text, subjects: [one] })),
  )
}

/** The sentence, with its days where the day is not known exactly. */
const textOf = (entry: Entry, names: Names): string =>
  `${sentenceOf(entry, names)}${entry.on.from === entry.on.to ? '' : `, ${dated(entry.on)}`}`

/** A meeting tells what was before it; others are named, with the title where there is one alone. */
function Line({ context, group }: { readonly context: PageContext; readonly group: Group }) {
  const [only] = group.subjects
  if (!only) return null
  if (kindOf(only.subject) === 'meeting')
    return (
      <li>
        {group.text}
        <Before context={context} meeting={only.subject} />
      </li>
    )
  const isAlone = group.subjects.length === 1
  const title =
    kindOf(only.subject) === 'modification' ? find(context.var.answer.register, 'modification', idOf(only.subject))?.state.title?.value : ''
  return (
    <li>
      {group.subjects.map((one, index) => (
        <>
          {index > 0 && ', '}
          <Link context={context} subject={one.subject} place={one.place} />
        </>
      ))}{' '}
      {isAlone && title}
      <span class="app-lines__more">{group.text}</span>
    </li>
  )
}

type LinkProps = { readonly context: PageContext; readonly subject: Subject; readonly place?: number }

function Link({ context, subject, place }: LinkProps) {
  const { answer, paths, site } = context.var
  const fragment = kindOf(subject) === 'modification' && place !== undefined ? `entry-${place}` : ''
  return (
    <a
      class={`govuk-link ${kindOf(subject) === 'modification' ? 'app-reference' : 'govuk-!-font-weight-bold'}`}
      href={paths.subject(subject, fragment)}
    >
      {nameOf(answer.register, subject, site.grammar)}
    </a>
  )
}

/** What the meeting had before it. */
function Before({ context, meeting }: { readonly context: PageContext; readonly meeting: Subject }) {
  const items = find(context.var.answer.register, 'meeting', idOf(meeting))?.state.items ?? []
  if (items.length === 0) return null
  return (
    <>
      , with{' '}
      {items.map(({ value }, index) => (
        <>
          {index > 0 && (index === items.length - 1 ? ' and ' : ', ')}
          <Link context={context} subject={value.modification} />
        </>
      ))}
    </>
  )
}
