import { longDay } from '../../domain/calendar/format.ts'
import type { Subject } from '../../domain/entry.ts'
import type { Member } from '../figures/figure.ts'
import { bullet, heading, table, wrap } from './layout.ts'
import { type ChangeStatusModel, figureOf } from './model.ts'
import { type Links, quantity, type TextOf } from './rendering.ts'
import { type Line, type Listing, named, windowText } from './report-context.ts'
import { assessmentTable, counting, meanText, proposalCells } from './text-tables.ts'

/** The report as plain text in the paper's form, at most 100 columns; addresses are listed where they are given. */
export function changeStatusText(model: ChangeStatusModel, texts: TextOf, links?: Links): string {
  const parts = [
    coverText(model),
    summaryText(model),
    defineText(model, texts),
    refineText(model),
    opineText(model),
    releaseText(model),
    figuresText(model),
    ...(links ? [linksText(model, links)] : []),
  ]
  return `${parts.map((blocks) => blocks.filter((block) => block !== '').join('\n\n')).join('\n\n\n')}\n`
}

type Blocks = readonly string[]

function coverText({ cover, window }: ChangeStatusModel): Blocks {
  const date = cover.date === 'unknown' ? 'date unknown' : longDay(cover.date)
  return [
    heading(cover.title, '='),
    cover.note ? wrap(cover.note) : '',
    [`Paper Reference: ${cover.reference}`, `Action: ${cover.action}`, `Classification: ${cover.classification}`].join('\n'),
    cover.handling === 'unknown' ? '' : wrap(cover.handling),
    wrap(`Window: ${windowText(window)}.`),
    heading('Purpose'),
    ...cover.purpose.map((text) => wrap(text)),
    heading('Recommendations'),
    wrap(cover.recommendation),
    `${cover.author === 'unknown' ? 'author unknown' : cover.author}\n${date}`,
    cover.attachments.length > 0 ? ['Attachments:', ...cover.attachments.map(bullet)].join('\n') : '',
  ]
}

function summaryText(model: ChangeStatusModel): Blocks {
  const { introduction, strip, conversions, reports, decisions } = model.summary
  const cells = strip.cells.map(({ name, figure }) => ({ name, figure: figureOf(model, figure) }))
  return [
    heading('1. Summary', '='),
    ...introduction.map((text) => wrap(text)),
    heading(strip.caption),
    `As at ${longDay(strip.asAt)}:`,
    table(
      cells.map(({ name }) => name),
      [cells.map(({ figure }) => String(figure.value).padStart(2, '0'))],
    ),
    ...(strip.standalone.members.length > 0 ? [listed(strip.standalone)] : []),
    cells
      .map(({ name, figure }) => wrap(`${name}: ${figure.definition}${figure.arithmetic ? ` ${figure.arithmetic}.` : ''}`, '  '))
      .join('\n'),
    heading('Draft Proposals for conversion'),
    listed(conversions),
    heading('Modification Reports'),
    listed(reports),
    heading('Decisions'),
    [wrap(decisions.line.text), ...model.decisions.map(({ line }) => bullet(line.text))].join('\n'),
  ]
}

function defineText({ define }: ChangeStatusModel, texts: TextOf): Blocks {
  return [
    heading('2. Define', '='),
    heading('New Draft Proposals'),
    define.none ? wrap(define.none.text) : '',
    ...define.proposals.flatMap(({ line, issue, issueUnknown }) => [
      wrap(line.text),
      wrap((issue === 'unknown' ? undefined : texts(issue)) ?? issueUnknown, '  '),
    ]),
    heading('Change Sub-Committee decisions'),
    listed(define.ready),
  ]
}

function refineText(model: ChangeStatusModel): Blocks {
  const { meetings, out, expected, overdue, requests, timescales } = model.refine
  const summary = timescales.summary.map(({ label, total, mean }) => [label, figureOf(model, total).value, meanText(model, mean)])
  return [
    heading('3. Refine', '='),
    heading('Working Group meetings'),
    ...meetings.map(listed),
    heading('Refinement Consultations'),
    listed(out),
    listed(expected),
    overdue ? listed(overdue) : '',
    heading('Impact Assessment requests'),
    listed(requests),
    heading('DCC Assessment timescales'),
    wrap(timescales.line.text),
    table(['Assessment', 'Total', 'Average duration'], summary),
    assessmentTable('Open Assessments', 'Accepted', 'Current duration', timescales.open),
    assessmentTable(`Assessments completed during ${timescales.year}`, 'Returned', 'Actual duration', timescales.completed),
    wrap(timescales.onTarget.text),
    timescales.requested.rows.length > 0
      ? assessmentTable(timescales.requested.line.text, 'Requested', 'Waiting', timescales.requested.rows)
      : wrap(timescales.requested.line.text),
    counting(timescales),
  ]
}

