import type { FileChild, ParagraphChild } from 'docx'
import { csvWords } from './html.tsx'
import { type Attachment, type Block, type Chart, chartsOf, leadsOf, type Paper, type Table, type Text } from './paper.ts'
import { footerOf, type PaperFiles } from './pdf.ts'
import { type Picture, pictureOf } from './picture.ts'
import { sameAlways } from './same-always.ts'
import { widthsOf } from './widths.ts'

type Docx = typeof import('docx')

/** What each block is made with: the library, the pictures by the ids of their charts, and the paragraphs that stay with what they introduce. */
type Making = { readonly docx: Docx; readonly pictures: ReadonlyMap<string, Picture>; readonly leads: ReadonlySet<Block> }

/** In twentieths of a point: A4 with margins of 22 and 24 mm. */
const PAGE = { width: 11_906, height: 16_838, across: 1_247, down: 1_361 }
const TEXT_WIDTH = PAGE.width - 2 * PAGE.across
const TEAL = '0b5d66'
const PALE = 'e6efef'
const RULE = 'b7c5c7'

/** A paper as DOCX: real headings and lists, tables whose first row repeats, pictures with their words, and its language. */
export async function paperDocx(paper: Paper, files: PaperFiles): Promise<Uint8Array> {
  const docx = await import('docx')
  const making: Making = { docx, pictures: await picturesOf(paper, files), leads: leadsOf(paper) }
  const { Document, Footer, Header, Packer, Paragraph } = docx
  const document = new Document({
    title: paper.title,
    creator: paper.author,
    lastModifiedBy: paper.author,
    description: `${paper.reference}, ${footerOf(paper)}`,
    styles: styles(),
    numbering: { config: [{ reference: 'bullets', levels: [bulletIn(docx)] }] },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { left: PAGE.across, right: PAGE.across, top: PAGE.down, bottom: PAGE.down },
          },
        },
        headers: {
          default: new Header({ children: [small(docx, [paper.title], 'bottom')] }),
          first: new Header({ children: [new Paragraph({})] }),
        },
        footers: { default: new Footer({ children: [foot(docx, paper)] }), first: new Footer({ children: [foot(docx, paper)] }) },
        children: [
          new Paragraph({ text: paper.title, heading: docx.HeadingLevel.TITLE }),
          ...paper.cover.flatMap((block) => made(making, block)),
          ...pageBreak(docx, paper),
          ...paper.sections.flatMap((block) => made(making, block)),
        ],
      },
    ],
  })
  const parts = paper.attachments.map((attachment, index) => attachedPart(document, attachment, index + 1))
  return sameAlways(new Uint8Array(await Packer.toBuffer(document, undefined, parts)), paper.date)
}

async function picturesOf(paper: Paper, files: PaperFiles): Promise<ReadonlyMap<string, Picture>> {
  return new Map(await Promise.all(chartsOf(paper).map(async ({ id, drawing }) => [id, await pictureOf(drawing, files)] as const)))
}

/** A custom XML part with the content as text: Word keeps it, and shows nothing of it. */
function attachedPart(document: InstanceType<Docx['Document']>, { name, content }: Attachment, number: number) {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml'
  document.Document.Relationships.addRelationship(`attachment${number}`, type, `../customXml/item${number}.xml`)
  const text = content.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return { path: `customXml/item${number}.xml`, data: `<attachment xmlns="urn:codicil:attachment" name="${name}">${text}</attachment>` }
}

function made(making: Making, block: Block): readonly FileChild[] {
  const { docx } = making
  const { Paragraph } = docx
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: levels(docx)[block.level],
          children: headed(docx, block),
          keepNext: true,
          pageBreakBefore: block.onNewPage === true,
        }),
      ]
    case 'paragraph':
      return [new Paragraph({ children: words(docx, block.text), keepNext: making.leads.has(block) })]
    case 'note':
      return [new Paragraph({ children: words(docx, block.text), style: 'Note' })]
    case 'list':
      return block.items.map((item) => new Paragraph({ children: words(docx, item), numbering: { reference: 'bullets', level: 0 } }))
    case 'facts':
      return [facts(docx, block.facts), new Paragraph({})]
    case 'table':
      return tabled(docx, block.table)
    case 'chart':
      return charted(making, block.chart)
  }
}

