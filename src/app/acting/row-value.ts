import { parseLocalTime } from '../../domain/calendar/moment.ts'
import type { Row, RowValue } from '../../domain/rulebook/rulebook.ts'

/** The value of a row as people write it; `undefined` where nothing is written. The other way round: `rowValueWritten`. */
export function rowValueIn(text: string): RowValue | undefined {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const [first] = lines
  if (first === undefined) return undefined
  if (lines.length > 1) return severalLines(lines)
  const days = /^(\d+) working days?$/i.exec(first)
  if (days) return { kind: 'working days', days: Number(days[1]) }
  const months = /^(\d+) months?$/i.exec(first)
  if (months) return { kind: 'months', months: Number(months[1]) }
  const [, seconds] = /^(\d+) seconds?$/i.exec(first) ?? []
  if (seconds) return { kind: 'seconds', seconds: Number(seconds) }
  const [, words] = /^(\d+) words?$/i.exec(first) ?? []
  if (words) return { kind: 'words', words: Number(words) }
  if (/^(yes|no)$/i.test(first)) return { kind: 'yes or no', yes: /^yes$/i.test(first) }
  if (parseLocalTime(first) !== undefined) return { kind: 'time', time: first }
  if (first.startsWith('- ')) return { kind: 'list', items: [first.slice(2)] }
  const pair = pairIn(first)
  return pair ? { kind: 'table', entries: Object.fromEntries([pair]) } : { kind: 'word', word: first }
}

/** Every line a pair: a table; else a list. */
function severalLines(lines: readonly string[]): RowValue {
  const pairs = lines.map(pairIn)
  const isTable = pairs.every((pair) => pair !== undefined)
  return isTable
    ? { kind: 'table', entries: Object.fromEntries(pairs as readonly (readonly [string, string])[]) }
    : { kind: 'list', items: lines.map((line) => (line.startsWith('- ') ? line.slice(2) : line)) }
}

/** `Networks: 3`, or `none:` for what has no word. A dash before it makes it an item of a list. */
function pairIn(line: string): readonly [string, string] | undefined {
  if (line.startsWith('- ')) return undefined
  const at = `${line} `.indexOf(': ')
  return at > 0 ? [line.slice(0, at), line.slice(at + 2)] : undefined
}

/** A value as `rowValueIn` reads it. */
export function rowValueWritten(value: RowValue): string {
  switch (value.kind) {
    case 'working days':
      return `${value.days} Working Days`
    case 'months':
      return `${value.months} months`
    case 'seconds':
      return `${value.seconds} seconds`
    case 'words':
      return `${value.words} words`
    case 'time':
      return value.time
    case 'word':
      return value.word
    case 'list':
      return value.items.map((item) => `- ${item}`).join('\n')
    case 'table':
      return Object.entries(value.entries)
        .map(([key, word]) => `${key}: ${word}`)
        .join('\n')
    case 'yes or no':
      return value.yes ? 'yes' : 'no'
  }
}

/** When a row is in force, as its form reads it. */
export function inForceWritten({ from, to }: Row['inForce']): string {
  const words = [...(from === undefined ? [] : [`from ${from}`]), ...(to === undefined ? [] : [`to ${to}`])]
  return words.length === 0 ? 'always' : words.join(' ')
}
