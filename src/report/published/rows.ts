import type { Subject } from '../../domain/entry.ts'
import type { Links } from '../change-status/rendering.ts'
import { type Block, plain, type Table, type Text } from '../paper/paper.ts'

/** One row of a table of a report: what it is of, and its cells by their columns. */
export type TableRow = {
  readonly table: string
  /** The cells that tell it from the others: 'SECMP0007 IA'. */
  readonly row: string
  readonly subject?: Subject
  readonly cells: ReadonlyMap<string, string>
}

/** A cell that was published and would say another thing today; a whole row where `column` is absent. */
export type CellDifference = Pick<TableRow, 'table' | 'row' | 'subject'> & {
  readonly column?: string
  /** Undefined where there was, or would be, no such row. */
  readonly published: string | undefined
  readonly today: string | undefined
}

const SUBJECT = 'subject:'
const FIGURE = 'figure:'

/** Links that say what a cell is of, so that rows are known by their subjects, and numbers that are figures can be left to the figures. */
export const rowLinks: Links = {
  subject: (subject) => `${SUBJECT}${subject}`,
  figure: (id, of) => (of ? undefined : `${FIGURE}${id}`),
  register: '',
}

/** The rows of a paper that was written with these links; without those that tell a figure, and without cells that are figures. */
export function rowsIn(blocks: readonly Block[]): readonly TableRow[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? rowsOf(block.table) : block.kind === 'chart' ? rowsOf(block.chart.table) : []))
}

function rowsOf({ caption, columns, rows }: Table): readonly TableRow[] {
  // A modification has a row for each kind of assessment.
  const width = columns[1]?.title === 'Type' ? 2 : 1
  const heads = rows.map((row) => row.slice(0, width).map(plain).join(' '))
  return rows.flatMap((row, index) => {
    if (leadsTo(row[0], FIGURE) !== undefined) return []
    const subject = row.map((cell) => leadsTo(cell, SUBJECT)).find((id) => id !== undefined) as Subject | undefined
    const cells = row.flatMap((cell, column) =>
      leadsTo(cell, FIGURE) === undefined ? [[columns[column]?.title ?? '', plain(cell)] as const] : [],
    )
    const again = heads.slice(0, index).filter((head) => head === heads[index]).length
    const head = again === 0 ? `${heads[index]}` : `${heads[index]} (${again + 1})`
    return [{ table: caption, row: head, cells: new Map(cells), ...(subject === undefined ? {} : { subject }) }]
  })
}

/** What a cell leads to, of one kind. */
function leadsTo(cell: Text | undefined, kind: string): string | undefined {
  const hrefs = (cell ?? []).flatMap((part) => (typeof part === 'string' ? [] : [part.href]))
  return hrefs.find((href) => href.startsWith(kind))?.slice(kind.length)
}

export function cellDifferences(published: readonly TableRow[], today: readonly TableRow[]): readonly CellDifference[] {
  const [before, after] = [byKey(published), byKey(today)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)]
    const { table, row, subject } = (was ?? is) as TableRow
    const of = { table, row, ...(subject === undefined ? {} : { subject }) }
    if (!was || !is) return [{ ...of, published: was && textOf(was), today: is && textOf(is) }]
    return [...new Set([...was.cells.keys(), ...is.cells.keys()])].flatMap((column) => {
      const [from, to] = [was.cells.get(column), is.cells.get(column)]
      return from === to ? [] : [{ ...of, column, published: from, today: to }]
    })
  })
}

const byKey = (rows: readonly TableRow[]) => new Map(rows.map((row) => [`${row.table} ${row.row}`, row]))

const textOf = ({ cells }: TableRow): string => [...cells.values()].join(', ')
