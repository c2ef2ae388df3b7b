import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** In megabytes. */
const MOST_MEMORY = 768

/**
 * A program in a thread of its own, for files that others made: where one takes too long or too much, the thread ends, and the next file gets
 * another. `program`: of a module beside the one that asks, './binder'; from source it is read as it is, in dist/ it lies beside the program.
 */
export function openThread(program: string, beside: string) {
  const address = new URL(`${program}${beside.endsWith('.ts') ? '.ts' : '.js'}`, beside)
  let worker: Worker | undefined

  async function close(): Promise<void> {
    await worker?.terminate()
    worker = undefined
  }

  return {
    /** Its answer; undefined where it took longer, in milliseconds, or ended. */
    asked: async <Answer>(task: unknown, longest: number): Promise<Answer | undefined> => {
      worker ??= started(address)
      worker.postMessage(task)
      try {
        const [answer] = await once(worker, 'message', { signal: AbortSignal.timeout(longest) })
        return answer as Answer
      } catch {
        await close()
        return undefined
      }
    },
    close,
  }
}

function started(address: URL): Worker {
  const worker = new Worker(address, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY } })
  // What it cannot do is told to who asked; when nobody asks any more, it is nobody's.
  worker.on('error', () => undefined)
  return worker
}
