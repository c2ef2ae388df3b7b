/** Plain text of at most this many columns. */
export const WIDTH = 100

/** Words filled into lines; what is longer than a line (an address) stands alone. */
export function wrap(text: string, indent = '', first = indent): string {
  const lines: string[] = []
  let current = first
  let empty = true
  for (const word of text.split(/\s+/)) {
    if (!empty && current.length + 1 + word.length > WIDTH) {
      lines.push(current)
      current = indent
      empty = true
    }
    current += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, current].join('\n')
}

export const bullet = (text: string): string => wrap(text, '    ', '  • ')

/** A heading, underlined. */
export const heading = (text: string, mark: '=' | '-' = '-'): string => `${text}\n${mark.repeat(text.length)}`

export type Cell = string | number

/**
 * Columns as wide as their longest cell, numbers to the right, two spaces between; the widest texts are filled into lines where the table
 * is wider than the page.
 */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const widths = fitted(head.map((title, column) => Math.max(title.length, ...rows.map((row) => String(row[column] ?? '').length))))
  const all = [head, widths.map((width) => '-'.repeat(width)), ...rows]
  return all.map((row) => printed(row, widths)).join('\n')
}

const GAP = 2

/** The widest column gives way, again and again, down to a few letters. */
function fitted(widths: readonly number[]): readonly number[] {
  const fitting = [...widths]
  let over = sum(fitting) + GAP * (fitting.length - 1) - WIDTH
  for (let widest = Math.max(...fitting); over > 0 && widest > NARROWEST; over--, widest = Math.max(...fitting)) {
    fitting[fitting.indexOf(widest)] = widest - 1
  }
  return fitting
}

const NARROWEST = 4
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** A row, on as many lines as its longest cell needs. */
function printed(row: readonly Cell[], widths: readonly number[]): string {
  const cells = widths.map((width, column) => chunks(String(row[column] ?? ''), width))
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) =>
    widths
      .map((width, column) => {
        const text = cells[column]?.[line] ?? ''
        return isNumber(row[column]) ? text.padStart(width) : text.padEnd(width)
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  ).join('\n')
}

const isNumber = (cell: Cell | undefined) => typeof cell === 'number' || /^\d[\d,.]*( WD)?$/.test(cell ?? '')

function chunks(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else for (let at = 0; at === 0 || at < word.length; at += width) lines.push(word.slice(at, at + width))
  }
  return lines
}
