import type { Block, Chart, Inline, Paper, Table, Text } from './paper.ts'
import { blocksOf, plain } from './paper.ts'

/** A paper as a fragment for the main part of a page: its title is the heading of the first level. */
export const PaperPage = ({ paper }: { readonly paper: Paper }) => (
  <>
    <h1 class="govuk-heading-l">{paper.title}</h1>
    {blocksOf(paper).map((block) => (
      <Part block={block} />
    ))}
  </>
)

const Part = ({ block }: { readonly block: Block }) => {
  switch (block.kind) {
    case 'heading':
      return <Heading block={block} />
    case 'paragraph':
      return (
        <p class="govuk-body">
          <Words text={block.text} />
        </p>
      )
    case 'note':
      return (
        <div class="govuk-inset-text">
          <Words text={block.text} />
        </div>
      )
    case 'list':
      return (
        <ul class="govuk-list govuk-list--bullet">
          {block.items.map((item) => (
            <li>
              <Words text={item} />
            </li>
          ))}
        </ul>
      )
    case 'facts':
      return (
        <dl class="govuk-summary-list">
          {block.facts.map(({ name, value }) => (
            <div class="govuk-summary-list__row">
              <dt class="govuk-summary-list__key">{name}</dt>
              <dd class="govuk-summary-list__value">
                <Words text={value} />
              </dd>
            </div>
          ))}
        </dl>
      )
    case 'table':
      return <DataTable table={block.table} />
    case 'chart':
      return <Picture chart={block.chart} />
  }
}

const Heading = ({ block: { level, text, id } }: { readonly block: Extract<Block, { kind: 'heading' }> }) => {
  const words = <Words text={text} />
  switch (level) {
    case 1:
      return (
        <h2 class="govuk-heading-m" id={id}>
          {words}
        </h2>
      )
    case 2:
      return (
        <h3 class="govuk-heading-s" id={id}>
          {words}
        </h3>
      )
    case 3:
      return (
        <h4 class="govuk-heading-s" id={id}>
          {words}
        </h4>
      )
  }
}

const Words = ({ text }: { readonly text: Text }) => <>{text.map((part) => (typeof part === 'string' ? part : <Word part={part} />))}</>

const Word = ({ part }: { readonly part: Exclude<Inline, string> }) => (
  <a class="govuk-link" href={part.href}>
    {part.text}
  </a>
)

/** Above so many characters a cell is filled into lines, instead of widening the table. */
const LONG_CELL = 40

/** It scrolls by itself on a narrow screen. */
const DataTable = ({ table: { caption, columns, rows } }: { readonly table: Table }) => (
  <section class="app-table-scroll" tabindex={0} aria-label={caption}>
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--s">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {columns.map(({ title, numeric }) => (
            <th scope="col" class={`govuk-table__header${numeric ? ' govuk-table__header--numeric' : ''}`}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map(([first = [], ...rest]) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <Words text={first} />
            </th>
            {rest.map((cell, index) => (
              <td class={cellClass(columns[index + 1]?.numeric, cell)}>
                <Words text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const cellClass = (numeric: true | undefined, cell: Text): string =>
  `govuk-table__cell${numeric ? ' govuk-table__cell--numeric' : ''}${plain(cell).length > LONG_CELL ? ' app-table-scroll__words' : ''}`

/** The picture is fetched apart: the page stays small, and who cannot see it has the sentence and the numbers. */
const Picture = ({ chart: { takeaway, drawing, table, svg, csv } }: { readonly chart: Chart }) => (
  <figure class="app-chart">
    <p class="govuk-body app-chart__takeaway">
      <Words text={takeaway} />
    </p>
    {svg === undefined ? null : (
      <section class="app-table-scroll" tabindex={0} aria-label={`${table.caption}: picture`}>
        <img class="app-chart__picture" src={svg} alt={drawing.alt} width={drawing.width} height={drawing.height} loading="lazy" />
      </section>
    )}
    <DataTable table={table} />
    {csv === undefined ? null : (
      <p class="govuk-body">
        <a class="govuk-link" href={csv}>
          {csvWords(table)}
        </a>
      </p>
    )}
  </figure>
)

/** What leads to the numbers of a chart, in every form of the paper. */
export const csvWords = ({ caption }: Table): string => `${caption}: the numbers as CSV`
