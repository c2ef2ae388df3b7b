import type { DatabaseSync } from 'node:sqlite'
import { log0001 } from './migrations/0001-log.ts'
import { people0002 } from './migrations/0002-people.ts'
import { visits0003 } from './migrations/0003-visits.ts'
import { responseDrafts0004 } from './migrations/0004-response-drafts.ts'
import { notices0005 } from './migrations/0005-notices.ts'
import { noticeTries0006 } from './migrations/0006-notice-tries.ts'
import { shareLinks0007 } from './migrations/0007-share-links.ts'
import { contacts0008 } from './migrations/0008-contacts.ts'
import { timedMails0009 } from './migrations/0009-timed-mails.ts'

/** In order, forward only, one transaction each. The number of those done is the file's `user_version`. */
const migrations: readonly string[] = [
  log0001,
  people0002,
  visits0003,
  responseDrafts0004,
  notices0005,
  noticeTries0006,
  shareLinks0007,
  contacts0008,
  timedMails0009,
]

export const currentSchema = migrations.length

/** 'Cdcl': what tells a log from any other program's SQLite file. */
export const APPLICATION_ID = 0x4364636c

/** The number of the file's schema; 0 for a new one. */
export function schemaOf(db: DatabaseSync): number {
  return Number(db.prepare('pragma user_version').get()?.user_version)
}

/** Brings a file up to the current schema. Killed at any moment, it leaves whole migrations only, and the next start goes on. */
export function migrate(db: DatabaseSync): void {
  while (schemaOf(db) < currentSchema) {
    db.exec('begin immediate')
    try {
      step(db)
      db.exec('commit')
    } catch (error) {
      if (db.isTransaction) db.exec('rollback')
      throw error
    }
  }
}

/** Looks again under the lock: another process may have come first. */
function step(db: DatabaseSync) {
  const done = schemaOf(db)
  const next = migrations[done]
  if (next === undefined) return
  db.exec(next)
  db.exec(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${done + 1}`)
}
