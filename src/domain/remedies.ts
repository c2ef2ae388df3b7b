import { addDays, type CalendarDate, daysFrom } from './calendar/calendar-date.ts'
import { dated, longDay } from './calendar/format.ts'
import type { LocalTime } from './calendar/moment.ts'
import { type Entry, entryName } from './entry.ts'
import { compareInTime } from './replay.ts'

/** Whether entries of one subject, in order, stand together. */
type Stands = (ordered: readonly Entry[]) => boolean
type StandsAs = (changed: Entry) => boolean

/**
 * What would let entries stand among the others of their subject, one sentence each: an order within their moment, a narrower range,
 * another day. Only what was tried and stands is named. Where a recorded entry cannot stand beside a new one, the new one is moved first.
 */
export function remediesFor(
  ordered: readonly Entry[],
  about: readonly Entry[],
  proposed: readonly Entry[],
  stands: Stands,
): readonly string[] {
  return suspectsAmong(ordered, about, proposed).flatMap((suspect) => {
    const others = ordered.filter((entry) => entry !== suspect)
    const standsAs = (changed: Entry) => stands([...others, changed].sort(compareInTime))
    const it = about.length === 1 && suspect === about[0] ? 'it' : entryName(suspect)
    return [
      ...anOrder(suspect, it, standsAs),
      ...aNarrowerRange(others, suspect, it, standsAs),
      ...anotherDay(others, suspect, it, standsAs),
    ]
  })
}

/** The new ones that the refusal is about; else the last new ones before what cannot stand, and that itself. */
function suspectsAmong(ordered: readonly Entry[], about: readonly Entry[], proposed: readonly Entry[]): readonly Entry[] {
  const fresh = about.filter((entry) => proposed.includes(entry))
  if (fresh.length > 0) return fresh.slice(-3)
  const before = ordered.slice(0, ordered.indexOf(about[0] as Entry))
  return [...before.filter((entry) => proposed.includes(entry)).slice(-3), ...about.slice(0, 1)]
}

/** Beyond any number that is told. */
const last = 1_000_000
const endOfDay = '23:59' as LocalTime
/** How many are tried at most, so that a refusal comes soon whatever the history of its subject: the nearest. */
const tried = { ranges: 200, days: 60 } as const

function anOrder(suspect: Entry, it: string, standsAs: StandsAs): readonly string[] {
  if (standsAs({ ...suspect, nth: last })) return [`say that ${it} came later at that moment (a higher nth)`]
  if (standsAs({ ...suspect, time: endOfDay, nth: last })) return [`say that ${it} came later on that day (a time)`]
  const { time, ...untimed } = suspect
  if (!standsAs({ ...untimed, nth: -1 })) return []
  return [`say that ${it} came first on that day: give the others of that day a higher nth, or a time`]
}

function aNarrowerRange(others: readonly Entry[], suspect: Entry, it: string, standsAs: StandsAs): readonly string[] {
  const { from, to } = suspect.on
  const ends = candidateDays(others)
    .filter((day) => from <= day && day < to)
    .slice(-tried.ranges)
  const end = ends.findLast((day) => standsAs({ ...suspect, on: { ...suspect.on, to: day } }))
  return end ? [`give ${it} a narrower range: ${dated({ from, to: end, basis: 'inferred' })}`] : []
}

function anotherDay(others: readonly Entry[], suspect: Entry, it: string, standsAs: StandsAs): readonly string[] {
  const { to } = suspect.on
  const nearest = candidateDays(others)
    .sort((a, b) => Math.abs(daysFrom(to, a)) - Math.abs(daysFrom(to, b)))
    .slice(0, tried.days)
  const day = nearest.find((each) => each !== to && standsAs({ ...suspect, on: { from: each, to: each, basis: 'stated' } }))
  return day ? [`${it} would stand on ${longDay(day)}`] : []
}

/** The days that can make a difference: those of the other entries, and their neighbours. */
function candidateDays(others: readonly Entry[]): CalendarDate[] {
  const days = new Set<CalendarDate>()
  for (const { on } of others) for (const day of [addDays(on.to, -1), on.to, addDays(on.to, 1)]) days.add(day)
  return [...days].sort()
}
