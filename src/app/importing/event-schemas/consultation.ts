import { z } from 'zod'
import { count, day, label, moment, month, oneKindOf, strict, text, word } from '../field-schemas.ts'
import { told } from './told.ts'

const consultation = label
const consultationKind = word('refinement', 'report', 'information')
const lengthWorkingDays = count(1).exactOptional()

const expected = oneKindOf('kind', [
  strict({ kind: z.literal('month'), month }),
  strict({ kind: z.literal('week'), commencing: day }),
  strict({ kind: z.literal('day'), day }),
  strict({ kind: z.literal('not told') }),
])

export const consultationSchemas = {
  ConsultationPlanned: told('ConsultationPlanned', {
    consultation,
    consultationKind,
    expected,
    lengthWorkingDays,
    condition: label.exactOptional(),
  }),
  ConsultationOpened: told('ConsultationOpened', {
    consultation,
    consultationKind,
    closes: moment.exactOptional(),
    lengthWorkingDays,
    row: label.exactOptional(),
    document: label.exactOptional(),
    text: text.exactOptional(),
  }),
  ConsultationCloseSet: told('ConsultationCloseSet', { consultation, closes: moment, why: label.exactOptional() }),
  ConsultationCancelled: told('ConsultationCancelled', { consultation, why: text.exactOptional() }),
}
