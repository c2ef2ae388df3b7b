import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'

/**
 * A paper written once, laid out as papers come: `# ` a heading, `* ` an item, `| a | b |` a row of a table, `^` where a page ends; any
 * other line is a paragraph.
 */
type Part = { readonly is: 'heading' | 'item' | 'row' | 'paragraph' | 'page'; readonly text: string; readonly cells: readonly string[] }

const partsOf = (paper: string): readonly Part[] =>
  paper
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      if (line === '^') return { is: 'page', text: '', cells: [] }
      if (line.startsWith('# ')) return { is: 'heading', text: line.slice(2), cells: [] }
      if (line.startsWith('* ')) return { is: 'item', text: line.slice(2), cells: [] }
      if (!line.startsWith('|')) return { is: 'paragraph', text: line, cells: [] }
      const cells = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim())
      return { is: 'row', text: cells.join(' '), cells }
    })

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Words in lines of a width. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

/** As text comes out of some PDFs: a blank line after every line, cells run together, the numbers of the stages glued to their names. */
function spaced(paper: string): Uint8Array {
  const lines = partsOf(paper).flatMap(({ is, text }) => {
    if (is === 'page') return [' ']
    const told = text.endsWith('Opine Release') ? [`${text}${STRIP}`] : wrapped(is === 'item' ? `• ${text}` : text, 98)
    return is === 'heading' ? [...told, ' '] : told
  })
  const joined = lines.join(' \n\n')
  return bytesOf(joined.replace(/Release¤ \n\n(\d+ \d+ \d+ \d+)/g, 'Release$1'))
}
const STRIP = '¤'

/** Single lines, columns set apart, a head and a foot on each page, and each page broken wherever it is full. */
function paged(paper: string): Uint8Array {
  const lines = partsOf(withShortDays(paper)).flatMap(({ is, text, cells }) => {
    if (is === 'page') return []
    if (is === 'row') return [cells.map((cell, index) => (index === 0 ? cell.padEnd(18) : cell.padStart(12))).join('  ')]
    if (is === 'item') return wrapped(`• ${text}`, 88).map((line, index) => (index === 0 ? `  ${line}` : `    ${line}`))
    return is === 'heading' ? ['', text] : [...wrapped(text, 92)]
  })
  const PER_PAGE = 23
  const pages = Array.from({ length: Math.ceil(lines.length / PER_PAGE) }, (_, page) => lines.slice(page * PER_PAGE, (page + 1) * PER_PAGE))
  return bytesOf(
    pages.map((page, index) => ['SEC Panel paper', '', ...page, '', `Page ${index + 1} of ${pages.length}`, ''].join('\n')).join('\f'),
  )
}

/** Every second '4 October 2019' as '4 Oct 19', but the day of the paper itself. */
function withShortDays(paper: string): string {
  let seen = 0
  return paper.replace(/(?<=\S )(\d{1,2} [A-Z][a-z]{2})[a-z]+ 20(\d{2})(?=[ .,:)])/g, (whole, day, year) =>
    seen++ % 2 ? `${day} ${year}` : whole,
  )
}

