import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { mayIssue, type Principal, readerOf } from '../domain/access.ts'
import type { ActOutcome } from '../domain/acting/decide-acts.ts'
import { admit } from '../domain/admit.ts'
import type { Command } from '../domain/commands.ts'
import { decide } from '../domain/decide.ts'
import type { Entry, Proposed } from '../domain/entry.ts'
import type { ImportOutcome } from '../domain/importing/facts.ts'
import { type Reader, seesAll } from '../domain/reader.ts'
import { isRefused, refused, type Verdict } from '../domain/refusal.ts'
import type { Log, SaltedText, Stamp } from '../log/log.ts'
import type { Live } from './live.ts'

export type Sent = {
  readonly principal: Principal
  readonly command: Command
  /** The idempotency key: sending the same again is safe. */
  readonly key: string
  readonly texts?: readonly SaltedText[]
  /** Whether what it was made from is still so: asked under the lock, with all that is recorded read. */
  readonly stillHolds?: () => boolean
  /** Only say what it would do. */
  readonly dryRun?: boolean
  /** What was asked, where the command holds salted texts: the same asked again is the same request. */
  readonly request?: unknown
}
export type Performed = {
  readonly entries: readonly Entry[]
  readonly outcome: ImportOutcome | undefined
  /** What became of each act, and what it would record. */
  readonly acts: readonly ActOutcome[]
}

/**
 * The one door: locks the head, catches up, asks `may`, `decide` and `admit`, appends. Nothing else writes to the log.
 * Refusals come back as values; nothing was written then.
 */
export async function perform(log: Log, live: Live, sent: Sent): Promise<Verdict<Performed>> {
  const { principal, command, key, texts = [] } = sent
  if (command.type !== 'RecordActs' && !mayIssue(principal, command.type))
    return refused(`${principal.id} may not give the command ${command.type}`)
  let performed: Performed = { entries: [], outcome: undefined, acts: [] }
  const requestHash = createHash('sha256')
    .update(canonicalize(sent.request ?? command) ?? '')
    .digest('hex')
  const appended = await log.append(
    { code: live.code, principal: principal.id, key, requestHash, recorder: principal.id, texts, cursor: live.cursor },
    (caught, stamp) => {
      live.take(caught)
      if (sent.stillHolds?.() === false) return overtaken
      const nextPosition = live.entries.length + 1
      const asEntries = (proposed: readonly Proposed[], next: number) => stamped(proposed, next, stamp, principal)
      const present = (reader?: Reader) => (reader ? live.now(stamp.moment, reader) : live.whole(stamp.moment))
      const { dryRun = false } = sent
      const context = {
        log: live,
        now: stamp.moment,
        nextPosition,
        stamp: asEntries,
        principal,
        key,
        present,
        dryRun,
        instant: stamp.instant,
      }
      const decided = decide(command, context)
      if (isRefused(decided)) return decided
      // A preview for somebody from whom something is hidden was judged by what he sees.
      const isOfHisView = dryRun && !seesAll(readerOf(principal))
      const verdict = isOfHisView || admit(live, asEntries(decided.proposed, nextPosition), stamp.moment)
      if (isRefused(verdict)) return verdict
      performed = { entries: [], outcome: decided.outcome, acts: decided.acts ?? [] }
      return decided.proposed.length === 0 || dryRun ? nothingToAppend : decided.proposed
    },
  )
  if (appended === nothingToAppend) return performed
  if (isRefused(appended)) return appended
  live.take(appended.caught)
  live.take({ entries: appended.entries, restarted: false, cursor: appended.cursor })
  return { ...performed, entries: appended.entries }
}

/** Another process changed what the command was made from: it is to be made again. Nothing was written. */
export const overtaken = refused('what it was made from has changed', [], ['send it again'])

/** Stops the append without an entry: all of it stands already, or it was a dry run. */
const nothingToAppend = refused('nothing to append')

/** The entries as the log would number and stamp them, for `admit`. */
function stamped(proposed: readonly Proposed[], nextPosition: number, stamp: Stamp, principal: Principal): readonly Entry[] {
  return proposed.map(({ refills, ...told }, index) => ({
    ...told,
    position: nextPosition + index,
    place: refills ?? nextPosition + index,
    recordedAt: stamp.instant,
    recordedOn: stamp.day,
    command: 'proposed',
    recorder: principal.id,
  }))
}
