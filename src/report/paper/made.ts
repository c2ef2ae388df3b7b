import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { paperDocx } from './docx.ts'
import type { Paper } from './paper.ts'
import { type PaperFiles, paperPdf } from './pdf.ts'

/** The files that a paper is made as, with their media types. */
export const paperForms = {
  pdf: { type: 'application/pdf', make: paperPdf },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', make: paperDocx },
} as const
export type PaperForm = keyof typeof paperForms

/** Files, not bytes: a paper is some hundred kilobytes. */
const KEPT = 24

/** The last files made, the latest used at the end. A file is a function of its paper, so what is found by its content cannot be stale. */
const made = new Map<string, Promise<Uint8Array>>()

/** The file of a paper: made once for each content, however often it is asked for. */
export function paperFile(form: PaperForm, paper: Paper, files: PaperFiles): Promise<Uint8Array> {
  const key = `${form} ${createHash('sha256').update(JSON.stringify(paper)).digest('hex')}`
  const file = made.get(key) ?? making(form, paper, files)
  made.delete(key)
  made.set(key, file)
  // What could not be made is tried again.
  file.catch(() => made.delete(key))
  for (const oldest of [...made.keys()].slice(0, -KEPT)) made.delete(oldest)
  return file
}

let last: Promise<unknown> = Promise.resolve()

/** One at a time, after whoever waits: making a file holds the process for some tens of milliseconds. */
function making(form: PaperForm, paper: Paper, files: PaperFiles): Promise<Uint8Array> {
  const file = last
    .catch(() => undefined)
    .then(() => setImmediate())
    .then(() => paperForms[form].make(paper, files))
  last = file
  return file
}
