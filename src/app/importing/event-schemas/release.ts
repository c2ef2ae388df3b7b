import { z } from 'zod'
import { day, label, month, oneKindOf, strict, subject, subjectOrUnknown, word, yesNo } from '../field-schemas.ts'
import { told } from './told.ts'

const date = oneKindOf('kind', [
  strict({ kind: z.literal('day'), day }),
  strict({ kind: z.literal('month'), month }),
  strict({ kind: z.literal('event'), event: label }),
  strict({ kind: z.literal('unknown') }),
])

export const releaseSchemas = {
  ReleasePlanned: told('ReleasePlanned', { name: label, kind: word('scheduled', 'standalone'), date }),
  ReleaseDateSet: told('ReleaseDateSet', { date, by: subjectOrUnknown, underRequest: label.exactOptional() }),
  DateChangeRequested: told('DateChangeRequested', {
    request: label,
    by: subject(),
    of: subject(),
    to: day,
    latest: day.exactOptional(),
    letter: strict({ address: label, held: yesNo }).exactOptional(),
  }),
  DateChangeDecided: told('DateChangeDecided', {
    request: label,
    by: subject(),
    outcome: word('agreed', 'refused'),
    discretionUntil: day.exactOptional(),
  }),
  ScopeBaselined: told('ScopeBaselined', { by: subjectOrUnknown }),
  ReleaseImplemented: told('ReleaseImplemented', { version: label.exactOptional() }),
  ReleaseDocumentListed: told('ReleaseDocumentListed', { title: label, address: label.exactOptional(), held: yesNo }),
  ReleaseAddressPublished: told('ReleaseAddressPublished', { path: label }),
  VersionInForce: told('VersionInForce', { number: label, cause: word('release', 'designation', 'unknown') }),
}
