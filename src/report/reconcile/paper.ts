import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { PaperLine } from '../../domain/paper/paper-text.ts'

/** Where in the paper something stands. */
export type Place = { readonly line: number; readonly page?: number; readonly text: string }

/** Lines that belong together: a paragraph, an item of a list, a heading. Rows of tables are paragraphs of one line. */
export type Block = {
  readonly kind: 'heading' | 'paragraph' | 'item'
  /** White space made single, without its bullet. */
  readonly text: string
  readonly lines: readonly PaperLine[]
}

const singleSpaced = new WeakMap<PaperLine, string>()
/** The text of a line with its white space made single; each line once, as many are asked often. */
function spaced(line: PaperLine): string {
  const text = singleSpaced.get(line) ?? line.text.replace(/\s+/g, ' ')
  singleSpaced.set(line, text)
  return text
}

/** The line of a block that holds a part of its text, else its first. */
export function placeIn(block: Block, part = ''): Place {
  const wanted = part.split(/\s+/).filter((word) => word !== '')
  const holds = (line: PaperLine, count: number) => spaced(line).includes(wanted.slice(0, count).join(' '))
  const found = [wanted.length, 2, 1].flatMap((count) => block.lines.find((line) => wanted.length > 0 && holds(line, count)) ?? [])[0]
  return placeOf(found ?? (block.lines[0] as PaperLine))
}

/** So much of a line is quoted, in characters. */
const QUOTED = 600

export function placeOf({ line, page, text }: PaperLine): Place {
  return { line, ...(page === undefined ? {} : { page }), text: text.slice(0, QUOTED).replace(/\s+/g, ' ').trim() }
}

/** A day as it is written in the paper. */
export type WrittenDay = {
  readonly written: string
  /** Undefined where there is no such day: 31 September. */
  readonly day?: CalendarDate
  /** Written before it: Friday. */
  readonly weekday?: string
  readonly at: number
}
