import { bullet, heading, table, wrap } from './layout.ts'
import { type Block, blocksOf, type Paper, plain, type Table } from './paper.ts'

/** A paper as plain text of at most 100 columns. */
export function paperText(paper: Paper): string {
  const blocks = [heading(paper.title, '='), ...blocksOf(paper).map(blockText)]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return headingText(block.level, plain(block.text))
    case 'paragraph':
    case 'note':
      return wrap(plain(block.text))
    case 'list':
      return block.items.map((item) => bullet(plain(item))).join('\n')
    case 'facts':
      return block.facts.map(({ name, value }) => wrap(`${name}: ${plain(value)}`, '  ', '')).join('\n')
    case 'table':
      return tableText(block.table)
    case 'chart':
      return [wrap(plain(block.chart.takeaway)), tableText(block.chart.table)].join('\n\n')
  }
}

/** A new section stands apart. */
function headingText(level: 1 | 2 | 3, text: string): string {
  if (level === 1) return `\n${heading(text, '=')}`
  return level === 2 ? heading(text) : text
}

function tableText({ caption, columns, rows }: Table): string {
  const titles = columns.map(({ title }) => title)
  return `${wrap(caption)}\n${table(
    titles,
    rows.map((row) => row.map((cell) => plain(cell))),
  )}`
}
