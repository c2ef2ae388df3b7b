import { type Column, plain, type Table } from './paper.ts'

// Lengths are in halves of the size of the letters, which is about one letter.
/** A line of a table across the page. */
const LINE = 110
/** Around a cell. */
const SPACE = 2.6
/** What is not broken into lines where there is room; and the same of a number with its unit: '217 WD, over 7 of 28'. */
const SHORT = 13
const QUANTITY = 23
/** How much worse a cell of many lines is than several of few. */
const WEIGHT = 2
/** The first column heads its rows: how much more it is worth. */
const HEAD = 3

type Need = { readonly least: number; readonly whole: number; readonly cells: readonly number[] }

/**
 * How much of the width of a page each column of a table takes, in parts of one. Each has room for its longest word; what is left goes, bit by
 * bit, to the column whose cells become shorter by it the most.
 */
export function widthsOf({ columns, rows }: Table): readonly number[] {
  const needs = columns.map((column, index) =>
    needOf(
      column,
      rows.map((row) => plain(row[index] ?? [])),
    ),
  )
  const whole = needs.map((need) => need.whole)
  const widths = sum(whole) <= LINE ? whole : needs.map(({ least }) => least)
  for (let left = LINE - sum(widths); left > 0; left--) {
    const gains = needs.map((need, column) => gainOf(need, widths[column] ?? 0) * (column === 0 ? HEAD : 1))
    const most = Math.max(...gains)
    if (most <= 0) break
    const column = gains.indexOf(most)
    widths[column] = (widths[column] ?? 0) + 1
  }
  return widths.map((width) => width / sum(widths))
}

function needOf({ title, numeric }: Column, texts: readonly string[]): Need {
  const cells = [lengthOf(title) * BOLD, ...texts.map(lengthOf)]
  const words = Math.max(
    ...title.split(/\s+/).map((word) => lengthOf(word) * BOLD),
    ...texts.flatMap((text) => text.split(/\s+/).map(lengthOf)),
  )
  const cell = Math.max(...cells)
  const whole = cell <= (numeric ? QUANTITY : SHORT) ? cell : words
  return { least: words + SPACE, whole: whole + SPACE, cells: cells.map((cell) => cell + SPACE) }
}

function gainOf({ cells }: Need, width: number): number {
  const heightAt = (wide: number) => sum(cells.map((cell) => Math.max(1, cell / wide) ** WEIGHT))
  return heightAt(width) - heightAt(width + 1)
}

/** How long a text is in the font of the papers, by the kinds of its letters; a bold one, as titles are, is longer by so much. */
const lengthOf = (text: string): number => sum([...text].map((letter) => kinds.find(([kind]) => kind.test(letter))?.[1] ?? 1.12))
const kinds: readonly (readonly [RegExp, number])[] = [
  [/[ijl'’|]/, 0.46],
  [/[ tfI.,;:/![\]\\]/, 0.56],
  [/[r()\-‘“”*]/, 0.72],
  [/[mMW%]/, 1.78],
  [/[wA-Z]/, 1.5],
]
const BOLD = 1.1

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
