import type { Drawing } from './drawing.ts'
import { INK, type Plotting, TEAL } from './plotted.ts'

/** A dot for each, and a line at the mean with its number; in words, where there is none. */
export function dotsPlot({ rows, unit }: Extract<Drawing, { kind: 'dots' }>): Plotting {
  const dots = rows.flatMap(({ label, values }) => values.map((value) => ({ label, value })))
  const empty = rows.filter(({ values }) => values.length === 0)
  const means = rows.filter(({ mean }) => mean !== undefined)
  return (plot) => ({
    marginLeft: 80,
    marginRight: 40,
    x: { label: unit, grid: true, domain: [0, Math.max(1, ...dots.map(({ value }) => value))], nice: true },
    y: { label: null, domain: rows.map(({ label }) => label), padding: 0.2 },
    marks: [
      plot.ruleX([0]),
      plot.dot(dots, { x: 'value', y: 'label', r: 4, fill: 'white', stroke: TEAL, strokeWidth: 1.5 }),
      plot.tickX(means, { x: 'mean', y: 'label', stroke: INK, strokeWidth: 3, insetTop: 6, insetBottom: 6 }),
      plot.text(empty, { x: () => 0, y: 'label', text: 'none', textAnchor: 'start', dx: 8, fill: INK }),
      // Its white edge first: in a PDF each letter's edge would cover the letter before.
      ...[{ fill: 'white', stroke: 'white', strokeWidth: 4 }, { fill: INK }].map((drawn) =>
        plot.text(means, { x: 'mean', y: 'label', text: ({ mean }) => `mean ${mean}`, dy: -19, fontWeight: 'bold', ...drawn }),
      ),
    ],
  })
}
