import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Drawing } from '../charts/drawing.ts'

/** Words, or words that lead somewhere: a path on a page of the site, an absolute address in a file, `#id` of a heading in both. */
export type Inline = string | { readonly text: string; readonly href: string }
export type Text = readonly Inline[]

export type Column = { readonly title: string; readonly numeric?: true }
/** Its first column heads its rows. */
export type Table = { readonly caption: string; readonly columns: readonly Column[]; readonly rows: readonly (readonly Text[])[] }

/** A picture of a table: what it tells in one sentence, the numbers that it shows, and where the picture and the numbers can be fetched. */
export type Chart = {
  readonly id: string
  readonly takeaway: Text
  readonly drawing: Drawing
  readonly table: Table
  readonly svg?: string
  readonly csv?: string
}

export type Block =
  /** Level 1 is a section of the paper, 2 and 3 are inside it; `id` is its anchor on a page. In a file it may begin a page, after so many that are put in there. */
  | {
      readonly kind: 'heading'
      readonly level: 1 | 2 | 3
      readonly text: Text
      readonly id?: string
      readonly onNewPage?: true
      readonly pagesBefore?: number
    }
  | { readonly kind: 'paragraph'; readonly text: Text }
  /** Said beside the paper: of one that is not complete, for example. */
  | { readonly kind: 'note'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  /** Names with their values: the block of a cover. */
  | { readonly kind: 'facts'; readonly facts: readonly { readonly name: string; readonly value: Text }[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'chart'; readonly chart: Chart }

/** A file inside a file: in a PDF an attachment, in a DOCX a part of its own. */
export type Attachment = { readonly name: string; readonly type: string; readonly about: string; readonly content: string }

/**
 * A paper as data. Page, plain text, PDF and DOCX are made from it and from nothing else, so that none can say what another does not.
 */
export type Paper = {
  readonly title: string
  /** What each page of a file says of its class and its reference. */
  readonly classification: string
  readonly reference: string
  readonly author: string
  /** Of the file: the day of the paper, else the last that it tells of. It is the only time in a PDF or DOCX. */
  readonly date: CalendarDate
  readonly cover: readonly Block[]
  readonly sections: readonly Block[]
  readonly attachments: readonly Attachment[]
  /** Of a file that is bound with others: how many pages are put in behind its last one. */
  readonly pagesAfter?: number
}

export const blocksOf = ({ cover, sections }: Paper): readonly Block[] => [...cover, ...sections]

/** The paragraphs that stand between a heading and what they introduce: in a file they stay with it. */
export function leadsOf(paper: Paper): ReadonlySet<Block> {
  const blocks = blocksOf(paper)
  const isLead = (block: Block, index: number) =>
    block.kind === 'paragraph' && blocks[index - 1]?.kind === 'heading' && introduced.has(blocks[index + 1]?.kind)
  return new Set(blocks.filter(isLead))
}
const introduced: ReadonlySet<Block['kind'] | undefined> = new Set(['table', 'chart', 'list'])

export const chartsOf = (paper: Paper): readonly Chart[] =>
  blocksOf(paper).flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))

/** Words without where they lead. */
export const plain = (text: Text): string => text.map((part) => (typeof part === 'string' ? part : part.text)).join('')

export const heading = (level: 1 | 2 | 3, text: string | Text, id?: string): Block => ({
  kind: 'heading',
  level,
  text: typeof text === 'string' ? [text] : text,
  ...(id === undefined ? {} : { id }),
})
export const paragraph = (...text: Text): Block => ({ kind: 'paragraph', text })
/** Nothing where there is nothing to list. */
export const list = (items: readonly Text[]): readonly Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }])
export const table = (caption: string, columns: readonly Column[], rows: readonly (readonly Text[])[]): Block => ({
  kind: 'table',
  table: { caption, columns, rows },
})
/** A link, or the same words where there is nowhere to go. */
export const link = (text: string, href: string | undefined): Inline => (href === undefined ? text : { text, href })
