import type { Proposed } from './entry.ts'
import type { WhenMisfit } from './importing/decide-import.ts'
import type { ImportedFact, ImportOutcome } from './importing/facts.ts'

/** The register of one code is opened: the first command of every log. */
export type OpenRegister = { readonly type: 'OpenRegister'; readonly code: string; readonly name: string; readonly demo: boolean }
/** A code's pack (rulebook rows, bank holidays, bodies, organisations) enters the log as a set: the same again does nothing. */
export type InstallPack = { readonly type: 'InstallPack'; readonly facts: readonly ImportedFact[] }
/** Sourced facts, as one set. */
export type ImportFacts = { readonly type: 'ImportFacts'; readonly facts: readonly ImportedFact[]; readonly whenMisfit: WhenMisfit }

export type Command = OpenRegister | InstallPack | ImportFacts

/** What was decided, for whoever gave the command. */
export type Decided = { readonly proposed: readonly Proposed[]; readonly outcome?: ImportOutcome }
