import type * as Plot from '@observablehq/plot'
import type { Drawing } from './drawing.ts'

/** What a picture is plotted with; the library is loaded with the first picture. */
export type Plotting = (plot: typeof Plot) => Plot.PlotOptions

export const TEAL = '#0b5d66'
export const INK = '#14201f'
export const GREY = '#6b7d80'
export const PALE = '#e6efef'
/** Stripes: what is told from full colour without colour. */
export const STRIPES = 'url(#stripes)'
/** In the files; on a page, the nearest that the reader has. */
export const FONT = 'Liberation Sans, Arial, Helvetica, sans-serif'

const stripes = `<defs><pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="white"/><rect width="2.5" height="6" fill="${TEAL}"/></pattern></defs>`

/** What a pattern stands for, told above the picture. */
export type Key = { readonly name: string; readonly fill: string } | { readonly name: string; readonly number: true }

export async function plotted(
  { width, height }: Pick<Drawing, 'width' | 'height'>,
  plotting: Plotting,
  key: readonly Key[] = [],
): Promise<string> {
  const [plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')])
  const { document } = parseHTML('<html><body></body></html>')
  const svg = plot.plot({ ...plotting(plot), document: document as unknown as Document, width, height, style: { color: INK } })
  // Its own style sheet is for pages, and not read by what puts it into files: what it needs stands in attributes.
  svg.querySelector('style')?.remove()
  svg.removeAttribute('class')
  svg.removeAttribute('style')
  for (const [name, value] of Object.entries({
    xmlns: 'http://www.w3.org/2000/svg',
    'font-family': FONT,
    'font-size': '12',
    fill: INK,
    color: INK,
  }))
    svg.setAttribute(name, value)
  return svg.outerHTML.replace(/(<svg[^>]*>)/, `$1${stripes}<rect width="${width}" height="${height}" fill="white"/>${keys(key)}`)
}

const keys = (all: readonly Key[]): string =>
  all
    .map((key, index) => {
      const x = 70 + index * 160
      const sample =
        'fill' in key
          ? `<rect x="${x}" y="6" width="14" height="14" fill="${key.fill}" stroke="${TEAL}"/>`
          : `<text x="${x + 7}" y="17" font-weight="bold" text-anchor="middle">7</text>`
      return `${sample}<text x="${x + 20}" y="17" text-anchor="start">${key.name}</text>`
    })
    .join('')
