// What the shared suite of logs needs of an engine; a new engine is one row in `engines`.
import { copyFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Clock, openLog } from './open-log.ts'
import { systemClock } from './samples.ts'

export type Engine = { readonly name: string; readonly makePlace: () => Place }

/** Where one log of one test lies. */
export type Place = {
  /** What another process needs to open the same log. */
  readonly address: string
  readonly open: (clock?: Clock) => ReturnType<typeof openLog>
  /** Behind the log's back, as somebody with the database's own tool would. */
  readonly execute: (sql: string) => void
  /** Flips a bit of the last byte of this text where the closed log keeps it. */
  readonly damage: (text: string) => void
  /** Keeps a copy of the closed log; the answer puts it in the place of what is there then. */
  readonly keepCopy: () => () => void
  readonly discard: () => void
}

const sqlite: Engine = {
  name: 'sqlite',
  makePlace() {
    const folder = mkdtempSync(join(tmpdir(), 'codicil-log-'))
    const path = join(folder, 'log.sqlite')
    return {
      address: path,
      open: (clock = systemClock) => openLog('sqlite', path, clock),
      execute: (sql) => executeIn(path, sql),
      damage: (text) => flip(path, text),
      keepCopy: () => copyOf(path),
      discard: () => rmSync(folder, { recursive: true, force: true }),
    }
  },
}

export const engines: readonly Engine[] = [sqlite]

function executeIn(path: string, sql: string) {
  const db = new DatabaseSync(path)
  try {
    db.exec(sql)
  } finally {
    db.close()
  }
}

function flip(path: string, text: string) {
  const bytes = readFileSync(path)
  const at = bytes.indexOf(text)
  if (at < 0 || bytes.indexOf(text, at + 1) >= 0) throw new Error(`expected ${JSON.stringify(text)} once in ${path}`)
  const last = at + Buffer.byteLength(text) - 1
  bytes[last] = (bytes[last] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

function copyOf(path: string) {
  copyFileSync(path, `${path}.copy`)
  return () => {
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
    renameSync(`${path}.copy`, path)
  }
}
