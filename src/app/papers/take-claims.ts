import type { Principal } from '../../domain/access.ts'
import type { ImportOutcome } from '../../domain/importing/facts.ts'
import { isRefused, type Verdict } from '../../domain/refusal.ts'
import type { App } from '../app.ts'
import { importFile } from '../import.ts'
import { parseFactFile } from '../importing/fact-file.ts'
import type { PlainFact } from '../importing/plain-fact.ts'

/** A fact file as it is written, before it is read. */
export type WrittenFile = { readonly source: { readonly id: string }; readonly facts: readonly unknown[] }

export type HowToTake = { readonly principal: Principal; readonly dryRun: boolean }
export type Taken = { readonly source: string; readonly outcome: ImportOutcome; readonly facts: readonly PlainFact[] }

/** Takes in what a paper tells, by the same door and checks as any fact file; the same again changes nothing. */
export async function takeFile(app: App, file: WrittenFile, how: HowToTake): Promise<Verdict<Taken>> {
  const read = parseFactFile(file.source.id, JSON.stringify(file))
  if (isRefused(read)) return read
  const performed = await importFile(app, read, { ...how, whenMisfit: 'refuse' })
  if (isRefused(performed)) return performed
  const none: ImportOutcome = { added: [], changed: [], unchanged: read.facts.map(({ fact }) => fact), waiting: [], besides: [] }
  return { source: file.source.id, outcome: performed.outcome ?? none, facts: read.facts }
}
