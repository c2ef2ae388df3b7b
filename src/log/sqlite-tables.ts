import type { DatabaseSync } from 'node:sqlite'
import { LogError } from './log-error.ts'
import { said, spoken } from './sqlite-error.ts'
import { identityOf, openFile, openTurnstile } from './sqlite-file.ts'
import { withLock } from './sqlite-lock.ts'

/** Ordinary tables in the log's file, over a connection of their own: rows change and go, and no register is folded from them. */
export type Tables<Rows> = {
  readonly read: <T>(work: (rows: Rows) => T) => Promise<T>
  /** Under the lock of the log, since both write to one file; an exception undoes it. */
  readonly write: <T>(work: (rows: Rows) => T) => Promise<T>
  readonly close: () => Promise<void>
}

type Connection<Rows> = { readonly db: DatabaseSync; readonly rows: Rows; readonly identity: string | undefined }

/** `rowsOf` prepares the statements of a connection; `gone` is what a file that is missing means. Throws LogError. */
export function openTables<Rows>(
  path: string,
  rowsOf: (db: DatabaseSync) => Rows,
  { gone, busyMilliseconds = 100 }: { readonly gone: string; readonly busyMilliseconds?: number | undefined },
): Tables<Rows> {
  let open = connect()
  let turnstile: DatabaseSync | undefined
  let last: Promise<unknown> = Promise.resolve()

  function connect(): Connection<Rows> {
    const db = openFile(path, busyMilliseconds)
    return { db, rows: said(path, () => rowsOf(db)), identity: identityOf(path) }
  }

  /** The connection to the file that lies there now: after a backup was put back, a new one. */
  function current(): Connection<Rows> {
    const identity = identityOf(path)
    if (identity === undefined) throw new LogError(`${path} is gone. ${gone}; put it back.`)
    if (identity === open.identity) return open
    const next = connect()
    open.db.close()
    open = next
    return open
  }

  function inTurn<T>(work: () => Promise<T> | T): Promise<T> {
    const mine = last.then(work).catch((error) => {
      throw spoken(path, error)
    })
    last = mine.catch(() => undefined)
    return mine
  }

  return {
    read: async (work) => said(path, () => work(current().rows)),
    write: (work) =>
      inTurn(() => {
        turnstile ??= openTurnstile(path, busyMilliseconds)
        return withLock(
          turnstile,
          path,
          () => current().db,
          () => transact(open, work),
        )
      }),
    close: () =>
      inTurn(() => {
        turnstile?.close()
        open.db.close()
      }),
  }
}

function transact<Rows, T>({ db, rows }: Connection<Rows>, work: (rows: Rows) => T): T {
  try {
    const result = work(rows)
    db.exec('commit')
    return result
  } finally {
    if (db.isTransaction) db.exec('rollback')
  }
}
