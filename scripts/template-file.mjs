// Makes the DOCX of one template from its text: the same bytes each time.
import { Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const TEAL = '0b5d66'
const PALE = 'e6efef'
/** A4 with margins of 22 mm, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_247 }
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin

/** A moment for what a file says of its making, so that the same text makes the same file. */
const MADE = '2019-10-04T00:00:00Z'

export async function templateFile({ title, subtitle, blocks }) {
  const document = new Document({
    title,
    creator: 'Codicil',
    lastModifiedBy: 'Codicil',
    description: 'A template: what stands in braces is filled from the register',
    styles: styles(),
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { left: PAGE.margin, right: PAGE.margin, top: PAGE.margin, bottom: PAGE.margin },
          },
        },
        footers: { default: new Footer({ children: [foot(title)] }) },
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          new Paragraph({ style: 'Subtitle', text: subtitle }),
          ...blocks.flatMap(made),
        ],
      },
    ],
  })
  return reproducible(await Packer.toBuffer(document))
}

function made([kind, ...told]) {
  switch (kind) {
    case 'heading':
      return [new Paragraph({ text: told[0], heading: HeadingLevel.HEADING_1 })]
    case 'text':
      return [new Paragraph(told[0])]
    case 'facts':
      return [table(told[0].map(([name, value]) => [cell(name, true, 0.35), cell(value, false, 0.65)])), after()]
    case 'each': {
      const [list, none, [first, ...texts]] = told
      const lines = [new Paragraph({ style: 'Item', children: [new TextRun({ text: first, bold: texts.length > 0 })] })]
      return [plain(`{#${list}}`), ...lines, ...texts.map((text) => new Paragraph(text)), plain(`{/${list}}`), ...otherwise(list, none)]
    }
    case 'table': {
      const [list, none, columns] = told
      const widths = widthsOf(columns)
      const row = columns.map(([, value], index) => {
        const open = index === 0 ? `{#${list}}` : ''
        const close = index === columns.length - 1 ? `{/${list}}` : ''
        return cell(`${open}${value}${close}`, false, widths[index])
      })
      // A row of its own where there is none: from its first cell to its last.
      const noneRow = [spanning(`{^${list}}${none}`, columns.length - 1), cell(`{/${list}}`, false, widths.at(-1))]
      return [table([columns.map(([head], index) => cell(head, true, widths[index])), row, noneRow], true), after()]
    }
    case 'box':
      return [new Paragraph({ text: told[0], heading: HeadingLevel.HEADING_1 }), table([[cell(' ', false, 1)]]), after()]
    default:
      throw new Error(`there is no block ${kind}`)
  }
}

/** A number needs little room. */
function widthsOf(columns) {
  const narrow = columns.filter(([head]) => head === 'No.').length * 0.08
  return columns.map(([head]) => (head === 'No.' ? 0.08 : (1 - narrow) / columns.filter(([each]) => each !== 'No.').length))
}

const spanning = (text, columnSpan) =>
  new TableCell({ columnSpan, margins: { left: 90, right: 90 }, children: [new Paragraph({ style: 'Cell', text })] })

const plain = (text) => new Paragraph({ text })
const after = () => new Paragraph({ style: 'After' })
const otherwise = (list, none) => (none === '' ? [] : [plain(`{^${list}}`), plain(none), plain(`{/${list}}`)])

const cell = (text, isHead, width) =>
  new TableCell({
    width: { size: Math.round(width * TEXT_WIDTH), type: WidthType.DXA },
    margins: { left: 90, right: 90 },
    ...(isHead ? { shading: { fill: PALE } } : {}),
    children: [new Paragraph({ style: 'Cell', children: [new TextRun({ text, bold: isHead })] })],
  })

const table = (rows, hasHead = false) =>
  new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: rows[0].map((each) => each.options.width.size),
    rows: rows.map((children, index) => new TableRow({ children, cantSplit: true, tableHeader: hasHead && index === 0 })),
  })

const foot = (title) =>
  new Paragraph({
    style: 'Small',
    children: [new TextRun({ children: [`${title}, page `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
  })

function styles() {
  const head = (size, before, color) => ({
    run: { size, bold: true, font: 'Arial', color },
    paragraph: { spacing: { before, after: 120 }, keepNext: true },
  })
  return {
    default: {
      document: {
        run: { font: 'Arial', size: 20, color: '14201f', language: { value: 'en-GB' } },
        paragraph: { spacing: { after: 140, line: 264, lineRule: 'auto' } },
      },
      title: { run: { size: 40, bold: true, color: TEAL, font: 'Arial' }, paragraph: { spacing: { after: 60 } } },
      heading1: head(26, 320, TEAL),
    },
    paragraphStyles: [
      { id: 'Subtitle', name: 'Subtitle', basedOn: 'Normal', run: { size: 26, color: '14201f' }, paragraph: { spacing: { after: 240 } } },
      { id: 'Cell', name: 'Cell', basedOn: 'Normal', run: { size: 18 }, paragraph: { spacing: { before: 50, after: 50 } } },
      { id: 'Item', name: 'Item', basedOn: 'Normal', paragraph: { spacing: { before: 120, after: 60 }, keepNext: true } },
      { id: 'Small', name: 'Small', basedOn: 'Normal', run: { size: 16 } },
      { id: 'After', name: 'After', basedOn: 'Normal', run: { size: 8 }, paragraph: { spacing: { after: 60 } } },
    ],
  }
}

/** Packed anew, each part at one moment, and with the same moments and numbers inside. */
function reproducible(bytes) {
  const parts = Object.entries(unzipSync(bytes)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return zipSync(
    Object.fromEntries(
      parts.map(([name, part]) => [
        name,
        [name === 'docProps/core.xml' ? strToU8(dated(strFromU8(part))) : part, { mtime: '1980-01-01T00:00:00' }],
      ]),
    ),
  )
}

const dated = (xml) => xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${MADE}`)
