import { againstPlot } from './against.ts'
import { calendarPlot } from './calendar.ts'
import { dotsPlot } from './dots.ts'
import type { Drawing } from './drawing.ts'
import { monthsKey, monthsPlot } from './months.ts'
import { plotted } from './plotted.ts'
import { stackedKey, stackedPlot } from './stacked.ts'
import { stripSvg } from './strip.ts'

/** A picture as SVG: the same for page, PDF and DOCX. */
export async function svgOf(drawing: Drawing): Promise<string> {
  switch (drawing.kind) {
    case 'strip':
      return stripSvg(drawing)
    case 'against':
      return plotted(drawing, againstPlot(drawing))
    case 'stacked':
      return plotted(drawing, stackedPlot(drawing), stackedKey(drawing))
    case 'dots':
      return plotted(drawing, dotsPlot(drawing))
    case 'months':
      return plotted(drawing, monthsPlot(drawing), monthsKey)
    case 'calendar':
      return plotted(drawing, calendarPlot(drawing))
  }
}
