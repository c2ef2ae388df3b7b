import { isRefused, type Refused, type Verdict } from '../domain/refusal.ts'

/** Ends a command with one clear line on stderr. Exit 1: refused or not found; 2: wrong use. */
export class Failure extends Error {
  readonly exitCode: 1 | 2
  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** The value, or the refusal as a failure with what would let it. */
export function granted<T>(verdict: Verdict<T>): Exclude<T, Refused> {
  if (isRefused(verdict))
    throw new Failure([verdict.refused, ...(verdict.clause ? [`by ${verdict.clause}`] : []), ...verdict.remedies].join('; '))
  return verdict as Exclude<T, Refused>
}

/** On stderr, each line under our name; a fact file may have several things wrong. */
export function complain(message: string): void {
  for (const line of message.split('\n')) console.error(`codicil: ${line}`)
}
