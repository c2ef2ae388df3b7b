import type { YearMonth } from '../../domain/calendar/calendar-date.ts'
import { longDay, longMonth } from '../../domain/calendar/format.ts'
import type { EditedModel } from '../change-status/edited.ts'
import { figuresTable } from '../change-status/paper-figures.ts'
import { remarks } from '../change-status/paper-words.ts'
import { durationText, tableDay, wd, withinText } from '../change-status/rendering.ts'
import { reference, type Writing } from '../change-status/writing.ts'
import { type FigureId, ofMember } from '../figures/figure.ts'
import { type Block, heading, link, type Paper, paragraph, type Text, table } from '../paper/paper.ts'
import { capitalised } from '../words/capitalised.ts'
import type { AssessmentSaid, AssessmentUpdate, ProviderSigned } from './model.ts'

export const updateTitle = (month: YearMonth): string => `Appendix A: assessments update – ${longMonth(month)}`

/** Appendix A: one line by the provider on each assessment, its sign-off, the queue of what it has not accepted yet, and the figures. */
export function assessmentUpdatePaper(update: AssessmentUpdate, own: EditedModel['edits'], told: Omit<Writing, 'model'>): Paper {
  const { report, open, queue, completed, figures } = update
  const writing: Writing = { model: report, ...told }
  const { links } = writing
  const { cover, window } = report
  const classification = capitalised(update.classification)
  return {
    title: updateTitle(window.month),
    classification,
    reference: cover.reference === 'unknown' ? 'reference unknown' : `${cover.reference}, Appendix A`,
    author: update.providers.map(({ name }) => capitalised(name)).join(' and ') || 'unknown',
    date: cover.date === 'unknown' ? window.to : cover.date,
    cover: [],
    sections: [
      {
        kind: 'facts',
        facts: [
          { name: 'Appendix to', value: [link(cover.title, links.report)] },
          { name: 'Classification', value: [classification] },
          { name: 'Timescales as at', value: [longDay(window.timescalesAsAt)] },
          { name: 'Paper day', value: [update.due === 'unknown' ? 'not known: no meeting of the month is planned' : longDay(update.due)] },
          ...update.providers.map((provider) => ({ name: 'Sign-off', value: [signOffText(provider, update)] })),
        ],
      },
      heading(1, '1. Open assessments', 'open'),
      ...said(writing, 'Open assessments', { day: 'Accepted', duration: 'Duration', figure: openMean }, open),
      heading(1, '2. Not yet accepted', 'queue'),
      ...said(
        writing,
        'Requested and not yet accepted',
        { day: 'Requested', duration: 'Waiting', figure: () => 'assessment.requested' },
        queue,
      ),
      heading(1, '3. Completed', 'completed'),
      ...said(
        writing,
        `Completed during ${window.regulatoryYear.label}`,
        { day: 'Returned', duration: 'Duration', figure: completedMean },
        completed,
      ),
      heading(1, '4. Figures', 'figures'),
      figuresTable('Every figure of this update', figures, links),
      ...remarks(own),
      paragraph(
        `Durations are counted as in the report, and each leads to its count. Drawn from the log up to entry ${report.known}, as at ${longDay(report.asOf)}.`,
      ),
    ],
    attachments: [],
  }
}

/** Whether a provider signed the update off, and whether in time. */
export function signOffText({ name, signed }: ProviderSigned, { due, report }: Pick<AssessmentUpdate, 'due' | 'report'>): string {
  if (signed === undefined)
    return `${capitalised(name)} has not signed this update off${due === 'unknown' ? '' : `; it is due by ${longDay(due)}`}`
  const isLate = due !== 'unknown' && signed.on > due
  return `${capitalised(name)} signed this update off on ${longDay(signed.on)}${isLate ? `, after the paper day of ${longMonth(report.window.month)}` : ''}`
}

const openMean = (kind: string): FigureId => `assessment.${kind}.open.mean`
const completedMean = (kind: string): FigureId => `assessment.${kind}.completed.mean`

/** How the columns of a table are called, and in which figure the days of an assessment of a kind go. */
type Columns = { readonly day: string; readonly duration: string; readonly figure: (kind: string) => FigureId }

function said(writing: Writing, caption: string, { day, duration, figure }: Columns, rows: readonly AssessmentSaid[]): readonly Block[] {
  if (rows.length === 0) return [paragraph(`${caption}: none.`)]
  return [
    table(
      caption,
      [
        { title: 'Modification' },
        { title: 'Type' },
        { title: day },
        { title: 'Target', numeric: true },
        { title: duration, numeric: true },
        { title: 'Within target' },
        { title: 'What the provider says' },
      ],
      rows.map(({ row, said }): readonly Text[] => [
        [reference(writing, row.member)],
        [row.assessmentKind],
        [tableDay(row.day)],
        [wd(row.targetWorkingDays)],
        [link(durationText(row), row.duration === 'unknown' ? undefined : memberOf(writing, figure(row.assessmentKind), row))],
        [withinText(row)],
        [(said && writing.texts(said.text)) ?? 'No line is written.'],
      ]),
    ),
  ]
}

const memberOf = ({ links }: Writing, figure: FigureId, { member }: AssessmentSaid['row']): string | undefined =>
  links.figure?.(figure, { part: ofMember(member) })