function opineText(model: ChangeStatusModel): Blocks {
  const { out, expected, noneExpected, overdue, votes, decisions, pending, timescales } = model.opine
  return [
    heading('4. Opine', '='),
    heading('Modification Report Consultations'),
    listed(out),
    ...expected.map(listed),
    noneExpected ? wrap(noneExpected.text) : '',
    overdue ? listed(overdue) : '',
    heading('Change Board votes'),
    ...votes.map(({ line, told }) => [wrap(line.text), ...told.map((each) => bullet(each.line.text))].join('\n')),
    heading('Authority decisions'),
    [wrap(decisions.line.text), ...decisions.told.map((each) => bullet(each.line.text))].join('\n'),
    listed(pending),
    heading('Proposal progression timescales'),
    wrap(timescales.line.text),
    table(
      ['Status', 'Total', 'Total stated', 'Average duration', 'Average stated'],
      timescales.rows.map((row) => proposalCells(model, row)),
    ),
    ...timescales.rows.map(({ label, known }) => (known.length === 0 ? '' : wrap(`${label}: ${paragraph(known)}`))),
  ]
}

function releaseText({ release }: ChangeStatusModel): Blocks {
  const { standalone, scheduled, noneScheduled, unconfirmed, unscheduled, dateChanges } = release
  const changesOf = (subject: Subject) => dateChanges.filter((each) => each.release === subject).map(({ lines }) => wrap(paragraph(lines)))
  return [
    heading('5. Release', '='),
    heading('SEC Releases'),
    heading('Approved for release'),
    [wrap(standalone.line.text), ...standalone.told.map(({ line }) => bullet(line.text))].join('\n'),
    ...scheduled.flatMap((each) => [listed(each), ...changesOf(each.release)]),
    noneScheduled ? wrap(noneScheduled.text) : '',
    unconfirmed ? listed(unconfirmed) : '',
    unscheduled ? listed(unscheduled) : '',
    ...dateChanges
      .filter(({ release: of }) => !scheduled.some((each) => each.release === of))
      .map(({ releaseName, lines }) => wrap(`${releaseName}: ${paragraph(lines)}`)),
  ]
}

/** Every figure with its definition and day, and beside it what the paper states. */
function figuresText(model: ChangeStatusModel): Blocks {
  const stated = model.stated.map(({ stated: { id, value, unit, at }, derived }) => [
    id,
    derived ? String(figureOf(model, derived).value) : '–',
    value,
    unit,
    at,
  ])
  const figures = Object.values(model.figures).map(({ id, value, unit, definition, asAt, arithmetic, over }) => {
    const partly = over && over.known < over.of ? `, over ${over.known} of ${over.of}` : ''
    const told = quantity(value, unit)
    return wrap(`${id}: ${told}${partly}, as at ${longDay(asAt)}. ${definition}${arithmetic ? ` ${arithmetic}.` : ''}`, '    ', '  ')
  })
  return [
    heading('How the figures are counted', '='),
    stated.length > 0 ? table(['Figure', 'Derived', 'Stated by the paper', 'Unit', 'Where'], stated) : '',
    figures.join('\n'),
    wrap(`Drawn from the first ${model.known} entries of the log, as at ${longDay(model.asOf)}.`),
  ]
}

function linksText(model: ChangeStatusModel, links: Links): Blocks {
  const addresses = model.named.flatMap(({ subject, label }) => {
    const address = links.subject(subject)
    return address ? [`  ${label}: ${address}`] : []
  })
  return [heading('Links', '='), [`  Modification Register: ${links.register}`, ...addresses].join('\n')]
}

function listed({ line, members }: Listing): string {
  return [wrap(line.text), ...members.map((member) => bullet(memberText(member)))].join('\n')
}

const paragraph = (lines: readonly Line[]): string => lines.map(({ text }) => text).join(' ')

const memberText = (member: Member): string => (member.note ? `${named(member)} (${member.note})` : named(member))
