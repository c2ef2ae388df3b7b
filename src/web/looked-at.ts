import { createHash, randomUUID } from 'node:crypto'
import type { PlainAct, Written } from '../app/acting/read-act.ts'
import { type RecordedActs, recordActs } from '../app/acting/record-acts.ts'
import { ruleOf } from '../domain/acting/acts.ts'
import { isRefused } from '../domain/refusal.ts'
import type { PageContext } from './context.ts'

/** What was written, without what the form adds: to know whether it was changed since its preview. */
export function fingerprint({ csrf, key, preview, previewed, draft, 'notice.note': note, ...fields }: Written): string {
  return createHash('sha256')
    .update(JSON.stringify(Object.entries(fields).sort()))
    .digest('hex')
}

export const hasWarnings = ({ acts }: RecordedActs): boolean => acts.some(({ warnings }) => warnings.length > 0)

/**
 * What the acts would record, where rows warn of it and one of them is to be looked at first; undefined where there is nothing to look at.
 * What is refused is left to the recording, which also knows what was sent twice.
 */
export async function warningsFirst(
  { var: { site, principal } }: PageContext,
  acts: readonly PlainAct[],
  whenUnfit: 'refuse' | 'note' = 'refuse',
): Promise<RecordedActs | undefined> {
  if (!acts.some(({ act }) => ruleOf(act).warnsFirst)) return undefined
  const would = await recordActs(site.app, acts, { principal, key: randomUUID(), dryRun: true, whenUnfit })
  return isRefused(would) || !hasWarnings(would) ? undefined : would
}
