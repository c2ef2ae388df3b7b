import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { heavyPdf } from '../../../test/support/heavy-pdf.ts'
import { isRefused } from '../../domain/refusal.ts'
import { readPaperApart } from './reading.ts'

const told = async (name: string, bytes: Uint8Array, longest?: number) => {
  const read = await readPaperApart(name, bytes, longest)
  return isRefused(read) ? read.refused : read.lines.map(({ text }) => text)
}

/** A ZIP whose directory says that its one part holds a thousand bytes, and which holds 120 MB. */
function lyingDocx(): Uint8Array {
  const zip = zipSync({ 'word/document.xml': new Uint8Array(120_000_000) }, { level: 1 })
  const view = new DataView(zip.buffer, zip.byteOffset)
  for (let at = 0; at < zip.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true)
  return zip
}

it('is read as it is, in a thread of its own', async () => {
  expect(await told('a.txt', strToU8('Change Status Report\n\nOctober 2019'))).toEqual(['Change Status Report', '', 'October 2019'])
})

it('that is deep, or holds more than it says, is left with one line', async () => {
  expect(await told('deep.html', strToU8(`<!doctype html>${'<div>'.repeat(200_000)}`))).toMatch(/^deep\.html: expected a web page, got/)
  expect(await told('wide.html', strToU8(`<!doctype html>${'<div a="<">'.repeat(100_000)}`))).toMatch(
    /^wide\.html: expected a web page, got/,
  )
  expect(await told('lying.docx', lyingDocx())).toMatch(/^lying\.docx: expected a Word document, got a file that cannot be read as one/)
  expect(await told('heavy.pdf', heavyPdf(70_000_000))).toMatch(/^heavy\.pdf: expected a PDF, got/)
})

it('that is counted tag by tag takes no time, however long a tag is', async () => {
  expect(await told('long.html', strToU8(`<!doctype html><${'a'.repeat(1_000_000)}`), 5_000)).toMatch(
    /^long\.html: expected a paper, got no text/,
  )
})

it('that takes too long is left, and the next is read', async () => {
  expect(await told('late.txt', strToU8('Late'), 1)).toContain('takes too long, or too much memory, to be read')
  expect(await told('next.txt', strToU8('Next'))).toEqual(['Next'])
})
