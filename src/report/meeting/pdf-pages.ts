import { inflateSync } from 'node:zlib'
import type { PDFDocument } from '@cantoo/pdf-lib'
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

/** In bytes, of one object stream and of all of a file: what must be unpacked before anything else of a PDF can be read. */
const MOST_OF_ONE = 20_000_000
const MOST_OF_ALL = 60_000_000
/** In bytes: how far before a stream its dictionary is looked for. */
const DICTIONARY = 65_536

/** Whether its object streams are larger than any paper needs, before a reader unpacks them into memory. */
function unpacksTooLarge(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    const dictionary = unescaped(buffer.toString('latin1', Math.max(0, at - DICTIONARY), at))
    if (dictionary.endsWith('end') || !/\/(?:ObjStm|XRef)\b/.test(dictionary)) continue
    const begin = at + 6 + (buffer[at + 6] === 13 ? 2 : 1)
    const size = unpackedSize(buffer.subarray(begin))
    total += size
    if (size > MOST_OF_ONE || total > MOST_OF_ALL || packedTwice(dictionary)) return true
  }
  return false
}

/** Names may be written by the numbers of their letters: /Obj#53tm. */
const unescaped = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const packedTwice = (dictionary: string): boolean =>
  /\/Filter\s*\[[^\]]*\/\w+[^\]]*\/\w+|\/(?:LZWDecode|RunLengthDecode|ASCIIHexDecode|ASCII85Decode|LZW|RL|AHx|A85)\b/.test(
    dictionary.slice(dictionary.lastIndexOf('obj')),
  )

function unpackedSize(packed: Uint8Array): number {
  try {
    return inflateSync(packed, { maxOutputLength: MOST_OF_ONE }).length
  } catch (error) {
    return (error as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : 0
  }
}
