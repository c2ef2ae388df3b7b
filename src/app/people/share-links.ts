import { randomUUID } from 'node:crypto'
import type { FileId } from '../../domain/entry.ts'
import type { Account } from '../../log/people.ts'
import type { ShareLink } from '../../log/share-links.ts'
import type { AppPeople } from './people.ts'
import { hashOf, newSecret } from './secret.ts'
import { earlier } from './sessions.ts'

const DAY = 86_400_000
/** For how many days a link may be good: long enough for a colleague on leave, and no standing way in. */
export const shareDays = [1, 3, 7, 14] as const

/** Makes a link to one version of a document. It is told this once, and cannot be read again. */
export async function makeShareLink(
  people: AppPeople,
  account: Account,
  { document, file, days }: { readonly document: string; readonly file: FileId; readonly days: (typeof shareDays)[number] },
): Promise<string> {
  const { secret, hash } = newSecret()
  const madeAt = people.now()
  await people.addShareLink(
    { id: randomUUID(), account: account.id, document, file, madeAt, expiresAt: earlier(madeAt, -days * DAY) },
    hash,
  )
  return secret
}

/** A link that opens something still, with the account whose rights it has: unknown, ended and revoked are alike. */
export async function liveShareLink(
  people: AppPeople,
  secret: string,
): Promise<{ readonly link: ShareLink; readonly account: Account } | undefined> {
  const link = await people.shareLink(hashOf(secret))
  if (!link || link.revokedAt !== undefined || link.expiresAt <= people.now()) return undefined
  const account = await people.account(link.account)
  return account && !account.disabled ? { link, account } : undefined
}
