import type { Register } from '../../../domain/register.ts'
import type { Finding } from '../finding.ts'
import type { PaperRead } from '../reading/read-paper.ts'
import { averageChecks } from './averages.ts'
import { consultationChecks } from './consultations.ts'
import { listChecks } from './counts.ts'
import { dayChecks } from './days.ts'
import { durationChecks } from './durations.ts'
import { explainedIn } from './explained.ts'
import { formChecks } from './form.ts'
import { linkChecks } from './links.ts'
import { listsChecks } from './lists.ts'
import { nameChecks } from './names.ts'
import { periodChecks } from './period.ts'
import { stripChecks } from './strip.ts'
import { termChecks } from './terms.ts'

/** The words that a paper's own are compared with: the glossary's terms, and the names of bodies and organisations. */
export type KnownWords = { readonly terms: readonly string[]; readonly names: readonly string[] }

/** The paper against itself. The register gives the calendar and the year, and nothing that the paper is about. */
export function checkItself(read: PaperRead, register: Register, known: KnownWords): readonly Finding[] {
  const explained = explainedIn(read)
  const durations = durationChecks(read, explained, register)
  return [
    ...listChecks(read),
    ...stripChecks(read, explained),
    ...listsChecks(read, explained),
    ...averageChecks(read, explained, durations.wrong),
    ...durations.others,
    ...dayChecks(read, explained, register.calendar),
    ...periodChecks(read),
    ...consultationChecks(read, register),
    ...nameChecks(read, known.names),
    ...termChecks(read, explained, known.terms),
    ...formChecks(read, explained),
    ...linkChecks(read),
  ]
}
