import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, describe, expect, it } from 'vitest'
import { openBinding } from './binding.ts'

async function pdfOf(sizes: readonly number[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false })
  for (const size of sizes) document.addPage([size, size])
  return document.save()
}

describe('a thread that binds PDFs', () => {
  const binding = openBinding({ read: 10_000, bind: 10_000 })
  const hasty = openBinding({ read: 1, bind: 10_000 })
  afterAll(() => Promise.all([binding.close(), hasty.close()]))

  it('puts the pages of each where they belong, the same bytes again', async () => {
    const [first, second] = [await binding.read(await pdfOf([31, 32]), 9), await binding.read(await pdfOf([41]), 9)]
    if ('left' in first || 'left' in second) throw new Error('they were not read')
    expect([first.pages, second.pages]).toEqual([2, 1])
    const into = await pdfOf([10, 20, 30])
    const parts = [
      { bytes: first.bytes, beforeEnd: 1 },
      { bytes: second.bytes, beforeEnd: 0 },
    ]
    const bound = await binding.bind(into, parts)
    const widths = (await PDFDocument.load(bound)).getPages().map((page) => page.getWidth())
    expect(widths).toEqual([10, 20, 31, 32, 30, 41])
    expect(Buffer.compare(bound, await binding.bind(into, parts))).toBe(0)
  })

  it('leaves a file that takes too long, says so, and goes on', async () => {
    expect(await hasty.read(await pdfOf([31]), 9)).toEqual({ left: 'it takes too long, or too much memory, to be read' })
    expect((await PDFDocument.load(await hasty.bind(await pdfOf([31]), []))).getPageCount()).toBe(1)
  })
})
