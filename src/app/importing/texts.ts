import type { Entry, TextId } from '../../domain/entry.ts'
import type { Event } from '../../domain/events.ts'
import type { ImportedFact } from '../../domain/importing/facts.ts'
import { commitFile } from '../../log/commitment.ts'
import type { SaltedText } from '../../log/log.ts'
import type { PlainFact, PlainFile, PlainText } from './plain-fact.ts'

/**
 * Replaces each text and each file in clear by its commitment. A fact that is in the log with the same text in the same field keeps its commitment, so
 * that importing it twice changes nothing; `texts` are the new ones only. Two facts never share a text, so that each can be erased alone.
 * `known` tells the last entry of a fact in the log; `readText` is undefined for a text that was erased.
 */
export async function withTexts(
  facts: readonly PlainFact[],
  known: (factId: string) => Entry | undefined,
  readText: (id: TextId) => Promise<string | undefined>,
  commit: (text: string) => SaltedText,
  readFile: (id: TextId) => Promise<Uint8Array | undefined> = async () => undefined,
): Promise<{ readonly facts: readonly ImportedFact[]; readonly texts: readonly SaltedText[] }> {
  const texts: SaltedText[] = []
  const commitmentTo = async (text: string, before: unknown): Promise<TextId> => {
    if (typeof before === 'string' && (await readText(before as TextId)) === text) return before as TextId
    const salted = commit(text)
    texts.push(salted)
    return salted.id
  }
  const commitmentToFile = async (base64: string, before: unknown): Promise<TextId> => {
    const bytes = Buffer.from(base64, 'base64')
    const held = typeof before === 'string' ? await readFile(before as TextId) : undefined
    if (held && bytes.equals(held)) return before as TextId
    const salted = commitFile(bytes)
    texts.push(salted)
    return salted.id
  }
  const committed: ImportedFact[] = []
  for (const fact of facts)
    committed.push({ ...fact, event: await replaced(fact, known(fact.fact)?.event, { text: commitmentTo, file: commitmentToFile }) })
  return { facts: committed, texts }
}

async function replaced(
  { event }: PlainFact,
  before: Event | null | undefined,
  commitmentTo: Readonly<Record<'text' | 'file', (clear: string, before: unknown) => Promise<TextId>>>,
): Promise<Event | null> {
  if (event === null) return null
  const earlier: Record<string, unknown> = before?.type === event.type ? before : {}
  const fields = Object.entries(event).map(async ([key, value]): Promise<[string, unknown]> => {
    if (isPlainText(value)) return [key, await commitmentTo.text(value.text, earlier[key])]
    return [key, isPlainFile(value) ? await commitmentTo.file(value.base64, earlier[key]) : value]
  })
  return Object.fromEntries(await Promise.all(fields)) as Event
}

/** The only object of an event with the single key `text`; texts are fields of the event itself, never deeper. */
function isPlainText(value: unknown): value is PlainText {
  return typeof value === 'object' && value !== null && 'text' in value && Object.keys(value).length === 1
}

/** Likewise with the single key `base64`. */
function isPlainFile(value: unknown): value is PlainFile {
  return typeof value === 'object' && value !== null && 'base64' in value && Object.keys(value).length === 1
}
