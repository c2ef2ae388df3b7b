import { parse } from 'csv-parse/sync'
import type { Subject } from '../../domain/entry.ts'
import { nameOf } from '../../domain/names.ts'
import { type Topic, topics } from '../../domain/notice/topics.ts'
import { all, type Register } from '../../domain/register.ts'
import type { Contact } from '../../log/notices.ts'
import { parseEmail } from '../people/accounts.ts'
import type { ContactWritten } from './contacts.ts'

/** What a line of a file of contacts would add, what it says that is there already, or why it cannot be read. */
export type ContactLine = { readonly where: string } & (
  | { readonly adds: ContactWritten; readonly says: string }
  | { readonly already: string }
  | { readonly problem: string }
)

export const contactsIn = (lines: readonly ContactLine[]): readonly ContactWritten[] =>
  lines.flatMap((line) => ('adds' in line ? [line.adds] : []))

const columns = ['for', 'address', 'name', 'role', 'topics'] as const
type Column = (typeof columns)[number]

/**
 * Reads contacts from CSV with the columns for, address and, where they are told, name, role and topics. Nothing is guessed: a line that cannot
 * be read says what was expected and what came.
 */
export function readContacts(text: string, register: Register, known: readonly Contact[]): readonly ContactLine[] {
  const rows = rowsIn(text)
  if ('problem' in rows) return [rows]
  const [head, ...rest] = rows.read
  const names = head?.record.map((cell) => cell.toLowerCase()) ?? []
  if (!names.includes('for') || !names.includes('address'))
    return [
      {
        where: 'line 1',
        problem: `expected the names of the columns (${columns.join(', ')}), and “${names.join(', ')}” came: write them in the first line`,
      },
    ]
  const called = calledIn(register)
  const there = new Map(known.map(({ of, address }) => [`${of} ${address}`, 'a contact']))
  return rest.map(({ record, info }): ContactLine => {
    const where = `line ${info.lines}`
    const cell = (column: Column) => record[names.indexOf(column)]?.trim() ?? ''
    const read = contactIn(cell, called)
    if (typeof read === 'string') return { where, problem: read }
    const says = `${read.address}, for ${nameOf(register, read.of)}`
    const before = there.get(`${read.of} ${read.address}`)
    if (before !== undefined) return { where, already: `${says}, is ${before} already` }
    there.set(`${read.of} ${read.address}`, where)
    return { where, adds: read, says }
  })
}

type Rows = { readonly read: readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[] }

function rowsIn(text: string): Rows | { readonly where: string; readonly problem: string } {
  const how = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true, delimiter: [',', ';', '\t'] }
  try {
    return { read: parse(text, how) as never }
  } catch (error) {
    return { where: 'the file', problem: `it is no CSV: ${error instanceof Error ? error.message : 'it cannot be read'}` }
  }
}

function contactIn(cell: (column: Column) => string, called: ReadonlyMap<string, Subject>): ContactWritten | string {
  const of = called.get(cell('for').toLowerCase())
  const address = parseEmail(cell('address'))
  const wants = cell('topics').toLowerCase().split(/\s+/).filter(Boolean)
  const unknown = wants.find((word) => !topics.includes(word as Topic))
  const long = [cell('name'), cell('role')].find((word) => word.length > 200)
  if (!of)
    return `expected the name or the id of a body or an organisation, and “${cell('for')}” came: correct it, or name the organisation first`
  if (!address) return `expected an address like name@example.org, and “${cell('address')}” came`
  if (unknown !== undefined) return `expected some of ${topics.join(', ')}, with a space between them, and “${unknown}” came`
  if (long !== undefined) return 'expected a name and a role of at most 200 characters each'
  const [name, role] = [cell('name'), cell('role')]
  return { of, address, wants: wants as Topic[], ...(name ? { name } : {}), ...(role ? { role } : {}) }
}

/** Bodies and organisations by what they may be called: the id, with its kind or without, the name, the abbreviation; not by what two are called. */
function calledIn(register: Register): ReadonlyMap<string, Subject> {
  const bodies = all(register, 'body').map(({ subject, id, state }) => ({ subject, names: [id, state.name.value, state.abbreviation] }))
  const organisations = all(register, 'organisation').map(({ subject, id, state }) => ({ subject, names: [id, state.name?.value] }))
  const called = new Map<string, Subject | undefined>()
  for (const { subject, names } of [...bodies, ...organisations])
    for (const name of new Set([subject, ...names].flatMap((each) => each?.toLowerCase() ?? [])))
      called.set(name, called.has(name) ? undefined : subject)
  return new Map([...called].flatMap(([name, subject]) => (subject === undefined ? [] : [[name, subject] as const])))
}
