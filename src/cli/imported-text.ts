import type { ImportOutcome } from '../domain/importing/facts.ts'
import { filled } from './table.ts'

export type Imported = { readonly file: string; readonly outcome: ImportOutcome }

/** What an import did, or would do: a line for each file that brings something, what cannot stand and what would let it, and the sum. */
export function importedText(imported: readonly Imported[], dryRun: boolean): string {
  const lines = imported.flatMap(({ file, outcome }) => {
    const counts = countsOf(outcome)
    const waiting = outcome.waiting.map(waitingText)
    return counts === '' && waiting.length === 0 ? [] : [`${file}: ${counts || 'nothing that stands'}`, ...waiting]
  })
  return [...lines, filled(sum(imported, dryRun), 0), ...(dryRun && waits(imported) ? [filled(refusedWhole, 0)] : [])].join('\n')
}

const refusedWhole = 'A file with a fact that cannot stand is refused whole; with --note that fact is kept as noted, and the rest taken.'

function countsOf({ added, changed, besides }: ImportOutcome): string {
  return [
    ...(added.length > 0 ? [`${added.length} new`] : []),
    ...(changed.length > 0 ? [`${changed.length} changed`] : []),
    ...(besides.length > 0 ? [`${besides.length} kept beside another source`] : []),
  ].join(', ')
}

function waitingText({ fact, why, remedies }: ImportOutcome['waiting'][number]): string {
  const lines = [why.startsWith(fact) ? why : `${fact}: ${why}`, ...remedies.map((remedy) => `  ${remedy}`)]
  return lines.map((line) => `  ${filled(line, 4)}`).join('\n')
}

function sum(imported: readonly Imported[], dryRun: boolean): string {
  const count = (of: (outcome: ImportOutcome) => readonly unknown[]) => imported.reduce((all, { outcome }) => all + of(outcome).length, 0)
  const [added, changed] = [count(({ added }) => added), count(({ changed }) => changed)]
  const waiting = count(({ waiting }) => waiting)
  const unchanged = count(standing)
  const done = dryRun ? `Would add ${added} and change ${changed}` : `Added ${added} and changed ${changed}`
  const stood = unchanged === 1 ? '1 stands already' : `${unchanged} stand already`
  return `${done}; ${stood}${waiting > 0 ? `; ${waiting} cannot stand` : ''}.`
}

/** What waits again is as before too, and is told once. */
const standing = ({ unchanged, waiting }: ImportOutcome) => unchanged.filter((one) => waiting.every(({ fact }) => fact !== one))

const waits = (imported: readonly Imported[]): boolean => imported.some(({ outcome }) => outcome.waiting.length > 0)
