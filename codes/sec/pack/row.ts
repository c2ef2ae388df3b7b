import { type CalendarDate, on } from '../../../src/domain/calendar/calendar-date.ts'
import type { ImportedFact } from '../../../src/domain/importing/facts.ts'
import type { AppliesTo, Certainty, Enforcement, Row, RowValue } from '../../../src/domain/rulebook/rulebook.ts'
import { fromTheBeginning, packFact } from './pack-fact.ts'
import { type PackSource, sources } from './sources.ts'

/** A row as this pack writes it: what is left out is 'clause not known', in force as far as anyone knows, for steps not yet begun. */
export type PackRow = {
  readonly id: string
  readonly title: string
  readonly value: RowValue
  readonly certainty: Certainty
  readonly enforcement: Enforcement
  readonly source: PackSource
  /** Only a clause number that a source prints. */
  readonly clause?: string
  readonly inForce?: { readonly from?: string; readonly to?: string }
  readonly appliesTo?: AppliesTo
}

export const workingDays = (days: number): RowValue => ({ kind: 'working days', days })
export const word = (text: string): RowValue => ({ kind: 'word', word: text })
export const list = (...items: readonly string[]): RowValue => ({ kind: 'list', items })
export const table = (entries: Readonly<Record<string, string>>): RowValue => ({ kind: 'table', entries })
export const yes: RowValue = { kind: 'yes or no', yes: true }

/** A rule that we only recall: it informs, and stops no lawful act. */
export const recalled = (id: string, title: string, value: RowValue): PackRow => ({
  id,
  title,
  value,
  certainty: 'recalled',
  enforcement: 'inform',
  source: sources.recalled,
})

/** How this register is kept, where no rule of the code says it: it may be changed like any rule. */
export const practice = (id: string, title: string, value: RowValue): PackRow => ({
  id,
  title,
  value,
  certainty: 'inferred',
  enforcement: 'inform',
  source: { title: 'A practice of this register, and no rule of the Code', where: 'no source held' },
})

/** The facts of the rows; the second row of one id follows the first. */
export function rowFacts(rows: readonly PackRow[]): readonly ImportedFact[] {
  return rows.map((row, index) => {
    const n = 1 + rows.slice(0, index).filter(({ id }) => id === row.id).length
    const { from } = row.inForce ?? {}
    const told = from === undefined ? fromTheBeginning : on(from as CalendarDate)
    return packFact(`rule/${row.id}`, { type: 'RowSet', v: 1, row: rowOf(row) }, told, row.source, n)
  })
}

const rowOf = ({ source, clause, inForce, appliesTo, ...row }: PackRow): Row => ({
  ...row,
  clause: clause ?? 'clause not known',
  inForce: (inForce ?? {}) as Row['inForce'],
  appliesTo: appliesTo ?? 'steps not yet begun',
  source: `${source.title} (${source.where})`,
})
