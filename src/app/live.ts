import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { dayOf, endOfDay, type Moment } from '../domain/calendar/moment.ts'
import type { Entry, Subject } from '../domain/entry.ts'
import { everything, isKeptBack, ownerOf, publicReader, type Reader } from '../domain/reader.ts'
import type { Register } from '../domain/register.ts'
import { refold, registerAt } from '../domain/replay.ts'
import { beginning, type Caught, type Cursor } from '../log/log.ts'

/**
 * The log as this process has read it, indexed, and the registers folded from it. Nothing here is truth: all of it may be dropped.
 * The live register is replaced, never changed in place.
 */
export class Live {
  /** The code whose register this is: a word of every envelope. */
  readonly code: string
  cursor: Cursor = beginning
  entries: Entry[] = []
  lists = new Map<Subject, Entry[]>()
  facts = new Map<string, Entry>()
  fillers = new Map<number, Entry>()
  /** Whose something is that is kept back from others: for them alone a register of their own may be folded. */
  private readonly owners = new Set<Subject | 'unknown'>()
  /** The seats of which a vote was kept back from others. */
  private readonly seats = new Set<string>()
  private readonly present = new Map<string, Register>()
  private readonly past = new Map<string, Register>()

  constructor(code: string) {
    this.code = code
  }

  /** Takes what a catch-up found. After a restart of the log, everything known before is forgotten. */
  take(caught: Caught): void {
    if (caught.restarted) this.forget()
    for (const entry of caught.entries) if (entry.position > this.entries.length) this.index(entry)
    if (caught.restarted || caught.cursor.position > this.cursor.position) this.cursor = caught.cursor
  }

  /** The register of today, settled at this moment. */
  now(moment: Moment, reader: Reader = publicReader): Register {
    const key = this.keyOf(reader)
    const before = this.present.get(key)
    if (before && before.known === this.entries.length && moment >= before.on && moment < earliest(before.until, before.embargoUntil))
      // It stands as it did; when it was last folded tells nobody when something was recorded.
      return keep(this.present, key, before.on === moment ? before : { ...before, on: moment })
    const asked = { on: moment, known: this.entries.length, reader, now: moment }
    const added = before ? this.entries.slice(before.known) : []
    const mayRefold = before && moment >= before.on && moment < earliest(before.until, before.embargoUntil)
    const register = mayRefold ? refold(before, added, this.entries, this.lists, asked) : registerAt(this.entries, asked)
    return keep(this.present, key, register)
  }

  /** The register at the end of a day, as known at a position; today and now where they are left out. */
  at(
    moment: Moment,
    asked: { readonly on?: CalendarDate | undefined; readonly known?: number | undefined },
    reader: Reader = publicReader,
  ): Register {
    const known = Math.min(asked.known ?? this.entries.length, this.entries.length)
    const isToday = asked.on === undefined || asked.on >= dayOf(moment)
    if (isToday && known === this.entries.length) return this.now(moment, reader)
    const on = isToday ? moment : endOfDay(asked.on as CalendarDate)
    const key = `${on} ${known} ${this.keyOf(reader)}`
    const kept = this.past.get(key)
    if (kept && moment < kept.embargoUntil) return keep(this.past, key, kept)
    return keep(this.past, key, registerAt(this.entries, { on, known, reader, now: moment }))
  }

  /** The register that rules are judged by: nothing hidden. */
  whole(moment: Moment): Register {
    return this.now(moment, everything)
  }

  private index(entry: Entry): void {
    this.entries.push(entry)
    const list = this.lists.get(entry.subject)
    if (list) list.push(entry)
    else this.lists.set(entry.subject, [entry])
    if (entry.fact !== undefined) this.facts.set(entry.fact, entry)
    if (!entry.noted) this.fillers.set(entry.place, entry)
    if (!isKeptBack(entry)) return
    this.owners.add(ownerOf(entry))
    if (entry.event?.type === 'VoteCast') this.seats.add(`${ownerOf(entry)}/${entry.event.seat}`)
  }

  /** Who sees the same has the same key: what he acts for, and where he sits, counts only where something of it is kept back. */
  private keyOf({ clearance, embargoed, own, seats = [], drafts }: Reader): string {
    const acting = own.filter((each) => this.owners.has(each))
    const sitting = seats.map(({ body, seat }) => `${body}/${seat}`).filter((each) => this.seats.has(each))
    return [clearance, embargoed, drafts ?? embargoed, ...[...acting, ...sitting].sort()].join(' ')
  }

  private forget(): void {
    this.entries = []
    this.lists = new Map()
    this.facts = new Map()
    this.fillers = new Map()
    this.present.clear()
    this.past.clear()
    this.owners.clear()
    this.seats.clear()
    this.cursor = beginning
  }
}

/** Registers kept at most, of now and of other moments: a page of the past asks for one or two; of now most readers share one of three. */
const KEPT = 32

/** Kept as the newest; the one that was not asked for the longest is let go. */
function keep(registers: Map<string, Register>, key: string, register: Register): Register {
  registers.delete(key)
  registers.set(key, register)
  const oldest = registers.keys().next().value
  if (registers.size > KEPT && oldest !== undefined) registers.delete(oldest)
  return register
}

const earliest = (a: Moment, b: Moment): Moment => (a < b ? a : b)
