import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's root, above the running file wherever the build put it: where `codes/` and `data/` lie. */
export function rootAbove(fileUrl: string): string {
  let directory = dirname(fileURLToPath(fileUrl))
  while (!existsSync(join(directory, 'codes'))) {
    const parent = dirname(directory)
    if (parent === directory) throw new Error(`no folder "codes" above ${fileURLToPath(fileUrl)}: the checkout is incomplete`)
    directory = parent
  }
  return directory
}
