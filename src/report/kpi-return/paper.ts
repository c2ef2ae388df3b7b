import { longDay } from '../../domain/calendar/format.ts'
import type { Links } from '../change-status/rendering.ts'
import { heading, type Inline, link, type Paper, paragraph, type Text, table } from '../paper/paper.ts'
import type { Kpi } from './kpis.ts'
import type { KpiReturn } from './model.ts'

/** The return as a paper: each figure with its definition and with what it counts. */
export function kpiReturnPaper(made: KpiReturn, links: Links): Paper {
  const { quarter, kpis, known } = made
  return {
    title: `Code administrator’s KPI return – ${quarter.name}`,
    classification: 'White',
    reference: `KPI return ${quarter.from.slice(0, 7)}`,
    author: 'Code administrator',
    date: quarter.to,
    cover: [],
    sections: [
      ...(quarter.isOver
        ? []
        : [{ kind: 'note', text: [`This return is not complete: the quarter is told up to ${longDay(quarter.to)}.`] } as const]),
      {
        kind: 'facts',
        facts: [
          { name: 'To', value: ['the Authority'] },
          { name: 'Classification', value: ['White'] },
          { name: 'Quarter', value: [`${longDay(quarter.from)} to ${longDay(quarter.to)}`] },
        ],
      },
      heading(1, '1. Figures', 'figures'),
      table(
        'The figures of the return',
        [{ title: 'Figure' }, { title: 'Value' }, { title: 'What it counts' }],
        kpis.map((kpi) => [[kpi.title], [link(kpi.value, kpi.members.length > 0 ? `#${anchorOf(kpi)}` : undefined)], [kpi.definition]]),
      ),
      heading(1, '2. What each counts', 'members'),
      ...kpis
        .filter(({ members }) => members.length > 0)
        .flatMap((kpi) => [heading(2, kpi.title, anchorOf(kpi)), { kind: 'paragraph', text: membersText(kpi, made, links) } as const]),
      ...(kpis.every(({ members }) => members.length === 0) ? [paragraph('Nothing of this kind is recorded in the quarter.')] : []),
      paragraph(
        'A figure counts what is recorded with its day: a step that no source tells is in none of them. What this register does not hold is told as not recorded, and not estimated.',
      ),
      paragraph(`Drawn from the log up to entry ${known}.`),
    ],
    attachments: [],
  }
}

const anchorOf = ({ id }: Kpi): string => id.replaceAll('.', '-')

function membersText({ members }: Kpi, { labels }: KpiReturn, links: Links): Text {
  const named = members.map(({ subject, note }) => [
    link(labels[subject] ?? subject, links.subject(subject)),
    ...(note === undefined ? [] : [` (${note})`]),
  ])
  return named.flatMap((each, index): readonly Inline[] => (index === 0 ? each : [', ', ...each])).concat('.')
}
