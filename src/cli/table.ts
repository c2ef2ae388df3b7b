/** The columns of the terminal, a hundred at most; in a pipe lines are never broken, so that a program finds them whole. */
const columns = (): number => (process.stdout.columns === undefined ? Number.POSITIVE_INFINITY : Math.min(process.stdout.columns, 100))

/** Words filled into lines, those after the first indented; the first begins after `indent` columns that the caller has written. */
export function filled(text: string, indent: number, width: number = columns()): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && indent + last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join(`\n${' '.repeat(indent)}`)
}

/** Rows of cells as aligned columns, two spaces between them; the last column is never padded, and filled into lines. */
export function table(rows: readonly (readonly string[])[], width: number = columns()): string {
  const widths: number[] = []
  for (const row of rows) for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length)
  return rows.map((row) => line(row, widths, width)).join('\n')
}

function line(row: readonly string[], widths: readonly number[], width: number): string {
  const before = row.slice(0, -1).map((cell, column) => `${cell.padEnd(widths[column] ?? 0)}  `)
  const indent = before.join('').length
  return `${before.join('')}${filled(row.at(-1) ?? '', indent, width)}`.trimEnd()
}
