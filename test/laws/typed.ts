import { addDays, type CalendarDate, calendarDate } from '../../src/domain/calendar/calendar-date.ts'
import { dayOf, type LocalTime, type Moment, moment } from '../../src/domain/calendar/moment.ts'
import type { Entry, Proposed } from '../../src/domain/entry.ts'
import type { Event } from '../../src/domain/events.ts'
import { isKeptBack, ownerOf } from '../../src/domain/reader.ts'
import { isRefused } from '../../src/domain/refusal.ts'
import { append, emptyLog, refill, type TestLog, told } from '../support/history.ts'
import type { Program } from './program.ts'
import type { Action, Draft, Script } from './script.ts'
import { dayText, momentText } from './tracks.ts'

/** A log built through the real door, with the end of each command and the clock at it. */
export type Typed = {
  readonly log: TestLog
  readonly ends: readonly { readonly known: number; readonly now: Moment; readonly added: readonly Entry[] }[]
  readonly now: Moment
  readonly counts: Counts
}

export type Counts = Record<
  | 'sets'
  | 'refused'
  | 'several'
  | 'backDated'
  | 'corrected'
  | 'struck'
  | 'reinstated'
  | 'embargoed'
  | 'classed'
  | 'noted'
  | 'concluded'
  | 'ranged'
  | 'owned',
  number
>

const opening = calendarDate('2020-01-01')

/** What everything else may name. */
const foundations: readonly Proposed[] = [
  told('body/panel', 'BodyEstablished', { name: 'Panel', capacities: ['decide'] }, '2018-01-01'),
  told('organisation/dcc', 'OrganisationNamed', { name: 'DCC' }, '2018-01-01'),
  told('organisation/party', 'OrganisationNamed', { name: 'a Party' }, '2018-01-01'),
  told('release/r0', 'ReleasePlanned', { name: 'r0', kind: 'scheduled', date: { kind: 'unknown' } }, '2018-01-01'),
  told('modification/1', 'Raised', { as: 'proposal' }, '2018-01-01'),
]

/** Types a script: each set goes through the door; of one that is refused, what can stand alone. */
export function typedAs(script: Script, { admit }: Pick<Program, 'admit'>): Typed {
  const first = append(emptyLog, foundations, startOf(opening))
  if (isRefused(first)) throw new Error(first.refused)
  let log = first
  let day = opening
  const counts: Counts = {
    sets: 0,
    refused: 0,
    several: 0,
    backDated: 0,
    corrected: 0,
    struck: 0,
    reinstated: 0,
    embargoed: 0,
    classed: 0,
    noted: 0,
    concluded: 0,
    ranged: 0,
    owned: 0,
  }
  const ends = [{ known: log.entries.length, now: startOf(day), added: log.entries }]
  const type = (actions: readonly Action[]): boolean => {
    const now = startOf(day)
    const set = actions.flatMap((action) => proposedBy(action, log, day))
    if (set.length === 0) return true
    const next = append(log, set, now, admit)
    counts.sets++
    if (isRefused(next)) {
      counts.refused++
      return false
    }
    const added = next.entries.slice(log.entries.length)
    count(counts, log, actions, added)
    log = next
    ends.push({ known: log.entries.length, now, added })
    return true
  }
  for (const { wait, actions } of script) {
    day = addDays(day, wait)
    if (!type(actions) && actions.length > 1) for (const action of actions) type([action])
  }
  return { log, ends, now: startOf(day), counts }
}

const startOf = (day: CalendarDate): Moment => moment(day, '09:00' as LocalTime)

