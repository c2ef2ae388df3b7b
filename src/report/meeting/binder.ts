// Reads and binds PDFs that others made: a program of its own in a thread of its own, so that a file that takes long holds nobody up.
import { parentPort } from 'node:worker_threads'
import * as pdfLib from '@cantoo/pdf-lib'
import { pagesRead } from './pdf-pages.ts'

const { PDFDocument, PDFName } = pdfLib

/** Of a PDF its pages alone, as a PDF of ours. `most`: how many there is room for. */
export type ReadTask = { readonly task: 'read'; readonly bytes: Uint8Array; readonly most: number }
export type ReadAnswer = { readonly pages: number; readonly bytes: Uint8Array } | { readonly left: string }
/** PDFs of which we read the pages, each put into another so many pages before its end. */
export type BindTask = { readonly task: 'bind'; readonly into: Uint8Array; readonly parts: readonly BoundPart[] }
export type BoundPart = { readonly beforeEnd: number; readonly bytes: Uint8Array }
export type BindAnswer = { readonly bytes: Uint8Array }

/** Without a time of its own: the same bytes again. */
const ours = { updateMetadata: false } as const
const saved = (document: pdfLib.PDFDocument) => document.save({ updateFieldAppearances: false })

async function read({ bytes, most }: ReadTask): Promise<ReadAnswer> {
  const found = await pagesRead(pdfLib, bytes, most)
  return 'left' in found ? found : { pages: found.pages.getPageCount(), bytes: await saved(found.pages) }
}

async function bind({ into, parts }: BindTask): Promise<BindAnswer> {
  const made = await PDFDocument.load(into, ours)
  // What says that all of it is accessible is not true of what others wrote.
  made.catalog.delete(PDFName.of('Metadata'))
  const length = made.getPageCount()
  // From the end, so that the places before stay.
  for (const { beforeEnd, bytes } of parts.toSorted((a, b) => a.beforeEnd - b.beforeEnd)) {
    const part = await PDFDocument.load(bytes, ours)
    const pages = await made.copyPages(part, part.getPageIndices())
    for (const [at, page] of pages.entries()) made.insertPage(length - beforeEnd + at, page)
  }
  return { bytes: await saved(made) }
}

parentPort?.on('message', async (task: ReadTask | BindTask) => {
  parentPort?.postMessage(task.task === 'read' ? await read(task) : await bind(task))
})
