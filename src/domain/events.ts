import type { DocumentFiled } from './document/document.ts'
import type { LogEvent } from './log-opened.ts'
import type { MeetingEvent } from './meeting/events.ts'
import type { ModificationEvent } from './modification/events.ts'
import type { BodyEvent } from './organisation/body.ts'
import type { OrganisationEvent } from './organisation/organisation.ts'
import type { PaperEvent } from './paper/paper.ts'
import type { PublicationEvent } from './publication/publication.ts'
import type { ReleaseEvent } from './release/release.ts'
import type { VersionEvent } from './release/version.ts'
import type { RulebookEvent } from './rulebook/rulebook.ts'
import type { SubmissionEvent } from './submission/submission.ts'

/**
 * Every event there is. Names and values are free of one code's words; those are in its pack.
 * A published `(type, v)` never changes shape or meaning: see `upcast.ts`.
 */
export type Event =
  | ModificationEvent
  | ReleaseEvent
  | VersionEvent
  | MeetingEvent
  | BodyEvent
  | OrganisationEvent
  | PaperEvent
  | PublicationEvent
  | RulebookEvent
  | SubmissionEvent
  | DocumentFiled
  | LogEvent

export type EventType = Event['type']

/** An event of one type. */
export type EventOf<T extends EventType> = Extract<Event, { type: T }>
