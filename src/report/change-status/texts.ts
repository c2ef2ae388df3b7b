import type { TextId } from '../../domain/entry.ts'
import type { ChangeStatusModel } from './model.ts'
import type { TextOf } from './rendering.ts'

/** The texts that a report quotes (the issues of new proposals), read before it is printed. */
export async function textsOf(model: ChangeStatusModel, read: (id: TextId) => Promise<string | undefined>): Promise<TextOf> {
  const ids = model.define.proposals.flatMap(({ issue }) => (issue === 'unknown' ? [] : [issue]))
  const texts = new Map(await Promise.all(ids.map(async (id) => [id, await read(id)] as const)))
  return (id) => texts.get(id)
}
