import type { ImportedFact } from '../../../src/domain/importing/facts.ts'
import { fromTheBeginning, packFact } from './pack-fact.ts'
import { reportWording } from './report-wording.ts'
import { type PackRow, rowFacts } from './row.ts'
import { anywhere } from './rows/anywhere.ts'
import { decision } from './rows/decision.ts'
import { raising } from './rows/raising.ts'
import { refinement } from './rows/refinement.ts'
import { release } from './rows/release.ts'
import { report } from './rows/report.ts'
import { reporting } from './rows/reporting.ts'
import { sources } from './sources.ts'
import { wordRows } from './word-rows.ts'

/** The rules of the process and the words of the Code, one row each. Most of Section D's text was not found: see each row's certainty. */
export const rows: readonly PackRow[] = [
  ...raising,
  ...refinement,
  ...report,
  ...decision,
  ...release,
  ...anywhere,
  ...reporting,
  ...wordRows,
]

/** The wording of the monthly paper, as rows like the rest: an administrator may change a sentence from a day on. */
const wording: readonly ImportedFact[] = reportWording.map((row) =>
  packFact(`rule/${row.id}`, { type: 'RowSet', v: 1, row }, fromTheBeginning, sources.paper),
)

export const rulebook: readonly ImportedFact[] = [...rowFacts(rows), ...wording]
