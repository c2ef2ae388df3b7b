import { classifications } from '../../../domain/entry.ts'
import { paperKinds } from '../../../domain/paper/paper.ts'
import { day, label, labels, month, number, subject, word } from '../field-schemas.ts'
import { told } from './told.ts'

export const paperSchemas = {
  PaperIssued: told('PaperIssued', {
    kind: word('change-status'),
    month,
    reference: label,
    action: label,
    classification: word(...classifications),
    author: label,
    timescalesAsAt: day,
    before: subject().exactOptional(),
    attachments: labels,
  }),
  PaperWritten: told('PaperWritten', { title: label, kind: word(...paperKinds) }),
  PaperFileChosen: told('PaperFileChosen', { document: subject('document') }),
  FigureStated: told('FigureStated', { figure: label, value: number, unit: label, asAt: day, at: label }),
}
