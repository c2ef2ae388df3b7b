import { z } from 'zod'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Subject } from '../domain/entry.ts'
import { find, type Register } from '../domain/register.ts'
import { rowsInForce } from '../domain/rulebook/rows-in-force.ts'
import type { Row } from '../domain/rulebook/rulebook.ts'
import { same } from '../domain/same.ts'
import { type PlainAct, readAct } from './acting/read-act.ts'
import { rulebookSchemas } from './importing/event-schemas/rulebook.ts'

/** A rulebook as it goes out and comes in: the rows in force on a day. */
export type RulebookFile = { readonly asof: CalendarDate; readonly rows: readonly Row[] }

const fileSchema = z.object(
  { rows: z.array(rulebookSchemas.RowSet.shape.row, { error: 'expected a list of rows' }) },
  { error: 'expected an object with a list “rows”' },
)

export function rulebookFile(register: Register, asof: CalendarDate): RulebookFile {
  return { asof, rows: rowsInForce(register, asof) }
}

/** One row of a file that differs from the register: what it says there, if anything, and what it would say. */
export type RowChange = { readonly before: Row | undefined; readonly after: Row }
export type RulebookDiff = {
  readonly changes: readonly RowChange[]
  readonly acts: readonly PlainAct[] /** Rows that the file does not hold: they stay. */
  readonly missing: readonly string[]
}

/** What a file would change, as one set of acts. A problem names the place in the file. Rows that the file leaves out stay. */
export function rulebookDiff(text: string, register: Register, day: CalendarDate): RulebookDiff | { readonly problem: string } {
  const json = parsed(text)
  if (json === undefined) return { problem: 'it is no JSON: export the rulebook, change that file, and bring it in again' }
  const read = fileSchema.safeParse(json)
  if (!read.success) {
    const [issue] = read.error.issues
    return { problem: `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'cannot be read'}` }
  }
  const rows = read.data.rows as readonly Row[]
  const twice = rows.find(({ id }, index) => rows.findIndex((other) => other.id === id) !== index)
  if (twice) return { problem: `${twice.id} is in the file twice: give each row once` }
  const inForce = new Map(rowsInForce(register, day).map((row) => [row.id, row]))
  const changes = rows.flatMap((after): readonly RowChange[] => {
    const before = inForce.get(after.id) ?? find(register, 'rule', after.id)?.state.row.value
    return before && same(before, after) ? [] : [{ before, after }]
  })
  const acts: PlainAct[] = []
  for (const { before, after } of changes) {
    const { id, ...told } = after
    const subject: Subject = before ? `rule/${id}` : 'rule/new'
    const act = readAct(before ? 'ChangeRule' : 'AddRule', subject, before ? told : after, {})
    if ('problems' in act) return { problem: `${id}: ${act.problems.map(({ field, problem }) => `${field}: ${problem}`).join('; ')}` }
    acts.push(act.act)
  }
  const held = new Set(rows.map(({ id }) => id))
  return { changes, acts, missing: [...inForce.keys()].filter((id) => !held.has(id)) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
