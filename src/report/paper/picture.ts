import { join } from 'node:path'
import type { Drawing } from '../charts/drawing.ts'
import { svgOf } from '../charts/svg.ts'
import { fonts, type PaperFiles } from './pdf.ts'

/** A chart as SVG, and as PNG for programs that cannot show it. */
export type Picture = { readonly svg: string; readonly png: Uint8Array }

/** Pixels of the PNG to one of the SVG. */
const DENSITY = 2

export async function pictureOf(drawing: Drawing, files: PaperFiles): Promise<Picture> {
  const [svg, { Resvg }] = await Promise.all([svgOf(drawing), import('@resvg/resvg-js')])
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: DENSITY },
    font: { fontFiles: fonts.map((font) => join(files, 'fonts', font)), loadSystemFonts: false, defaultFontFamily: 'Liberation Sans' },
    background: 'white',
  })
  return { svg, png: resvg.render().asPng() }
}
