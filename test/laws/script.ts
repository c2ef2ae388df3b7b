import fc from 'fast-check'
import type { Capacity, Classification, Subject } from '../../src/domain/entry.ts'
import type { Event } from '../../src/domain/events.ts'
import { foundingOf, mainTrack, otherTracks, sideEvents } from './tracks.ts'

/** One telling before it has a place: days are counted from 1 January 2019. */
export type Draft = {
  readonly subject: Subject
  readonly event: Event
  readonly day: number
  /** The range begins so many days before. */
  readonly span: number
  readonly time?: string
  readonly nth?: number
  readonly by?: Capacity
  readonly class?: Classification
  /** Under an embargo until so many days after the log was opened. */
  readonly embargo?: number
  readonly noted?: true
  /** Rests on the place that an index picks. */
  readonly restsOn?: number
}

/** What is typed as one part of a set; `pick` chooses a place among those there are. */
export type Action =
  | { readonly do: 'tell'; readonly draft: Draft }
  | { readonly do: 'correct'; readonly pick: number; readonly shift: number; readonly retold: number; readonly embargo?: number }
  | { readonly do: 'strike'; readonly pick: number }
  | { readonly do: 'reinstate'; readonly pick: number }

/** Sets in order of typing, each after so many days. */
export type Script = readonly { readonly wait: number; readonly actions: readonly Action[] }[]

const modificationIds = ['7', '84', '102A'] as const
const small = fc.nat(6)
const gaps = fc.array(small, { minLength: 9, maxLength: 9 })

const side = fc.record({
  kind: fc.constantFrom(
    'labels',
    'titles',
    'assessment',
    'assessment',
    'costs',
    'costs',
    'consultation',
    'consultation',
    'solution',
    'ballot',
    'hold',
    'withdrawal',
    'attested',
    'end',
  ),
  start: fc.nat(50),
  gaps,
  cut: fc.integer({ min: 1, max: 9 }),
  which: fc.nat(3),
})

const life = fc.record({
  founding: fc.constantFrom(
    'draft',
    'draft',
    'proposal',
    'attested define',
    'attested refine',
    'attested opine',
    'attested unknown',
    'draft and attested',
  ),
  start: fc.nat(40),
  gaps,
  cut: fc.nat(9),
  dropped: fc.option(small, { nil: undefined, freq: 5 }),
  decision: fc.constantFrom('approve', 'approve', 'reject', 'send back'),
  sides: fc.array(side, { maxLength: 4 }),
  orderTold: fc.constantFrom('nth', 'nth', 'time', 'not'),
  spans: fc.array(fc.constantFrom(0, 0, 0, 4, 20), { minLength: 5, maxLength: 5 }),
  embargo: fc.option(fc.integer({ min: 1, max: 60 }), { nil: undefined, freq: 4 }),
})
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never

function tracked(events: readonly Event[], start: number, steps: readonly number[], cut: number): readonly { event: Event; day: number }[] {
  let day = start
  return events.slice(0, cut).map((event, index) => {
    if (index > 0) day += steps[index % steps.length] ?? 0
    return { event, day }
  })
}

/** Kinds of event on which nothing else stands may be classed above White. */
const leaves: Partial<Record<Event['type'], Classification>> = {
  AssessmentCosted: 'amber',
  DocumentListed: 'green',
  StatusShown: 'amber',
  DocumentFiled: 'amber',
  VoteCast: 'amber',
  RulingMade: 'amber',
  PaperFileChosen: 'green',
}

/** Who tells what stands alone: it is his own, and he sees it whatever its class and embargo. */
const owners: readonly Capacity[] = [
  { by: 'organisation/dcc' },
  { by: 'body/panel', behalfOf: 'organisation/dcc' },
  { by: 'organisation/party' },
  { by: 'unknown' },
]

function draftsOf(id: string, told: Life): readonly Draft[] {
  const founded = foundingOf(told.founding).map((event) => ({ event, day: told.start }))
  const main = tracked(mainTrack(told), told.start + (told.gaps[0] ?? 0), told.gaps, told.cut).filter((_, index) => index !== told.dropped)
  const sides = told.sides.flatMap((track) => tracked(sideEvents(id, track), told.start + track.start, track.gaps, track.cut))
  const all = [...founded, ...main, ...sides].sort((a, b) => a.day - b.day)
  return all.map(({ event, day }, index) => {
    const sameDay = all.slice(0, index).filter((other) => other.day === day).length
    const classed = told.gaps[index % told.gaps.length] === 2 ? leaves[event.type] : undefined
    return {
      subject: `modification/${id}`,
      event,
      day,
      span: told.spans[index % told.spans.length] ?? 0,
      ...(told.orderTold === 'nth' && sameDay > 0 ? { nth: sameDay } : {}),
      ...(told.orderTold === 'time' && sameDay > 0 ? { time: `${10 + sameDay}:00` } : {}),
      ...(classed === undefined ? {} : { class: classed }),
      ...(event.type in leaves ? { by: owners[(index + told.start) % owners.length] as Capacity } : {}),
      ...(told.embargo === undefined ? {} : { embargo: told.embargo }),
    } satisfies Draft
  })
}

