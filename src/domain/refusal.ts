import type { Subject } from './entry.ts'

/** A refusal is a value with its clause; prose for people and status codes are made at the edge. */
export type Refused = {
  readonly refused: string
  /** The clause or rulebook row that refuses; absent where it is not a rule of the code but the shape of history. */
  readonly clause?: string
  /** What would let it, one sentence each. */
  readonly remedies: readonly string[]
  /** The positions or fact ids that the refusal is about. */
  readonly about: readonly string[]
  /** The refusal is of who asks, not of what he asks: another may. */
  readonly notYours?: true
  /** The subjects whose history would not stand. */
  readonly subjects?: readonly Subject[]
}

export type Verdict<T> = T | Refused

export function refused(reason: string, about: readonly string[] = [], remedies: readonly string[] = []): Refused {
  return { refused: reason, about, remedies }
}

export function isRefused(verdict: unknown): verdict is Refused {
  return typeof verdict === 'object' && verdict !== null && 'refused' in verdict
}
