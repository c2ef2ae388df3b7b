import { randomUUID } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { LogError } from './log-error.ts'
import type { Instant, People } from './people.ts'
import { isTaken, said, spoken } from './sqlite-error.ts'
import { identityOf, openFile, openTurnstile } from './sqlite-file.ts'
import { withLock } from './sqlite-lock.ts'
import { type PeopleRows, peopleRowsOf } from './sqlite-people-rows.ts'

export type PeopleOptions = {
  /** The real instant: people sign in by the world's clock, whatever a demonstration's shows. */
  readonly now: () => Instant
  /** How long one try to write may block this process. */
  readonly busyMilliseconds?: number
}

type Connection = { readonly db: DatabaseSync; readonly rows: PeopleRows; readonly identity: string | undefined }

/** The people of a register, in the same file as its log, over a connection of their own. Throws LogError. */
export function openSqlitePeople(path: string, { now, busyMilliseconds = 100 }: PeopleOptions): People {
  let open = connect()
  let turnstile: DatabaseSync | undefined
  let last: Promise<unknown> = Promise.resolve()

  function connect(): Connection {
    const db = openFile(path, busyMilliseconds)
    return { db, rows: said(path, () => peopleRowsOf(db)), identity: identityOf(path) }
  }

  /** The connection to the file that lies there now: after a backup was put back, a new one. */
  function current(): Connection {
    const identity = identityOf(path)
    if (identity === undefined) throw new LogError(`${path} is gone. Nobody can sign in; put it back.`)
    if (identity === open.identity) return open
    const next = connect()
    open.db.close()
    open = next
    return open
  }

  const read = async <T>(work: (rows: PeopleRows) => T): Promise<T> => said(path, () => work(current().rows))

  function inTurn<T>(work: () => Promise<T> | T): Promise<T> {
    const mine = last.then(work).catch((error) => {
      throw spoken(path, error)
    })
    last = mine.catch(() => undefined)
    return mine
  }

  /** Under the lock of the log, since both write to one file; an exception undoes it. */
  const write = <T>(work: (rows: PeopleRows) => T): Promise<T> =>
    inTurn(() => {
      turnstile ??= openTurnstile(path, busyMilliseconds)
      return withLock(
        turnstile,
        path,
        () => current().db,
        () => transact(open, work),
      )
    })

  return {
    accounts: () => read((rows) => rows.accounts()),
    account: (id) => read((rows) => rows.account('id', id)),
    accountOfEmail: (email) => read((rows) => rows.account('email', email)),
    accountOfOidc: (identity) => read((rows) => rows.accountOfOidc(identity)),
    accountOfSample: (sample) => read((rows) => rows.account('sample', sample)),
    saveAccount: (account) => saved(write((rows) => rows.saveAccount(account))),
    bindOidc: (account, identity) => write((rows) => rows.bindOidc(account, identity)),
    shutOut: (account) => write((rows) => rows.shutOut(account)),

    addSession: (session) => write((rows) => rows.addSession(session)),
    session: (hash) => read((rows) => rows.session(hash)),
    touchSession: (hash, usedAt) => write((rows) => rows.touchSession(hash, usedAt)),
    endSession: (hash) => write((rows) => rows.endSession(hash)),

    addLink: (link) => write((rows) => rows.addLink(link)),
    link: (hash) => read((rows) => rows.link(hash)),
    takeLink: (hash) => write((rows) => rows.takeLink(hash)),
    forgetExpired: (expired) => write((rows) => rows.forgetExpired(expired)),

    addToken: (token) => write((rows) => rows.addToken(token)),
    tokensOf: (account) => read((rows) => rows.tokensOf(account)),
    token: (hash) => read((rows) => rows.token(hash)),
    revokeToken: (account, id) => write((rows) => rows.revokeToken(account, id)),

    saveDraft: (account, { id, ...told }) =>
      write((rows) => {
        const draft = { ...told, id: id ?? randomUUID(), savedAt: now() }
        if (id === undefined) rows.addDraft(account, draft)
        else if (!rows.changeDraft(account, draft)) return undefined
        return draft.id
      }),
    draftsOf: (account) => read((rows) => rows.draftsOf(account)),
    draft: (account, id) => read((rows) => rows.draft(account, id)),
    deleteDraft: (account, id) => write((rows) => rows.deleteDraft(account, id)),

    instruct: (account, seat, ahead, vote) => write((rows) => rows.instruct({ ...seat, ...ahead, ...vote, account, givenAt: now() })),
    instructionOf: (seat, ahead) => read((rows) => rows.instructionOf(seat, ahead)),
    instructionsFor: (body, modification) => read((rows) => rows.instructionsFor(body, modification)),
    withdrawInstruction: (seat, ahead) => write((rows) => rows.withdrawInstruction(seat, ahead)),

    close: () =>
      inTurn(() => {
        turnstile?.close()
        open.db.close()
      }),
  }
}

async function saved(saving: Promise<void>): Promise<'saved' | 'taken'> {
  try {
    await saving
    return 'saved'
  } catch (error) {
    if (isTaken(error)) return 'taken'
    throw error
  }
}

function transact<T>({ db, rows }: Connection, work: (rows: PeopleRows) => T): T {
  try {
    const result = work(rows)
    db.exec('commit')
    return result
  } finally {
    if (db.isTransaction) db.exec('rollback')
  }
}