const levels = ({ HeadingLevel }: Docx) => ({ 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }) as const

/** With an anchor, where something of the paper leads to it. */
function headed(docx: Docx, { text, id }: Extract<Block, { kind: 'heading' }>): ParagraphChild[] {
  const children = words(docx, text)
  return id === undefined ? children : [new docx.Bookmark({ id, children })]
}

function words({ ExternalHyperlink, InternalHyperlink, TextRun }: Docx, text: Text, isBold = false): ParagraphChild[] {
  // What is not bold is left to its style, which may be.
  const bold = isBold ? { bold: true } : {}
  return text.map((part) => {
    if (typeof part === 'string') return new TextRun({ text: part, ...bold })
    const children = [new TextRun({ text: part.text, style: 'Hyperlink', ...bold })]
    return part.href.startsWith('#')
      ? new InternalHyperlink({ anchor: part.href.slice(1), children })
      : new ExternalHyperlink({ link: part.href, children })
  })
}

function charted({ docx, pictures }: Making, { id, takeaway, drawing, table, csv }: Chart): readonly FileChild[] {
  const { ImageRun, Paragraph } = docx
  const { svg, png } = pictures.get(id) as Picture
  const scale = Math.min(1, TEXT_WIDTH / 15 / drawing.width)
  const picture = new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    fallback: { type: 'png', data: Buffer.from(png) },
    transformation: { width: Math.round(drawing.width * scale), height: Math.round(drawing.height * scale) },
    altText: { name: id, title: table.caption, description: drawing.alt },
  })
  return [
    new Paragraph({ children: words(docx, takeaway, true), keepNext: true }),
    new Paragraph({ children: [picture], style: 'Picture', keepNext: true }),
    ...tabled(docx, table),
    ...(csv === undefined ? [] : [new Paragraph({ children: words(docx, [{ text: csvWords(table), href: csv }]) })]),
  ]
}

function facts(docx: Docx, told: Extract<Block, { kind: 'facts' }>['facts']): FileChild {
  const { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableRow, WidthType } = docx
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const shading = { type: ShadingType.CLEAR, fill: PALE, color: 'auto' }
  const widths = [0.22 * TEXT_WIDTH, 0.78 * TEXT_WIDTH].map(Math.round)
  const cell = (column: 0 | 1, children: ParagraphChild[]) =>
    new TableCell({
      shading,
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      children: [new Paragraph({ children, style: 'Cell' })],
    })
  return new Table({
    columnWidths: widths,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    borders: {
      top: none,
      bottom: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
      left: { style: BorderStyle.SINGLE, size: 24, color: TEAL },
    },
    rows: told.map(({ name, value }) => new TableRow({ children: [cell(0, words(docx, [name], true)), cell(1, words(docx, value))] })),
  })
}

