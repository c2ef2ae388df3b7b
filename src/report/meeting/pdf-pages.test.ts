import { deflateSync } from 'node:zlib'
import * as pdfLib from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { pagesRead } from './pdf-pages.ts'

const { PDFDocument, PDFName, PDFString } = pdfLib

/**
 * A PDF of two pages, of which the first acts by itself, and has a link to the web, one that starts a program, and one to the second; a
 * field that is filled in and calculates, a mark with what its author thought, and what a program keeps with the page.
 */
async function lively(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const [first, second] = [document.addPage([300, 300]), document.addPage([300, 300])]
  const { context } = document
  const link = (action: object) => context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: action } as never))
  first.node.set(PDFName.of('AA'), context.obj({ O: { S: 'JavaScript', JS: PDFString.of('app.alert(1)') } }))
  first.node.set(PDFName.of('PieceInfo'), context.obj({ Program: { Private: PDFString.of('an earlier draft') } }))
  const put = (annotation: object) => {
    const looks = context.register(context.stream('0 0 9 9 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] }))
    return context.register(
      context.obj({ Type: 'Annot', Rect: [0, 0, 9, 9], P: first.ref, StructParent: 0, AP: { N: looks }, ...annotation } as never),
    )
  }
  first.node.set(
    PDFName.of('Annots'),
    context.obj([
      put({ Subtype: 'Widget', FT: 'Tx', V: PDFString.of('350,000'), AA: { C: { S: 'JavaScript', JS: PDFString.of('event.value') } } }),
      put({ Subtype: 'Highlight', T: PDFString.of('Somebody'), Contents: PDFString.of('Is this so?') }),
      put({ Subtype: 'Text', Contents: PDFString.of('A note that opens') }),
      link({ S: 'URI', URI: PDFString.of('https://example.org/report') }),
      link({ S: 'URI', URI: PDFString.of('javascript:alert(1)') }),
      link({ S: 'Launch', F: PDFString.of('calculator') }),
      link({ S: 'GoTo', D: [second.ref, 'Fit'] }),
      context.register(context.obj({ Type: 'Annot', Subtype: 'FileAttachment', Rect: [0, 0, 9, 9] })),
    ]),
  )
  return document.save({ useObjectStreams: false })
}

/** A PDF whose one object stream is small, and unpacks to so many bytes. */
function bomb(size: number, type: string): Uint8Array {
  const packed = deflateSync(Buffer.alloc(size, 32))
  const head = `%PDF-1.7\n1 0 obj\n<< /Type ${type} /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`
  return new Uint8Array(Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream\nendobj\n%%EOF\n')]))
}

/** A PDF of these objects, of which the first has number 2 and is its tree of pages. */
function written(objects: readonly string[]): Uint8Array {
  const all = ['<< /Type /Catalog /Pages 2 0 R >>', ...objects].map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`)
  return new TextEncoder().encode(`%PDF-1.4\n${all.join('')}trailer << /Size ${all.length + 1} /Root 1 0 R >>\n%%EOF\n`)
}

/** A tree in which each node names the next one twice. */
const folded = (depth: number): Uint8Array =>
  written([
    ...Array.from({ length: depth }, (_, index) => `<< /Type /Pages /Count 2 /Kids [${index + 3} 0 R ${index + 3} 0 R] >>`),
    `<< /Type /Page /Parent ${depth + 1} 0 R /MediaBox [0 0 9 9] >>`,
  ])

describe('the pages of a PDF that somebody else made', () => {
  it('come without what acts by itself, and with their links to the web only', async () => {
    const read = await pagesRead(pdfLib, await lively(), 10)
    if (!('pages' in read)) throw new Error(read.left)
    const copy = await PDFDocument.create()
    for (const page of await copy.copyPages(read.pages, [0, 1])) copy.addPage(page)
    const text = Buffer.from(await copy.save({ useObjectStreams: false })).toString('latin1')
    expect(text).toContain('https://example.org/report')
    for (const acts of ['/AA', '/JavaScript', 'javascript:', '/Launch', '/GoTo', '/FileAttachment']) expect(text).not.toContain(acts)
    for (const besides of ['/Widget', '350,000', 'Somebody', 'Is this so?', 'A note', 'an earlier draft', '/StructParent'])
      expect(text).not.toContain(besides)
    // How the field and the mark look is kept.
    expect(text.match(/\/Subtype \/Stamp\b/g)).toHaveLength(2)
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2)
  })

  it.each([
    ['more pages than there is room for', lively, 'it has more pages than there is room for'],
    ['a tree that folds up a thousand million pages', async () => folded(30), 'it has more pages than there is room for'],
    [
      'a tree that never ends',
      async () => written(['<< /Type /Pages /Count 1 /Kids [2 0 R] >>']),
      'it has more pages than there is room for',
    ],
    ['an object stream that unpacks to 30 MB', async () => bomb(30_000_000, '/ObjStm'), 'it unpacks to far more than it looks'],
    ['the same, its name in numbers', async () => bomb(30_000_000, '/Obj#53tm'), 'it unpacks to far more than it looks'],
    ['nothing in it', async () => new TextEncoder().encode('%PDF-1.7\n'), 'it cannot be read as a PDF'],
  ])('are left with a line where it has %s', async (_, made, left) => {
    expect(await pagesRead(pdfLib, await made(), 1)).toEqual({ left })
  })
})
