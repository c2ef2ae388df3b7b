import type { Subject } from '../../domain/entry.ts'
import { modifications, type Register } from '../../domain/register.ts'
import type { App } from '../app.ts'

/** The summaries in plain English, by modification, where somebody wrote one and it can be read. */
export async function summariesIn(app: Pick<App, 'text'>, register: Register): Promise<ReadonlyMap<Subject, string>> {
  const written = modifications(register).flatMap(({ subject, state }) => (state.plain ? [[subject, state.plain.value.text] as const] : []))
  const texts = await Promise.all(written.map(async ([subject, id]) => [subject, await app.text(id)] as const))
  return new Map(texts.flatMap(([subject, text]) => (text === undefined ? [] : [[subject, text] as const])))
}
