import { addMonths, type Dated, type YearMonth } from '../../domain/calendar/calendar-date.ts'
import type { Found } from '../../domain/register.ts'
import { memberOf, modificationOf, modificationsIn } from '../figures/context.ts'
import { definitionOf } from '../figures/definitions.ts'
import type { DerivedFigure, FigureId, Member, Unit } from '../figures/figure.ts'
import { standingInFull } from '../words/code-words.ts'
import { sentenceOf } from '../words/event-sentence.ts'
import { type Names, namesIn } from '../words/sentence-names.ts'
import { type Both, type Unmet, unmetExpectations } from './expectations.ts'
import { type News, newsOf } from './news.ts'
import { type ReportAsked, reportContext } from './report-context.ts'
import { whyNone } from './report-of.ts'
import { isWithin, type Window } from './window.ts'

/** A figure in this report and in last month's, with who joined its members and who left them. */
export type FigureChange = {
  readonly id: FigureId
  readonly title: string
  readonly unit: Unit
  readonly before: number | 'unknown'
  readonly now: number | 'unknown'
  readonly joined: readonly Member[]
  readonly left: readonly Member[]
}

/** What became of one modification: where it stood and stands, what happened, and what was expected and did not. */
export type ModificationChange = {
  readonly member: Member
  /** Absent: it was not there yet, or no source tells of it. */
  readonly stood?: string
  /** Raised since. */
  readonly isNew: boolean
  readonly stands: string
  readonly happened: readonly Line[]
  /** What a source tells for the first time, without telling when it happened. */
  readonly listed: readonly Line[]
  readonly unmet: readonly Pick<Unmet, 'expected' | 'because'>[]
}

type Line = { readonly place: number; readonly on: Dated; readonly text: string }

export type Changes = {
  readonly month: YearMonth
  readonly since: YearMonth
  readonly window: Pick<Window, 'from' | 'to'>
  readonly known: number
  /** Those that differ, in number or in members. */
  readonly figures: readonly FigureChange[]
  /** Those to which something was done, or did not happen that was expected. */
  readonly modifications: readonly ModificationChange[]
  /** Those of which a source only tells for the first time, or where they stand now: when that came about is not told. */
  readonly firstListed: readonly ModificationChange[]
}

/**
 * What changed since the report of the month before, as the same register tells both; undefined where that cannot be made. What came
 * late is told as not come in its month, unless all that is recorded by the day asked is to count.
 */
export function changesSince(asked: ReportAsked, late: 'did not happen' | 'happened' = 'did not happen'): Changes | undefined {
  const since = addMonths(asked.month, -1)
  if (whyNone({ ...asked, month: since }) || whyNone(asked)) return undefined
  const both: Both = {
    now: reportContext(asked),
    before: reportContext({ ...asked, month: since }),
    ...(late === 'happened' ? { present: asked.registerOn(asked.asOf) } : {}),
  }
  const { window, register } = both.now
  return {
    month: asked.month,
    since,
    window: { from: window.from, to: window.to },
    known: register.seen,
    figures: figureChanges(both),
    ...modificationChanges(both, namesIn(register, asked.grammar)),
  }
}

function figureChanges({ before, now }: Both): readonly FigureChange[] {
  return Object.values(now.figures).flatMap((figure) => {
    const earlier = (before.figures as Readonly<Record<string, DerivedFigure>>)[figure.id]
    const [joined, left] = [notIn(figure.members, earlier?.members ?? []), notIn(earlier?.members ?? [], figure.members)]
    const was = earlier?.value ?? 0
    if (was === figure.value && joined.length + left.length === 0) return []
    return [{ id: figure.id, title: definitionOf(figure.id).title, unit: figure.unit, before: was, now: figure.value, joined, left }]
  })
}

function notIn(members: readonly Member[], others: readonly Member[]): readonly Member[] {
  const known = new Set(others.map(keyOf))
  return members.filter((member) => !known.has(keyOf(member)))
}

const keyOf = ({ subject, item }: Member): string => `${subject} ${item ?? ''}`

function modificationChanges(both: Both, names: Names): Pick<Changes, 'modifications' | 'firstListed'> {
  const unmet = Map.groupBy(unmetExpectations(both), ({ member }) => member.subject)
  const { register, window } = both.now
  const all = modificationsIn(register)
    .filter(({ state }) => !state.unidentified)
    .map((found) => {
      const news = newsOf(window, found)
      const missed = (unmet.get(found.subject) ?? []).map(({ expected, because }) => ({ expected, because }))
      return { change: modificationChange(both, found, { news, missed, names }), news, isChanged: isChanged(news) || missed.length > 0 }
    })
  const changes = (belongs: (each: (typeof all)[number]) => boolean) => all.filter(belongs).map(({ change }) => change)
  return {
    modifications: changes(({ isChanged }) => isChanged),
    firstListed: changes(({ isChanged, news }) => !isChanged && news.listed.length > 0),
  }
}

const isChanged = ({ happened, lapsed }: News): boolean => happened.length > 0 || lapsed

type Told = { readonly news: News; readonly missed: ModificationChange['unmet']; readonly names: Names }

function modificationChange({ before, now }: Both, found: Found<'modification'>, { news, missed, names }: Told): ModificationChange {
  const lines = (entries: News['listed']): readonly Line[] =>
    entries.map((entry) => ({ place: entry.place, on: entry.on, text: sentenceOf(entry, names) }))
  const earlier = modificationOf(before.register, found.subject)
  const { raised, standing } = found.state
  return {
    member: memberOf(now, found, []),
    ...(earlier ? { stood: standingInFull(names.words, earlier.state.standing.value) } : {}),
    isNew: !earlier && raised !== undefined && isWithin(now.window, raised.on.to),
    stands: standingInFull(names.words, standing.value),
    happened: lines(news.happened),
    listed: lines(news.listed.filter(({ event }) => event?.type !== 'Attested')),
    unmet: missed,
  }
}
