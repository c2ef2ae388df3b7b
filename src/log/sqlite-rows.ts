import type { DatabaseSync } from 'node:sqlite'
import { type CalendarDate, parseCalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Entry, TextId } from '../domain/entry.ts'
import { commitmentOf } from './commitment.ts'
import { damaged, type Found, type Sealed, unseal } from './envelope.ts'
import type { AppendRequest, ClockRow, Cursor, KeptEntry, SaltedText } from './log.ts'
import { LogError } from './log-error.ts'

/** The one row that moves with every command: the last entry, and what the next stamp may not fall behind. */
export type Head = Cursor & { readonly recordedAt: string; readonly recordedOn: CalendarDate | '' }

/** What a key was used for: `last` is before `first` where nothing was appended. */
export type CommandRow = { readonly requestHash: string; readonly first: number; readonly last: number }

export type Rows = ReturnType<typeof rowsOf>

/** A chunk is read whole before it is unsealed: faster than row by row, and small enough to keep. */
const CHUNK = 1000

/** The statements of one connection. `log` names the log in errors. */
export function rowsOf(db: DatabaseSync, log: string) {
  const head = db.prepare('select position, leaf, recorded_at as recordedAt, recorded_on as recordedOn from head')
  const leaf = db.prepare('select leaf from entry where position = ?')
  const leaves = db.prepare('select leaf from entry where position <= ? order by position')
  const kept = db.prepare(keptSql)
  const chunk = db.prepare(chunkSql, { returnArrays: true })
  const entry = db.prepare('insert into entry values (?, ?, ?)')
  const part = db.prepare('insert into part values (?, ?, ?, ?)')
  const move = db.prepare('update head set position = ?, leaf = ?, recorded_at = ?, recorded_on = ?')
  const command = db.prepare('select request_hash as requestHash, first, last from command where principal = ? and key = ?')
  const addCommand = db.prepare('insert into command values (?, ?, ?, ?, ?)')
  const text = db.prepare('select salt, bytes from text where id = ?')
  const addText = db.prepare('insert into text values (?, ?, ?) on conflict do nothing')
  const clock = db.prepare('select shows, since from clock')
  const setClock = db.prepare('insert into clock values (1, ?, ?) on conflict do update set shows = excluded.shows, since = excluded.since')

  return {
    head(): Head {
      const row = head.get() as Head | undefined
      if (!row) throw new LogError(`${log} is damaged: its head is missing. Put back a backup of the log.`)
      return row
    },
    leafAt: (position: number) => leaf.get(position)?.leaf as string | undefined,
    clock(): ClockRow | undefined {
      const row = clock.get() as ClockRow | undefined
      if (row && !isReadable(row)) throw new LogError(`${log} is damaged: its clock cannot be read. Put back a backup of the log.`)
      return row
    },
    setClock: (row: ClockRow) => setClock.run(row.shows, row.since),
    command: (principal: string, key: string) => command.get(principal, key) as CommandRow | undefined,

    leaves: (upTo: number): readonly string[] => leaves.all(upTo).map((row) => row.leaf as string),

    sealed: (): readonly KeptEntry[] =>
      kept.all().map(({ position, envelope, leaf, salt, bytes }) => ({
        position: position as number,
        envelope: envelope as string,
        leaf: leaf as string,
        body: partOf(salt as string | null, bytes as string | null),
      })),

    /** The entries from one position to another, both included, each of them verified. */
    entries(first: number, last: number): readonly Entry[] {
      const entries: Entry[] = []
      for (let position = first; position <= last; ) {
        const rows = chunk.all(position, Math.min(last, position + CHUNK - 1)) as unknown as Row[]
        for (const row of rows) {
          if (row[0] !== position) throw damaged(log, position, 'it is missing')
          entries.push(unseal(log, found(row), entries.at(-1)))
          position++
        }
        if (rows.length === 0) throw damaged(log, position, 'it is missing')
      }
      return entries
    },

    insert({ position, envelope, leaf, body, recorder }: Sealed) {
      entry.run(position, envelope, leaf)
      part.run(position, 'body', body.salt, body.bytes)
      part.run(position, 'recorder', recorder.salt, recorder.bytes)
    },

    moveHead: (to: Head) => move.run(to.position, to.leaf, to.recordedAt, to.recordedOn),

    addCommand({ principal, key, requestHash }: AppendRequest, first: number, last: number) {
      addCommand.run(principal, key, requestHash, first, last)
    },

    addText({ id, salt, bytes }: SaltedText) {
      if (commitmentOf(salt, bytes) !== id) throw new TypeError(`expected a text that commitText made, got one whose id is not ${id}`)
      addText.run(id, salt, bytes)
    },

    text(id: TextId): string | undefined {
      const found = this.saltedText(id)
      return found && Buffer.from(found.bytes).toString('utf8')
    },

    saltedText(id: TextId): SaltedText | undefined {
      const row = text.get(id) as Pick<SaltedText, 'salt' | 'bytes'> | undefined
      if (row && commitmentOf(row.salt, row.bytes) !== id)
        throw new LogError(`${log} is damaged at text ${id}: it does not match its id. Put back a backup of the log.`)
      return row && { id, ...row }
    },
  }
}

/** The text of a moment with a day and a time of the calendar, and that of an instant. */
function isReadable({ shows, since }: ClockRow): boolean {
  return parseCalendarDate(shows.slice(0, 10)) !== undefined && /T([01]\d|2[0-3]):[0-5]\d$/.test(shows) && !Number.isNaN(Date.parse(since))
}

const keptSql = `
  select e.position, e.envelope, e.leaf, b.salt, b.bytes
  from entry e
  left join part b on b.position = e.position and b.kind = 'body'
  order by e.position`

const chunkSql = `
  select e.position, e.envelope, e.leaf, b.salt, b.bytes, r.salt, r.bytes
  from entry e
  left join part b on b.position = e.position and b.kind = 'body'
  left join part r on r.position = e.position and r.kind = 'recorder'
  where e.position between ? and ?
  order by e.position`

type Row = [number, string, string, string | null, string | null, string | null, string | null]

function found([position, envelope, leaf, bodySalt, body, recorderSalt, recorder]: Row): Found {
  return { position, envelope, leaf, body: partOf(bodySalt, body), recorder: partOf(recorderSalt, recorder) }
}

function partOf(salt: string | null, bytes: string | null) {
  return salt === null || bytes === null ? undefined : { salt, bytes }
}
