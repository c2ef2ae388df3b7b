import type { Written, WrittenFiles } from '../app/acting/read-act.ts'
import { LARGEST_FILE } from '../app/files/content.ts'
import type { PageContext } from './context.ts'

/** In bytes, as they are sent: a file in base64 is a third longer than it is. */
export const LARGEST_UPLOAD = Math.ceil((4 * LARGEST_FILE) / 3) + 1_000_000

/**
 * A form as it was sent: what was written, and the files that were chosen, now or when it was sent before. A field of a file that was left
 * empty is left out.
 */
export type WrittenForm = { readonly written: Written; readonly files: WrittenFiles }

export async function writtenForm(context: PageContext): Promise<WrittenForm> {
  const written: Record<string, string | readonly string[]> = {}
  const files: Record<string, WrittenFiles[string]> = {}
  for (const [name, value] of Object.entries(await context.req.parseBody({ all: true }))) {
    const all = [value].flat()
    const chosen = all.find((each): each is File => each instanceof File && (each.size > 0 || each.name !== ''))
    if (chosen) files[name] = { name: chosen.name, base64: Buffer.from(await chosen.arrayBuffer()).toString('base64') }
    const texts = all.filter((each): each is string => typeof each === 'string')
    if (texts.length > 0) written[name] = texts.length === 1 ? (texts[0] as string) : texts
  }
  const { held, ...rest } = written
  const { account, site } = context.var
  const before = account && typeof held === 'string' ? site.heldFiles.held(account.id, held) : {}
  return { written: rest, files: { ...before, ...files } }
}
