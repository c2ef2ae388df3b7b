// Starts appenders, and gathers what they say.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Engine, Place } from './engine.ts'

export type Child = {
  readonly process: ChildProcess
  /** The lines of acknowledgement so far: 'NAME-1 POSITION'. */
  readonly acknowledged: () => readonly string[]
  readonly errors: () => string
  readonly ready: Promise<void>
  readonly firstAcknowledged: Promise<void>
  readonly ended: Promise<unknown>
  readonly go: () => void
}

const appender = join(import.meta.dirname, 'appender.ts')

export function startAppender(engine: Engine, place: Place, name: string, count: number): Child {
  return follow(spawn(process.execPath, [appender, engine.name, place.address, name, String(count)]))
}

/** As `startAppender`, in a shell where no file may grow beyond so many blocks of 512 bytes: as a full disk. */
export function startLimitedAppender(engine: Engine, place: Place, blocks: number): Child {
  const shell = `ulimit -f ${blocks}; exec "$0" "$@"`
  return follow(spawn('sh', ['-c', shell, process.execPath, appender, engine.name, place.address, 'limited', '100000']))
}

function follow(child: ReturnType<typeof spawn>): Child {
  let output = ''
  let errors = ''
  child.stderr?.on('data', (data) => {
    errors += data
  })
  // A process that was killed no longer reads.
  child.stdin?.on('error', () => {})
  child.stdout?.on('data', (data) => {
    output += data
  })
  const lines = (count: number) =>
    new Promise<void>((resolve) => {
      child.stdout?.on('data', () => output.split('\n').length > count && resolve())
    })
  return {
    process: child,
    acknowledged: () => output.split('\n').slice(1, -1),
    errors: () => errors,
    ready: lines(1),
    firstAcknowledged: lines(2),
    ended: once(child, 'close'),
    go: () => child.stdin?.write('go\n'),
  }
}
