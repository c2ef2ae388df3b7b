import { z } from 'zod'
import { classifications } from '../../domain/entry.ts'
import { count, dated, day, label, localTime, read, strict, subject, subjectOrUnknown, word } from './field-schemas.ts'

const SOURCE_ID = /^[a-z0-9]+([.-][a-z0-9]+)*$/

/** What a fact file tells of its source; `published` only where a day is printed. */
export const sourceSchema = strict({
  id: read('an id like change-status-report-2019-10', (text) => (SOURCE_ID.test(text) ? text : undefined)),
  title: label,
  where: label,
  published: dated.exactOptional(),
})

/** When the source arrives, and from what that day was read. */
export const arrivesSchema = strict({ day, basis: word('printed', 'latest day mentioned', 'end of the sample'), why: label })

export const factFileSchema = strict({
  source: sourceSchema,
  arrives: arrivesSchema,
  facts: z.array(z.unknown(), { error: 'a list of facts' }).min(1, { error: 'at least one fact' }),
})

/** One fact without its event, which is read by the schema of its type. */
export const factSchema = strict({
  subject: subject(),
  n: count(1),
  on: dated,
  time: localTime.exactOptional(),
  nth: count(1).exactOptional(),
  event: z.union([z.looseObject({ type: label }), z.null()], { error: 'an event: an object with the key type; or null in a strike' }),
  by: subjectOrUnknown.exactOptional(),
  at: label.exactOptional(),
  reading: label.exactOptional(),
  class: word(...classifications).exactOptional(),
  strikes: label.exactOptional(),
  beside: label.exactOptional(),
})

export type FactSource = z.output<typeof sourceSchema>
export type Arrival = z.output<typeof arrivesSchema>
export type WrittenFact = z.output<typeof factSchema>
