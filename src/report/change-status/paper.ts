import { longDay } from '../../domain/calendar/format.ts'
import { type Block, heading, link, list, type Paper, paragraph } from '../paper/paper.ts'
import type { EditedModel } from './edited.ts'
import { assessmentDays, figuresSection } from './paper-figures.ts'
import { opineSection } from './paper-opine.ts'
import { refineSection } from './paper-refine.ts'
import { releaseBlocks } from './paper-release.ts'
import { defineSection, summarySection } from './paper-summary.ts'
import { withOwnWords } from './paper-words.ts'
import type { Links, TextOf } from './rendering.ts'
import { windowText } from './report-context.ts'
import type { Writing } from './writing.ts'

/** The Change Status Report as a paper: the model in words and tables, in the order of the paper of 2019. */
export function changeStatusPaper(model: EditedModel, texts: TextOf, links: Links): Paper {
  const writing: Writing = { model, texts, links }
  const { cover, window } = model
  return {
    title: cover.title,
    classification: cover.classification,
    reference: cover.reference,
    author: cover.author,
    date: cover.date === 'unknown' ? window.to : cover.date,
    cover: coverBlocks(writing),
    sections: withOwnWords(model, [
      ...summarySection(writing),
      ...defineSection(writing),
      ...refineSection(writing),
      ...opineSection(writing),
      ...releaseBlocks(writing),
      ...figuresSection(writing),
      ...assessmentDays(writing),
      paragraph(`Drawn from the log up to entry ${model.known}, as at ${longDay(model.asOf)}.`),
    ]),
    attachments: [],
  }
}

function coverBlocks({ model: { cover, window }, links }: Writing): readonly Block[] {
  const { label, from, to } = window.regulatoryYear
  return [
    ...(cover.note ? [{ kind: 'note', text: [cover.note] } as const] : []),
    {
      kind: 'facts',
      facts: [
        { name: 'Paper Reference', value: [cover.reference] },
        { name: 'Action', value: [cover.action] },
        { name: 'Classification', value: [cover.handling === 'unknown' ? cover.classification : cover.handling] },
        { name: 'Window', value: [windowText(window)] },
        { name: 'Timescales as at', value: [longDay(window.timescalesAsAt)] },
        { name: 'Regulatory year', value: [`${label}: ${longDay(from)} to ${longDay(to)}`] },
      ],
    },
    heading(1, 'Purpose', 'purpose'),
    ...cover.purpose.map((text) => paragraph(text)),
    heading(1, 'Recommendations', 'recommendations'),
    paragraph(cover.recommendation),
    paragraph(cover.author === 'unknown' ? 'author unknown' : cover.author),
    paragraph(cover.date === 'unknown' ? 'date unknown' : longDay(cover.date)),
    ...(cover.attachments.length > 0
      ? [paragraph('Attachments:'), ...list(cover.attachments.map((attachment) => [link(attachment, links.attachment?.(attachment))]))]
      : []),
  ]
}
