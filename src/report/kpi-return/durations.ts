import { daysFrom } from '../../domain/calendar/calendar-date.ts'
import { longDay } from '../../domain/calendar/format.ts'
import type { Entry } from '../../domain/entry.ts'
import type { EventType } from '../../domain/events.ts'
import type { Found } from '../../domain/register.ts'
import type { DerivedFigure, Member, Untold } from '../figures/figure.ts'
import type { KpiFigureId } from '../figures/kpi-definitions.ts'
import { type Counting, type Measured, mean, member, notHeld, type Told, told } from './counting.ts'

type Span<T extends EventType> = {
  readonly id: KpiFigureId
  readonly until: readonly Told<T>[]
  /** The entry from which the days are counted. */
  readonly from: (found: Found<'modification'>, end: Entry) => Pick<Entry, 'on' | 'place'> | undefined
  /** What is missing where there is none. */
  readonly untold: Pick<Untold, 'what' | 'by'>
}

export const durations = (counting: Counting): readonly DerivedFigure[] => [
  span(counting, {
    id: 'kpi.days.toSubmission',
    until: told(counting, 'SentForDecision'),
    from: ({ state }) => state.raised,
    untold: { what: 'that it was raised' },
  }),
  span(counting, {
    id: 'kpi.days.toDecision',
    until: told(counting, 'Decided').filter(({ event }) => event.by === counting.authority),
    from: (found, end) => lastBefore(found, end, ({ event }) => event?.type === 'SentForDecision'),
    untold: { what: 'that it was sent for decision', by: 'SendForDecision' },
  }),
  span(counting, {
    id: 'kpi.days.toImplementation',
    until: told(counting, 'Implemented'),
    from: (found, end) => lastBefore(found, end, isDecision),
    untold: { what: 'the decision', by: 'Decide' },
  }),
  notHeld(counting, 'kpi.days.toImplementation.systems', 'whether it changes systems', implemented(counting)),
]

/** Not recorded: the register holds estimates, and no actual cost. */
export const costsDifference = (counting: Counting): DerivedFigure =>
  notHeld(counting, 'kpi.costs.difference', 'what its implementation cost', implemented(counting))

const implemented = (counting: Counting): readonly Member[] => told(counting, 'Implemented').map((one) => member(counting, one))

/** Of one who decides alone, or the vote of a body that decides itself. */
const isDecision = ({ event }: Entry): boolean => event?.type === 'Decided' || (event?.type === 'BallotHeld' && event.capacity === 'decide')

const lastBefore = (found: Found<'modification'>, end: Entry, is: (entry: Entry) => boolean): Entry | undefined =>
  found.history.findLast((entry) => is(entry) && entry.on.to <= end.on.to)

/** Over those of which both days are known to the day. */
function span<T extends EventType>(counting: Counting, { id, until, from, untold }: Span<T>): DerivedFigure {
  const all = until.map((one) => ({ one, start: from(one.found, one.entry) }))
  const known = all.flatMap(({ one, start }): readonly Measured[] => {
    if (!start || !isExact(start) || !isExact(one.entry)) return []
    const days = daysFrom(start.on.to, one.entry.on.to)
    const note = `${days} ${days === 1 ? 'day' : 'days'}, from ${longDay(start.on.to)} to ${longDay(one.entry.on.to)}`
    return [{ member: member(counting, one, note, start.place), value: days }]
  })
  const missing = all.filter(({ start }) => !start).map(({ one }) => member(counting, one))
  const vague = all
    .filter(({ one, start }) => start && !(isExact(start) && isExact(one.entry)))
    .map(({ one, start }) => member(counting, one, undefined, ...(start ? [start.place] : [])))
  return mean(counting, id, known, [
    { ...untold, members: missing },
    { what: 'both days, to the day', by: 'Correct', members: vague },
  ])
}

/** A day that is known to the day. */
const isExact = ({ on }: Pick<Entry, 'on'>): boolean => on.from === on.to
