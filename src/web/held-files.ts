import { randomUUID } from 'node:crypto'
import type { WrittenFiles } from '../app/acting/read-act.ts'

/**
 * Files that came with a form which is shown again, for who sent them: a browser keeps none, and they need not be chosen twice. In memory
 * alone, and of the last forms only: what is gone is chosen again.
 */
export type HeldFiles = {
  /** Keeps them, and gives the name by which the form asks for them; undefined where there are none, or too many. */
  readonly hold: (account: string, files: WrittenFiles) => string | undefined
  /** What was kept for this account under this name; nothing where it is another's, or gone. */
  readonly held: (account: string, name: string) => WrittenFiles
}

/** In letters of base64, of all that is kept. */
const MOST = 64_000_000

export function heldFiles(most = MOST): HeldFiles {
  const kept = new Map<string, { readonly account: string; readonly files: WrittenFiles; readonly size: number }>()
  const total = () => [...kept.values()].reduce((sum, { size }) => sum + size, 0)
  return {
    hold: (account, files) => {
      const size = Object.values(files).reduce((sum, { base64 }) => sum + base64.length, 0)
      if (size === 0 || size > most) return undefined
      for (const [oldest] of kept) if (total() + size > most) kept.delete(oldest)
      const name = randomUUID()
      kept.set(name, { account, files, size })
      return name
    },
    held: (account, name) => {
      const found = kept.get(name)
      return found?.account === account ? found.files : {}
    },
  }
}
