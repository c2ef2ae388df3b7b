import type { Drawing } from './drawing.ts'
import { INK, type Plotting, TEAL } from './plotted.ts'

/** Bars to the right, each with what it is and what it should be; the mark is a line, so that it is seen without colour. */
export function againstPlot({ rows, unit }: Extract<Drawing, { kind: 'against' }>): Plotting {
  return (plot) => ({
    marginLeft: 120,
    marginRight: 130,
    x: { label: unit, grid: true, domain: [0, Math.max(1, ...rows.flatMap(({ value, target = 0 }) => [value, target]))] },
    y: { label: null, domain: rows.map(({ label }) => label), padding: 0.35 },
    marks: [
      plot.barX(rows, { x: 'value', y: 'label', fill: TEAL }),
      plot.tickX(
        rows.filter(({ target }) => target !== undefined),
        { x: 'target', y: 'label', stroke: INK, strokeWidth: 3, insetTop: -5, insetBottom: -5 },
      ),
      plot.text(rows, {
        x: ({ value, target = 0 }) => Math.max(value, target),
        y: 'label',
        text: ({ value, target }) => `${value}, target ${target ?? 'not known'}`,
        textAnchor: 'start',
        dx: 8,
        fill: INK,
      }),
      plot.ruleX([0]),
    ],
  })
}
