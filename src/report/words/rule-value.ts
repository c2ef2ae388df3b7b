import { longDay } from '../../domain/calendar/format.ts'
import type { Row, RowValue } from '../../domain/rulebook/rulebook.ts'

/** The value of a row in words: '15 Working Days', '17:00', 'Networks: 3; Consumers: 1'. */
export function ruleValueText(value: RowValue): string {
  switch (value.kind) {
    case 'working days':
      return `${value.days} Working Day${value.days === 1 ? '' : 's'}`
    case 'months':
      return `${value.months} month${value.months === 1 ? '' : 's'}`
    case 'time':
      return value.time
    case 'word':
      return value.word
    case 'list':
      return value.items.join(', ')
    case 'table':
      return Object.entries(value.entries)
        .map(([key, word]) => `${key}: ${word}`)
        .join('; ')
    case 'yes or no':
      return value.yes ? 'yes' : 'no'
  }
}

/** ', in force from 1 November 2018 to 28 May 2026'; '' where nothing bounds it. */
export function inForceText({ inForce: { from, to } }: Pick<Row, 'inForce'>): string {
  if (from === undefined && to === undefined) return ''
  return `, in force${from === undefined ? '' : ` from ${longDay(from)}`}${to === undefined ? '' : ` to ${longDay(to)}`}`
}
