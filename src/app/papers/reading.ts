import type { PaperText } from '../../domain/paper/paper-text.ts'
import { refused, type Verdict } from '../../domain/refusal.ts'
import { openThread } from '../../report/paper/thread.ts'
import type { ReadingTask } from './reader.ts'

/** In milliseconds, for one paper. */
const LONGEST = 15_000
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

async function readInThread(task: ReadingTask, longest: number): Promise<Verdict<PaperText>> {
  const thread = openThread('./reader', import.meta.url)
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
