import type { DatabaseSync } from 'node:sqlite'
import { setImmediate } from 'node:timers/promises'
import { compareText, startOfDay } from '../domain/calendar/moment.ts'
import type { Entry, Proposed } from '../domain/entry.ts'
import { isRefused, type Refused, refused, type Verdict } from '../domain/refusal.ts'
import { damaged, seal, unseal } from './envelope.ts'
import type { Appended, AppendRequest, Caught, ClockRow, Cursor, Log, Stamp } from './log.ts'
import { LogError } from './log-error.ts'
import { said, spoken } from './sqlite-error.ts'
import { identityOf, openFile, openTurnstile } from './sqlite-file.ts'
import { withLock } from './sqlite-lock.ts'
import { type Head, type Rows, rowsOf } from './sqlite-rows.ts'

export type SqliteOptions = {
  /** Now, by the clock's row, which is read under the lock. */
  readonly clock: (row: ClockRow | undefined) => Stamp
  /** How long one try to write may block this process. */
  readonly busyMilliseconds?: number
}

type Decide = Parameters<Log['append']>[1]
type Connection = { readonly db: DatabaseSync; readonly rows: Rows; readonly identity: string | undefined }

/** The log in one SQLite file on a local disk, which any number of processes may share. Throws LogError. */
export function openSqliteLog(path: string, { clock, busyMilliseconds = 100 }: SqliteOptions): Log {
  let open = connect()
  let turnstile: DatabaseSync | undefined
  let last: Promise<unknown> = Promise.resolve()

  function connect(): Connection {
    const db = openFile(path, busyMilliseconds)
    return { db, rows: said(path, () => rowsOf(db, path)), identity: identityOf(path) }
  }

  /** The connection to the file that lies there now: after a backup was put back, a new one. */
  function current(): Connection {
    const identity = identityOf(path)
    if (identity === undefined) throw new LogError(`${path} is gone. Nothing more can be read or recorded; put it back.`)
    if (identity === open.identity) return open
    const next = connect()
    open.db.close()
    open = next
    return open
  }

  /** One after another, with the event loop in between, so that a long queue of commands stops nobody's reading. */
  function inTurn<T>(work: () => Promise<T> | T): Promise<T> {
    const mine = last.then(work).catch((error) => {
      throw spoken(path, error)
    })
    last = mine.then(setImmediate, () => setImmediate())
    return mine
  }

  /** Runs `work` in a transaction that holds the log's lock; a refusal or an exception undoes it. */
  function locked<T>(work: (rows: Rows) => T): Promise<T> {
    return inTurn(() => {
      turnstile ??= openTurnstile(path, busyMilliseconds)
      return withLock(
        turnstile,
        path,
        () => current().db,
        () => transact(open.db, path, () => work(open.rows)),
      )
    })
  }

  return {
    catchUp: async (cursor) => said(path, () => catchUpOutside(current(), cursor, path)),
    append: (request, decide) => locked((rows) => append(rows, clock, request, decide, path)),
    leaves: async (upTo) => said(path, () => current().rows.leaves(upTo)),
    sealed: async () => said(path, () => current().rows.sealed()),
    saltedText: async (id) => said(path, () => current().rows.saltedText(id)),
    text: async (id) => said(path, () => current().rows.text(id)),
    readClock: async () => said(path, () => current().rows.clock()),
    moveClock: (row) => locked((rows) => moveClock(rows, row, path)),
    close: () =>
      inTurn(() => {
        turnstile?.close()
        open.db.close()
      }),
  }
}

/** Acknowledged means that this returned: the commit is on disk. */
function transact<T>(db: DatabaseSync, log: string, work: () => T): T {
  try {
    const result = work()
    if (!isRefused(result)) commit(db, log)
    return result
  } finally {
    if (db.isTransaction) db.exec('rollback')
  }
}

function commit(db: DatabaseSync, log: string) {
  try {
    db.exec('commit')
  } catch (error) {
    const { message } = spoken(log, error) as Error
    throw new LogError(`${message} We cannot tell yet whether this was recorded: sending it again is safe.`, { cause: error })
  }
}

