import type { CalendarDate, YearMonth } from '../../domain/calendar/calendar-date.ts'
import { idOf } from '../../domain/entry.ts'
import { firstMonth, type PaperOf, publicationSubject } from '../../domain/publication/kinds.ts'
import { isRefused } from '../../domain/refusal.ts'
import { find, type Register } from '../../domain/register.ts'
import { monthsReported } from '../change-status/months.ts'
import type { ReportAsked } from '../change-status/report-context.ts'
import type { PaperMade } from '../paper-source.ts'
import { papers } from '../papers.ts'
import type { DerivedFigure, FigureId } from './figure.ts'

/**
 * What the same figure was in the paper of another month or quarter: as it was published, with the entry that published it and what it would
 * be now where that differs; else as the register tells it on the day asked.
 */
export type EarlierValue = {
  readonly month: YearMonth
  readonly state: 'complete' | 'so far'
  readonly v: number
  readonly published?: { readonly place: number; readonly now?: DerivedFigure['value'] }
} & Pick<DerivedFigure, 'value' | 'unit' | 'asAt' | 'over' | 'others'>

/**
 * Of every month or quarter before, the latest first; those whose paper does not have the figure are left out. `today`: by what is told now,
 * where the paper asked for is one that was frozen.
 */
export function earlierPeriods(
  kind: PaperOf['kind'],
  asked: ReportAsked,
  id: FigureId,
  today: ReportAsked = asked,
): readonly EarlierValue[] {
  return periodsBefore(kind, asked).flatMap((month): readonly EarlierValue[] => {
    const made = madeOf(kind, { ...asked, month })
    const figure = made && figureIn(made, id)
    if (!made || !figure) return []
    const { value, unit, v, asAt, over, others } = figure
    const state = made.window.isSoFar ? 'so far' : 'complete'
    const told = { month, state, value, unit, v, asAt, ...(over ? { over } : {}), ...(others ? { others } : {}) } as const
    const frozen = publishedIn(today, { kind, month }, id)
    if (!frozen) return [told]
    const later = madeOf(kind, { ...today, month })
    const now = later && figureIn(later, id)?.value
    const published = { place: frozen.place, ...(now === undefined || now === frozen.value ? {} : { now }) }
    return [{ month, state: 'complete', value: frozen.value, unit, v: frozen.v, asAt, published }]
  })
}

/** The months, or the first months of the quarters, of which a paper can be made and that are before the one asked. */
function periodsBefore(kind: PaperOf['kind'], { registerOn, asOf, month }: ReportAsked): readonly YearMonth[] {
  const months = monthsReported(registerOn(asOf), asOf).map((window) => firstMonth(kind, window.month))
  return [...new Set(months)].filter((each) => each < month)
}

function publishedIn({ registerOn, asOf }: ReportAsked, of: PaperOf, id: FigureId) {
  const published = find(registerOn(asOf), 'publication', idOf(publicationSubject(of)))?.state.published
  const figure = published?.value.figures.find((each) => each.id === id)
  return published && figure && { ...figure, place: published.place }
}

const figureIn = ({ figures }: Pick<PaperMade, 'figures'>, id: FigureId): DerivedFigure | undefined =>
  figures.find((figure) => figure.id === id)

type Counted = Pick<PaperMade, 'figures' | 'window'>
type Kept = { readonly asOf: CalendarDate; readonly made: Map<string, Counted | undefined> }
/** A register is never changed in place, so what was counted from it once stays so for as long as it is kept. */
const kept = new WeakMap<Register, Kept>()

/** The figures of a month or quarter; undefined where its paper cannot be made. */
function madeOf(kind: PaperOf['kind'], asked: ReportAsked): Counted | undefined {
  const register = asked.registerOn(asked.asOf)
  const known = kept.get(register)
  const of = known?.asOf === asked.asOf ? known : { asOf: asked.asOf, made: new Map<string, Counted | undefined>() }
  kept.set(register, of)
  const key = `${kind} ${asked.month}`
  if (!of.made.has(key)) {
    const made = papers[kind].make(asked)
    of.made.set(key, isRefused(made) ? undefined : { figures: made.figures, window: made.window })
  }
  return of.made.get(key)
}
