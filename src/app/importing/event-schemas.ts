import type { z } from 'zod'
import type { EventType } from '../../domain/events.ts'
import { assessmentSchemas } from './event-schemas/assessment.ts'
import { ballotSchemas } from './event-schemas/ballot.ts'
import { consultationSchemas } from './event-schemas/consultation.ts'
import { documentSchemas } from './event-schemas/document.ts'
import { meetingSchemas } from './event-schemas/meeting.ts'
import { modificationSchemas } from './event-schemas/modification.ts'
import { organisationSchemas } from './event-schemas/organisation.ts'
import { paperSchemas } from './event-schemas/paper.ts'
import { planSchemas } from './event-schemas/plan.ts'
import { publicationSchemas } from './event-schemas/publication.ts'
import { releaseSchemas } from './event-schemas/release.ts'
import { rulebookSchemas } from './event-schemas/rulebook.ts'
import { solutionSchemas } from './event-schemas/solution.ts'
import { submissionSchemas } from './event-schemas/submission.ts'
import type { FileEvent } from './plain-fact.ts'

const schemas = {
  ...modificationSchemas,
  ...assessmentSchemas,
  ...consultationSchemas,
  ...solutionSchemas,
  ...ballotSchemas,
  ...planSchemas,
  ...releaseSchemas,
  ...meetingSchemas,
  ...paperSchemas,
  ...publicationSchemas,
  ...organisationSchemas,
  ...rulebookSchemas,
  ...submissionSchemas,
  ...documentSchemas,
} satisfies { [T in EventType]: z.ZodType<FileEvent<T>> }

/** A copy key by key, so that two ways to write one object type are the same type. */
type Written<T> = T extends string ? T : T extends object ? { [K in keyof T]: Written<T[K]> } : T
type Equal<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false
type Mismatched = {
  [T in keyof typeof schemas]: Equal<Written<z.output<(typeof schemas)[T]>>, Written<FileEvent<T>>> extends true ? never : T
}[keyof typeof schemas]

/**
 * The schema of each event as a fact file holds it. `satisfies` refuses a schema that takes what the domain does not have; the type of
 * this constant refuses one that leaves something out, and the compiler's message names the event.
 */
export const eventSchemas: typeof schemas & { [T in Mismatched]: 'differs from the domain event' } = schemas
