import { addMonths, type CalendarDate, earlier, lastOf, monthOf, type YearMonth } from '../../domain/calendar/calendar-date.ts'
import type { Found } from '../../domain/register.ts'
import { counted, type FigureContext, memberOf, modificationsIn } from './context.ts'
import type { DerivedFigure, Member } from './figure.ts'
import { conclusionOf } from './proposals.ts'

/** In months: a year, the one of the cut-off with it. */
const MONTHS = 12

export type MonthCount = { readonly month: YearMonth; readonly raised: number; readonly concluded: number; readonly open: number }

/** The twelve months up to the cut-off's, the earliest first. */
const monthsTo = (asAt: CalendarDate): readonly YearMonth[] =>
  Array.from({ length: MONTHS }, (_, index) => addMonths(monthOf(asAt), index + 1 - MONTHS))

export function raisedByMonth(context: FigureContext): DerivedFigure {
  const { asAt } = context.window
  const members = modificationsIn(context.register).flatMap((found) => {
    const { raised } = found.state
    return raised && isWithinMonths(asAt, raised.on) ? [memberOf(context, found, [raised.place], { item: monthOf(raised.on.to) })] : []
  })
  return counted(context, 'months.raised', members, asAt)
}

export function concludedByMonth(context: FigureContext): DerivedFigure {
  const { asAt } = context.window
  const members = modificationsIn(context.register).flatMap((found) => {
    const conclusion = conclusionOf(found)
    return conclusion && isWithinMonths(asAt, conclusion.on)
      ? [memberOf(context, found, [conclusion.place], { item: monthOf(conclusion.on.to) })]
      : []
  })
  return counted(context, 'months.concluded', members, asAt)
}

/** Of a month that is not over, up to the cut-off. */
export function openOfKnownStart(context: FigureContext): DerivedFigure {
  const { asAt } = context.window
  return counted(context, 'months.open', openOn(context, asAt), asAt)
}

export function countsByMonth(context: FigureContext): readonly MonthCount[] {
  const { asAt } = context.window
  const inMonth = (members: readonly Member[], month: YearMonth) => members.filter(({ item }) => item === month).length
  const [raised, concluded] = [raisedByMonth(context).members, concludedByMonth(context).members]
  return monthsTo(asAt).map((month) => ({
    month,
    raised: inMonth(raised, month),
    concluded: inMonth(concluded, month),
    open: openOn(context, earlier(lastOf(month), asAt)).length,
  }))
}

/** Raised by the day and not concluded by then, without those that no source shows any more; of which no day of raising is known, it cannot be told since when they were open. */
function openOn(context: FigureContext, day: CalendarDate): readonly Member[] {
  return modificationsIn(context.register).flatMap((found) => {
    const { raised, standing } = found.state
    const isOpen = raised && raised.on.to <= day && standing.value.stage !== 'unknown' && !isConcludedBy(found, day)
    return isOpen ? [memberOf(context, found, [raised.place])] : []
  })
}

/** By an act, or as a source shows it afterwards. */
const isConcludedBy = ({ state }: Found<'modification'>, day: CalendarDate): boolean =>
  state.standings.some(({ value, on }) => on.to <= day && (value.stage === 'release' || value.stage === 'ended'))

const isWithinMonths = (asAt: CalendarDate, on: { readonly to: CalendarDate }): boolean =>
  on.to <= asAt && monthOf(on.to) >= addMonths(monthOf(asAt), 1 - MONTHS)
