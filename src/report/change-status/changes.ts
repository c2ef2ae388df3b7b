import { addMonths, type Dated, type YearMonth } from '../../domain/calendar/calendar-date.ts'
import type { Found } from '../../domain/register.ts'
import { memberOf, modificationOf, modificationsIn } from '../figures/context.ts'
import { definitionOf } from '../figures/definitions.ts'
import type { DerivedFigure, FigureId, Member, Unit } from '../figures/figure.ts'
import { standingInFull } from '../words/code-words.ts'
import { done } from '../words/done.ts'
import { sentenceOf } from '../words/event-sentence.ts'
import { type Names, namesIn } from '../words/sentence-names.ts'
import { type Both, type Unmet, unmetExpectations } from './expectations.ts'
import { type ReportAsked, type ReportContext, reportContext } from './report-context.ts'
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
  readonly happened: readonly { readonly place: number; readonly on: Dated; readonly text: string }[]
  readonly unmet: readonly Pick<Unmet, 'expected' | 'because'>[]
}

export type Changes = {
  readonly month: YearMonth
  readonly since: YearMonth
  readonly window: Pick<Window, 'from' | 'to'>
  readonly known: number
  /** Those that differ, in number or in members. */
  readonly figures: readonly FigureChange[]
  /** Those of which something is told. */
  readonly modifications: readonly ModificationChange[]
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
    modifications: modificationChanges(both, namesIn(register, asked.grammar)),
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

function modificationChanges(both: Both, names: Names): readonly ModificationChange[] {
  const unmet = Map.groupBy(unmetExpectations(both), ({ member }) => member.subject)
  return modificationsIn(both.now.register).flatMap((found) => {
    if (found.state.unidentified) return []
    const stands = standingInFull(names.words, found.state.standing.value)
    const earlier = modificationOf(both.before.register, found.subject)
    const stood = earlier && standingInFull(names.words, earlier.state.standing.value)
    const happened = happenedTo(both.now, found, names)
    const missed = (unmet.get(found.subject) ?? []).map(({ expected, because }) => ({ expected, because }))
    if (happened.length + missed.length === 0 && stood === stands) return []
    // Not known before, and nothing told of this month: it was only recorded with a later source.
    if (stood === undefined && happened.length === 0) return []
    const isNew = stood === undefined && found.state.raised !== undefined && isWithin(both.now.window, found.state.raised.on.to)
    return [{ member: memberOf(both.now, found, []), ...(stood === undefined ? {} : { stood }), isNew, stands, happened, unmet: missed }]
  })
}

function happenedTo({ window }: ReportContext, found: Found<'modification'>, names: Names): ModificationChange['happened'] {
  return found.history
    .filter(({ event, on }) => event && done.has(event.type) && isWithin(window, on.to))
    .map((entry) => ({ place: entry.place, on: entry.on, text: sentenceOf(entry, names) }))
}
