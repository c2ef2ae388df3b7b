import type { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { LogError } from './log-error.ts'
import { isBusy } from './sqlite-error.ts'

/** How long a command waits for its turn before it is given back, and how long it leaves the event loop between two tries. */
const PATIENCE_MILLISECONDS = 30_000
const PAUSE_MILLISECONDS = 5

/**
 * Runs `work` in a transaction that writes, in the same turn of the event loop as its beginning. SQLite gives its lock to whoever asks
 * at the right instant, so a process that appends without pause would starve one that waits. Therefore two locks: who waits for the log
 * holds the turnstile meanwhile, and who has just appended cannot pass it. Both are the system's locks: a killed process holds none.
 */
export async function withLock<T>(turnstile: DatabaseSync, log: string, database: () => DatabaseSync, work: () => T): Promise<T> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS
  while (!began(turnstile)) await pause(deadline, log)
  try {
    while (!began(database())) await pause(deadline, log)
  } finally {
    turnstile.exec('rollback')
  }
  return work()
}

/** Each try blocks for the busy timeout at most; then others of this process get their turn. */
async function pause(deadline: number, log: string): Promise<void> {
  if (performance.now() > deadline) throw new LogError(`${log} is in use by another process. Nothing was recorded; try again later.`)
  await setTimeout(PAUSE_MILLISECONDS)
}

function began(db: DatabaseSync): boolean {
  try {
    db.exec('begin immediate')
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  }
}
