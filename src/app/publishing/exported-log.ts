import type { Moment } from '../../domain/calendar/moment.ts'
import type { Entry, TextId } from '../../domain/entry.ts'
import { type Reader, seenBy } from '../../domain/reader.ts'
import { refused, type Verdict } from '../../domain/refusal.ts'
import { commitmentOf } from '../../log/commitment.ts'
import { unsealExported } from '../../log/envelope.ts'
import { LogError } from '../../log/log-error.ts'
import { leafOf } from '../../log/merkle.ts'
import type { App } from '../app.ts'

/**
 * A log outside of the register, one line of JSON for each thing: first what it is, then every envelope with the bodies that its reader may
 * see, then the texts that these name. Who typed an entry is in none.
 */
const FORMAT = 'codicil-log/1'

/** What a paper is checked against: the entries and texts that somebody has, and the leaf of every entry. */
export type LogEvidence = {
  readonly code: string
  readonly entries: readonly Entry[]
  readonly leaves: readonly string[]
  readonly read: (id: TextId) => Promise<string | undefined>
}

/** The lines of an export for a reader. */
export async function* exportLines(app: App, reader: Reader, now: Moment): AsyncGenerator<string> {
  const sealed = await app.log.sealed()
  const seen = seenBy(app.live.entries, reader, now)
  const bodies = new Set(seen.map(({ position }) => position))
  yield JSON.stringify({ format: FORMAT, code: app.code, entries: sealed.length, clearance: reader.clearance })
  for (const { position, envelope, body } of sealed)
    yield JSON.stringify({ position, envelope, ...(body && bodies.has(position) ? { body } : {}) })
  for (const id of textsNamed(seen)) {
    const text = await app.log.saltedText(id)
    if (text) yield JSON.stringify({ text: id, salt: hex(text.salt), bytes: Buffer.from(text.bytes).toString('base64') })
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** The texts of events; what shows that a thing happened is not published. */
function textsNamed(entries: readonly Entry[]): ReadonlySet<TextId> {
  const ids = new Set<TextId>()
  JSON.stringify(
    entries.map(({ event }) => event),
    (_, value: unknown) => {
      if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) ids.add(value as TextId)
      return value
    },
  )
  return ids
}

/** The log itself, for who sits at its machine. */
export async function evidenceInLog(app: App): Promise<LogEvidence> {
  const known = app.live.entries.length
  return { code: app.code, entries: app.live.entries, leaves: await app.log.leaves(known), read: app.text }
}

type Line = {
  readonly format?: string
  readonly code?: string
  readonly position?: number
  readonly envelope?: string
  readonly body?: { readonly salt: string; readonly bytes: string }
  readonly text?: string
  readonly salt?: string
  readonly bytes?: string
}

/** Reads an export, every commitment checked. Refused in one line where something in it is not what it says. */
export function evidenceInExport(name: string, content: string): Verdict<LogEvidence> {
  const lines = content.split('\n').filter((line) => line.trim() !== '')
  const read = lines.map(parsed)
  const wrong = read.indexOf(undefined)
  if (wrong >= 0) return notExport(`${name}, line ${wrong + 1}, is not JSON`)
  const [head, ...rest] = read as Line[]
  if (head?.format !== FORMAT) return notExport(`${name} does not begin as an export of a log does`)
  try {
    return { code: head.code ?? '', ...contentsOf(name, rest) }
  } catch (error) {
    if (error instanceof LogError) return notExport(error.message)
    throw error
  }
}

function contentsOf(name: string, lines: readonly Line[]): Pick<LogEvidence, 'entries' | 'leaves' | 'read'> {
  const entries: Entry[] = []
  const leaves: string[] = []
  const texts = new Map<string, string>()
  for (const { position, envelope, body, text, salt, bytes } of lines) {
    if (envelope !== undefined) {
      const leaf = leafOf(envelope)
      if (position !== leaves.length + 1) throw new LogError(`${name} has entry ${position} where ${leaves.length + 1} is expected.`)
      leaves.push(leaf)
      if (body) entries.push(unsealExported(name, { position, envelope, leaf, body }))
    } else if (text !== undefined && salt !== undefined && bytes !== undefined) {
      const content = Buffer.from(bytes, 'base64')
      if (commitmentOf(Buffer.from(salt, 'hex'), content) !== text)
        throw new LogError(`${name} has a text that does not match its id ${text}.`)
      texts.set(text, content.toString('utf8'))
    }
  }
  return { entries, leaves, read: async (id) => texts.get(id) }
}

function parsed(line: string): Line | undefined {
  try {
    return JSON.parse(line) as Line
  } catch {
    return undefined
  }
}

const notExport = (why: string) => refused(why, [], ['make it with ./codicil export'])
