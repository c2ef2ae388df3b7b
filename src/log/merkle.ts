import { taggedHash } from './commitment.ts'

/** The leaf of an entry in the log's Merkle tree: SHA-256(0x00 ‖ envelope), hex. Source: RFC 9162, 2.1.1. */
export function leafOf(envelope: string): string {
  return taggedHash(0x00, '', envelope)
}
