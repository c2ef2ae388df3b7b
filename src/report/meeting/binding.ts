import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { BindAnswer, BindTask, ReadAnswer, ReadTask } from './binder.ts'

/** In milliseconds: what one file may take to be read, and all of them to be bound. */
const LONGEST = { read: 20_000, bind: 120_000 } as const
/** In megabytes. */
const MOST_MEMORY = 768

/** From source it is read as it is; in dist/ it lies beside the program. */
const binder = new URL(import.meta.url.endsWith('.ts') ? './binder.ts' : './binder.js', import.meta.url)

/** A thread that reads and binds PDFs: where a file takes too long or too much, it ends, and the next file gets another. */
export function openBinding(longest: Readonly<Record<'read' | 'bind', number>> = LONGEST) {
  let worker: Worker | undefined

  async function asked<Answer>(task: ReadTask | BindTask): Promise<Answer | undefined> {
    worker ??= startBinder()
    worker.postMessage(task)
    try {
      const [answer] = await once(worker, 'message', { signal: AbortSignal.timeout(longest[task.task]) })
      return answer as Answer
    } catch {
      await close()
      return undefined
    }
  }

  async function close(): Promise<void> {
    await worker?.terminate()
    worker = undefined
  }

  return {
    read: async (bytes: Uint8Array, most: number): Promise<ReadAnswer> =>
      (await asked<ReadAnswer>({ task: 'read', bytes, most })) ?? { left: 'it takes too long, or too much memory, to be read' },
    bind: async (into: Uint8Array, parts: BindTask['parts']): Promise<Uint8Array> => {
      const answer = await asked<BindAnswer>({ task: 'bind', into, parts })
      if (!answer) throw new Error('the pack cannot be bound: it takes too long, or too much memory')
      return answer.bytes
    },
    close,
  }
}

function startBinder(): Worker {
  const worker = new Worker(binder, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY } })
  // What it cannot do is told to who asked; when nobody asks any more, it is nobody's.
  worker.on('error', () => undefined)
  return worker
}
