import { z } from 'zod'
import { day, label, month, oneKindOf, strict, subject, word } from '../field-schemas.ts'
import { told } from './told.ts'

const plannedFor = oneKindOf('kind', [
  strict({ kind: z.literal('day'), day }),
  strict({ kind: z.literal('month'), month }),
  strict({ kind: z.literal('release'), release: subject('release') }),
  strict({ kind: z.literal('not determined') }),
])

export const planSchemas = {
  MilestonePlanned: told('MilestonePlanned', {
    milestone: word('conversion', 'modification report', 'decision', 'implementation'),
    for: plannedFor,
    agreedBy: subject().exactOptional(),
    why: label.exactOptional(),
  }),
}