/** With its caption above; the first row is its header, and comes again on each page. */
function tabled(docx: Docx, table: Table): readonly FileChild[] {
  const { AlignmentType, BorderStyle, Paragraph, ShadingType, Table: Made, TableCell, TableRow, WidthType } = docx
  const widths = widthsOf(table).map((share) => Math.round(share * TEXT_WIDTH))
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
  const row = (cells: readonly Text[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(
        (text, column) =>
          new TableCell({
            ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: PALE, color: 'auto' } } : {}),
            width: { size: widths[column] ?? 0, type: WidthType.DXA },
            borders: { bottom: { style: BorderStyle.SINGLE, size: isHead ? 8 : 4, color: isHead ? TEAL : RULE } },
            children: [
              new Paragraph({
                style: 'Cell',
                children: words(docx, text, isHead),
                alignment: table.columns[column]?.numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
                keepNext: isHead,
              }),
            ],
          }),
      ),
    })
  return [
    new Paragraph({ children: words(docx, [table.caption]), style: 'Caption', keepNext: true }),
    new Made({
      columnWidths: widths,
      width: { size: TEXT_WIDTH, type: WidthType.DXA },
      borders: { top: none, bottom: none, left: none, right: none, insideVertical: none, insideHorizontal: none },
      rows: [
        row(
          table.columns.map(({ title }) => [title]),
          true,
        ),
        ...table.rows.map((cells) => row(cells, false)),
      ],
    }),
    new Paragraph({ style: 'After' }),
  ]
}

/** The cover is a page of its own. */
const pageBreak = ({ PageBreak, Paragraph }: Docx, { cover }: Paper): readonly FileChild[] =>
  cover.length === 0 ? [] : [new Paragraph({ children: [new PageBreak()] })]

/** The class, the reference and the page of all pages, on every page. */
function foot(docx: Docx, paper: Paper) {
  const { BorderStyle, PageNumber, Paragraph, TabStopType, TextRun } = docx
  return new Paragraph({
    style: 'Small',
    border: { top: { style: BorderStyle.SINGLE, size: 4, color: RULE, space: 4 } },
    tabStops: [
      { type: TabStopType.CENTER, position: TEXT_WIDTH / 2 },
      { type: TabStopType.RIGHT, position: TEXT_WIDTH },
    ],
    children: [
      new TextRun({
        children: [footerOf(paper), '\t', paper.reference, '\t', 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
      }),
    ],
  })
}

const small = (docx: Docx, text: Text, ruled: 'top' | 'bottom') =>
  new docx.Paragraph({
    style: 'Small',
    children: words(docx, text),
    border: { [ruled]: { style: docx.BorderStyle.SINGLE, size: 4, color: RULE, space: 4 } },
  })

const bulletIn = ({ AlignmentType, LevelFormat }: Docx) => ({
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 360, hanging: 240 }, spacing: { after: 60 } } },
})

/** Sizes in half points, spaces in twentieths of a point. Arial has the widths of the font in the PDF. */
const styles = () => {
  const head = (size: number, before: number, color?: string) => ({
    run: { size, bold: true, font: 'Arial', color: color ?? '14201f' },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { font: 'Arial', size: 20, color: '14201f', language: { value: 'en-GB' } },
        paragraph: { spacing: { after: 140, line: 264, lineRule: 'auto' as const } },
      },
      title: { run: { size: 40, bold: true, color: TEAL, font: 'Arial' }, paragraph: { spacing: { after: 240 } } },
      heading1: head(28, 360, TEAL),
      heading2: head(22, 280),
      heading3: head(20, 220),
      hyperlink: { run: { color: TEAL, underline: { type: 'single' as const } } },
    },
    paragraphStyles: [
      {
        id: 'Cell',
        name: 'Cell',
        basedOn: 'Normal',
        run: { size: 17 },
        paragraph: { spacing: { before: 50, after: 50, line: 240, lineRule: 'auto' as const } },
      },
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        run: { bold: true, size: 20 },
        paragraph: { spacing: { before: 160, after: 80 } },
      },
      { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: 16 }, paragraph: { spacing: { after: 0 } } },
      { id: 'After', name: 'After', basedOn: 'Normal', run: { size: 8 }, paragraph: { spacing: { after: 60 } } },
      { id: 'Picture', name: 'Picture', basedOn: 'Normal', paragraph: { spacing: { after: 80, line: 240, lineRule: 'auto' as const } } },
      { id: 'Note', name: 'Note', basedOn: 'Normal', paragraph: { indent: { left: 240 } } },
    ],
  }
}
