import { count, label, subject, subjectOrUnknown, text, yesNo } from '../field-schemas.ts'
import { told } from './told.ts'

const solution = label

export const solutionSchemas = {
  Considered: told('Considered', { by: subject(), meeting: subject('meeting').exactOptional(), outcome: text.exactOptional() }),
  SolutionProposed: told('SolutionProposed', {
    solution,
    alternative: yesNo,
    by: subjectOrUnknown,
    title: label,
    meeting: subject('meeting').exactOptional(),
    inFavour: count(0).exactOptional(),
    of: count(1).exactOptional(),
    why: text.exactOptional(),
  }),
  SolutionVersioned: told('SolutionVersioned', {
    solution,
    material: yesNo,
    document: label.exactOptional(),
    text: text.exactOptional(),
    reason: text.exactOptional(),
    drawnAgainst: subject('version').exactOptional(),
  }),
}
