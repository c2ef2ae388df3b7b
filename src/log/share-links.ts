import type { FileId } from '../domain/entry.ts'
import type { Instant, SecretHash } from './people.ts'

/** By this link one version of a document is read without an account, until it ends. `file` names the version. */
export type ShareLink = {
  readonly id: string
  readonly account: string
  /** Its id: what follows `document/`. */
  readonly document: string
  readonly file: FileId
  readonly madeAt: Instant
  readonly expiresAt: Instant
  readonly revokedAt?: Instant
}

/** Once it was read: when, and from where as far as the network tells. */
export type ShareUse = { readonly at: Instant; readonly client: string }

/** Links that were made, and each use of them: nothing of it is ever deleted. */
export type ShareLinks = {
  readonly addShareLink: (link: ShareLink, hash: SecretHash) => Promise<void>
  readonly shareLink: (hash: SecretHash) => Promise<ShareLink | undefined>
  /** The latest first; of everybody where no account is named. */
  readonly shareLinks: (account?: string) => Promise<readonly ShareLink[]>
  /** Whether there was such a link, of this account where one is named, that was not revoked before. */
  readonly revokeShareLink: (id: string, account?: string) => Promise<boolean>
  readonly useShareLink: (id: string, client: string) => Promise<void>
  readonly shareUses: (id: string) => Promise<readonly ShareUse[]>
}
