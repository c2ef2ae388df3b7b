import { eventTypes, isEventType } from '../../domain/event-kinds.ts'
import { eventSchemas } from './event-schemas.ts'
import { nearest } from './nearest.ts'
import type { FileEvent, PlainEvent } from './plain-fact.ts'
import { type Problem, problemsOf, shown } from './problem.ts'

/** What is wrong, before it is said of which fact. */
export type Unplaced = Omit<Problem, 'fact'>

/** Reads an event by the schema of its type. `event` is undefined where it cannot be read; what is no event at all is told by the schema of the fact. */
export function readEvent(raw: unknown): { readonly event?: PlainEvent | null; readonly problems: readonly Unplaced[] } {
  if (raw === null) return { event: null, problems: [] }
  const type = (raw as { readonly type?: unknown } | undefined)?.type
  if (typeof type !== 'string' || type.trim() === '') return { problems: [] }
  if (!isEventType(type)) return { problems: [unknownType(type)] }
  const read = eventSchemas[type].safeParse(raw)
  if (!read.success) return { problems: problemsOf(read.error, raw, 'event') }
  return { event: versioned(read.data), problems: [] }
}

function unknownType(type: string): Unplaced {
  const meant = nearest(type, eventTypes)
  const remedy = meant === undefined ? 'use one of the event types of the domain' : `did you mean "${meant}"?`
  return { key: 'event.type', expected: 'the type of an event', got: shown(type), remedy }
}

const versioned = (event: FileEvent): PlainEvent => ({ ...event, v: 1 }) as PlainEvent
