import { shortDay } from '../../domain/calendar/format.ts'
import { definitionOf } from '../figures/definitions.ts'
import type { DerivedFigure } from '../figures/figure.ts'
import { valueText } from '../figures/value-text.ts'
import { type Block, heading, link, list, type Text, table } from '../paper/paper.ts'
import { capitalised } from '../words/capitalised.ts'
import type { AssessmentLine } from './refine.ts'
import { durationText, type Links, tableDay } from './rendering.ts'
import { figureCell, type Writing } from './writing.ts'

/** Every figure with its definition and day, and beside it what the paper states. */
export function figuresSection(writing: Writing): readonly Block[] {
  const { model, links } = writing
  return [
    heading(1, 'Annex: how the figures are counted', 'figures'),
    ...(model.stated.length > 0 ? [statedTable(writing)] : []),
    figuresTable('Every figure of this report', Object.values(model.figures), links),
  ]
}

/** Figures with their values, their days and their definitions: each leads to its page. */
export const figuresTable = (caption: string, figures: readonly DerivedFigure[], links: Links): Block =>
  table(
    caption,
    [{ title: 'Figure' }, { title: 'Value', numeric: true }, { title: 'As at' }, { title: 'What it counts' }],
    figures.map((figure) => [
      [link(definitionOf(figure.id).title, links.figure?.(figure.id))],
      [valueText(figure)],
      [shortDay(figure.asAt)],
      [`${figure.definition}${figure.arithmetic ? ` ${figure.arithmetic}.` : ''}`],
    ]),
  )

function statedTable(writing: Writing): Block {
  const { model, links } = writing
  return table(
    'What the paper states, and what the register derives',
    [{ title: 'Figure' }, { title: 'Derived', numeric: true }, { title: 'Stated', numeric: true }, { title: 'Unit' }, { title: 'Where' }],
    model.stated.map(({ stated: { id, value, unit, at, paper, place }, derived }) => [
      [derived ? definitionOf(derived).title : id],
      derived ? figureCell(writing, derived) : ['–'],
      [String(value)],
      [unit],
      [link(at, links.entry?.(paper, place))],
    ]),
  )
}

/** Each duration of an assessment with its counts, to be checked by hand. */
export function assessmentDays(writing: Writing): readonly Block[] {
  const { open, completed, requested } = writing.model.refine.timescales
  const rows = [...open, ...completed, ...requested.rows]
  return rows.length === 0
    ? []
    : [heading(2, 'How the days of assessments are counted'), ...list(rows.map((row) => daysText(writing, row)))]
}

function daysText({ links }: Writing, row: AssessmentLine): Text {
  const { member, assessmentKind, duration, targetReason, beside } = row
  const [published] = duration === 'unknown' ? [] : duration.counts
  const told = [
    `${member.label} (${assessmentKind}): ${durationText(row)}.`,
    ...(duration === 'unknown' && member.note ? [`${capitalised(member.note)}.`] : []),
    ...(published ? [`${published.arithmetic}.`] : []),
    ...(duration !== 'unknown' && duration.note ? [`${capitalised(duration.note)}.`] : []),
    ...(targetReason ? [`Target: ${targetReason}.`] : []),
    ...beside.map(({ on, source }) => `${source} tells ${tableDay(on)}.`),
  ].join(' ')
  const address = published && links.days?.(published.from, published.to)
  return address === undefined ? [told] : [told, ' ', { text: 'Each convention', href: address }, '.']
}
