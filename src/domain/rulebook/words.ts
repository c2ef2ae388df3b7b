import { dayOf } from '../calendar/moment.ts'
import { own } from '../own.ts'
import { type Register, ruleOn } from '../register.ts'

/**
 * The code's own word for a neutral one: the entry of a table in the rulebook (`words-stages`, `words-paths` …) in force on the register's day.
 * Where the table has none, the neutral word itself: an unknown word is shown, never hidden.
 */
export function wordIn(register: Register, table: string, key: string): string {
  return own(wordsTable(register, table), key) ?? key
}

/** A whole table of words; empty where none is in force on the register's day. */
export function wordsTable(register: Register, table: string): Readonly<Record<string, string>> {
  const row = ruleOn(register, table, dayOf(register.on))
  return row?.value.value.kind === 'table' ? row.value.value.entries : {}
}