/** One statement where nothing is new; else one snapshot, so that another process' command is seen whole. */
function catchUpOutside({ db, rows }: Connection, cursor: Cursor, log: string): Caught {
  if (isAt(rows.head(), cursor)) return { entries: [], restarted: false, cursor }
  db.exec('begin')
  try {
    return catchUp(rows, rows.head(), cursor, log)
  } finally {
    db.exec('rollback')
  }
}

function catchUp(rows: Rows, head: Head, cursor: Cursor, log: string): Caught {
  if (isAt(head, cursor)) return { entries: [], restarted: false, cursor }
  const restarted = cursor.position > 0 && rows.leafAt(cursor.position) !== cursor.leaf
  if (head.leaf !== (rows.leafAt(head.position) ?? '')) throw damaged(log, head.position, 'it is not the one that the head names')
  const entries = rows.entries(restarted ? 1 : cursor.position + 1, head.position)
  return { entries, restarted, cursor: { position: head.position, leaf: head.leaf } }
}

function isAt(head: Head, cursor: Cursor): boolean {
  return head.position === cursor.position && head.leaf === cursor.leaf
}

function append(rows: Rows, clock: SqliteOptions['clock'], request: AppendRequest, decide: Decide, log: string): Verdict<Appended> {
  const known = rows.command(request.principal, request.key)
  if (known && known.requestHash !== request.requestHash) return keyUsed(request.key)
  const head = rows.head()
  const caught = catchUp(rows, head, request.cursor, log)
  if (known) return { entries: rows.entries(known.first, known.last), repeated: true, caught, cursor: caught.cursor }
  const stamp = notBefore(head, clock(rows.clock()))
  const proposed = decide(caught, stamp)
  if (isRefused(proposed)) return proposed
  return { ...record(rows, head, stamp, request, proposed, log), repeated: false, caught }
}

function record(rows: Rows, head: Head, stamp: Stamp, request: AppendRequest, proposed: readonly Proposed[], log: string) {
  const first = head.position + 1
  const sealed = proposed.map((each, index) => seal(request.code, entryOf(each, first + index, `c${first}`, stamp, request.recorder)))
  for (const text of request.texts) rows.addText(text)
  for (const each of sealed) rows.insert(each)
  rows.addCommand(request, first, head.position + sealed.length)
  const cursor = sealed.at(-1) ?? head
  if (cursor !== head) rows.moveHead({ ...cursorOf(cursor), recordedAt: stamp.instant, recordedOn: stamp.day })
  // Read as any other process will read them, so that all replay the same.
  return { entries: sealed.map((each) => unseal(log, each)), cursor: cursorOf(cursor) }
}

/** A command is named by its first position. */
function entryOf({ refills, ...told }: Proposed, position: number, command: string, stamp: Stamp, recorder: string): Entry {
  return { ...told, place: refills ?? position, position, recordedAt: stamp.instant, recordedOn: stamp.day, command, recorder }
}

const cursorOf = ({ position, leaf }: Cursor): Cursor => ({ position, leaf })

/** The stamp, held back by the head: neither time of recording ever decreases, whatever the clock does. */
function notBefore(head: Head, stamp: Stamp): Stamp {
  const instant = stamp.instant > head.recordedAt ? stamp.instant : head.recordedAt
  if (head.recordedOn === '' || stamp.day >= head.recordedOn) return { ...stamp, instant }
  const start = startOfDay(head.recordedOn)
  return { instant, day: head.recordedOn, moment: compareText(stamp.moment, start) < 0 ? start : stamp.moment }
}

function keyUsed(key: string): Refused {
  return refused('this key was used for another request', [key], ['send the other request with a key of its own'])
}

function moveClock(rows: Rows, row: ClockRow, log: string): void {
  const now = rows.clock()
  if (now && row.shows < now.shows)
    throw new LogError(`The clock of ${log} shows ${now.shows} and only moves forward. Give a later moment than ${row.shows}.`)
  if (now?.shows !== row.shows) rows.setClock(row)
}
