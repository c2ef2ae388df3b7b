import type { DatabaseSync } from 'node:sqlite'
import type { Instant, SecretHash } from './people.ts'
import type { ShareLink, ShareUse } from './share-links.ts'
import { every } from './sqlite-read.ts'

type Row = Omit<ShareLink, 'revokedAt'> & { readonly revokedAt: Instant | null }

const linkOf = ({ revokedAt, ...link }: Row): ShareLink => ({ ...link, ...(revokedAt === null ? {} : { revokedAt }) })

/** The statements of one connection about share links; an account '' is anybody's. */
export function shareRows(db: DatabaseSync) {
  const columns = 'id, account, document, file, made_at as madeAt, expires_at as expiresAt, revoked_at as revokedAt'
  const add = db.prepare('insert into share_link values (?, ?, ?, ?, ?, ?, ?, null)')
  const find = db.prepare(`select ${columns} from share_link where hash = ?`)
  const all = db.prepare(`select ${columns} from share_link where ? = '' or account = ? order by made_at desc, id`)
  const revoke = db.prepare(`
    update share_link set revoked_at = ? where id = ? and revoked_at is null and (? = '' or account = ?)`)
  const use = db.prepare('insert into share_use values (?, ?, ?)')
  const uses = db.prepare('select at, client from share_use where link = ? order by at desc')
  return {
    addShareLink: ({ id, account, document, file, madeAt, expiresAt }: ShareLink, hash: SecretHash) =>
      void add.run(id, hash, account, document, file, madeAt, expiresAt),
    shareLink: (hash: SecretHash): ShareLink | undefined => {
      const row = find.get(hash) as Row | undefined
      return row && linkOf({ ...row })
    },
    shareLinks: (account: string) => every<Row>(all, account, account).map(linkOf),
    revokeShareLink: (id: string, account: string, now: Instant) => revoke.run(now, id, account, account).changes === 1,
    useShareLink: (id: string, client: string, now: Instant) => void use.run(id, now, client),
    shareUses: (id: string) => every<ShareUse>(uses, id),
  }
}
