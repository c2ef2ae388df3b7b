import { strFromU8, Unzip, UnzipInflate, unzipSync } from 'fflate'
import type { PaperLine } from '../../domain/paper/paper-text.ts'
import { linesOfHtml } from './html.ts'

/** The most that a Word document may hold when it is opened, in bytes: a small ZIP can hold any amount. */
const MOST_INSIDE = 100_000_000

/** A Word document in lines, as its page would be: its pictures are left out. Throws where it is no Word document. */
export async function linesOfDocx(bytes: Uint8Array): Promise<readonly PaperLine[]> {
  if (sizeInside(bytes) > MOST_INSIDE) throw new Error('more inside than a paper has')
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  )
  return linesOfHtml(value)
}

/** In bytes: how much of it is unpacked at once, so that what it becomes is counted before there is too much of it. */
const SLICE = 8_192

/** What it really holds, whatever it says that it does; no more than is too much is unpacked. */
function sizeInside(bytes: Uint8Array): number {
  let size = 0
  const unzip = new Unzip((file) => {
    file.ondata = (_, part) => {
      size += part?.length ?? 0
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < bytes.length && size <= MOST_INSIDE; at += SLICE)
    unzip.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length)
  return size
}

/** Whether something of it was put in or taken out under the reader's eyes. */
export function hasTrackedChanges(bytes: Uint8Array): boolean {
  const { 'word/document.xml': body } = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' })
  return body !== undefined && /<w:(?:ins|del|moveFrom|moveTo) /.test(strFromU8(body))
}
