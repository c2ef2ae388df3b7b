import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { FactFile } from '../../src/app/importing/fact-file.ts'
import { readSample } from '../../src/app/importing/sample.ts'
import { withTexts } from '../../src/app/importing/texts.ts'
import { type CalendarDate, calendarDate, later } from '../../src/domain/calendar/calendar-date.ts'
import { endOfDay } from '../../src/domain/calendar/moment.ts'
import type { Entry, TextId } from '../../src/domain/entry.ts'
import { publicReader } from '../../src/domain/reader.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import type { Register } from '../../src/domain/register.ts'
import { knownOnDay, registerAt } from '../../src/domain/replay.ts'
import { type FactSet, inTime, packSets, withSet } from './sample-log.ts'

/** The sample's log in memory, without a database, and the texts beside it. */
export type SampleLog = { readonly entries: readonly Entry[]; readonly texts: ReadonlyMap<TextId, string> }

/** The day on which the demo register opens. */
export const october: CalendarDate = calendarDate('2019-10-04')
/** After the last source of the sample arrived. */
export const endOfSample: CalendarDate = calendarDate('2026-12-31')

/**
 * The demo's log when its clock has come to a day: opened on 4 October 2019 with the pack and the sources of before, each later source on
 * its own day, all through `decideImport` and `admit`. Throws where one is refused.
 */
export async function sampleLog(upTo: CalendarDate): Promise<SampleLog> {
  const texts = new Map<TextId, string>()
  const files = await Promise.all(arrivedBy(upTo).map((file) => setOf(file, texts)))
  const sets = inTime([...packSets(october).filter(({ day }) => day <= upTo), ...files])
  return { entries: sets.reduce(appended, []), texts }
}

/** The log of a register that has the rules of the Code, the calendar and the bodies, and knows of no proposal. */
export const emptyLog = (): SampleLog => ({ entries: inTime(packSets(october)).reduce(appended, []), texts: new Map() })

/**
 * The register of a log at the end of a day: with all that the log knows, or only what it had recorded by another day.
 * Each day is replayed once.
 */
export function registersOf({ entries }: SampleLog, knownOn?: CalendarDate): (day: CalendarDate) => Register {
  const known = knownOn === undefined ? entries.length : knownOnDay(entries, knownOn)
  const registers = new Map<CalendarDate, Register>()
  return (day) => {
    const asked = { on: endOfDay(day), known, reader: publicReader, now: endOfDay(day) }
    const register = registers.get(day) ?? registerAt(entries, asked)
    registers.set(day, register)
    return register
  }
}

function arrivedBy(day: CalendarDate): readonly FactFile[] {
  const files = readSample(join(import.meta.dirname, '../../codes/sec/sample'))
  if (isRefused(files)) throw new Error(files.refused)
  return files.filter(({ arrives }) => arrives.day <= day)
}

async function setOf(file: FactFile, texts: Map<TextId, string>): Promise<FactSet> {
  const commit = (text: string) => {
    const bytes = new TextEncoder().encode(text)
    const id = createHash('sha256').update(bytes).digest('hex') as TextId
    texts.set(id, text)
    return { id, salt: new Uint8Array(), bytes }
  }
  const none = () => undefined
  const { facts } = await withTexts(file.facts, none, async () => undefined, commit)
  return { id: file.source.id, day: later(october, file.arrives.day), facts }
}

function appended(entries: readonly Entry[], set: FactSet): readonly Entry[] {
  const after = withSet(entries, set)
  if (isRefused(after)) throw new Error(`${set.id}: ${after.refused}`)
  return after.entries
}
