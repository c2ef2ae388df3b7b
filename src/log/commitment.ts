import { hash, randomBytes } from 'node:crypto'
import type { FileId, TextId } from '../domain/entry.ts'
import type { SaltedText } from './log.ts'

const SALT_BYTES = 32

/** A canonical text and its salt (hex): what lies behind a commitment in an envelope. */
export type Part = { readonly salt: string; readonly bytes: string }

/** Commits to bytes with a fresh salt, so that what is short cannot be guessed from its published commitment. `id` is hex. */
export function commit(bytes: Uint8Array): { readonly id: string; readonly salt: Uint8Array } {
  const salt = randomBytes(SALT_BYTES)
  return { id: commitmentOf(salt, bytes), salt }
}

/** SHA-256(0x02 ‖ salt ‖ bytes), hex. 0x02 keeps it apart from RFC 9162's leaves (0x00) and nodes (0x01). */
export function commitmentOf(salt: Uint8Array, bytes: Uint8Array): string {
  return hash('sha256', Buffer.concat([Buffer.of(0x02), salt, bytes]))
}

/** A text with the id by which an event names it. */
export function commitText(text: string): SaltedText {
  const bytes = Buffer.from(text, 'utf8')
  const { id, salt } = commit(bytes)
  return { id: id as TextId, salt, bytes }
}

/** The bytes of a file with the id by which an event names them. */
export function commitFile(bytes: Uint8Array): SaltedText & { readonly id: FileId } {
  const { id, salt } = commit(bytes)
  return { id: id as FileId, salt, bytes }
}

/** A part with a fresh salt, and its commitment. */
export function commitPart(bytes: string): { readonly id: string; readonly part: Part } {
  const salt = randomBytes(SALT_BYTES).toString('hex')
  return { id: partCommitment({ salt, bytes }), part: { salt, bytes } }
}

export function partCommitment(part: Part): string {
  return taggedHash(0x02, part.salt, part.bytes)
}

let scratch = Buffer.alloc(64 * 1024)

/** SHA-256(tag ‖ salt ‖ text), hex, in one buffer that is used again: a load takes three of these for each entry. */
export function taggedHash(tag: number, salt: string, text: string): string {
  const needed = 1 + salt.length / 2 + 3 * text.length
  if (needed > scratch.length) scratch = Buffer.alloc(2 * needed)
  scratch[0] = tag
  const start = 1 + scratch.write(salt, 1, 'hex')
  return hash('sha256', scratch.subarray(0, start + scratch.write(text, start, 'utf8')))
}
