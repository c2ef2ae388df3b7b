import type { Given, Telling } from '../acting/act.ts'
import type { Moment } from '../calendar/moment.ts'
import type { Entry, Subject } from '../entry.ts'
import type { Event, EventOf } from '../events.ts'
import type { Consultation } from './consultation.ts'

type Part = EventOf<'ResponseSubmitted' | 'AnswersWithheld' | 'ResponseWithheld'>
/** One entry of a response, as its place is filled now. */
export type ResponseEntry = Omit<Entry, 'event'> & { readonly event: Part }

const isPart = (event: Event | null): event is Part =>
  event?.type === 'ResponseSubmitted' || event?.type === 'AnswersWithheld' || event?.type === 'ResponseWithheld'

/** Every entry of every response to a consultation, whoever may see it. */
export function responseEntries(given: Pick<Given, 'recorded'>, subject: Subject, consultation: string): readonly ResponseEntry[] {
  const fillers = new Map<number, Entry>()
  for (const entry of given.recorded(subject)) if (!entry.noted) fillers.set(entry.place, entry)
  return [...fillers.values()].filter((entry): entry is ResponseEntry => isPart(entry.event) && entry.event.consultation === consultation)
}

/**
 * The entries of one response. What the public is told of one that is confidential as a whole does not say whose it is: it was recorded
 * by the same command.
 */
export function entriesOf(
  given: Pick<Given, 'recorded'>,
  subject: Subject,
  consultation: string,
  response: string,
): readonly ResponseEntry[] {
  const all = responseEntries(given, subject, consultation)
  const named = all.filter(({ event }) => event.type !== 'ResponseWithheld' && event.response === response)
  const commandOf = ({ place }: ResponseEntry) => given.recorded(subject).find(({ position }) => position === place)?.command
  const commands = new Set(named.map(commandOf))
  return all.filter((entry) => named.includes(entry) || (entry.event.type === 'ResponseWithheld' && commands.has(commandOf(entry))))
}

/** Those that the public does not see before the close. */
export const hiddenUntilClose = (given: Pick<Given, 'recorded'>, subject: Subject, consultation: string): readonly ResponseEntry[] =>
  responseEntries(given, subject, consultation).filter(({ publicAt }) => publicAt !== undefined)

/** With another closing moment, what is kept from the public until the close is kept until then. */
export function heldUntil(given: Given, subject: Subject, { id, closes: before }: Consultation, closes: Moment): readonly Telling[] {
  if (before === undefined || before <= given.now) return []
  return hiddenUntilClose(given, subject, id).map((entry) => ({
    event: entry.event,
    refills: entry.place,
    as: { ...entry, publicAt: closes },
  }))
}