/** What stands alone is now public, now not, and of one or another. */
function classOf({ type }: Event, at: number): Pick<Draft, 'class' | 'by'> {
  const classed = leaves[type]
  return classed === undefined ? {} : { ...(at % 2 === 0 ? { class: classed } : {}), by: owners[at % owners.length] as Capacity }
}

const others = fc.record({ day: fc.nat(80), gaps, nth: fc.boolean(), cut: fc.nat(8) })
type Others = typeof others extends fc.Arbitrary<infer T> ? T : never

function otherDrafts({ day, gaps: steps, nth, cut }: Others): readonly Draft[] {
  return otherTracks(day)
    .slice(0, cut)
    .flatMap(([subject, events]) =>
      tracked(events, day, steps, 9).map(({ event, day: on }, index) => ({
        subject,
        event,
        day: on,
        span: 0,
        ...(nth ? { nth: index } : {}),
        ...classOf(event, day + index),
      })),
    )
}

const correction: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    do: fc.constant('correct' as const),
    pick: fc.nat(60),
    shift: fc.integer({ min: -12, max: 12 }),
    retold: fc.nat(3),
    embargo: fc.constantFrom(0, 0, 9),
  }),
  fc.record({ do: fc.constant('strike' as const), pick: fc.nat(60) }),
  fc.record({ do: fc.constant('reinstate' as const), pick: fc.nat(60) }),
)

/** Sets of tellings in some order of typing, with corrections, strikes and reinstatements among them. */
export const script: fc.Arbitrary<Script> = fc
  .record({
    lives: fc.array(life, { minLength: 1, maxLength: 3 }),
    others,
    disorder: fc.constantFrom(0, 0, 3, 12, 100),
    jitters: fc.array(fc.nat(99), { minLength: 12, maxLength: 12 }),
    sizes: fc.array(fc.constantFrom(1, 1, 2, 3, 5, 9), { minLength: 6, maxLength: 6 }),
    waits: fc.array(fc.nat(5), { minLength: 5, maxLength: 5 }),
    corrections: fc.array(fc.record({ after: fc.nat(20), actions: fc.array(correction, { minLength: 1, maxLength: 3 }) }), {
      maxLength: 8,
    }),
    marks: fc.array(fc.constantFrom('', '', '', '', '', '', '', '', 'noted', 'concluded', 'embargo', 'red'), {
      minLength: 9,
      maxLength: 9,
    }),
  })
  .map(({ lives, others: rest, disorder, jitters, sizes, waits, corrections, marks }) => {
    const drafts = [...lives.flatMap((each, index) => draftsOf(modificationIds[index] ?? '7', each)), ...otherDrafts(rest)]
    const typed = drafts
      .map((draft, index) => ({
        draft: marked(draft, marks[index % marks.length] ?? ''),
        key: index + ((jitters[index % jitters.length] ?? 0) * disorder) / 100,
      }))
      .sort((a, b) => a.key - b.key)
    const sets: { wait: number; actions: Action[] }[] = []
    for (let next = 0; next < typed.length; ) {
      const size = sizes[sets.length % sizes.length] ?? 1
      const actions = typed.slice(next, next + size).map(({ draft }): Action => ({ do: 'tell', draft }))
      sets.push({ wait: waits[sets.length % waits.length] ?? 0, actions })
      next += size
    }
    for (const { after, actions } of corrections) sets.splice(Math.min(after + 2, sets.length), 0, { wait: 1, actions: [...actions] })
    return sets
  })

function marked(draft: Draft, mark: string): Draft {
  switch (mark) {
    case 'noted':
      return { ...draft, noted: true }
    case 'concluded':
      return { ...draft, restsOn: draft.day }
    case 'embargo':
      return { ...draft, embargo: 14 }
    case 'red':
      return { ...draft, class: 'red' }
    default:
      return draft
  }
}

/** Numbers by which a law chooses what of a log it looks at. */
export const picks = fc.array(fc.nat(10_000), { minLength: 12, maxLength: 12 })
