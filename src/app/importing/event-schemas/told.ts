import { z } from 'zod'
import type { EventType } from '../../../domain/events.ts'
import { strict } from '../field-schemas.ts'

/** The schema of one event in a fact file: its type, and these keys and no other. */
export function told<const T extends EventType, S extends z.core.$ZodShape>(type: T, shape: S) {
  return strict({ type: z.literal(type, { error: `"${type}"` }), ...shape })
}
