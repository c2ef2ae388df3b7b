import type { YearMonth } from '../../domain/calendar/calendar-date.ts'
import { longDay, longMonth } from '../../domain/calendar/format.ts'
import type { EditedModel } from '../change-status/edited.ts'
import { remarks } from '../change-status/paper-words.ts'
import type { Links } from '../change-status/rendering.ts'
import { windowText } from '../change-status/report-context.ts'
import { definitionOf } from '../figures/definitions.ts'
import { type Block, heading, link, type Paper, paragraph, table } from '../paper/paper.ts'
import { capitalised } from '../words/capitalised.ts'
import type { ExtractRow, RegisterExtract } from './model.ts'

export const extractTitle = (month: YearMonth): string => `Modification Register extract – ${longMonth(month)}`

/** The extract as a paper: a table for each stage, and how many each holds. */
export function registerExtractPaper(extract: RegisterExtract, own: EditedModel['edits'], links: Links): Paper {
  const { report, counts, stages, ended, unknown, unidentified } = extract
  const { window } = report
  const classification = capitalised(extract.classification)
  return {
    title: extractTitle(window.month),
    classification,
    reference: `Register extract ${window.month}`,
    author: 'Code administrator',
    date: window.to,
    cover: [],
    sections: [
      {
        kind: 'facts',
        facts: [
          { name: 'To', value: ['every Party'] },
          { name: 'Classification', value: [classification] },
          { name: 'As at', value: [longDay(window.asAt)] },
          { name: 'Window', value: [windowText(window)] },
          { name: 'Register', value: [link('The register, which can be searched and opened', links.register)] },
        ],
      },
      heading(1, '1. In each stage', 'stages'),
      table(
        'Modifications in each stage',
        [
          { title: 'Figure' },
          { title: 'Value', numeric: true },
          { title: 'Listed', numeric: true },
          { title: 'Changed', numeric: true },
          { title: 'First listed', numeric: true },
          { title: 'What it counts' },
        ],
        counts.map(({ figure, listed, changed, firstListed }) => [
          [link(definitionOf(figure.id).title, links.figure?.(figure.id))],
          ...[figure, listed, changed, firstListed].map(({ id, value }) => [link(String(value), links.figure?.(id))]),
          [figure.definition],
        ]),
      ),
      paragraph(
        'Listed: those of them that are named below. Changed: those listed to which something was done in the window. First listed: those of which a source only tells in the window for the first time, or where they stand now, and none when that came about; that is no change.',
      ),
      ...(unidentified > 0
        ? [paragraph(`${unidentified} that a source counts and does not name ${unidentified === 1 ? 'is' : 'are'} in no list below.`)]
        : []),
      ...stages.flatMap(({ name, rows }, index) => listed(`${index + 2}. ${name}`, rows, links)),
      ...listed(`${stages.length + 2}. Ended during ${window.regulatoryYear.label}`, ended, links),
      ...(unknown.length > 0 ? listed(`${stages.length + 3}. Of which no stage is known`, unknown, links) : []),
      ...remarks(own),
      paragraph(`Drawn from the log up to entry ${report.known}, as at ${longDay(report.asOf)}.`),
    ],
    attachments: [],
  }
}

const newsText: Readonly<Record<ExtractRow['news'], string>> = { changed: 'yes', 'first listed': 'first listed', no: 'no' }

function listed(title: string, rows: readonly ExtractRow[], links: Links): readonly Block[] {
  const name = title.replace(/^\d+\. /, '')
  return [
    heading(1, title),
    rows.length === 0
      ? paragraph('None.')
      : table(
          `${name}: ${rows.length === 1 ? 'one modification' : `${rows.length} modifications`}`,
          [
            { title: 'Reference' },
            { title: 'Title' },
            { title: 'Proposer' },
            { title: 'Stands' },
            { title: 'Since' },
            { title: 'Path' },
            { title: 'Changed' },
          ],
          rows.map((row) => [
            [link(row.reference, links.subject(row.subject))],
            [row.title],
            [row.proposer],
            [row.standing],
            [row.since],
            [row.path],
            [newsText[row.news]],
          ]),
        ),
  ]
}
