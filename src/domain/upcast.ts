import { isEventType } from './event-kinds.ts'
import type { Event } from './events.ts'

/**
 * Lifts an event as it was recorded to today's version, once, on load. A published version is never deleted from here.
 * All events are at version 1 so far; anything else was written by a newer program.
 */
export function upcast(recorded: { readonly type: string; readonly v: number }): Event {
  if (!isEventType(recorded.type) || recorded.v !== 1)
    throw new Error(`written by a newer Codicil: event ${recorded.type} version ${recorded.v} is not known here`)
  return recorded as Event
}
