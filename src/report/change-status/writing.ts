import type { FigureId, Member } from '../figures/figure.ts'
import { type Block, type Inline, link, list, paragraph, type Text } from '../paper/paper.ts'
import type { EditedModel } from './edited.ts'
import { figureOf, isUnidentified } from './model.ts'
import type { Told } from './opine.ts'
import type { Links, TextOf } from './rendering.ts'
import { type Line, type Listing, named } from './report-context.ts'
import { numberWord } from './wording.ts'

/** What every section of the paper is written from: the model, the texts that its reader may have, and where things can be opened. */
export type Writing = { readonly model: EditedModel; readonly texts: TextOf; readonly links: Links }

/** A sentence with what it speaks of. */
export const listed = (writing: Writing, { line, members }: Listing): readonly Block[] => [
  { kind: 'paragraph', text: sentence(writing, line) },
  ...list(members.map((member) => namedText(writing, member))),
]

/** A sentence, and one for each of those it speaks of. */
export const sentences = (writing: Writing, line: Line, told: readonly Told[]): readonly Block[] => [
  { kind: 'paragraph', text: sentence(writing, line) },
  ...list(
    told
      .filter(({ line: { text } }) => text !== '')
      .map((each) => [...aboutText(writing, each.member, each.line.text), ...whose(writing, each.line)]),
  ),
]

export const lines = (...told: readonly Line[]): Block => paragraph(told.flatMap(({ text }) => text || []).join(' '))

/** Where an author put a sentence in other words, it says so. */
function whose({ model }: Writing, { text, derived }: Line): Text {
  return text === '' || derived === undefined ? [] : [` (in the words of ${model.edits?.author})`]
}

/** The reference as a link, the title after it. */
export const namedText = (writing: Writing, member: Member): Text => [
  reference(writing, member),
  `${named({ ...member, label: '' })}${member.note ? ` (${member.note})` : ''}`,
]

/** What is counted and not named has no page. */
export const reference = ({ links }: Writing, { subject, label }: Pick<Member, 'subject' | 'label'>): Inline =>
  link(label, isUnidentified(subject) ? undefined : links.subject(subject))

/** A sentence that begins with the reference of its proposal, which is a link. */
export const aboutText = (writing: Writing, member: Member, text: string): Text =>
  text.startsWith(member.label) ? [reference(writing, member), text.slice(member.label.length)] : [text]

/** A sentence in which the number of each figure leads to that figure; one whose number it does not print leads nowhere. */
export function sentence(writing: Writing, told: Line): Text {
  const { text, figures } = told
  const parts = figures.reduce<Text>((before, id) => before.flatMap((part) => linked(writing, part, id)), [text])
  return [...parts, ...whose(writing, told)]
}

function linked({ model, links }: Writing, part: Inline, id: FigureId): Text {
  const href = links.figure?.(id)
  const { value } = figureOf(model, id)
  if (typeof part !== 'string' || href === undefined || value === 'unknown') return [part]
  const found = new RegExp(`\\b(?:${value}|${numberWord(value)})\\b`, 'i').exec(part)
  if (!found) return [part]
  const [text] = found
  return [part.slice(0, found.index), { text, href }, part.slice(found.index + text.length)].filter((each) => each !== '')
}

/** The value of a figure as a cell of a table, which leads to it. */
export function figureCell({ model, links }: Writing, id: FigureId, print: (value: number) => string = String): Text {
  const { value } = figureOf(model, id)
  return [value === 'unknown' ? '–' : link(print(value), links.figure?.(id))]
}

/** A mean as a cell, and over how many where not over all. */
export function meanCell(writing: Writing, id: FigureId): Text {
  const { over } = figureOf(writing.model, id)
  const partly = over && over.known < over.of ? ` over ${over.known} of ${over.of}` : ''
  return figureCell(writing, id, (value) => `${value} WD${partly}`)
}
