import canonicalize from 'canonicalize'
import type { Entry } from '../domain/entry.ts'
import { same } from '../domain/same.ts'
import { upcast } from '../domain/upcast.ts'
import { commitPart, type Part, partCommitment } from './commitment.ts'
import type { KeptEntry } from './log.ts'
import { LogError } from './log-error.ts'
import { leafOf } from './merkle.ts'

/** The public part of an entry, hashed into the tree. `body` and `recorder` are salted commitments (hex). */
export type Envelope = Pick<Entry, 'position' | 'recordedAt' | 'recordedOn' | 'command'> & {
  readonly v: 1
  readonly code: string
  readonly body: string
  readonly recorder: string
}

/** An entry as the log keeps it: the envelope in canonical JSON (RFC 8785), its leaf (hex), and what its commitments hide. */
export type Sealed = {
  readonly position: number
  readonly envelope: string
  readonly leaf: string
  readonly body: Part
  readonly recorder: Part
}

/** What an engine found in its rows: a part is missing where its row is. */
export type Found = Omit<Sealed, 'body' | 'recorder'> & { readonly body: Part | undefined; readonly recorder: Part | undefined }

/** Seals an entry with fresh salts. Throws for what JSON cannot hold (NaN, a lone surrogate). */
export function seal(code: string, entry: Entry): Sealed {
  const { position, recordedAt, recordedOn, command, recorder: who, ...rest } = entry
  const body = commitPart(canonical(rest))
  const recorder = commitPart(who)
  const envelope: Envelope = { v: 1, code, position, recordedAt, recordedOn, command, body: body.id, recorder: recorder.id }
  const bytes = canonical(envelope)
  return { position, envelope: bytes, leaf: leafOf(bytes), body: body.part, recorder: recorder.part }
}

/**
 * The entry, its hashes checked and its event lifted to today's version. Throws LogError; `log` names the log in it.
 * `previous` is the entry before it, where that is at hand.
 */
export function unseal(log: string, found: Found, previous?: Entry): Entry {
  const envelope = envelopeOf(log, found)
  const { recorder } = found
  const body = bodyOf(log, found, envelope)
  if (!recorder || partCommitment(recorder) !== envelope.recorder)
    throw damaged(log, found.position, 'its recorder does not match its envelope')
  return entryOf(log, assembled(envelope, JSON.parse(body.bytes), recorder.bytes, previous))
}

/** An entry as an export has it: its hashes checked, without who typed it. */
export function unsealExported(log: string, found: KeptEntry): Entry {
  const envelope = envelopeOf(log, found)
  return entryOf(log, assembled(envelope, JSON.parse(bodyOf(log, found, envelope).bytes), '', undefined))
}

function envelopeOf(log: string, found: Pick<Found, 'position' | 'envelope' | 'leaf'>): Envelope {
  if (leafOf(found.envelope) !== found.leaf) throw damaged(log, found.position, 'its envelope does not match its leaf')
  const envelope = JSON.parse(found.envelope) as Envelope
  if (envelope.v !== 1) throw newer(log, found.position, `envelope version ${envelope.v} is not known here`)
  if (envelope.position !== found.position) throw damaged(log, found.position, `its envelope is that of entry ${envelope.position}`)
  return envelope
}

function bodyOf(log: string, { position, body }: Pick<Found, 'position' | 'body'>, envelope: Envelope): Part {
  if (!body || partCommitment(body) !== envelope.body) throw damaged(log, position, 'its body does not match its envelope')
  return body
}

function entryOf(log: string, entry: Writable): Entry {
  if (entry.event !== null) entry.event = lifted(log, entry.position, entry.event)
  return entry
}

type Writable = { -readonly [Key in keyof Entry]: Entry[Key] }

/** What an entry has in common with the one before it is kept once: a long log takes half the memory. */
function assembled(envelope: Envelope, entry: Writable, recorder: string, previous: Entry | undefined): Writable {
  entry.position = envelope.position
  entry.recordedAt = once(previous?.recordedAt, envelope.recordedAt)
  entry.recordedOn = once(previous?.recordedOn, envelope.recordedOn)
  entry.command = once(previous?.command, envelope.command)
  entry.recorder = once(previous?.recorder, recorder)
  entry.receivedAt = once(previous?.receivedAt, entry.receivedAt)
  entry.on = once(previous?.on, entry.on)
  entry.capacity = once(previous?.capacity, entry.capacity)
  if (entry.source) entry.source = once(previous?.source, entry.source)
  return entry
}

function once<T>(previous: T | undefined, value: T): T {
  return previous !== undefined && same(previous, value) ? previous : value
}

export function damaged(log: string, position: number, what: string): LogError {
  return new LogError(`${log} is damaged at entry ${position}: ${what}. Nothing of it is shown; put back a backup of the log.`)
}

function newer(log: string, position: number, what: string): LogError {
  return new LogError(`${log}, entry ${position}, was written by a newer Codicil: ${what}. Start that one, or upgrade this.`)
}

function lifted(log: string, position: number, event: { type: string; v: number }) {
  try {
    return upcast(event)
  } catch {
    throw newer(log, position, `event ${event.type} version ${event.v} is not known here`)
  }
}

function canonical(value: object): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('expected an object that JSON can hold')
  return text
}
