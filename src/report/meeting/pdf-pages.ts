import { inflateSync } from 'node:zlib'
import type { PDFDict, PDFDocument, PDFPage } from '@cantoo/pdf-lib'

type PdfLib = typeof import('@cantoo/pdf-lib')

/** The pages of a PDF that somebody else made, or in words why they cannot be had. */
export type PagesRead = { readonly pages: PDFDocument } | { readonly left: string }

/** Reads its pages, without what acts by itself and without what leads from one of its pages to another. */
export async function pagesRead(pdfLib: PdfLib, bytes: Uint8Array, most: number): Promise<PagesRead> {
  const { EncryptedPDFError, PDFDocument } = pdfLib
  if (unpacksTooLarge(bytes)) return { left: 'it unpacks to far more than it looks' }
  try {
    const pages = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
    if (pages.getPageCount() > most) return { left: `it has more pages (${pages.getPageCount()}) than there is room for` }
    for (const page of pages.getPages()) quieten(pdfLib, page)
    // A page that cannot be copied is found here, before the pack is made.
    await (await PDFDocument.create({ updateMetadata: false })).copyPages(pages, pages.getPageIndices())
    return { pages }
  } catch (error) {
    return { left: error instanceof EncryptedPDFError ? 'it opens with a password only' : 'it cannot be read as a PDF' }
  }
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

/** What a page does when it is opened, its forms and its attachments are left out; of its links, those that lead to the web stay. */
function quieten({ PDFArray, PDFDict, PDFName }: PdfLib, page: PDFPage): void {
  for (const name of ['AA', 'StructParents', 'Tabs']) page.node.delete(PDFName.of(name))
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
  if (!annotations) return
  const kept = annotations.asArray().filter((each) => {
    const annotation = page.doc.context.lookupMaybe(each, PDFDict)
    return annotation !== undefined && leadsToTheWeb(annotation)
  })
  for (const each of kept) page.doc.context.lookupMaybe(each, PDFDict)?.delete(PDFName.of('StructParent'))
  page.node.set(PDFName.of('Annots'), page.doc.context.obj(kept))

  function leadsToTheWeb(annotation: PDFDict): boolean {
    const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict)
    const address = action?.get(PDFName.of('URI'))
    const isLink = annotation.get(PDFName.of('Subtype')) === PDFName.of('Link')
    const isAlone = !annotation.has(PDFName.of('AA')) && !action?.has(PDFName.of('Next'))
    return isLink && isAlone && action?.get(PDFName.of('S')) === PDFName.of('URI') && /^[(<]?\(?https?:/i.test(String(address))
  }
}
