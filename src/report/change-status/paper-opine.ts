import { type Block, heading, paragraph, table } from '../paper/paper.ts'
import { timeInStageChart } from './paper-charts.ts'
import { monthsChart } from './paper-months.ts'
import { wd } from './rendering.ts'
import { figureCell, listed, meanCell, sentence, sentences, type Writing } from './writing.ts'

export function opineSection(writing: Writing): readonly Block[] {
  const { out, expected, noneExpected, overdue, votes, decisions, pending } = writing.model.opine
  return [
    heading(1, '4. Opine', 'opine'),
    heading(2, 'Modification Report Consultations'),
    ...listed(writing, out),
    ...expected.flatMap((together) => listed(writing, together)),
    ...(noneExpected ? listed(writing, { line: noneExpected, members: [] }) : []),
    ...(overdue ? listed(writing, overdue) : []),
    heading(2, 'Change Board votes'),
    ...votes.flatMap(({ line, told }) => sentences(writing, line, told)),
    heading(2, 'Authority decisions'),
    ...sentences(writing, decisions.line, decisions.told),
    ...listed(writing, pending),
    ...proposalTimescales(writing),
  ]
}

/** What is derived and what the paper states, side by side. */
function proposalTimescales(writing: Writing): readonly Block[] {
  const { line, rows } = writing.model.opine.timescales
  return [
    heading(2, 'Proposal progression timescales'),
    paragraph(line.text),
    table(
      'Proposal timescales',
      [
        { title: 'Status' },
        { title: 'Total', numeric: true },
        { title: 'Total stated', numeric: true },
        { title: 'Average duration', numeric: true },
        { title: 'Average stated', numeric: true },
      ],
      rows.map(({ label, total, totalStated, mean, meanStated }) => [
        [label],
        figureCell(writing, total),
        [totalStated ? String(totalStated.value) : '–'],
        meanCell(writing, mean),
        [meanStated ? wd(meanStated.value) : '–'],
      ]),
    ),
    ...rows.flatMap(({ label, known }) =>
      known.length > 0
        ? [
            {
              kind: 'paragraph',
              text: [`${label}: `, ...known.flatMap((each, index) => [index > 0 ? ' ' : '', ...sentence(writing, each)])],
            } as const,
          ]
        : [],
    ),
    timeInStageChart(writing),
    monthsChart(writing),
  ]
}
