import { randomUUID } from 'node:crypto'
import type { PlainAct } from '../app/acting/read-act.ts'
import { type RecordedActs, recordActs } from '../app/acting/record-acts.ts'
import type { Principal } from '../domain/access.ts'
import type { ActType } from '../domain/acting/acts.ts'
import { isRefused } from '../domain/refusal.ts'
import type { PageContext } from './context.ts'

/** What is decided, put in force or passed on by these is not undone by a press: what rules say to it is shown before it is recorded. */
const guarded: readonly ActType[] = [
  'Convert',
  'ApproveReport',
  'OpenBallot',
  'CloseBallot',
  'RecordVote',
  'SendForDecision',
  'Decide',
  'ImplementRelease',
]

export const isGuarded = (type: ActType): boolean => guarded.includes(type)

export const hasWarnings = ({ acts }: RecordedActs): boolean => acts.some(({ warnings }) => warnings.length > 0)

/**
 * What the acts would record, where one of them is guarded and rules warn of it; undefined where there is nothing to look at first.
 * What is refused is left to the recording, which also knows what was sent twice.
 */
export async function warningsFirst(
  app: PageContext['var']['site']['app'],
  acts: readonly PlainAct[],
  principal: Principal,
): Promise<RecordedActs | undefined> {
  if (!acts.some(({ act }) => isGuarded(act))) return undefined
  const would = await recordActs(app, acts, { principal, key: randomUUID(), dryRun: true })
  return isRefused(would) || !hasWarnings(would) ? undefined : would
}
