import type { PDFDict, PDFDocument, PDFObject, PDFPage } from '@cantoo/pdf-lib'

export type PdfLib = typeof import('@cantoo/pdf-lib')

/** What of a page is seen. All else of it acts, or leads to what is not in the pack: scripts, attachments, threads, what programs keep there. */
const SEEN = [
  ...['Type', 'Parent', 'Resources', 'Contents', 'Group', 'Annots'],
  ...['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox', 'Rotate', 'UserUnit'],
] as const

/** What was put upon a page and shows something: a filled field of a form, a mark, words, a stamp. Notes that open, and files, do not. */
const SHOWN: ReadonlySet<string | undefined> = new Set([
  ...['Widget', 'FreeText', 'Stamp', 'Ink', 'Highlight', 'Underline', 'StrikeOut', 'Squiggly'],
  ...['Square', 'Circle', 'Line', 'Polygon', 'PolyLine', 'Caret'],
])

/** Leaves of its pages what is seen: of what was put upon them the looks, and the links that lead to the web. */
export function quieten(pdfLib: PdfLib, document: PDFDocument): void {
  const { PDFDict, PDFName, PDFStream } = pdfLib
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    const dictionary = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : undefined
    // Its place in a structure that is not copied: in the pack it would be the place of something else.
    for (const name of ['StructParent', 'StructParents']) dictionary?.delete(PDFName.of(name))
  }
  const seen = new Set(SEEN.map((name) => PDFName.of(name)))
  for (const page of new Set(document.getPages())) {
    for (const name of page.node.keys()) if (!seen.has(name)) page.node.delete(name)
    quietenAnnotations(pdfLib, page)
  }
}

function quietenAnnotations(pdfLib: PdfLib, { node, doc: { context } }: PDFPage): void {
  const { PDFArray, PDFDict, PDFName } = pdfLib
  const annotations = node.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? []
  const kept = annotations.flatMap((each) => {
    const annotation = context.lookupMaybe(each, PDFDict)
    const quiet = annotation && (linkToTheWeb(pdfLib, annotation) ?? picture(pdfLib, annotation))
    return quiet ? [context.register(quiet)] : []
  })
  node.set(PDFName.of('Annots'), context.obj(kept))
}

/** A link to the web, and nothing else that it does. */
function linkToTheWeb({ PDFDict, PDFHexString, PDFName, PDFString }: PdfLib, annotation: PDFDict): PDFDict | undefined {
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict)
  const address = action?.lookupMaybe(PDFName.of('URI'), PDFString, PDFHexString)
  const isLink = subtypeOf(PDFName, annotation) === 'Link' && action?.get(PDFName.of('S')) === PDFName.of('URI')
  if (!isLink || !address || !/^https?:/i.test(address.decodeText())) return undefined
  return newDictionary(annotation, PDFName, {
    ...partsOf(annotation, PDFName, ['Rect', 'QuadPoints', 'Border', 'BS', 'C', 'F', 'Contents']),
    Subtype: PDFName.of('Link'),
    A: annotation.context.obj({ S: 'URI', URI: address }),
  })
}

/** How it looks, as a stamp: what it says besides, and who wrote it, stays with its file. */
function picture({ PDFDict, PDFName }: PdfLib, annotation: PDFDict): PDFDict | undefined {
  const looks = annotation.lookupMaybe(PDFName.of('AP'), PDFDict)?.get(PDFName.of('N'))
  if (!looks || !SHOWN.has(subtypeOf(PDFName, annotation))) return undefined
  return newDictionary(annotation, PDFName, {
    ...partsOf(annotation, PDFName, ['Rect', 'F', 'AS']),
    Subtype: PDFName.of('Stamp'),
    AP: annotation.context.obj({ N: looks }),
  })
}

type Names = PdfLib['PDFName']
type Parts = Readonly<Record<string, PDFObject>>

const subtypeOf = (PDFName: Names, annotation: PDFDict): string | undefined => annotation.get(PDFName.of('Subtype'))?.toString().slice(1)

const partsOf = (annotation: PDFDict, PDFName: Names, names: readonly string[]): Parts =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = annotation.get(PDFName.of(name))
      return value ? [[name, value]] : []
    }),
  )

const newDictionary = ({ context }: PDFDict, PDFName: Names, parts: Parts): PDFDict => context.obj({ Type: PDFName.of('Annot'), ...parts })
