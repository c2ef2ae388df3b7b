import type { TextId } from '../../../domain/entry.ts'
import type { Texts } from '../../../report/meeting/minutes.ts'
import type { SiteApp } from '../../context.ts'

/** Texts of the log in clear; one that is not held any more is not among them. */
export async function textsRead(app: SiteApp, ids: readonly TextId[]): Promise<Texts> {
  const read = await Promise.all([...new Set(ids)].map(async (id) => [id, await app.text(id)] as const))
  return new Map(read.flatMap(([id, text]) => (text === undefined ? [] : [[id, text]])))
}
