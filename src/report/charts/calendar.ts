import type { Drawing } from './drawing.ts'
import { GREY, INK, type Plotting, TEAL } from './plotted.ts'

/** Rows, so that names of releases that are close together do not cover each other. */
const LEVELS = 4

/** A line of time with a dot for each release: full where it is in force, a ring where it is to come. */
export function calendarPlot({ from, to, now, points }: Extract<Drawing, { kind: 'calendar' }>): Plotting {
  const at = (day: string) => new Date(`${day}T00:00:00Z`)
  const middle = (at(from).getTime() + at(to).getTime()) / 2
  const placed = points.map((point, index) => {
    const isLeft = at(point.day).getTime() < middle
    return { ...point, at: at(point.day), level: LEVELS - (index % LEVELS), isLeft }
  })
  const named = (isLeft: boolean) => placed.filter((point) => point.isLeft === isLeft)
  return (plot) => ({
    marginLeft: 20,
    marginRight: 20,
    marginTop: 30,
    x: { type: 'utc', domain: [at(from), at(to)], label: null },
    y: { domain: [0, LEVELS + 0.6], axis: null },
    marks: [
      plot.ruleY([0], { stroke: GREY }),
      plot.ruleX([at(now)], { stroke: INK, strokeDasharray: '3,3' }),
      plot.text([at(now)], { x: (day: Date) => day, frameAnchor: 'top', dy: -22, text: () => 'cut-off', fill: INK }),
      plot.ruleX(placed, { x: 'at', y1: 0, y2: 'level', stroke: TEAL }),
      plot.dot(placed, { x: 'at', y: 'level', r: 5, fill: ({ isDone }) => (isDone ? TEAL : 'white'), stroke: TEAL, strokeWidth: 2 }),
      // First its white edge, over what lies behind, and then the text: in a PDF each letter's edge would cover the letter before.
      ...[{ fill: 'white', stroke: 'white', strokeWidth: 4 }, { fill: INK }].flatMap((drawn) =>
        [true, false].map((isLeft) =>
          plot.text(named(isLeft), {
            x: 'at',
            y: 'level',
            text: ({ name, about }) => `${name}\n${about}`,
            textAnchor: isLeft ? 'start' : 'end',
            dx: isLeft ? 10 : -10,
            ...drawn,
          }),
        ),
      ),
    ],
  })
}
