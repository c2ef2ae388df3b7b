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

/** The last `kept` files made, the latest used at the end. */
export function fileKeeper(kept: number) {
  const made = new Map<string, Promise<Uint8Array>>()
  let last: Promise<unknown> = Promise.resolve()
  /** One at a time, after whoever waits: making a file holds the process for some tens of milliseconds. */
  function making(make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const file = last
      .catch(() => undefined)
      .then(() => setImmediate())
      .then(make)
    last = file
    return file
  }
  /** A file, made once for each key, which tells all that it is made of: what is found by it cannot be stale. */
  return (key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const file = made.get(key) ?? making(make)
    made.delete(key)
    made.set(key, file)
    // What could not be made is tried again.
    file.catch(() => made.delete(key))
    for (const oldest of [...made.keys()].slice(0, -kept)) made.delete(oldest)
    return file
  }
}

/** A paper is some hundred kilobytes. */
const papers = fileKeeper(24)

/** The file of a paper: made once for each content, however often it is asked for. */
export const paperFile = (form: PaperForm, paper: Paper, files: PaperFiles): Promise<Uint8Array> =>
  papers(`${form} ${contentKey(paper)}`, () => paperForms[form].make(paper, files))

/** What is told by its content. */
export const contentKey = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex')
