import type { StatementSync } from 'node:sqlite'

/** A row as an object of its own: SQLite's have no prototype. */
export function one<Row extends object>(statement: StatementSync, ...values: readonly string[]): Row | undefined {
  const row = statement.get(...values)
  return row && ({ ...row } as Row)
}

/** All rows, each as such an object. */
export const every = <Row extends object>(statement: StatementSync, ...values: readonly string[]): readonly Row[] =>
  statement.all(...values).map((row) => ({ ...row }) as Row)
