import { createHash, randomBytes } from 'node:crypto'
import type { SecretHash } from '../../log/people.ts'

/** A secret as it is handed out, and what is kept of it. */
export type Secret = { readonly secret: string; readonly hash: SecretHash }

/** 256 random bits as base64url. */
export function newSecret(): Secret {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: hashOf(secret) }
}

/** A secret of 256 random bits cannot be guessed from its hash, so it needs no salt and no slow hash. */
export const hashOf = (secret: string): SecretHash => createHash('sha256').update(secret).digest('hex')
