import type { PaperLine } from '../../domain/paper/paper-text.ts'
import { unpacksTooLarge } from '../../report/paper/pdf-size.ts'

/** More pages than any Change Status Report has with its appendices. */
export const MOST_PAGES = 150

/** A piece of text where it stands: from `x` to `right`, on the base line `y`, all in points, upwards. */
export type Piece = { readonly text: string; readonly x: number; readonly right: number; readonly y: number; readonly size: number }
type Link = { readonly address: string; readonly y: number }

/** A PDF in lines, put together by where the text stands and not by its order in the file. Throws where it is no PDF that can be read. */
export async function linesOfPdf(bytes: Uint8Array): Promise<readonly PaperLine[] | 'too many pages'> {
  if (unpacksTooLarge(bytes, 'every stream')) throw new Error('it unpacks to far more than it looks')
  const { getDocument } = await import('unpdf/pdfjs')
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, isEvalSupported: false, verbosity: 0 }).promise
  try {
    if (document.numPages > MOST_PAGES) return 'too many pages'
    const told: Omit<PaperLine, 'line'>[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const pieces = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [pieceOf(item)] : []))
      const links = (await page.getAnnotations()).flatMap(linkOf)
      told.push(...linesOfPage(pieces, links).map((line) => ({ page: number, ...line })))
    }
    return told.map((line, index) => ({ line: index + 1, ...line }))
  } finally {
    await document.destroy()
  }
}

type Item = { readonly str: string; readonly transform: readonly number[]; readonly width: number }

function pieceOf({ str, transform, width }: Item): Piece {
  const [a = 0, b = 0, , , x = 0, y = 0] = transform
  return { text: str, x, right: x + width, y, size: Math.hypot(a, b) || 1 }
}

function linkOf({ url, rect }: { readonly url?: string; readonly rect?: readonly number[] }): readonly Link[] {
  if (url === undefined || !/^https?:/.test(url) || !rect) return []
  return [{ address: url, y: ((rect[1] ?? 0) + (rect[3] ?? 0)) / 2 }]
}

/**
 * The lines of one page from above, each with its pieces from the left; what stands far apart keeps two spaces, as the cells of a table; an empty
 * line where there is room for one.
 */
export function linesOfPage(pieces: readonly Piece[], links: readonly Link[] = []): readonly Omit<PaperLine, 'line' | 'page'>[] {
  const rows: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row?.[0] && Math.abs(row[0].y - piece.y) < 0.4 * Math.min(row[0].size, piece.size)) row.push(piece)
    else rows.push([piece])
  }
  const left = links.slice()
  return rows.flatMap((row, index) => {
    const [first] = row as [Piece]
    const above = rows[index - 1]?.[0]
    const gap = above && above.y - first.y > 1.9 * Math.max(first.size, above.size) ? [{ text: '' }] : []
    const own = left.filter(({ y }) => y >= first.y - 0.3 * first.size && y <= first.y + first.size)
    const addresses = [...new Set(own.map(({ address }) => address))]
    return [...gap, { text: rowText(row), ...(addresses.length > 0 ? { links: addresses } : {}) }]
  })
}

function rowText(row: readonly Piece[]): string {
  let text = ''
  let end: number | undefined
  for (const { text: piece, x, right, size } of [...row].sort((a, b) => a.x - b.x)) {
    const gap = end === undefined ? 0 : x - end
    text += `${gap > size ? '  ' : gap > 0.12 * size && !text.endsWith(' ') ? ' ' : ''}${piece}`
    end = right
  }
  return text.trimEnd()
}
