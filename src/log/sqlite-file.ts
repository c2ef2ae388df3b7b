import { mkdirSync, type Stats, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { LogError } from './log-error.ts'
import { APPLICATION_ID, currentSchema, migrate, schemaOf } from './migrations.ts'
import { said } from './sqlite-error.ts'

/** How long opening waits for another process that sets up the same file. */
const SETUP_MILLISECONDS = 10_000

/** Opens a log's file, or makes it with its folder. What is no log, or a newer one, is refused before anything is written. */
export function openFile(path: string, busyMilliseconds: number): DatabaseSync {
  const existing = lookAt(path)
  if (existing?.isDirectory()) throw new LogError(`${path} is a folder, not a log. Give the path of a file in it.`)
  if (!existing) makeFolder(path)
  const db = said(path, () => new DatabaseSync(path, { timeout: SETUP_MILLISECONDS }))
  try {
    said(path, () => prepare(db, path))
    db.exec(`pragma busy_timeout = ${busyMilliseconds}`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Which file lies at the path: another one after a backup was put back; undefined when there is none. */
export function identityOf(path: string): string | undefined {
  const found = lookAt(path)
  return found && `${found.dev}:${found.ino}`
}

function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw new LogError(`${path} cannot be reached. Check that this user may read and write the file and its folder.`, { cause: error })
  }
}

/** The file whose lock is the turnstile: empty for ever, and it may be deleted when nothing runs. */
export function openTurnstile(path: string, timeout: number): DatabaseSync {
  return said(path, () => new DatabaseSync(`${path}-turn`, { timeout }))
}

function prepare(db: DatabaseSync, path: string) {
  const schema = schemaOf(db)
  if (!isEmpty(db)) refuseForeign(db, path, schema)
  if (schema < currentSchema || journalOf(db) !== 'wal') setUp(db, path)
  // In WAL mode only FULL syncs at each commit: an acknowledged command is on disk.
  db.exec('pragma synchronous = full')
}

function refuseForeign(db: DatabaseSync, path: string, schema: number) {
  if (db.prepare('pragma application_id').get()?.application_id !== APPLICATION_ID)
    throw new LogError(`${path} is not a log: it is the SQLite file of another program. Give another path.`)
  if (schema > currentSchema)
    throw new LogError(
      `${path} was written by a newer Codicil (schema ${schema}, this one knows ${currentSchema}). Nothing was changed; start the newer one.`,
    )
}

/** One process at a time: the change to WAL does not wait for others as a transaction does. */
function setUp(db: DatabaseSync, path: string) {
  const turnstile = openTurnstile(path, SETUP_MILLISECONDS)
  try {
    turnstile.exec('begin immediate')
    db.exec('pragma journal_mode = wal')
    migrate(db)
  } finally {
    turnstile.close()
  }
}

function isEmpty(db: DatabaseSync): boolean {
  return db.prepare('select 1 from sqlite_schema limit 1').get() === undefined
}

function journalOf(db: DatabaseSync): unknown {
  return db.prepare('pragma journal_mode').get()?.journal_mode
}

function makeFolder(path: string) {
  const folder = dirname(path)
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new LogError(`${path} cannot be made: its folder ${folder} is not there and cannot be made. Give another path.`, { cause: error })
  }
}