function proposedBy(action: Action, log: TestLog, today: CalendarDate): readonly Proposed[] {
  const receivedAt = startOf(today)
  switch (action.do) {
    case 'tell':
      return [tellingOf(action.draft, log, today)]
    case 'correct': {
      const entry = pickOf(
        placesOf(log).filter(({ event }) => event !== null),
        action.pick,
      )
      if (!entry?.event) return []
      const to = addDays(entry.on.to, action.shift)
      const embargo = action.embargo ? { publicAt: startOf(addDays(today, action.embargo)) } : {}
      return [
        { ...refill(entry), receivedAt, on: { from: to, to, basis: 'stated' }, event: retold(entry.event, action.retold), ...embargo },
      ]
    }
    case 'strike': {
      const entry = pickOf(
        placesOf(log).filter(({ event }) => event !== null),
        action.pick,
      )
      return entry ? [{ ...refill(entry), receivedAt, event: null }] : []
    }
    case 'reinstate': {
      const struck = pickOf(
        placesOf(log).filter(({ event }) => event === null),
        action.pick,
      )
      const before = struck && log.entries.findLast(({ place, event, noted }) => place === struck.place && event !== null && !noted)
      return before ? [{ ...refill(before), receivedAt }] : []
    }
  }
}

function tellingOf(draft: Draft, log: TestLog, today: CalendarDate): Proposed {
  const to = calendarDate(dayText(draft.day))
  const rests =
    draft.restsOn === undefined
      ? undefined
      : pickOf(
          placesOf(log).filter(({ event }) => event !== null),
          draft.restsOn,
        )
  return {
    on: { from: addDays(to, -draft.span), to, basis: draft.span > 0 ? 'bounded' : 'stated' },
    receivedAt: startOf(today),
    capacity: draft.by ?? { by: 'unknown' },
    subject: draft.subject,
    event: draft.event,
    class: draft.class ?? 'white',
    ...(draft.time === undefined ? {} : { time: draft.time as LocalTime }),
    ...(draft.nth === undefined ? {} : { nth: draft.nth }),
    ...(draft.noted ? { noted: true as const } : {}),
    ...(draft.embargo === undefined ? {} : { publicAt: startOf(addDays(opening, draft.embargo)) }),
    ...(rests === undefined ? {} : { restsOn: [rests.place] }),
  }
}

/** The last entry of each place. */
export const placesOf = (log: TestLog): readonly Entry[] => [...log.fillers.values()]

export const pickOf = <T>(items: readonly T[], pick: number): T | undefined => items[pick % Math.max(items.length, 1)]

/** The same event told with another content, where it has one. */
function retold(event: Event, how: number): Event {
  if (how === 0) return event
  switch (event.type) {
    case 'Titled':
      return { ...event, title: `mended ${how}` }
    case 'AssessmentAccepted':
      return { ...event, targetWorkingDays: 20 + how }
    case 'ConsultationOpened':
      return { ...event, closes: momentText(35 + how * 30) }
    case 'WithdrawalNotified':
      return { ...event, lapses: momentText(30 + how * 25) }
    case 'Raised':
      return { ...event, as: event.as === 'draft' ? 'proposal' : 'draft' }
    default:
      return event
  }
}

function count(counts: Counts, before: TestLog, actions: readonly Action[], added: readonly Entry[]): void {
  const latest = before.entries.reduce((last, { on }) => (on.to > last ? on.to : last), '')
  if (added.length > 1) counts.several++
  for (const entry of added) {
    if (entry.place === entry.position && !entry.noted && entry.on.to < latest) counts.backDated++
    if (entry.publicAt !== undefined && entry.publicAt > startOf(dayOf(entry.receivedAt))) counts.embargoed++
    if (entry.class !== 'white') counts.classed++
    if (entry.noted) counts.noted++
    if (entry.event?.type === 'AssessmentCosted' && isKeptBack(entry) && ownerOf(entry) !== 'unknown') counts.owned++
    if (entry.restsOn) counts.concluded++
    if (entry.on.from !== entry.on.to) counts.ranged++
    if (entry.place !== entry.position && entry.event === null) counts.struck++
  }
  if (actions.some((action) => action.do === 'correct')) counts.corrected++
  if (actions.some((action) => action.do === 'reinstate')) counts.reinstated++
}
