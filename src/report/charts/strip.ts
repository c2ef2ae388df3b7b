import type { Drawing } from './drawing.ts'
import { FONT, INK, PALE, TEAL } from './plotted.ts'

const GAP = 8

/** The stages in their order, as the paper of 2019 draws them: boxes that point to the next. */
export function stripSvg({ width, height, cells }: Extract<Drawing, { kind: 'strip' }>): string {
  const each = (width - GAP * (cells.length - 1)) / cells.length
  const boxes = cells.map(({ name, value }, index) => box(index * (each + GAP), each, height, name, value))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}"><rect width="${width}" height="${height}" fill="white"/>${boxes.join('')}</svg>`
}

const TIP = 14

function box(x: number, width: number, height: number, name: string, value: string): string {
  const right = x + width
  const points = [
    [x, 1],
    [right - TIP, 1],
    [right, height / 2],
    [right - TIP, height - 1],
    [x, height - 1],
  ]
    .map((point) => point.join(','))
    .join(' ')
  const middle = x + (width - TIP) / 2
  return `<polygon points="${points}" fill="${PALE}" stroke="${TEAL}" stroke-width="1.5"/><text x="${middle}" y="26" font-size="14" text-anchor="middle" fill="${INK}">${escaped(name)}</text><text x="${middle}" y="62" font-size="30" font-weight="bold" text-anchor="middle" fill="${TEAL}">${escaped(value)}</text>`
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
