import { addMonths, type CalendarDate, earlier, monthOf, type YearMonth } from '../../domain/calendar/calendar-date.ts'
import type { Fact } from '../../domain/fact.ts'
import type { Standing } from '../../domain/modification/modification.ts'
import { entryAt, type Found } from '../../domain/register.ts'
import { cutOffOf, firstDayReported } from '../change-status/window.ts'
import { counted, type FigureContext, memberOf, modificationsIn } from './context.ts'
import type { DerivedFigure } from './figure.ts'
import { countedIn, membersOf } from './stages.ts'

/** In reports: a year, this one with it. */
const REPORTS = 12

/** How a proposal comes to be open, and how it ceases to be. */
export const moves = ['raised', 'shownOpen', 'concluded', 'shownConcluded', 'notShown'] as const
export type MoveKind = (typeof moves)[number]
const cameBy: ReadonlySet<MoveKind> = new Set(['raised', 'shownOpen'])

/** In the time of one report: who was open at its beginning, who came, who went, and who was open at its cut-off. */
export type MonthCount = {
  readonly month: YearMonth
  readonly to: CalendarDate
  readonly before: number
  readonly open: number
} & Readonly<Record<MoveKind, number>>

/** The time of one report: after the last one's cut-off, up to and including its own. */
type Span = { readonly month: YearMonth; readonly after: CalendarDate; readonly to: CalendarDate }

export function movedByMonth(context: FigureContext, kind: MoveKind): DerivedFigure {
  const spans = spansOf(context)
  const members = modificationsIn(context.register).flatMap((found) =>
    movesOf(found).flatMap((move) => {
      const span = move.kind === kind && spans.find(({ after, to }) => after < move.on && move.on <= to)
      return span ? [memberOf(context, found, [move.place], { item: span.month, ...(move.note ? { note: move.note } : {}) })] : []
    }),
  )
  return counted(context, `months.${kind}`, members)
}

/** Those of the stages before Release, so that it is what the strip counts there. */
export const openAtCutOff = (context: FigureContext): DerivedFigure =>
  counted(
    context,
    'months.open',
    (['define', 'refine', 'opine'] as const).flatMap((stage) => membersOf(context, countedIn(context, stage))),
  )

/** Each row adds up: open before, with who came and without who went, is open at the cut-off. */
export function countsByMonth(context: FigureContext): readonly MonthCount[] {
  const all = modificationsIn(context.register).flatMap(movesOf)
  return spansOf(context).map(({ month, after, to }) => {
    const within = all.filter(({ on }) => after < on && on <= to)
    const of = (kind: MoveKind) => within.filter((move) => move.kind === kind).length
    const [raised, shownOpen, concluded, shownConcluded, notShown] = moves.map(of) as [number, number, number, number, number]
    return { month, to, before: openOn(all, after), raised, shownOpen, concluded, shownConcluded, notShown, open: openOn(all, to) }
  })
}

const openOn = (all: readonly Move[], day: CalendarDate): number =>
  all.filter(({ on }) => on <= day).reduce((open, { kind }) => open + (cameBy.has(kind) ? 1 : -1), 0)

/** The times of the reports up to this one, the earliest first. They tile time as the reports do, so that a row is what its own report tells. */
function spansOf({ register, window }: FigureContext): readonly Span[] {
  const months = Array.from({ length: REPORTS }, (_, index) => addMonths(window.month, index + 1 - REPORTS))
  const told = months.filter((month) => month === window.month || month > monthOf(firstDayReported))
  return told.map((month) => ({
    month,
    after: month === window.month ? window.from : earlier(cutOffOf(register, addMonths(month, -1)), window.from),
    to: month === window.month ? window.to : earlier(cutOffOf(register, month), window.from),
  }))
}

type Move = { readonly kind: MoveKind; readonly on: CalendarDate; readonly place: number; readonly note?: string }
type Status = 'open' | 'concluded' | 'not told'

const movesKept = new WeakMap<Found<'modification'>['state'], readonly Move[]>()

/** Each time that it came to be open, or ceased to be, as it is told of it by the moment of its register. */
function movesOf(found: Found<'modification'>): readonly Move[] {
  const kept = movesKept.get(found.state)
  if (kept) return kept
  const told: Move[] = []
  let before: Status = 'not told'
  found.state.standings.forEach((fact, index) => {
    const now = statusOf(fact.value, before)
    if (now !== before) told.push(...movesBetween(found, before, now, { fact, isFirst: index === 0 }))
    before = now
  })
  movesKept.set(found.state, told)
  return told
}

/** What was concluded stays so where no source tells more of it. */
function statusOf({ stage }: Standing, before: Status): Status {
  if (stage === 'unknown') return before === 'concluded' ? 'concluded' : 'not told'
  return stage === 'release' || stage === 'ended' ? 'concluded' : 'open'
}

type Step = { readonly fact: Fact<Standing>; readonly isFirst: boolean }

function movesBetween(found: Found<'modification'>, before: Status, now: Status, { fact, isFirst }: Step): readonly Move[] {
  const isAct = entryAt(found, fact.place)?.event?.type !== 'Attested'
  const move = (kind: MoveKind, note?: string): Move => ({ kind, on: fact.on.to, place: fact.place, ...(note ? { note } : {}) })
  if (now === 'open') return [isFirst && isAct ? move('raised') : move('shownOpen', whyOpen(before, isAct))]
  if (before === 'open') return [move(now === 'not told' ? 'notShown' : isAct ? 'concluded' : 'shownConcluded')]
  // Its conclusion is told, so it was open until then, though no source told where it stood.
  return now === 'concluded' && isAct ? [move('shownOpen', whyOpen(before, isAct)), move('concluded')] : []
}

function whyOpen(before: Status, isAct: boolean): string {
  if (before === 'concluded') return 'what had concluded it was set aside, or is no longer shown'
  return isAct ? 'no source told where it stood until this act' : 'a source shows it in its stage; none told before where it stood'
}
