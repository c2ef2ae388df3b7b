import { join } from 'node:path'
import type { Principal } from '../domain/access.ts'
import { type CalendarDate, calendarDate } from '../domain/calendar/calendar-date.ts'
import { longDay } from '../domain/calendar/format.ts'
import { localTime, moment } from '../domain/calendar/moment.ts'
import { isRefused, type Refused, refused, type Verdict } from '../domain/refusal.ts'
import type { App } from './app.ts'
import { setClock } from './clock.ts'
import { importFile } from './import.ts'
import type { FactFile } from './importing/fact-file.ts'
import { arrivalsBetween, dueBy, readSample } from './importing/sample.ts'
import { installDue, openRegister } from './open-register.ts'

/** The days to which a visitor may move, besides any other: the paper's day, the release, the end of 2020, the end of the sample. */
export const demoStart = calendarDate('2019-10-04')
const endOf2020 = calendarDate('2020-12-31')
const releaseDay = calendarDate('2019-11-29')

const administrator: Principal = { id: 'demo', roles: ['administrator', 'importer'], actsFor: [], seats: [] }

/**
 * Makes the demo log on an empty one: the pack, and every source that has arrived by the clock's day. Goes on where a first start was cut off,
 * and takes what has arrived since on a demo log that lay still. Leaves a real register alone.
 */
export async function openDemo(app: App, root: string): Promise<Verdict<'made' | 'kept'>> {
  if (app.live.entries.length > 0 && !app.isDemo()) return 'kept'
  // The pack is the second command of every log: without it nothing else may come.
  const isToOpen = app.live.entries.length < 2
  const opened = isToOpen ? await open(app) : undefined
  const refusal = opened ?? (await arrive(app, root))
  return refusal ?? (isToOpen ? 'made' : 'kept')
}

/** Imports every source that has arrived by the demo clock's day and is not in the log yet. What cannot stand is noted. */
export async function arrive(app: App, root: string): Promise<Refused | undefined> {
  const files = sampleIn(root)
  if (isRefused(files)) return files
  const installed = await installDue(app, administrator)
  if (installed) return installed
  const missing = dueBy(files, (await app.stamp()).day).filter((file) => !file.facts.every(({ fact }) => app.live.facts.has(fact)))
  for (const file of missing) {
    const imported = await importFile(app, file, { principal: administrator, whenMisfit: 'note' })
    if (isRefused(imported)) return imported
  }
  return undefined
}

export type Moved = {
  readonly today: CalendarDate
  readonly sources: readonly { readonly title: string; readonly day: CalendarDate; readonly waiting: number }[]
}

/** Moves the demo's clock forward, importing each source on the day it arrived. What cannot stand beside what a visitor did is noted. */
export async function moveDemo(app: App, root: string, to: CalendarDate): Promise<Verdict<Moved>> {
  await app.present()
  if (!app.isDemo()) return refused('this is a real register: its clock cannot be moved')
  const files = sampleIn(root)
  if (isRefused(files)) return files
  const late = await arrive(app, root)
  if (late) return late
  const { day: today } = await app.stamp()
  const end = endOfSample(files)
  if (to < today)
    return refused(
      `the demo's clock only moves forward, and shows ${longDay(today)}`,
      [],
      [`choose a day from ${longDay(today)} to ${longDay(end)}`],
    )
  if (to > end) return refused(`the sample ends on ${longDay(end)}`, [], [`choose a day up to ${longDay(end)}`])
  const sources: Moved['sources'][number][] = []
  for (const file of arrivalsBetween(files, today, to)) {
    await moveClock(app, file.arrives.day)
    const installed = await installDue(app, administrator)
    if (installed) return installed
    const imported = await importFile(app, file, { principal: administrator, whenMisfit: 'note' })
    if (isRefused(imported)) return imported
    sources.push({ title: file.source.title, day: file.arrives.day, waiting: imported.outcome?.waiting.length ?? 0 })
  }
  await moveClock(app, to)
  const installed = await installDue(app, administrator)
  if (installed) return installed
  await app.present()
  return { today: (await app.stamp()).day, sources }
}

async function open(app: App): Promise<Refused | undefined> {
  if (!(await app.log.readClock())) await app.log.moveClock(setClock(moment(demoStart, localTime('09:00'))))
  return openRegister(app, administrator, { demo: true })
}

async function moveClock(app: App, to: CalendarDate): Promise<void> {
  if (to > (await app.stamp()).day) await app.log.moveClock(setClock(moment(to, localTime('09:00'))))
}

/** The days that the banner offers from today on. */
export function demoStops(today: CalendarDate, root: string): readonly { readonly day: CalendarDate; readonly name: string }[] {
  const files = sampleIn(root)
  const end = isRefused(files) ? endOf2020 : endOfSample(files)
  const stops = [
    { day: releaseDay, name: longDay(releaseDay) },
    { day: endOf2020, name: 'the end of 2020' },
    { day: end, name: 'the end of the sample' },
  ]
  return stops.filter(({ day }) => day > today)
}

/** The sample is part of the program: each process reads it once. */
function sampleIn(root: string): Verdict<readonly FactFile[]> {
  const sample = samples.get(root) ?? readSample(join(root, 'codes', 'sec', 'sample'))
  samples.set(root, sample)
  return sample
}
const samples = new Map<string, Verdict<readonly FactFile[]>>()

const endOfSample = (files: readonly FactFile[]): CalendarDate =>
  files.reduce((last, { arrives }) => (arrives.day > last ? arrives.day : last), demoStart)
