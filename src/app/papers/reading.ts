import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { PaperText } from '../../domain/paper/paper-text.ts'
import { refused, type Verdict } from '../../domain/refusal.ts'
import { openThread } from '../../report/paper/thread.ts'
import { LARGEST_PAPER, tooLargeLine } from './read-paper.ts'
import type { ReadingTask } from './reader.ts'

/** In milliseconds, for one paper. */
const LONGEST = 10_000
/** In megabytes. */
const MOST = { heap: 512, buffers: 256 } as const
/** How many papers wait at the most, with the one that is read. */
const WAITING = 6

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** Reads a paper that anybody sends, one after the other and each in a thread that ends with it: none holds up the site, or keeps its memory. */
export async function readPaperApart(name: string, bytes: Uint8Array, longest = LONGEST): Promise<Verdict<PaperText>> {
  if (waiting >= WAITING) return refused(`${name}: other papers are being read; try again in a minute`)
  waiting++
  const read = last.then(() => readInThread({ name, bytes }, longest))
  last = read.catch(() => undefined)
  try {
    return await read
  } finally {
    waiting--
  }
}

/** Reads a published paper from disk. */
export async function readPaperFile(path: string): Promise<Verdict<PaperText>> {
  let bytes: Uint8Array
  try {
    const { size } = statSync(path)
    if (size > LARGEST_PAPER) return refused(tooLargeLine(basename(path), size))
    bytes = new Uint8Array(readFileSync(path))
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const got = { ENOENT: 'nothing there', EISDIR: 'a folder', EACCES: 'a file that may not be read' }[code] ?? code
    return refused(`${path}: expected a paper, got ${got}; name a file that can be read`)
  }
  return readPaperApart(basename(path), bytes)
}

async function readInThread(task: ReadingTask, longest: number): Promise<Verdict<PaperText>> {
  const thread = openThread('./reader', import.meta.url, MOST)
  try {
    const read = await thread.asked<Verdict<PaperText>>(task, longest)
    return (
      read ??
      refused(`${task.name}: expected a paper, got what takes too long, or too much memory, to be read; save its text, and try that`)
    )
  } finally {
    await thread.close()
  }
}
