import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { isRefused } from '../../domain/refusal.ts'
import { readPaperApart } from './reading.ts'

const told = async (name: string, bytes: Uint8Array, longest?: number) => {
  const read = await readPaperApart(name, bytes, longest)
  return isRefused(read) ? read.refused : read.lines.map(({ text }) => text)
}

/** A ZIP whose directory says that its one part holds a thousand bytes, and which holds 200 MB. */
function lyingDocx(): Uint8Array {
  const zip = zipSync({ 'word/document.xml': new Uint8Array(200_000_000) }, { level: 9 })
  const view = new DataView(zip.buffer, zip.byteOffset)
  for (let at = 0; at < zip.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true)
  return zip
}

/** A PDF of one page, whose content is a small stream that unpacks to 200 MB. */
function heavyPdf(): Uint8Array {
  const packed = deflateSync(Buffer.alloc(200_000_000, 32))
  const parts = [
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n',
    `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n4 0 obj<</Length ${packed.length}/Filter/FlateDecode>>stream\n`,
    packed,
    '\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ]
  return new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))))
}

it('is read as it is, in a thread of its own', async () => {
  expect(await told('a.txt', strToU8('Change Status Report\n\nOctober 2019'))).toEqual(['Change Status Report', '', 'October 2019'])
})

it('that is deep, or holds more than it says, is left with one line', async () => {
  expect(await told('deep.html', strToU8(`<!doctype html>${'<div>'.repeat(200_000)}`))).toMatch(/^deep\.html: expected a web page, got/)
  expect(await told('lying.docx', lyingDocx())).toMatch(/^lying\.docx: expected a Word document, got a file that cannot be read as one/)
  expect(await told('heavy.pdf', heavyPdf())).toMatch(/^heavy\.pdf: expected a PDF, got/)
})

it('that takes too long is left, and the next is read', async () => {
  expect(await told('late.txt', strToU8('Late'), 1)).toContain('takes too long, or too much memory, to be read')
  expect(await told('next.txt', strToU8('Next'))).toEqual(['Next'])
})
