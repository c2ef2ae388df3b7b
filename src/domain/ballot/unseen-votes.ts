// What is said in a ballot is seen by nobody else before its outcome is.
import type { Given, Telling } from '../acting/act.ts'
import type { Moment } from '../calendar/moment.ts'
import type { Classification, Entry, Subject } from '../entry.ts'
import type { Event, EventOf } from '../events.ts'
import { type Reader, seesAll } from '../reader.ts'
import type { Voting } from './voting.ts'

type Said = EventOf<'VoteCast' | 'RulingMade'>
/** A vote, or what the chair ruled on how votes are counted, as its place is filled now. */
type SaidEntry = Omit<Entry, 'event'> & { readonly event: Said }

/** Whether an event is seen by few until the ballot is over: a ruling is asked for where the votes make it matter, and tells of them. */
export const isSaidInBallot = (event: Event | null): event is Said => event?.type === 'VoteCast' || event?.type === 'RulingMade'

function lastOfPlaces({ recorded }: Pick<Given, 'recorded'>, subject: Subject): readonly Entry[] {
  const fillers = new Map<number, Entry>()
  for (const entry of recorded(subject)) if (!entry.noted) fillers.set(entry.place, entry)
  return [...fillers.values()]
}

/** While the ballot is open: for who administers, who chairs, and the seat itself. Of one whose outcome is recorded, public as that is. */
export function classOfSaid(given: Pick<Given, 'recorded'>, subject: Subject, ballot: string): Classification {
  return lastOfPlaces(given, subject).some(({ event }) => event?.type === 'BallotHeld' && event.ballot === ballot) ? 'white' : 'amber'
}

/** With its outcome, all that was said in a ballot is as public as the outcome is, and not before it. */
export function published(
  given: Pick<Given, 'recorded'>,
  subject: Subject,
  ballot: string,
  publicAt: Moment | undefined,
): readonly Telling[] {
  return lastOfPlaces(given, subject)
    .filter((entry): entry is SaidEntry => isSaidInBallot(entry.event) && entry.event.ballot === ballot && entry.class !== 'white')
    .map(({ publicAt: before, ...entry }) => {
      const until = [before, publicAt]
        .flatMap((each) => each ?? [])
        .sort()
        .at(-1)
      return {
        event: entry.event,
        refills: entry.place,
        as: { ...entry, class: 'white', ...(until === undefined ? {} : { publicAt: until }) },
      }
    })
}

/** Whether a reader is shown how a ballot stands: who acts for its body and who administers at any time, others once its outcome is recorded. */
export const seesCount = (reader: Reader, { opened }: Voting, isOver: boolean): boolean =>
  isOver || seesAll(reader) || reader.own.includes(opened.value.body)
