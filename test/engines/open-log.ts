// Opens a log by the name of its engine, in a test and in the processes that a test starts.
import type { ClockRow, Log, Stamp } from '../../src/log/log.ts'
import { openSqliteLog } from '../../src/log/sqlite.ts'

export type Clock = (row: ClockRow | undefined) => Stamp

export function openLog(engine: string, address: string, clock: Clock): Log {
  if (engine === 'sqlite') return openSqliteLog(address, { clock })
  throw new Error(`no engine is called ${engine}`)
}
