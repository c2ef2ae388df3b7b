import type { Act } from './acting/acts.ts'
import type { ActOutcome, WhenUnfit } from './acting/decide-acts.ts'
import type { Proposed } from './entry.ts'
import type { WhenMisfit } from './importing/decide-import.ts'
import type { ImportedFact, ImportOutcome } from './importing/facts.ts'

/** The register of one code is opened: the first command of every log. */
export type OpenRegister = { readonly type: 'OpenRegister'; readonly code: string; readonly name: string; readonly demo: boolean }
/** A code's pack (rulebook rows, bank holidays, bodies, organisations) enters the log as a set: the same again does nothing. */
export type InstallPack = { readonly type: 'InstallPack'; readonly facts: readonly ImportedFact[] }
/** Sourced facts, as one set. */
export type ImportFacts = { readonly type: 'ImportFacts'; readonly facts: readonly ImportedFact[]; readonly whenMisfit: WhenMisfit }
/** One act or several as one set: a meeting, a ballot grid, a page of minutes. Only the whole must stand. */
export type RecordActs = { readonly type: 'RecordActs'; readonly acts: readonly Act[]; readonly whenUnfit: WhenUnfit }
/** What waits is offered again, or confirmed by a second person: `waiting` is the id that all entries of it begin with. */
export type ConfirmWaiting = { readonly type: 'ConfirmWaiting'; readonly waiting: string }
/** What waits is let go: it never was in the register, and leaves the queue. */
export type DropWaiting = { readonly type: 'DropWaiting'; readonly waiting: string }

export type Command = OpenRegister | InstallPack | ImportFacts | RecordActs | ConfirmWaiting | DropWaiting

/** What was decided, for whoever gave the command. */
export type Decided = { readonly proposed: readonly Proposed[]; readonly outcome?: ImportOutcome; readonly acts?: readonly ActOutcome[] }
