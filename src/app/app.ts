import { join } from 'node:path'
import { type CalendarDate, parseCalendarDate } from '../domain/calendar/calendar-date.ts'
import { longDay } from '../domain/calendar/format.ts'
import type { Moment } from '../domain/calendar/moment.ts'
import type { Entry, FileId, Subject, TextId } from '../domain/entry.ts'
import type { Drawing } from '../domain/publication/acts.ts'
import { publicReader, type Reader, seerOf } from '../domain/reader.ts'
import { refused, type Verdict } from '../domain/refusal.ts'
import type { Register } from '../domain/register.ts'
import { knownOnDay } from '../domain/replay.ts'
import type { ClockRow, Log, Stamp } from '../log/log.ts'
import { LogError } from '../log/log-error.ts'
import type { Notices } from '../log/notices.ts'
import { openSqliteLog } from '../log/sqlite.ts'
import { openSqliteNotices } from '../log/sqlite-notices.ts'
import { openSqlitePeople } from '../log/sqlite-people.ts'
import { clockAt, shownAt } from './clock.ts'
import { Live } from './live.ts'
import { type Telling, tellingOf } from './notices/telling.ts'
import { type AppPeople, createPeople, realNow } from './people/people.ts'
import type { SignInSettings } from './people/sign-in-settings.ts'
import { type Performed, perform, type Sent } from './perform.ts'
import { drawNow } from './publishing/draw.ts'

/** What a page or a command asks for: a day told of, and what was known by a day or a position of the log. */
export type Asked = { readonly asof?: CalendarDate | undefined; readonly known?: CalendarDate | number | undefined }

/** A register with what was asked, as pages show it. */
export type Answer = {
  readonly register: Register
  readonly asof: CalendarDate
  readonly today: CalendarDate
  /** The clock, whatever day is asked for. */
  readonly now: Moment
  /** Today, with all that is known: no banner. */
  readonly isPresent: boolean
  readonly knownAsked: CalendarDate | number | undefined
  /** When the log was last read (UTC), where it cannot be reached now and this is told from memory. */
  readonly unreachableSince: string | undefined
  /** The register of another day, as known at the same position by the same reader: for figures counted at two days. */
  readonly registerOn: (day: CalendarDate) => Register
  /** The entries of the log that this reader may see, as known when asked. */
  readonly log: () => readonly Entry[]
}

type Sees = (entry: Entry) => boolean

/** One register of one code: everything that a page, a command or a report is given. Wired by hand, in `openApp`. */
export type App = ReturnType<typeof createApp>

