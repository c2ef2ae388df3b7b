import { stringify } from 'csv-stringify/sync'
import { svgOf } from '../../report/charts/svg.ts'
import { type Chart, chartsOf, plain } from '../../report/paper/paper.ts'
import type { PageContext } from '../context.ts'
import { askedPaper, paperOf } from './paper.tsx'
import { notFound } from './problem.tsx'

/** A picture of a report, by its name: `stages.svg`; its numbers: `stages.csv`. */
export async function chartFile(context: PageContext) {
  const asked = await askedPaper(context)
  if (asked instanceof Response) return asked
  const paper = await paperOf(context, asked)
  const [, id, form] = /^(.+)\.(svg|csv)$/.exec(context.req.param('chart') ?? '') ?? []
  const chart = chartsOf(paper).find((each) => each.id === id)
  if (!chart) return notFound(context, context.var.site)
  return form === 'svg' ? context.body(await svgOf(chart.drawing), 200, { 'content-type': 'image/svg+xml' }) : csvOf(context, chart)
}

function csvOf(context: PageContext, { table: { columns, rows } }: Chart) {
  const lines = [columns.map(({ title }) => title), ...rows.map((row) => row.map((cell) => plain(cell)))]
  const body = stringify(lines, { escape_formulas: true, bom: true, record_delimiter: 'windows' })
  return context.body(body, 200, { 'content-type': 'text/csv; charset=utf-8' })
}
