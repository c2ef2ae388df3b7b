import { z } from 'zod'
import { count, day, label, labels, oneKindOf, strict, timeText, word, yesNo } from '../field-schemas.ts'
import { told } from './told.ts'

const value = oneKindOf('kind', [
  strict({ kind: z.literal('working days'), days: count(0) }),
  strict({ kind: z.literal('months'), months: count(0) }),
  strict({ kind: z.literal('seconds'), seconds: count(0) }),
  strict({ kind: z.literal('words'), words: count(0) }),
  strict({ kind: z.literal('time'), time: timeText }),
  strict({ kind: z.literal('word'), word: label }),
  strict({ kind: z.literal('list'), items: labels }),
  strict({ kind: z.literal('table'), entries: z.record(z.string(), z.string(), { error: 'an object of texts' }) }),
  strict({ kind: z.literal('yes or no'), yes: yesNo }),
])

const row = strict({
  id: label,
  title: label,
  value,
  clause: label,
  inForce: strict({ from: day.exactOptional(), to: day.exactOptional() }),
  appliesTo: word('new proposals', 'steps not yet begun', 'everything live'),
  certainty: word('found', 'inferred', 'recalled'),
  enforcement: word('refuse', 'ask a reason', 'inform'),
  source: label,
})

export const rulebookSchemas = {
  RegisterOpened: told('RegisterOpened', { code: label, name: label, demo: yesNo }),
  RowSet: told('RowSet', { row }),
  HolidayDeclared: told('HolidayDeclared', { date: day, name: label, division: word('england-and-wales') }),
}
