import { on } from '../../src/domain/calendar/calendar-date.ts'
import { dayOf, FOREVER, type Moment } from '../../src/domain/calendar/moment.ts'
import type { Entry, Subject } from '../../src/domain/entry.ts'
import { momentOf } from '../../src/domain/entry.ts'
import { foundingRank } from '../../src/domain/event-kinds.ts'
import { isMisfit } from '../../src/domain/misfit.ts'
import { embargoEnds, seenBy } from '../../src/domain/reader.ts'
import { makeRegister, type Register, type SubjectRecord } from '../../src/domain/register.ts'
import { type Asked, believed, bySubject, foldSubject } from '../../src/domain/replay.ts'
import type { State } from '../../src/domain/subject-state.ts'
import { logOf } from '../support/history.ts'
import { type Program, program } from './program.ts'

/** A replay put together from its parts, so that one of them can be another. */
export function replayBelieving(believe: (entries: readonly Entry[]) => readonly Entry[]): Program['registerAt'] {
  return (log, asked) => replayed(log.slice(0, asked.known), asked, believe)
}

function replayed(known: readonly Entry[], asked: Asked, believe: (entries: readonly Entry[]) => readonly Entry[]): Register {
  const subjects: Register['subjects'] = new Map()
  const awaited: Register['awaited'] = new Map()
  for (const [subject, entries] of bySubject(known)) {
    const ordered = believe(seenBy(entries, asked.reader, asked.now))
    const record = foldSubject(ordered, asked.on)
    if (isMisfit(record)) throw new Error(`${record.entry.position}: ${record.misfit}`)
    if (record) (subjects as Map<Subject, SubjectRecord>).set(subject, record)
    else if (ordered[0]) (awaited as Map<Subject, Moment>).set(subject, momentOf(ordered[0]))
  }
  const embargoUntil = embargoEnds(known, asked.now)[0] ?? FOREVER
  return makeRegister({
    on: asked.on,
    known: known.length,
    seen: seenBy(known, asked.reader, asked.now).at(-1)?.position ?? 0,
    subjects,
    awaited,
    noted: [],
    embargoUntil,
  })
}

const everyEntryAPlace = (entries: readonly Entry[]) =>
  believed(entries.map((entry) => ({ ...entry, place: entry.position })).filter(({ event }) => event))
const inOrderOfTyping = (entries: readonly Entry[]) => [...believed(entries)].sort((a, b) => a.position - b.position)
const forgettingTheStruck = (entries: readonly Entry[]) => {
  const struck = new Set(entries.filter(({ event }) => event === null).map(({ place }) => place))
  return believed(entries.filter(({ place }) => !struck.has(place)))
}

/** The program with one rule taken out, and the law that must notice. */
export const mutants = {
  'admits whatever is proposed': { breaks: 'everyAnswerReplays', as: { admit: () => true } },
  'admits by what is seen by all, not by each reader': {
    breaks: 'everyAnswerReplays',
    as: { admit: judging((entry) => ({ ...entryWithout(entry, 'publicAt'), class: 'white' })) },
  },
  'admits without asking what owners see of their own': {
    breaks: 'everyAnswerReplays',
    as: { admit: judging((entry) => ({ ...entry, capacity: { by: 'unknown' } })) },
  },
  'takes a refill for an entry of its own': { breaks: 'everyAnswerReplays', as: { registerAt: replayBelieving(everyEntryAPlace) } },
  'believes first, and then asks what was known': {
    breaks: 'whatWasKnownStays',
    as: {
      registerAt: (log, asked) => replayed(log, asked, (entries) => believed(entries).filter(({ position }) => position <= asked.known)),
    },
  },
  'counts the embargoes that were set later': {
    breaks: 'whatWasKnownStays',
    as: {
      registerAt: (log, asked) => ({ ...program.registerAt(log, asked), embargoUntil: embargoEnds(log, asked.now)[0] ?? FOREVER }),
    },
  },
  'folds in order of typing': { breaks: 'orderOfTypingIsNothing', as: { registerAt: replayBelieving(inOrderOfTyping) } },
  'does not ask which came first': { breaks: 'orderOfTypingIsNothing', as: { admit: judging(numberedApart) } },
  'lists facts of one moment by place': {
    breaks: 'orderOfTypingIsNothing',
    as: { registerAt: (log, asked) => changed(program.registerAt(log, asked), byPlace) },
  },
  'dates a lapse by the day it was asked': {
    breaks: 'settlingComposes',
    as: {
      settle: (state, moment) => {
        const settled = program.settle(state, moment)
        if (settled.kind !== 'modification' || state === settled || settled.standing === (state as typeof settled).standing) return settled
        return { ...settled, standing: { ...settled.standing, on: on(dayOf(moment)) } }
      },
    },
  },
  'forgets that consultations close': {
    breaks: 'settlingComposes',
    as: { untilOf: (state) => program.untilOf(state.kind === 'modification' ? { ...state, consultations: {} } : state) },
  },
  'forgets what has not begun': {
    breaks: 'settlingComposes',
    as: { registerAt: (log, asked) => withoutAwaited(program.registerAt(log, asked)) },
  },
  'refolds all but one of the subjects touched': {
    breaks: 'refoldingIsReplaying',
    as: {
      refold: (before, added, log, lists, asked) =>
        program.refold(
          before,
          added.filter(({ subject }) => subject !== added[0]?.subject),
          log,
          lists,
          asked,
        ),
    },
  },
  'deletes what was struck': { breaks: 'reinstatingIsNothing', as: { registerAt: replayBelieving(forgettingTheStruck) } },
  'says of an acceptance that nothing stands on it': {
    breaks: 'nothingStandsOnWhatStandsAlone',
    as: { standsAlone: (type) => type === 'AssessmentAccepted' || program.standsAlone(type) },
  },
} as const satisfies Record<string, { readonly breaks: string; readonly as: Partial<Program> }>

/** `admit`, of entries that are not what they are. */
function judging(seenAs: (entry: Entry) => Entry): Program['admit'] {
  return (log, proposed, now) => program.admit(logOf(log.entries.map(seenAs)), proposed.map(seenAs), now)
}

function entryWithout(entry: Entry, key: 'publicAt'): Entry {
  const { [key]: _, ...rest } = entry
  return rest
}

/** In the order in which it would be folded, so that no two entries are at one moment. */
function numberedApart(entry: Entry): Entry {
  return { ...entry, nth: (entry.nth ?? 0) + foundingRank(entry.event?.type) / 10 + entry.place / 1_000_000 }
}

function changed(register: Register, change: (value: unknown) => unknown): Register {
  const subjects = [...register.subjects].map(
    ([subject, record]) => [subject, { ...record, state: change(record.state) as State }] as const,
  )
  return { ...register, subjects: new Map(subjects) }
}

type Placed = { readonly place: number; readonly on: { readonly to: string } }

function byPlace(value: unknown): unknown {
  if (Array.isArray(value)) {
    const facts = value.every((each) => typeof each === 'object' && 'place' in each)
    return facts ? [...(value as Placed[])].sort((a, b) => (a.on.to < b.on.to ? -1 : a.on.to > b.on.to ? 1 : a.place - b.place)) : value
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, byPlace(each)]))
}

function withoutAwaited(register: Register): Register {
  return makeRegister({ ...register, awaited: new Map() }, register.calendar)
}
