// What only an SQLite file can meet: what else lies at its path, other schemas, and its own schema for readers.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beginning } from '../../src/log/log.ts'
import { LogError } from '../../src/log/log-error.ts'
import { currentSchema, migrate, schemaOf } from '../../src/log/migrations.ts'
import { openSqliteLog } from '../../src/log/sqlite.ts'
import { request, systemClock, titled } from './samples.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'codicil-log-'))
  path = join(folder, 'log.sqlite')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (at = path) => openSqliteLog(at, { clock: systemClock })

describe('opening', () => {
  it('makes a missing folder', async () => {
    const deep = join(folder, 'a/b/log.sqlite')
    await open(deep).close()
    expect(readdirSync(join(folder, 'a/b'))).toContain('log.sqlite')
  })

  it('refuses a folder', () => {
    expectLine(() => open(folder), `${folder} is a folder, not a log`)
  })

  it('refuses a path below a file', () => {
    writeFileSync(path, '')
    expectLine(() => open(join(path, 'log.sqlite')), `its folder ${path} is not there and cannot be made`)
  })

  it.each([
    ['short', 'hello'],
    ['long', 'hello '.repeat(10_000)],
  ])('refuses a %s file that is not SQLite, and leaves it as it was', (_, content) => {
    writeFileSync(path, content)
    expectLine(() => open(), `${path} is not a log: it is no SQLite file`)
    expect(readFileSync(path, 'utf8')).toBe(content)
  })

  it("refuses another program's SQLite file, and leaves it as it was", () => {
    write('create table song (title text); pragma user_version = 1')
    const before = readFileSync(path)
    expectLine(() => open(), `${path} is not a log: it is the SQLite file of another program`)
    expect(readFileSync(path)).toEqual(before)
  })

  it('refuses a newer schema, and leaves it as it was', async () => {
    await open().close()
    write('pragma user_version = 99')
    const before = readFileSync(path)
    expectLine(() => open(), `${path} was written by a newer Codicil (schema 99, this one knows ${currentSchema}). Nothing was changed`)
    expect(readFileSync(path)).toEqual(before)
  })

  it('refuses a folder that this user may not write, with a log in it or without', async () => {
    await open().close()
    chmodSync(folder, 0o555)
    asNobody(() => {
      expectLine(() => open(), `${path} cannot be opened. Check that this user may read and write`)
      expectLine(() => open(join(folder, 'new.sqlite')), 'new.sqlite cannot be opened. Check that this user may read and write')
      expectLine(() => open(join(folder, 'deep/new.sqlite')), `its folder ${join(folder, 'deep')} is not there and cannot be made`)
    })
    chmodSync(folder, 0o755)
  })

  it('says that a log is damaged where its pages are', async () => {
    const log = open()
    await log.append(request('one'), () => Array.from({ length: 200 }, (_, n) => titled(`title ${n}`)))
    await log.close()
    const bytes = readFileSync(path)
    bytes.fill(0xff, 4096 * 8, 4096 * 40)
    writeFileSync(path, bytes)
    await expect((async () => open().catchUp(beginning))()).rejects.toThrow(/is damaged/)
  })
})

describe('an open log whose file is taken away', () => {
  it('refuses to read and to write, and makes no new one', async () => {
    const log = open()
    rmSync(path)
    await expect(log.catchUp(beginning)).rejects.toThrow(`${path} is gone`)
    await expect(log.append(request('one'), () => [titled('a')])).rejects.toThrow(LogError)
    expect(readdirSync(folder)).not.toContain('log.sqlite')
    await log.close()
  })
})

describe('the schema', () => {
  it('is as src/log/schema.sql shows it', async () => {
    const db = new DatabaseSync(':memory:')
    migrate(db)
    await expect(dumped(db)).toMatchFileSnapshot('../../src/log/schema.sql')
    db.close()
  })

  it('is that of a log in WAL mode, which readers do not hold up', async () => {
    await open().close()
    const db = new DatabaseSync(path)
    expect(db.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
    db.close()
  })
})

function dumped(db: DatabaseSync): string {
  const rows = db.prepare("select sql from sqlite_schema where sql is not null order by type = 'trigger', rowid").all()
  const notice = '-- What the migrations lead to, for readers. A test renews it: vitest -u test/engines/sqlite.test.ts\n'
  return `${notice}pragma user_version = ${schemaOf(db)};\n\n${rows.map(({ sql }) => `${sql};\n`).join('\n')}`
}

function write(sql: string) {
  const db = new DatabaseSync(path)
  db.exec(sql)
  db.close()
}

function expectLine(work: () => unknown, text: string) {
  try {
    work()
  } catch (error) {
    expect(error).toBeInstanceOf(LogError)
    expect((error as LogError).message).toContain(text)
    expect((error as LogError).message).not.toMatch(/\n|SQLITE|ERR_|EACCES/)
    return
  }
  expect.unreachable(`nothing was thrown that says: ${text}`)
}

/** The rights of files do not bind root. */
function asNobody(work: () => void) {
  const root = process.geteuid?.() === 0
  if (root) process.seteuid?.(65534)
  try {
    work()
  } finally {
    if (root) process.seteuid?.(0)
  }
}
