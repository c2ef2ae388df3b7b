import { type Block, heading, link, paragraph } from '../paper/paper.ts'
import { figureOf } from './model.ts'
import { stripChart } from './paper-charts.ts'
import { listed, reference, sentences, type Writing } from './writing.ts'

export function summarySection(writing: Writing): readonly Block[] {
  const { model, links } = writing
  const { introduction, strip, conversions, reports, decisions } = model.summary
  const last = introduction.length - 1
  return [
    heading(1, '1. Summary', 'summary'),
    ...introduction.map((text, index) => paragraph(index === last ? link(text, links.register) : text)),
    heading(2, strip.caption),
    stripChart(writing),
    ...strip.cells.flatMap(({ name, figure }) => {
      const { arithmetic } = figureOf(model, figure)
      return arithmetic ? [paragraph(`${name}: ${arithmetic}.`)] : []
    }),
    ...(strip.standalone.members.length > 0 ? listed(writing, strip.standalone) : []),
    heading(2, 'Draft Proposals for conversion'),
    ...listed(writing, conversions),
    heading(2, 'Modification Reports'),
    ...listed(writing, reports),
    heading(2, 'Decisions'),
    ...sentences(writing, decisions.line, model.decisions),
  ]
}

export function defineSection(writing: Writing): readonly Block[] {
  const { none, proposals, ready } = writing.model.define
  return [
    heading(1, '2. Define', 'define'),
    heading(2, 'New Draft Proposals'),
    ...(none ? [paragraph(none.text)] : []),
    ...proposals.flatMap(({ member, line, issue, issueUnknown }) => [
      heading(3, [reference(writing, member)]),
      paragraph(line.text),
      ...written((issue === 'unknown' ? undefined : writing.texts(issue)) ?? issueUnknown),
    ]),
    heading(2, 'Change Sub-Committee decisions'),
    ...listed(writing, ready),
  ]
}

/** What somebody wrote, in his paragraphs. */
const written = (text: string): readonly Block[] =>
  text
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => paragraph(each))
