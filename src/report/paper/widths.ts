import { plain, type Table } from './paper.ts'

/** In characters: a line of a table across the page; what is never broken into lines; and the longest line that is asked for. */
const LINE = 104
const SHORT = 14
const LONG = 60
/** The most that counts of the usual length of a cell, where columns share what is left. */
const USUAL = 80
const LEAST_LONG = 28

/** How much of the width of a page each column of a table takes, in parts of one: short cells in full, the others share what is left. */
export function widthsOf({ columns, rows }: Table): readonly number[] {
  const needs = columns.map(({ title }, column) => {
    const cells = rows.map((row) => plain(row[column] ?? []))
    const words = [title, ...cells].flatMap((text) => text.split(/\s+/))
    const cell = longest(cells)
    // With room for the space around the text, and for titles that are bold.
    const least = Math.max(longest(words) * 1.15, cell <= SHORT ? cell : 0) + 3
    const usual = Math.min(USUAL, sum(cells.map(({ length }) => length)) / Math.max(1, cells.length))
    return {
      least,
      wish: Math.max(least, Math.min(cell, LONG)),
      usual: Math.max(least, usual, Math.min(cell, LEAST_LONG)),
      isShort: cell <= SHORT,
    }
  })
  const wished = sum(needs.map(({ wish }) => wish))
  if (wished <= LINE) return needs.map(({ wish }) => wish / wished)
  const short = sum(needs.map(({ isShort, least }) => (isShort ? least : 0)))
  const others = sum(needs.map(({ isShort, usual }) => (isShort ? 0 : usual)))
  const left = Math.max(LINE - short, others / 2)
  const widths = needs.map(({ isShort, least, usual }) => (isShort ? least : Math.max(least, (usual / others) * left)))
  return widths.map((width) => width / sum(widths))
}

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length))
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
