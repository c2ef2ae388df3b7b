import type { Drawing } from './drawing.ts'
import { GREY, INK, type Plotting, TEAL } from './plotted.ts'

/** Rows, so that names of releases that are close together do not cover each other. */
const LEVELS = 4
/** How high the mark of the cut-off stands: below the lowest name. */
const MARK = 0.5

/** A line of time with a dot for each release: full where it is in force, a ring where it is to come. Names stand to the right of their dots, where the next ones are lower. */
export function calendarPlot({ from, to, now, points }: Extract<Drawing, { kind: 'calendar' }>): Plotting {
  const at = (day: string) => new Date(`${day}T00:00:00Z`)
  const placed = points.map((point, index) => ({ ...point, at: at(point.day), level: LEVELS - (index % LEVELS) }))
  const isNextNear = nearest(placed, now, (day) => day > now) < nearest(placed, now, (day) => day <= now)
  return (plot) => ({
    marginLeft: 20,
    marginRight: 20,
    marginTop: 10,
    x: { type: 'utc', domain: [at(from), at(to)], label: null },
    y: { domain: [0, LEVELS + 0.6], axis: null },
    marks: [
      plot.ruleY([0], { stroke: GREY }),
      plot.ruleX([at(now)], { y1: 0, y2: MARK, stroke: INK, strokeDasharray: '3,3' }),
      plot.text([at(now)], {
        x: (day: Date) => day,
        y: () => MARK / 2,
        text: () => 'cut-off',
        textAnchor: isNextNear ? 'end' : 'start',
        dx: isNextNear ? -5 : 5,
        fill: INK,
      }),
      plot.ruleX(placed, { x: 'at', y1: 0, y2: 'level', stroke: TEAL }),
      plot.dot(placed, { x: 'at', y: 'level', r: 5, fill: ({ isDone }) => (isDone ? TEAL : 'white'), stroke: TEAL, strokeWidth: 2 }),
      // First its white edge, over what lies behind, and then the text: in a PDF each letter's edge would cover the letter before.
      ...[{ fill: 'white', stroke: 'white', strokeWidth: 4 }, { fill: INK }].map((drawn) =>
        plot.text(placed, { x: 'at', y: 'level', text: ({ name, about }) => `${name}\n${about}`, textAnchor: 'start', dx: 10, ...drawn }),
      ),
    ],
  })
}

/** In milliseconds, from the day to the nearest of those asked for. */
const nearest = (points: readonly { readonly day: string; readonly at: Date }[], day: string, asked: (day: string) => boolean): number =>
  Math.min(...points.filter((point) => asked(point.day)).map((point) => Math.abs(point.at.getTime() - Date.parse(day))))
