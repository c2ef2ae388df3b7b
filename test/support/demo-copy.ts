import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { inject } from 'vitest'

/** Puts a demo of its own, as it is first opened, into a directory: its clock begins now. */
export function copyDemo(directory: string): void {
  cpSync(inject('demo'), directory, { recursive: true })
  const log = new DatabaseSync(join(directory, 'sec.sqlite'))
  log.prepare('update clock set since = ?').run(Temporal.Instant.fromEpochMilliseconds(Date.now()).toString())
  log.close()
}
