import { longDay } from '../../domain/calendar/format.ts'
import type { Subject } from '../../domain/entry.ts'
import type { Row, RowValue } from '../../domain/rulebook/rulebook.ts'

/** The value of a row in words: '15 Working Days', '17:00', 'Networks: 3; Consumers: 1', 'the Panel' for `body/panel`. */
export function ruleValueText(value: RowValue, name?: (subject: Subject) => string): string {
  const named = (word: string) => (name && /^(body|organisation)\/[a-z0-9-]+$/.test(word) ? name(word as Subject) : word)
  switch (value.kind) {
    case 'working days':
      return `${value.days} Working Day${value.days === 1 ? '' : 's'}`
    case 'months':
      return `${value.months} month${value.months === 1 ? '' : 's'}`
    case 'seconds':
      return `${value.seconds} second${value.seconds === 1 ? '' : 's'}`
    case 'words':
      return `${value.words} word${value.words === 1 ? '' : 's'}`
    case 'time':
      return value.time
    case 'word':
      return named(value.word)
    case 'list':
      return value.items.map(named).join(', ')
    case 'table':
      return Object.entries(value.entries)
        .map(([key, word]) => `${named(key)}: ${named(word)}`)
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

/** How sure a rule is, as it is said of it. */
export const certaintyText = (certainty: Row['certainty']): string =>
  ({ found: 'found in a source', inferred: 'inferred from what was found', recalled: 'only recalled: no source was found' })[certainty]

/** What breaking a rule does. */
export const enforcementText = (enforcement: Row['enforcement']): string =>
  ({ refuse: 'refuses what breaks it', 'ask a reason': 'asks for a reason', inform: 'informs only' })[enforcement]

/** What a changed rule reaches. */
export const appliesToText = (appliesTo: Row['appliesTo']): string =>
  ({
    'new proposals': 'new proposals',
    'steps not yet begun': 'steps that are not yet begun',
    'everything live': 'everything that is open',
  })[appliesTo]
