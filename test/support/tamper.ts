import { deflateSync, inflateSync } from 'node:zlib'

/** The PDF with the last digit of its title made another: its page is unpacked, changed and packed again into the same room. */
export function withOtherDigit(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf)
  for (const match of bytes.toString('latin1').matchAll(/\/Length (\d+)[\s\S]{0,200}?stream\r?\n/g)) {
    const start = match.index + match[0].length
    const room = Number(match[1])
    const content = unpacked(bytes.subarray(start, start + room))
    // The title ends in the glyphs of 2019; the first of them is that of another digit.
    const title = [...(content ?? '').matchAll(/((?:\\000\\\d{3}){4})\)\] TJ/g)].find(
      ([, four = '']) => four.slice(0, 8) !== four.slice(-8),
    )
    if (content === undefined || title?.[1] === undefined) continue
    const other = `${title[1].slice(0, -8)}${title[1].slice(0, 8)}`
    const at = title.index + title[0].indexOf(title[1])
    const forged = `${content.slice(0, at)}${other}${content.slice(at + other.length)}`
    const packed = deflateSync(Buffer.from(forged, 'latin1'), { level: 9 })
    if (packed.length > room) continue
    bytes.fill(0, start, start + room)
    packed.copy(bytes, start)
    return bytes
  }
  throw new Error('the PDF has no title that ends in a year')
}

function unpacked(stream: Uint8Array): string | undefined {
  try {
    return inflateSync(stream).toString('latin1')
  } catch {
    return undefined
  }
}