/** Its numbered sections from the last to the first, after those that open the paper. */
function turned(paper: string): Uint8Array {
  const sections = paper.split(/(?=^# \d+\. )/m)
  const opening = sections.filter((each) => /^# Change|^# [12]\. (?:Purpose|Recommendations)/.test(each))
  const rest = sections.filter((each) => !opening.includes(each))
  return paged([...opening, ...rest.reverse()].map((each) => `${each.trimEnd()}\n`).join(''))
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const linked = (text: string) => (/^https?:/.test(text) ? `<a href="${text}">here</a>` : escaped(text))

/** A page as a site publishes it: with its own head and foot around it, closing what must be closed and no more. */
function html(paper: string): Uint8Array {
  let [told, open] = ['', '']
  const within = (list: string) => {
    if (open !== list) told += `${open === '' ? '' : `</${open}>`}${list === '' ? '' : `<${list}>`}`
    open = list
  }
  for (const [index, { is, text, cells }] of partsOf(paper).entries()) {
    if (is === 'page') continue
    within(is === 'item' ? 'ul' : is === 'row' ? 'table' : '')
    if (is === 'heading') told += `<h${index === 0 ? 1 : 2}>${escaped(text)}</h${index === 0 ? 1 : 2}>`
    else if (is === 'item') told += `<li>${escaped(text)}`
    else if (is === 'row') told += `<tr>${cells.map((cell) => `<td>${escaped(cell)}`).join('')}`
    else told += `<p>${linked(text)}`
  }
  within('')
  const head = '<!doctype html><html lang="en"><head><title>Reports</title><style>p{color:red}</style></head>'
  return bytesOf(`${head}<body><nav><a href="/">Home</a> 12 34</nav><main>${told}</main><footer>No. 7 of 9</footer></body></html>`)
}

async function docx(paper: string): Promise<Uint8Array> {
  const children: (Paragraph | Table)[] = []
  let rows: TableRow[] = []
  const endTable = () => {
    if (rows.length > 0) children.push(new Table({ rows }))
    rows = []
  }
  for (const { is, text, cells } of partsOf(paper)) {
    if (is === 'row') rows.push(new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }))
    else {
      endTable()
      if (is === 'heading') children.push(new Paragraph({ text, heading: HeadingLevel.HEADING_1 }))
      else if (is === 'item') children.push(new Paragraph({ text, bullet: { level: 0 } }))
      else if (is === 'page') children.push(new Paragraph({ text: '', pageBreakBefore: true }))
      else children.push(new Paragraph(text))
    }
  }
  endTable()
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

type Placed = { readonly text: string; readonly x: number; readonly y: number }

/** A PDF whose text stands in its file in another order than on its pages: tables by columns, and the feet first. */
function pdf(paper: string): Uint8Array {
  const pages: Placed[][] = [[]]
  let y = 780
  const room = (lines: number) => {
    if (y - 14 * lines < 60) {
      pages.push([])
      y = 780
    }
  }
  const put = (text: string, x: number) => pages.at(-1)?.push({ text, x, y })
  for (const { is, text, cells } of partsOf(paper)) {
    if (is === 'page') y = 0
    room(1)
    if (is === 'row') {
      for (const [index, cell] of cells.entries()) put(cell, index === 0 ? 60 : 60 + 280 * (cells.length <= 3 ? 1 : 0.4) + (index - 1) * 90)
      y -= 16
      continue
    }
    if (is === 'heading') y -= 12
    for (const [index, line] of wrapped(is === 'item' ? `• ${text}` : text, 88).entries()) {
      room(1)
      put(line, is === 'item' ? (index === 0 ? 72 : 80) : 60)
      y -= 14
    }
    y -= is === 'paragraph' ? 8 : 4
  }
  return pdfOf(
    pages.map((page, index) => [{ text: `Page ${index + 1}`, x: 280, y: 30 }, ...[...page].sort((a, b) => a.x - b.x || a.y - b.y)]),
  )
}

/** A PDF of placed texts, in the font that every reader has, in the order in which they are given. */
export function pdfOf(pages: readonly (readonly Placed[])[], more = ''): Uint8Array {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R >>`,
    '',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  const kids = pages.map((page) => {
    const content = page.map(({ text, x, y }) => `BT /F1 10 Tf 1 0 0 1 ${x} ${y} Tm (${inWindows(text)}) Tj ET`).join('\n')
    const stream = objects.push(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
    return `${objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${stream} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`)} 0 R`
  })
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return String(at).padStart(10, '0')
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${at} 00000 n \n`).join('')}`
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${more}>>\nstartxref\n${file.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(`${file}${table}${trailer}`, 'latin1'))
}

const windows: Readonly<Record<string, number>> = { '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '†': 0x86 }
const inWindows = (text: string) =>
  [...text]
    .map((letter) => (letter in windows ? `\\${(windows[letter] as number).toString(8)}` : letter.replace(/[\\()]/, '\\$&')))
    .join('')

export const layouts: Readonly<Record<string, (paper: string) => Uint8Array | Promise<Uint8Array>>> = {
  spaced,
  paged,
  turned,
  html,
  docx,
  pdf,
}
