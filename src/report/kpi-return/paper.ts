import { monthOf } from '../../domain/calendar/calendar-date.ts'
import { longDay } from '../../domain/calendar/format.ts'
import type { Classification } from '../../domain/entry.ts'
import { periodId } from '../../domain/publication/kinds.ts'
import type { EditedModel } from '../change-status/edited.ts'
import { remarks } from '../change-status/paper-words.ts'
import type { Links } from '../change-status/rendering.ts'
import { definitionOf } from '../figures/definitions.ts'
import type { DerivedFigure, Member, Untold } from '../figures/figure.ts'
import { isKpiFigure } from '../figures/kpi-definitions.ts'
import { valueText } from '../figures/value-text.ts'
import { type Block, heading, type Inline, link, type Paper, paragraph, type Text, table } from '../paper/paper.ts'
import { capitalised } from '../words/capitalised.ts'
import type { KpiReturn } from './model.ts'
import { stepsOf, stepTitle } from './steps.ts'

export const returnTitle = (quarter: string): string => `Code administrator’s KPI return – ${quarter}`

/** The return as a paper: each figure with its definition and with what it counts. */
export function kpiReturnPaper(made: KpiReturn, classification: Classification, own: EditedModel['edits'], links: Links): Paper {
  const { quarter, figures, known } = made
  return {
    title: returnTitle(quarter.name),
    classification: capitalised(classification),
    reference: `KPI return ${periodId({ kind: 'kpi-return', month: monthOf(quarter.from) })}`,
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
          { name: 'Classification', value: [capitalised(classification)] },
          { name: 'Quarter', value: [`${longDay(quarter.from)} to ${longDay(quarter.to)}`] },
        ],
      },
      heading(1, '1. Figures', 'figures'),
      table(
        'The figures of the return',
        [{ title: 'Figure' }, { title: 'Value' }, { title: 'What it counts' }],
        figures.map((figure) => [
          [link(definitionOf(figure.id).title, links.figure?.(figure.id))],
          [link(valueText(figure), `#${anchorOf(figure)}`)],
          [figure.definition],
        ]),
      ),
      heading(1, '2. What each counts', 'members'),
      paragraph(
        'A figure counts what is recorded with its day: a step that no source tells is in none of them. What is not told is named where it is known of what it is missing, and nothing is estimated.',
      ),
      ...figures.flatMap((figure) => figureBlocks(figure, links)),
      ...remarks(own),
      paragraph(`Drawn from the log up to entry ${known}.`),
    ],
    attachments: [],
  }
}

const anchorOf = ({ id }: DerivedFigure): string => id.replaceAll('.', '-')

function figureBlocks(figure: DerivedFigure, links: Links): readonly Block[] {
  const { members, others = [], untold = [], arithmetic } = figure
  return [
    heading(2, definitionOf(figure.id).title, anchorOf(figure)),
    paragraph(...valueSentence(figure, links)),
    ...(members.length > 0 ? [named('Counted', members, links)] : []),
    ...(others.length > 0 ? [named('Counted over, and not so', others, links)] : []),
    ...untold.map((each) => missing(each, links)),
    ...(members.length + others.length + untold.length === 0 ? [nothing(figure)] : []),
    ...(arithmetic && members.length > 0 ? [paragraph(`${capitalised(arithmetic)}.`)] : []),
  ]
}

const valueSentence = (figure: DerivedFigure, links: Links): Text => [
  link(capitalised(valueText(figure)), links.figure?.(figure.id)),
  `, as at ${longDay(figure.asAt)}.`,
]

const named = (what: string, members: readonly Member[], links: Links): Block => paragraph(`${what}: `, ...namesOf(members, links), '.')

function namesOf(members: readonly Member[], links: Links): Text {
  const names = members.map(({ subject, label, item, note }): Text => {
    const told = [item === undefined || item.includes('meeting/') ? '' : item, note ?? ''].filter((each) => each !== '').join(', ')
    return [link(label, links.subject(subject)), ...(told === '' ? [] : [` (${told})`])]
  })
  return names.flatMap((each, index): readonly Inline[] => (index === 0 ? each : ['; ', ...each]))
}

/** What would have to be told, of which, and by which step. */
function missing({ what, by, members }: Untold, links: Links): Block {
  const how = by === undefined ? 'No step of this register tells it.' : `The step ${stepTitle(by)} tells it.`
  if (members.length === 0) return paragraph(`Not told: ${what}. ${how}`)
  return paragraph('Not told of ', ...namesOf(members, links), `: ${what}. ${how}`)
}

function nothing({ id }: DerivedFigure): Block {
  const steps = isKpiFigure(id) ? stepsOf[id].map(stepTitle) : []
  const how = `${steps.length === 1 ? 'the step' : 'the steps'} ${steps.join(' and ')}`
  return paragraph(`Nothing of this kind is recorded in the quarter. It would be told by ${how}.`)
}
