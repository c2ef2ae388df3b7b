import { hash } from 'node:crypto'
import { taggedHash } from './commitment.ts'

/** The leaf of an entry in the log's Merkle tree: SHA-256(0x00 ‖ envelope), hex. Source: RFC 9162, 2.1.1. */
export function leafOf(envelope: string): string {
  return taggedHash(0x00, '', envelope)
}

/** The root of the tree over these leaves (hex), hex. Source: RFC 9162, 2.1.1. */
export function rootOf(leaves: readonly string[]): string {
  if (leaves.length === 0) return hash('sha256', '')
  // Each step joins neighbours; one without a neighbour goes up as it is, which splits at the largest power of two as the RFC does.
  let level = leaves
  while (level.length > 1) level = joined(level)
  return level[0] as string
}

function joined(level: readonly string[]): readonly string[] {
  return Array.from({ length: Math.ceil(level.length / 2) }, (_, pair) => {
    const [left, right] = [level[2 * pair] as string, level[2 * pair + 1]]
    return right === undefined
      ? left
      : hash('sha256', Buffer.concat([Buffer.of(0x01), Buffer.from(left, 'hex'), Buffer.from(right, 'hex')]))
  })
}
