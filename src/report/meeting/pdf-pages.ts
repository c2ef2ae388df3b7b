import type { PDFDocument } from '@cantoo/pdf-lib'
import { unpacksTooLarge } from '../paper/pdf-size.ts'
import { type PdfLib, quieten } from './quiet-pages.ts'

/** The pages of a PDF that somebody else made, alone in one of ours; or in words why they cannot be had. */
export type PagesRead = { readonly pages: PDFDocument } | { readonly left: string }

/** Reads its pages, without what acts by itself and without what leads from one of its pages to another. `most`: how many there is room for. */
export async function pagesRead(pdfLib: PdfLib, bytes: Uint8Array, most: number): Promise<PagesRead> {
  const { EncryptedPDFError, PDFDocument } = pdfLib
  if (unpacksTooLarge(bytes)) return { left: 'it unpacks to far more than it looks' }
  try {
    const pages = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
    if (hasMoreThan(pdfLib, pages, most)) return { left: 'it has more pages than there is room for' }
    quieten(pdfLib, pages)
    // Its pages alone: one that cannot be copied is found here, before the pack is made.
    const alone = await PDFDocument.create({ updateMetadata: false })
    for (const page of await alone.copyPages(pages, pages.getPageIndices())) alone.addPage(page)
    return { pages: alone }
  } catch (error) {
    return { left: error instanceof EncryptedPDFError ? 'it is protected by a password' : 'it cannot be read as a PDF' }
  }
}

/** Whether it has more pages, without a walk through all of a tree that a small file may fold up a million times. */
function hasMoreThan({ PDFName, PDFPageLeaf, PDFPageTree }: PdfLib, { catalog, context }: PDFDocument, most: number): boolean {
  const waiting = [catalog.get(PDFName.of('Pages'))]
  let [pages, visited] = [0, 0]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const node = context.lookup(next)
    if (node instanceof PDFPageLeaf) pages++
    const kids = node instanceof PDFPageTree ? node.Kids().asArray() : []
    if (pages > most || ++visited + kids.length > 4 * most + 100) return true
    waiting.push(...kids)
  }
  return false
}
