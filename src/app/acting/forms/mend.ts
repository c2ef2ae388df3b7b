import { z } from 'zod'
import type { MendAct } from '../../../domain/acting/mend-acts.ts'
import type { PlainEvent } from '../../importing/plain-fact.ts'
import { noSuchKey } from '../../importing/problem.ts'
import { readEvent } from '../../importing/written-event.ts'
import { type Forms, fields } from '../act-form.ts'
import { day, type FieldMeta, prose, time, yes } from '../fields.ts'

const place = z
  .int({ error: 'the number of an entry' })
  .min(1, { error: 'the number of an entry' })
  .meta({ label: 'Entry', control: 'number' } satisfies FieldMeta as unknown as Record<string, unknown>)
const why = prose({ label: 'Why', hint: 'Shown beside the entry' })

const eventMeta: FieldMeta = { label: 'What it tells', hint: 'As JSON, as a fact file has it: its type stays', control: 'event' }

/** An event as a fact file has it: JSON as text, or the object itself. */
const event = z
  .unknown()
  .transform((given, context): PlainEvent => {
    const read = readEvent(typeof given === 'string' ? parsed(given) : given)
    if (read.event) return read.event
    for (const { key = '', expected, got, remedy } of read.problems) {
      const [, field, ...inside] = key.split('.')
      const where = inside.length > 0 ? ` for ${inside.join('.')}` : ''
      const path = field && field !== 'type' ? [field.replace(/\[.*$/, '')] : []
      const message = got === noSuchKey ? `give ${expected}${where}` : `expected ${expected}${where}, got ${got}; ${remedy}`
      context.addIssue({ code: 'custom', message, path, params: { whole: true } })
    }
    if (read.problems.length === 0) context.addIssue({ code: 'custom', message: 'an event as JSON, with its type' })
    return z.NEVER
  })
  .meta(eventMeta as unknown as Record<string, unknown>)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const mendForms: Forms<MendAct> = {
  Strike: {
    title: 'Strike an entry',
    verb: 'strike',
    on: 'modification',
    onEntry: true,
    about: 'It is not believed any more, as if it had not been recorded; it stays in the log, with why it was struck.',
    schema: fields({ place, whole: yes({ label: 'Everything that was recorded with it, too' }).exactOptional(), why }),
  },
  Correct: {
    title: 'Correct an entry',
    verb: 'correct',
    on: 'modification',
    onEntry: true,
    about: 'What it told before stays in the log, with why it was corrected.',
    schema: fields({
      place,
      event,
      day: day({ label: 'Day on which it happened', hint: 'Left empty: as before' }).exactOptional(),
      time: time({ label: 'Time of that day' }).exactOptional(),
      why,
    }),
  },
  Reinstate: {
    title: 'Reinstate an entry',
    verb: 'reinstate',
    on: 'modification',
    onEntry: true,
    about: 'It is believed again.',
    schema: fields({ place, why }),
  },
}
