import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { FigureId, StatedFigure } from '../figures/figure.ts'
import { decimal, impliedMean } from '../figures/mean.ts'
import { timescalesLine } from './refine.ts'
import { type Line, line, type ReportContext } from './report-context.ts'
import { numberWord } from './wording.ts'

/** A row of the table: what the register derives and what the paper states, side by side and never merged. */
export type ProposalRow = {
  readonly label: string
  readonly total: FigureId
  readonly totalStated?: StatedFigure
  readonly mean: FigureId
  readonly meanStated?: StatedFigure
  /** What can be said of the stated average: how many days are known, their mean, what the others would have to average. */
  readonly known: readonly Line[]
}

export type ProposalTimescales = { readonly asAt: CalendarDate; readonly line: Line; readonly rows: readonly ProposalRow[] }

export function proposalTimescales(context: ReportContext): ProposalTimescales {
  const { window, words, figures } = context
  const year = window.regulatoryYear.label
  const concluded = figures['proposals.concluded'].members
  const names = concluded.map(({ label }) => label).join(', ')
  const recorded = line(words.tellCount('opine.concluded', concluded.length, { year, names }), 'proposals.concluded')
  return {
    asAt: window.timescalesAsAt,
    line: timescalesLine(context),
    rows: [
      row(context, 'Proposals open (pre-decision)', 'proposals.open', 'proposals.open.mean'),
      {
        ...row(context, `Proposals concluded during ${year}`, 'proposals.concluded', 'proposals.concluded.mean'),
        known: [recorded],
      },
    ],
  }
}

type Total = 'proposals.open' | 'proposals.concluded'

function row(context: ReportContext, label: string, total: Total, mean: `${Total}.mean`): ProposalRow {
  const stated = (id: FigureId) => context.stated.find((figure) => figure.id === id)
  const [totalStated, meanStated] = [stated(total), stated(mean)]
  return {
    label,
    total,
    mean,
    ...(totalStated ? { totalStated } : {}),
    ...(meanStated ? { meanStated } : {}),
    known: known(context, total, mean, meanStated),
  }
}

function known({ words, figures }: ReportContext, total: Total, id: `${Total}.mean`, stated: StatedFigure | undefined): readonly Line[] {
  const { value, members } = figures[id]
  const of = figures[total].members.length
  if (of === 0) return []
  const average = line(words.tellCount('opine.meanKnown', members.length, { of: numberWord(of), mean: String(value) }, total), id, total)
  const durations = members.map(({ duration }) => duration?.value ?? 0)
  const implied = stated && impliedMean(stated.value, of, durations)
  if (!implied) return [average]
  const bounds = { stated: String(stated.value), low: decimal(implied.low), high: decimal(implied.high) }
  return [average, line(words.tellCount('opine.implied', implied.count, bounds, total), id)]
}
