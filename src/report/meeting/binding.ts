import { openThread } from '../paper/thread.ts'
import type { BindAnswer, BindTask, ReadAnswer, ReadTask } from './binder.ts'

/** In milliseconds: what one file may take to be read, and all of them to be bound. */
const LONGEST = { read: 20_000, bind: 120_000 } as const
/** A thread that reads and binds PDFs: where a file takes too long or too much, it ends, and the next file gets another. */
export function openBinding(longest: Readonly<Record<'read' | 'bind', number>> = LONGEST) {
  const { asked, close } = openThread('./binder', import.meta.url)
  return {
    read: async (bytes: Uint8Array, most: number): Promise<ReadAnswer> =>
      (await asked<ReadAnswer>({ task: 'read', bytes, most } satisfies ReadTask, longest.read)) ?? {
        left: 'it takes too long, or too much memory, to be read',
      },
    bind: async (into: Uint8Array, parts: BindTask['parts']): Promise<Uint8Array> => {
      const answer = await asked<BindAnswer>({ task: 'bind', into, parts } satisfies BindTask, longest.bind)
      if (!answer) throw new Error('the pack cannot be bound: it takes too long, or too much memory')
      return answer.bytes
    },
    close,
  }
}
