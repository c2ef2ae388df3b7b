import type { CalendarDate, YearMonth } from '../../domain/calendar/calendar-date.ts'
import { isRefused } from '../../domain/refusal.ts'
import { find, type Register } from '../../domain/register.ts'
import { monthsReported } from '../change-status/months.ts'
import type { ReportAsked } from '../change-status/report-context.ts'
import { reportOf } from '../change-status/report-of.ts'
import type { Figures } from '../figures.ts'
import type { DerivedFigure, FigureId } from './figure.ts'

/**
 * What the same figure was in the report of another month: as it was published, with the entry that published it and what it would be now where
 * that differs; else as the register tells it on the day asked.
 */
export type EarlierValue = {
  readonly month: YearMonth
  readonly state: 'complete' | 'so far'
  readonly v: number
  readonly published?: { readonly place: number; readonly now?: DerivedFigure['value'] }
} & Pick<DerivedFigure, 'value' | 'unit' | 'asAt' | 'over'>

/**
 * Of every month before, the latest first; months whose report does not have the figure are left out. `today`: by what is told now, where the
 * report asked for is one that was frozen.
 */
export function earlierMonths(asked: ReportAsked, id: FigureId, today: ReportAsked = asked): readonly EarlierValue[] {
  const windows = monthsReported(asked.registerOn(asked.asOf), asked.asOf).filter(({ month }) => month < asked.month)
  return windows.flatMap(({ month, state }): readonly EarlierValue[] => {
    const figure = figureIn({ ...asked, month }, id)
    if (!figure || state === 'not begun') return []
    const { value, unit, v, asAt, over } = figure
    const told = { month, state, value, unit, v, asAt, ...(over ? { over } : {}) }
    const frozen = publishedIn(today, month, id)
    if (!frozen) return [told]
    const now = figureIn({ ...today, month }, id)?.value
    const published = { place: frozen.place, ...(now === undefined || now === frozen.value ? {} : { now }) }
    return [{ month, state, value: frozen.value, unit, v: frozen.v, asAt, published }]
  })
}

function publishedIn({ registerOn, asOf }: ReportAsked, month: YearMonth, id: FigureId) {
  const published = find(registerOn(asOf), 'publication', `change-status-${month}`)?.state.published
  const figure = published?.value.figures.find((each) => each.id === id)
  return published && figure && { ...figure, place: published.place }
}

const figureIn = (asked: ReportAsked, id: FigureId): DerivedFigure | undefined =>
  (figuresIn(asked) as Readonly<Record<string, DerivedFigure>> | undefined)?.[id]

type Kept = { readonly asOf: CalendarDate; readonly months: Map<YearMonth, Figures | undefined> }
/** A register is never changed in place, so what was counted from it once stays so for as long as it is kept. */
const counted = new WeakMap<Register, Kept>()

/** The figures of a month; undefined where its report cannot be made. */
export function figuresIn(asked: ReportAsked): Figures | undefined {
  const register = asked.registerOn(asked.asOf)
  const known = counted.get(register)
  const kept = known?.asOf === asked.asOf ? known : { asOf: asked.asOf, months: new Map<YearMonth, Figures | undefined>() }
  counted.set(register, kept)
  if (!kept.months.has(asked.month)) {
    const model = reportOf(asked)
    kept.months.set(asked.month, isRefused(model) ? undefined : model.figures)
  }
  return kept.months.get(asked.month)
}
