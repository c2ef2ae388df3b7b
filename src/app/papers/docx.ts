import type { PaperLine } from '../../domain/paper/paper-text.ts'
import { linesOfHtml } from './html.ts'

/** A Word document in lines, as its page would be: its pictures are left out. Throws where it is no Word document. */
export async function linesOfDocx(bytes: Uint8Array): Promise<readonly PaperLine[]> {
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  )
  return linesOfHtml(value)
}
