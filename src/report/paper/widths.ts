import { plain, type Table } from './paper.ts'

/** In characters: a line of a table across the page; what is never broken into lines; and the longest line that is asked for. */
const LINE = 104
const SHORT = 14
const LONG = 60
/** The most that counts of the usual length of a cell, where columns share what is left. */
const USUAL = 80
const LEAST_LONG = 28

/** How much of the width of a page each column of a table takes, in parts of one: what must not break in full, and the longer share what is left. */
export function widthsOf({ columns, rows }: Table): readonly number[] {
  const needs = columns.map(({ title }, column) => {
    const cells = rows.map((row) => plain(row[column] ?? []))
    const words = [title, ...cells].flatMap((text) => text.split(/\s+/))
    const cell = longest(cells)
    const isShort = cell <= SHORT
    // With room for the space around the text.
    const least = Math.max(...words.map(room), isShort ? cell : 0) + 3
    const usual = Math.min(USUAL, sum(cells.map(({ length }) => length)) / Math.max(1, cells.length))
    return {
      least,
      wish: Math.max(least, Math.min(cell, LONG)),
      usual: Math.max(least, isShort ? 0 : Math.max(usual, Math.min(cell, LEAST_LONG))),
    }
  })
  const wished = sum(needs.map(({ wish }) => wish))
  if (wished <= LINE) return needs.map(({ wish }) => wish / wished)
  const least = sum(needs.map((need) => need.least))
  const more = sum(needs.map((need) => need.usual - need.least))
  const left = Math.max(0, LINE - least)
  const widths = needs.map((need) => need.least + (more === 0 ? 0 : ((need.usual - need.least) / more) * left))
  return widths.map((width) => width / sum(widths))
}

/** Of a word: titles are bold, and capitals are wide. */
const room = (word: string): number => word.length * 1.12 + word.replace(/[^A-Z]/g, '').length * 0.3

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length))
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
