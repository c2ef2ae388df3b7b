import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { type Block, heading, list, type Paper, paragraph, table } from '../paper/paper.ts'
import { capitalised } from '../words/capitalised.ts'
import type { MinutedItem, Minutes } from './minutes.ts'
import type { Pack, PackItem } from './pack.ts'

/** What every document of a meeting says of itself. `url`: where the register is read, before a path of it. */
export type About = { readonly author: string; readonly reference: string; readonly date: CalendarDate }

/** The pack of a meeting as one paper: the agenda with links, then each item under a heading of its own, so that it is a bookmark. */
export function packPaper(pack: Pack, about: About): Paper {
  return {
    title: `${pack.title}: pack`,
    classification: capitalised(pack.classification),
    ...about,
    cover: [
      {
        kind: 'facts',
        facts: [
          { name: 'Meeting', value: [`${pack.body}, ${pack.day}${pack.number === undefined ? '' : `, meeting ${pack.number}`}`] },
          ...(pack.paperDay ? [{ name: 'Papers go out by', value: [`${pack.paperDay.day} (${pack.paperDay.arithmetic})`] }] : []),
          { name: 'Classification', value: [pack.handling] },
          { name: 'New', value: [newsText(pack)] },
        ],
      },
      heading(1, 'Agenda'),
      ...agendaTable(pack),
    ],
    sections: pack.items.flatMap(itemBlocks),
    attachments: [],
  }
}

const newsText = ({ since }: Pack): string =>
  since === undefined
    ? 'No earlier meeting of this body is known to have been held, or what is new was not asked for'
    : `What is new since ${since} is told first with each item`

function agendaTable({ items }: Pack): readonly Block[] {
  if (items.length === 0) return [paragraph('Nothing is on it.')]
  const columns = [{ title: 'Item' }, { title: 'For what' }, { title: 'Papers' }]
  return [
    table(
      'Items in their order',
      columns,
      items.map(({ number, anchor, title, for: purpose, papers }) => [
        [{ text: `${number}. ${title}`, href: `#${anchor}` }],
        [capitalised(purpose)],
        [papers.join('; ') || 'None'],
      ]),
    ),
  ]
}

const itemBlocks = ({ number, anchor, title, for: purpose, papers, sections }: PackItem): readonly Block[] => [
  { kind: 'heading', level: 1, text: [`${number}. ${title}`], id: anchor, onNewPage: true },
  paragraph(`${capitalised(purpose)}.`),
  ...list(papers.map((paper) => [`Paper ${paper}`])),
  ...sections.flatMap((section) => [heading(2, section.heading), ...list(section.lines.map((line) => [line]))]),
]

/** The minutes as a paper, a draft until they are agreed. */
export function minutesPaper(minutes: Minutes, about: About): Paper {
  return {
    title: `${minutes.title}: ${minutes.standing === 'agreed' ? 'minutes' : 'draft minutes'}`,
    classification: 'White',
    ...about,
    cover: [],
    sections: [
      paragraph(standingText(minutes)),
      heading(1, 'Present'),
      paragraph(`${minutes.present.join('; ') || 'Not recorded'}.`),
      ...list(minutes.quorum.map((line) => [line])),
      ...minutes.items.flatMap(minutedBlocks),
      ...(minutes.actions.length > 0 ? [heading(1, 'Other actions'), ...list(minutes.actions.map((line) => [line]))] : []),
    ],
    attachments: [],
  }
}

export const standingText = ({ standing, agreed }: Minutes): string =>
  standing === 'agreed' ? `${agreed}.` : standing === 'draft' ? 'Draft: not agreed yet.' : 'The meeting is not recorded as held.'

const minutedBlocks = ({ number, title, for: purpose, papers, interests, decided, conditions, actions }: MinutedItem): readonly Block[] => [
  heading(1, `${number}. ${title}`, `item-${number}`),
  paragraph([capitalised(purpose), ...papers.map((paper) => `paper ${paper}`)].join('; '), '.'),
  ...list([...interests.map((interest) => `Interest declared: ${interest}`), ...decided, ...conditions, ...actions].map((line) => [line])),
]
