import { addMonths, type YearMonth } from '../../domain/calendar/calendar-date.ts'
import { shortDay, shortMonthName } from '../../domain/calendar/format.ts'
import type { MonthCount } from '../figures/by-month.ts'
import { type FigureId, inMonth } from '../figures/figure.ts'
import { type Block, link, type Text } from '../paper/paper.ts'
import { chart } from './paper-charts.ts'
import type { Writing } from './writing.ts'

export function monthsChart(writing: Writing): Block {
  const { takeaway, months } = writing.model.charts.months
  const labelOf = (month: YearMonth) => `${shortMonthName(month)} ${month.slice(2, 4)}`
  return chart(writing, {
    id: 'months',
    takeaway,
    height: 230,
    shown: {
      kind: 'months',
      months: months.map(({ month, raised, concluded, shownConcluded, open }) => ({
        label: labelOf(month),
        raised,
        concluded: concluded + shownConcluded,
        open,
      })),
    },
    table: {
      caption: 'Proposals by report: open before, plus those raised and shown open, less the next three, is open',
      columns: [{ title: 'Report up to' }, ...monthsColumns.map(({ title }) => ({ title, numeric: true }) as const)],
      rows: months.map((each) => [[shortDay(each.to)], ...monthsColumns.map((column) => monthCell(writing, each, column))]),
    },
  })
}

type MonthsColumn = {
  readonly title: string
  readonly count: Exclude<keyof MonthCount, 'month' | 'to'>
  readonly figure: FigureId & `months.${string}`
}

/** In the order in which a row adds up: who came, then who went. */
const monthsColumns: readonly MonthsColumn[] = [
  { title: 'Open before', count: 'before', figure: 'months.open' },
  { title: 'Raised', count: 'raised', figure: 'months.raised' },
  { title: 'Shown open', count: 'shownOpen', figure: 'months.shownOpen' },
  { title: 'Concluded', count: 'concluded', figure: 'months.concluded' },
  { title: 'Shown as concluded', count: 'shownConcluded', figure: 'months.shownConcluded' },
  { title: 'No longer shown', count: 'notShown', figure: 'months.notShown' },
  { title: 'Open', count: 'open', figure: 'months.open' },
]

/** A number that leads to its members: who was open at another cut-off is told by the report of it. */
function monthCell({ links }: Writing, told: MonthCount, { count, figure }: MonthsColumn): Text {
  const month = count === 'before' ? addMonths(told.month, -1) : told.month
  const of = figure === 'months.open' ? { month } : { part: inMonth(month) }
  return [link(String(told[count]), told[count] > 0 ? links.figure?.(figure, of) : undefined)]
}
