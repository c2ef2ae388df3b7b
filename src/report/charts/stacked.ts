import type { Drawing } from './drawing.ts'
import { GREY, INK, type Key, type Plotting, STRIPES, TEAL } from './plotted.ts'

/** Full, striped and empty, in the order of the parts; each part says what it is and how many. */
const fills = [TEAL, STRIPES, 'white'] as const

export function stackedPlot({ rows, parts }: Extract<Drawing, { kind: 'stacked' }>): Plotting {
  const bars = rows.flatMap(({ label, values }) => {
    let end = 0
    return values.map((value, part) => {
      const start = end
      end += value
      return { label, part, value, start, end }
    })
  })
  const most = Math.max(1, ...bars.map(({ end }) => end))
  return (plot) => ({
    marginLeft: 70,
    marginRight: 40,
    marginTop: 40,
    x: { label: null, domain: [0, most], ticks: Math.min(most, 8), tickFormat: 'd', grid: true },
    y: { label: null, domain: rows.map(({ label }) => label), padding: 0.3 },
    marks: [
      ...parts.map((_, part) =>
        plot.barX(
          bars.filter((bar) => bar.part === part && bar.value > 0),
          { x1: 'start', x2: 'end', y: 'label', fill: fills[part] ?? 'white', stroke: TEAL, strokeWidth: 1.5 },
        ),
      ),
      // On a ground of its own, so that it is read on stripes.
      plot.text(
        bars.filter(({ value }) => value > 0),
        {
          x: ({ start, end }) => (start + end) / 2,
          y: 'label',
          text: 'value',
          fill: INK,
          stroke: 'white',
          strokeWidth: 6,
          fontWeight: 'bold',
          fontSize: 13,
        },
      ),
      plot.ruleX([0], { stroke: GREY }),
    ],
  })
}

export const stackedKey = ({ parts }: Extract<Drawing, { kind: 'stacked' }>): readonly Key[] =>
  parts.map((name, part) => ({ name, fill: fills[part] ?? 'white' }))
