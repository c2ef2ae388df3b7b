import type { Principal } from '../../domain/access.ts'
import type { Act } from '../../domain/acting/acts.ts'
import type { WhenUnfit } from '../../domain/acting/decide-acts.ts'
import type { Verdict } from '../../domain/refusal.ts'
import { commitText } from '../../log/commitment.ts'
import type { SaltedText } from '../../log/log.ts'
import type { App } from '../app.ts'
import type { Performed } from '../perform.ts'
import type { PlainAct } from './read-act.ts'

export type HowToRecord = {
  readonly principal: Principal
  /** The idempotency key: the same acts under the same key are recorded once. */
  readonly key: string
  readonly whenUnfit?: WhenUnfit
  readonly dryRun?: boolean
}

/** Records acts as one set, through the door. Their texts are committed to with fresh salts, and kept beside the log. */
export function recordActs(
  app: App,
  acts: readonly PlainAct[],
  { principal, key, whenUnfit = 'refuse', dryRun }: HowToRecord,
): Promise<Verdict<Performed>> {
  const texts: SaltedText[] = []
  const committed = acts.map((act) => sealed(act, texts) as Act)
  return app.perform({
    principal,
    command: { type: 'RecordActs', acts: committed, whenUnfit },
    request: { type: 'RecordActs', acts, whenUnfit },
    key,
    texts,
    ...(dryRun ? { dryRun: true } : {}),
  })
}

/** The same with each text replaced by its commitment, wherever it lies. */
function sealed(value: unknown, texts: SaltedText[]): unknown {
  if (Array.isArray(value)) return value.map((each) => sealed(each, texts))
  if (typeof value !== 'object' || value === null) return value
  if ('text' in value && typeof value.text === 'string' && Object.keys(value).length === 1) {
    const salted = commitText(value.text)
    texts.push(salted)
    return salted.id
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, sealed(each, texts)]))
}
