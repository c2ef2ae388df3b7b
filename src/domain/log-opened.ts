import type { Entry } from './entry.ts'
import { type Fact, fact } from './fact.ts'
import { type Misfit, misfit } from './misfit.ts'

/** The first entry of every log: which code's register this is, and whether it is a demonstration with a clock of its own. */
export type RegisterOpened = {
  readonly type: 'RegisterOpened'
  readonly v: 1
  readonly code: string
  readonly name: string
  readonly demo: boolean
}
export type LogEvent = RegisterOpened

export type LogState = { readonly kind: 'log'; readonly opened: Fact<RegisterOpened> }

export function evolveLog(state: LogState | undefined, entry: Entry, event: LogEvent): LogState | Misfit {
  if (state) return misfit(entry, 'the register was opened before')
  return { kind: 'log', opened: fact(entry, event) }
}
