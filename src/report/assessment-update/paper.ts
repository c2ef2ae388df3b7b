import { longDay, longMonth } from '../../domain/calendar/format.ts'
import { durationText, type Links, type TextOf, tableDay, wd, withinText } from '../change-status/rendering.ts'
import { reference, type Writing } from '../change-status/writing.ts'
import { type Block, heading, link, type Paper, paragraph, type Text, table } from '../paper/paper.ts'
import { capitalised } from '../words/capitalised.ts'
import type { AssessmentSaid, AssessmentUpdate, ProviderSigned } from './model.ts'

/** Appendix A: one line by the provider on each assessment, its sign-off, and the queue of what it has not accepted yet. */
export function assessmentUpdatePaper(update: AssessmentUpdate, texts: TextOf, links: Links): Paper {
  const { report, open, queue, completed } = update
  const writing: Writing = { model: report, texts, links }
  const { cover, window } = report
  const month = longMonth(window.month)
  return {
    title: `Appendix A: assessments update – ${month}`,
    classification: 'White',
    reference: cover.reference === 'unknown' ? 'reference unknown' : `${cover.reference}, Appendix A`,
    author: update.providers.map(({ name }) => capitalised(name)).join(' and ') || 'unknown',
    date: cover.date === 'unknown' ? window.to : cover.date,
    cover: [],
    sections: [
      {
        kind: 'facts',
        facts: [
          { name: 'Appendix to', value: [link(cover.title, links.report)] },
          { name: 'Classification', value: ['White'] },
          { name: 'Timescales as at', value: [longDay(window.timescalesAsAt)] },
          { name: 'Paper day', value: [update.due === 'unknown' ? 'not known: no meeting of the month is planned' : longDay(update.due)] },
          ...update.providers.map((provider) => ({ name: 'Sign-off', value: [signOff(provider, update)] })),
        ],
      },
      heading(1, '1. Open assessments', 'open'),
      ...said(writing, 'Open assessments', 'Accepted', 'Duration', open),
      heading(1, '2. Not yet accepted', 'queue'),
      ...said(writing, 'Requested and not yet accepted', 'Requested', 'Waiting', queue),
      heading(1, '3. Completed', 'completed'),
      ...said(writing, `Completed during ${window.regulatoryYear.label}`, 'Returned', 'Duration', completed),
      paragraph(
        `Durations are counted as in the report. Drawn from the first ${report.known} entries of the log, as at ${longDay(report.asOf)}.`,
      ),
    ],
    attachments: [],
  }
}

function signOff({ name, signed }: ProviderSigned, { due, report }: AssessmentUpdate): string {
  if (signed === undefined)
    return `${capitalised(name)} has not signed this update off${due === 'unknown' ? '' : `; it is due by ${longDay(due)}`}`
  const isLate = due !== 'unknown' && signed > due
  return `${capitalised(name)} signed this update off on ${longDay(signed)}${isLate ? `, after the paper day of ${longMonth(report.window.month)}` : ''}`
}

function said(writing: Writing, caption: string, day: string, duration: string, rows: readonly AssessmentSaid[]): readonly Block[] {
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
        [durationText(row)],
        [withinText(row)],
        [(said && writing.texts(said.text)) ?? 'No line is written.'],
      ]),
    ),
  ]
}
