import { stringify } from 'csv-stringify/sync'
import type { PageContext } from './context.ts'

/**
 * An answer as CSV: UTF-8 with its mark, without which Excel reads ‘ and – as other letters; days in ISO form, the columns named as in
 * the JSON. A text that a spreadsheet would run as a formula is written so that it does not.
 */
export function csvAnswer<Column extends string>(
  context: PageContext,
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string | number>>[],
) {
  const body = stringify([...rows], { header: true, columns: [...columns], escape_formulas: true, bom: true, record_delimiter: 'windows' })
  return context.body(body, 200, { 'content-type': 'text/csv; charset=utf-8' })
}
