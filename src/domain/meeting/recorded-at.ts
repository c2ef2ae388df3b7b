import { endOfDay, type Moment } from '../calendar/moment.ts'
import { type Entry, isDayOfSource, momentOf, type Subject } from '../entry.ts'
import type { EventType } from '../events.ts'
import { entryAt, type Found, type Register } from '../register.ts'
import { resolutionOf } from './agenda.ts'

/**
 * What was recorded of an item at a meeting, as it is believed now: what names the meeting, and what the body did at the moment at which
 * the item was dealt with. A correction of any of it is therefore in the minutes, and nothing else is.
 */
export function recordedAt(register: Register, meeting: Found<'meeting'>, about: Subject): readonly Entry[] {
  const resolved = resolutionOf(meeting.state, about)
  const then = resolved && entryAt(meeting, resolved.place)
  const isItsBody = ({ capacity }: Entry) => (capacity.behalfOf ?? capacity.by) === meeting.state.body
  const isThen = (entry: Entry) => then !== undefined && momentOf(entry) === momentOf(then) && isItsBody(entry)
  return (register.subjects.get(about)?.history ?? []).filter((entry) => names(entry, meeting.subject) || isThen(entry))
}

const names = ({ event }: Entry, meeting: Subject): boolean =>
  event !== null &&
  ((event as { readonly meeting?: Subject }).meeting === meeting || (event.type === 'MinutesAgreed' && event.at === meeting))

type Between = { readonly last: Found<'meeting'>; readonly meeting: Found<'meeting'> }

/** What is new: what happened since, and what was told since and happened before, or may have: a source only lists it, or shows where it stands. */
export type New = { readonly happened: readonly Entry[]; readonly late: readonly Entry[] }

/** What reached the register of a subject after the last meeting was over, as it is believed now; without what this meeting did itself. */
export function newSince(register: Register, subject: Subject, { last, meeting }: Between): New {
  const own = recordedAt(register, meeting, subject)
  const reached = (register.subjects.get(subject)?.history ?? []).filter(
    (entry) => isSince(last, entry) && entry.event && !isBookkeeping(entry.event.type) && !own.includes(entry),
  )
  const isLate = (entry: Entry) => entry.on.to <= last.state.day || entry.event?.type === 'Attested' || isDayOfSource(entry)
  return { happened: reached.filter((entry) => !isLate(entry)), late: reached.filter(isLate) }
}

/** Whether an entry reached the register after a meeting was over. */
export const isSince = (last: Found<'meeting'>, { receivedAt }: Entry): boolean => receivedAt > overAt(last)

/** How sources write it and where they publish it: nothing of it happened to the modification. */
const isBookkeeping = (type: EventType): boolean => type === 'ReferenceWritten' || type === 'AddressPublished' || type === 'StatusShown'

/** When the last item of a meeting was dealt with, at the latest at the end of its day. */
function overAt({ state: { day, resolved }, history }: Found<'meeting'>): Moment {
  const places = Object.values(resolved).flatMap((facts) => facts.map(({ place }) => place))
  const times = history.filter(({ place }) => places.includes(place)).map(({ receivedAt }) => receivedAt)
  const last = times
    .filter((moment) => moment <= endOfDay(day))
    .toSorted()
    .at(-1)
  return last ?? endOfDay(day)
}
