import type { App } from '../../../app/app.ts'
import type { TextId } from '../../../domain/entry.ts'
import type { Texts } from '../../../report/meeting/minutes.ts'

/** Texts of the log in clear; one that is not held any more is not among them. */
export async function textsRead(app: App, ids: readonly TextId[]): Promise<Texts> {
  const read = await Promise.all([...new Set(ids)].map(async (id) => [id, await app.text(id)] as const))
  return new Map(read.flatMap(([id, text]) => (text === undefined ? [] : [[id, text]])))
}
