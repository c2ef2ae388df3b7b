import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** In megabytes: what a thread may hold, and what it may hold in buffers, which Node leaves out of that. */
const MOST = { heap: 768, buffers: 512 } as const
/** In milliseconds: how often its buffers are looked at. */
const LOOK = 25

/**
 * A program in a thread of its own, for files that others made: where one takes too long or too much, the thread ends, and the next file gets
 * another. `program`: of a module beside the one that asks, './binder'; from source it is read as it is, in dist/ it lies beside the program.
 */
export function openThread(program: string, beside: string, most: Readonly<Record<keyof typeof MOST, number>> = MOST) {
  const address = new URL(`${program}${beside.endsWith('.ts') ? '.ts' : '.js'}`, beside)
  let worker: Worker | undefined

  async function close(): Promise<void> {
    await worker?.terminate()
    worker = undefined
  }

  return {
    /** Its answer; undefined where it took longer, in milliseconds, or ended. */
    asked: async <Answer>(task: unknown, longest: number): Promise<Answer | undefined> => {
      worker ??= started(address, most.heap)
      worker.postMessage(task)
      const tooMuch = new AbortController()
      const watch = setInterval(endWhereFull, LOOK, worker, most.buffers, tooMuch)
      try {
        const [answer] = await once(worker, 'message', { signal: AbortSignal.any([AbortSignal.timeout(longest), tooMuch.signal]) })
        return answer as Answer
      } catch {
        await close()
        return undefined
      } finally {
        clearInterval(watch)
      }
    },
    close,
  }
}

async function endWhereFull(worker: Worker, most: number, tooMuch: AbortController): Promise<void> {
  // One that has just ended has nothing to tell.
  const held = await worker.getHeapStatistics().catch(() => undefined)
  if (held && held.external_memory > most * 1_000_000) tooMuch.abort()
}

function started(address: URL, heap: number): Worker {
  const worker = new Worker(address, { resourceLimits: { maxOldGenerationSizeMb: heap } })
  // What it cannot do is told to who asked; when nobody asks any more, it is nobody's.
  worker.on('error', () => undefined)
  return worker
}