export function createApp(log: Log, people: AppPeople, notices: Notices, code: string) {
  const live = new Live(code)
  let clock: ClockRow | undefined
  let lastRead = new Date().toISOString()
  let isReached = true
  const stamp = async (): Promise<Stamp> => clockAt(await log.readClock())

  /** Reads what is new; what was read before is kept where the log cannot be reached. Tells since when, or undefined while all is well. */
  async function catchUp(): Promise<string | undefined> {
    try {
      live.take(await log.catchUp(live.cursor))
      clock = await log.readClock()
      lastRead = new Date().toISOString()
      isReached = true
      return undefined
    } catch (error) {
      if (!(error instanceof LogError) || live.entries.length === 0) throw error
      // Told once, when it goes away: pages say it to their readers.
      if (isReached) console.error(`codicil: ${error.message}`)
      isReached = false
      return lastRead
    }
  }

  /** Today's register, caught up; `unreachableSince` where it is told from memory. */
  async function present(
    reader: Reader = publicReader,
  ): Promise<{ readonly register: Register; readonly stamp: Stamp; readonly unreachableSince: string | undefined }> {
    const unreachableSince = await catchUp()
    const now = clockAt(clock)
    return { register: live.now(now.moment, reader), stamp: now, unreachableSince }
  }

  /** A text; undefined where it was erased, and while the log cannot be reached. */
  async function text(id: TextId): Promise<string | undefined> {
    try {
      return await log.text(id)
    } catch (error) {
      if (error instanceof LogError) return undefined
      throw error
    }
  }

  /** The bytes of a file; undefined where they were erased, and while the log cannot be reached. */
  async function bytes(id: FileId): Promise<Uint8Array | undefined> {
    try {
      return (await log.saltedText(id))?.bytes
    } catch (error) {
      if (error instanceof LogError) return undefined
      throw error
    }
  }

  /** The register as asked; refused for a day that has not come, and for what was known before the log began. */
  async function ask(asked: Asked = {}, reader: Reader = publicReader): Promise<Verdict<Answer>> {
    const { stamp: now, unreachableSince } = await present(reader)
    const { asof, known } = asked
    if (asof !== undefined && asof > now.day)
      return refused(`${longDay(asof)} has not come yet: today is ${longDay(now.day)}`, ['asof'], ['ask for today or an earlier day'])
    const sees = seerOf(reader, now.moment, live.entries)
    const position = positionKnown(known, now.day, sees)
    if (typeof position === 'object') return position
    const register = live.at(now.moment, { on: asof, known: position }, reader)
    const isPresent = (asof === undefined || asof === now.day) && register.known === live.entries.length
    const registerOn = (day: CalendarDate) => live.at(now.moment, { on: day, known: register.known }, reader)
    const seen = () => live.entries.slice(0, register.known).filter(sees)
    return {
      register,
      asof: asof ?? now.day,
      today: now.day,
      now: now.moment,
      isPresent,
      knownAsked: known,
      registerOn,
      log: seen,
      unreachableSince,
    }
  }

  /** What was asked as the position up to which is folded: what the reader may not see tells him nothing by its place, either. */
  function positionKnown(known: Asked['known'], today: CalendarDate, sees: Sees): Verdict<number | undefined> {
    if (known === undefined) return undefined
    if (typeof known === 'number') return positionOfCommandEnd(known, sees)
    const first = live.entries.find(sees)
    if (known > today)
      return refused(
        `what will be known by ${longDay(known)} cannot be told: today is ${longDay(today)}`,
        [],
        ['leave known out, for all that is recorded'],
      )
    if (!first || known < first.recordedOn)
      return refused(
        `this log begins on ${first ? longDay(first.recordedOn) : 'the day of its first entry'}: nothing was recorded in it by ${longDay(known)}`,
        ['known'],
        ['ask with asof alone, for what was true on that day as told since'],
      )
    return pastUnseen(knownOnDay(live.entries, known), sees)
  }

  function positionOfCommandEnd(position: number, sees: Sees): Verdict<number> {
    const entry = live.entries[position - 1]
    if (!entry || !sees(entry)) {
      const last = live.entries.findLast(sees)?.position ?? 0
      return refused(
        position > last
          ? `there is no position ${position} in this log: its last is ${last}`
          : `there is no position ${position} in this log`,
        ['known'],
        [`ask for a position from 1 to ${last}`],
      )
    }
    const last = live.entries.findLast((other) => other.command === entry.command && sees(other)) ?? entry
    return last.position === position
      ? pastUnseen(position, sees)
      : refused(`position ${position} is inside a command, which ends at ${last.position}`, ['known'], [`ask for known=${last.position}`])
  }

  /** Over what the reader may not see, up to the next that he may: so that the last that he knows of is the present. */
  function pastUnseen(position: number, sees: Sees): number {
    const next = live.entries.findIndex((entry) => entry.position > position && sees(entry))
    return next === -1 ? live.entries.length : next
  }

  const app = {
    code,
    log,
    /** Who signs in, and what they have not recorded yet. */
    people,
    /** Who is told of what is recorded, and what was sent to whom. */
    notices,
    live,
    present,
    ask,
    stamp,
    /** What the log's clock showed at a real instant, to the second; undefined where a demonstration's was moved since. */
    shownAt: (instant: string): string | undefined => shownAt(clock, instant),
    text,
    bytes,
    perform: (sent: Sent): Promise<Verdict<Performed>> => perform(log, live, sent),
    /** A report as it would be published now: drawn from the log, whoever asks and however. */
    /** What pages do with the outbox. */
    telling: (): Telling => tellingOf(app),
    drawNow: (publication: Subject): Promise<Verdict<Drawing>> => drawNow(app, publication),
    /** Whether this is a demonstration with a clock of its own. */
    isDemo: () => {
      const first = live.entries[0]?.event
      return first?.type === 'RegisterOpened' && first.demo
    },
    /** Whether an error says that the log cannot be read or written: one line, for whoever runs this. */
    isOfTheLog: (error: unknown): error is Error => error instanceof LogError,
    close: async (): Promise<void> => {
      await people.close()
      await notices.close()
      await log.close()
    },
  }
  return app
}

/** Without anything configured: nobody signs in but to a demonstration. */
const noSignIn: SignInSettings = { url: 'http://localhost' }

/** Opens the log in a data directory, making it when there is none. Throws LogError with one clear line. */
export async function openApp(dataDirectory: string, code = 'sec', signIn: SignInSettings = noSignIn): Promise<App> {
  const path = join(dataDirectory, `${code}.sqlite`)
  const log = await openSqliteLog(path, { clock: (row) => clockAt(row) })
  const notices = openSqliteNotices(path, { now: realNow })
  const app = createApp(log, createPeople(openSqlitePeople(path, { now: realNow }), signIn), notices, code)
  const { stamp } = await app.present()
  await notices.begin({ position: app.live.entries.length, moment: stamp.moment })
  return app
}

/** Reads `known` as people write it: a day or a position. */
export function parseKnown(text: string): CalendarDate | number | undefined {
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : parseCalendarDate(text)
}
