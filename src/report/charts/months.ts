import type { Drawing } from './drawing.ts'
import { GREY, INK, type Key, type Plotting, STRIPES, TEAL } from './plotted.ts'

export const monthsKey: readonly Key[] = [
  { name: 'Raised', fill: TEAL },
  { name: 'Concluded, or shown so', fill: STRIPES },
  { name: 'Open at the cut-off', number: true },
]

/** A pair of bars for each month, and under it how many were open at its cut-off: a number, not a second axis. */
export function monthsPlot({ months }: Extract<Drawing, { kind: 'months' }>): Plotting {
  const bars = months.flatMap(({ label, raised, concluded }) => [
    { label, which: 'raised', value: raised, fill: TEAL },
    { label, which: 'concluded', value: concluded, fill: STRIPES },
  ])
  const most = Math.max(4, ...bars.map(({ value }) => value))
  return (plot) => ({
    marginLeft: 70,
    marginTop: 40,
    marginBottom: 70,
    fx: { domain: months.map(({ label }) => label), label: null, axis: null, padding: 0.15 },
    x: { domain: ['raised', 'concluded'], axis: null, padding: 0.1 },
    y: { domain: [0, most], ticks: Math.min(most, 6), tickFormat: 'd', label: null, grid: true },
    marks: [
      plot.barY(bars, { fx: 'label', x: 'which', y: 'value', fill: ({ fill }) => fill, stroke: TEAL }),
      plot.text(
        bars.filter(({ value }) => value > 0),
        { fx: 'label', x: 'which', y: 'value', text: 'value', dy: -8, fill: INK },
      ),
      plot.ruleY([0], { stroke: GREY }),
      plot.text(months, { fx: 'label', text: 'label', frameAnchor: 'bottom', dy: 22, fill: INK }),
      plot.text(months, { fx: 'label', text: 'open', frameAnchor: 'bottom', dy: 48, fill: INK, fontWeight: 'bold', fontSize: 13 }),
    ],
  })
}
