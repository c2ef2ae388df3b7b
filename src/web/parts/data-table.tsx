// biome-ignore-all lint/a11y/noRedundantRoles: laid out as blocks on a narrow screen, a table keeps its meaning for all browsers only by roles written out.
import type { Child } from 'hono/jsx'

export type Column = { readonly label: string; readonly numeric?: true }
/** Cells in the order of the columns; the first heads its row. An `id` makes the row an address of its own; `below` spans it, beneath. */
export type TableRow = { readonly id?: string; readonly cells: readonly Child[]; readonly below?: Child }

export type DataTableProps = {
  readonly caption: string
  /** The caption as a heading of the page, or kept for those who hear the page. */
  readonly captionIs?: 'shown' | 'hidden'
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
  /** A last row that sums up. */
  readonly foot?: TableRow
}

/**
 * A table; on a narrow screen each row is a block whose cells carry the name of their column, so that nothing scrolls sideways.
 * The roles are written out because a table that is laid out as blocks is no table any more to some screen readers.
 */
export function DataTable({ caption, captionIs = 'shown', columns, rows, foot }: DataTableProps) {
  return (
    <table class="govuk-table app-table" role="table">
      <caption class={captionIs === 'shown' ? 'govuk-table__caption govuk-table__caption--s' : 'govuk-visually-hidden'}>{caption}</caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          {columns.map(({ label, numeric }) => (
            <th class={`govuk-table__header${numericClass('header', numeric)}`} scope="col" role="columnheader">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        {rows.map((row) => (
          <Row columns={columns} row={row} />
        ))}
      </tbody>
      {foot && (
        <tfoot role="rowgroup">
          <Row columns={columns} row={foot} />
        </tfoot>
      )}
    </table>
  )
}

function Row({ columns, row }: { readonly columns: readonly Column[]; readonly row: TableRow }) {
  const id = row.id === undefined ? {} : { id: row.id }
  return (
    <>
      <tr class={`govuk-table__row${row.below ? ' app-table__row--open' : ''}`} role="row" {...id}>
        <Cells columns={columns} cells={row.cells} />
      </tr>
      {row.below && (
        <tr class="govuk-table__row" role="row">
          <td class="govuk-table__cell app-table__below" role="cell" colspan={columns.length}>
            {row.below}
          </td>
        </tr>
      )}
    </>
  )
}

function Cells({ columns, cells: [head, ...cells] }: { readonly columns: readonly Column[]; readonly cells: readonly Child[] }) {
  return (
    <>
      <th class="govuk-table__header" scope="row" role="rowheader" data-label={columns[0]?.label}>
        {head}
      </th>
      {cells.map((cell, index) => {
        const column = columns[index + 1]
        return (
          <td class={`govuk-table__cell${numericClass('cell', column?.numeric)}`} role="cell" data-label={column?.label}>
            <div>{cell}</div>
          </td>
        )
      })}
    </>
  )
}

const numericClass = (part: 'header' | 'cell', numeric: true | undefined): string => (numeric ? ` govuk-table__${part}--numeric` : '')
