import { LogError } from './log-error.ts'

/** Primary result codes and what to say of them. Source: sqlite.org/rescode.html. */
const sayings: Readonly<Record<number, string>> = {
  5: 'is in use by another process. Try again in a moment',
  8: 'cannot be opened. Check that this user may read and write the file and its folder',
  10: 'could not be read or written: the disk failed, or takes no more. Check the disk, then start again',
  11: 'is damaged. Put back a backup of the log',
  13: 'cannot grow: the disk is full. Free some space and try again',
  14: 'cannot be opened. Check that this user may read and write the file and its folder',
  23: 'cannot be opened. Check that this user may read and write the file and its folder',
  26: 'is not a log: it is no SQLite file. Give the path of a log, or of a file that does not exist yet',
}

type SqliteError = Error & { readonly code: 'ERR_SQLITE_ERROR'; readonly errcode: number; readonly errstr: string }

export function isBusy(error: unknown): boolean {
  return isSqliteError(error) && primary(error) === 5
}

/** Whether a row has what another row may have alone. Source: sqlite.org/rescode.html#constraint_unique. */
function isTaken(error: unknown): boolean {
  const cause = error instanceof LogError ? error.cause : error
  return isSqliteError(cause) && cause.errcode === 2067
}

/** Runs what touches the file; what SQLite throws comes out as one line about the log. */
export function said<T>(log: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw spoken(log, error)
  }
}

/** An error of SQLite as a LogError; any other as it is. */
export function spoken(log: string, error: unknown): unknown {
  if (!isSqliteError(error)) return error
  const saying = sayings[primary(error)] ?? `failed: ${error.message}. Nothing was recorded`
  return new LogError(`${log} ${saying}.`, { cause: error })
}

function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR'
}

/** An extended code holds the primary one in its low byte. */
function primary(error: SqliteError): number {
  return error.errcode & 0xff
}

/** 'taken' where a unique column holds the same of another row. */
export async function savedUnlessTaken(saving: Promise<void>): Promise<'saved' | 'taken'> {
  try {
    await saving
    return 'saved'
  } catch (error) {
    if (isTaken(error)) return 'taken'
    throw error
  }
}
