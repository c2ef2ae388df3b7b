import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')
/** The pinned Node that the programs are built for. */
export const node = join(root, 'node_modules/.bin/node')

/** A directory of its own for one log; `remove` when done. */
export function ownDirectory() {
  const directory = mkdtempSync(join(tmpdir(), 'codicil-run-'))
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) }
}

/** Brings dist/ up to the sources, as `npm start` and `npm test` do first. Throws where it cannot be built. */
export function build(): void {
  const { status, stderr } = spawnSync(node, [join(root, 'scripts/ensure.cjs')], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

/** A program that has ended, or never began to serve. */
export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** The server as `npm start` runs it: on a free port of its own, over a log in `data`. */
export type Started = {
  readonly url: string
  readonly stdout: () => string
  readonly stderr: () => string
  /** Ends it as Ctrl+C or a service manager does, and waits for it. */
  readonly stop: (signal?: 'SIGTERM' | 'SIGINT') => Promise<Ended>
}

/** Starts the server and waits until it listens. Throws with what it said where it ends instead. */
export async function start(data: string, environment: Readonly<Record<string, string>> = {}): Promise<Started> {
  const run = launch({ CODICIL_DATA: data, PORT: '0', ...environment })
  const told = await Promise.race([run.said(/^.* at (http:\/\/localhost:\d+).*\n.*\n/), run.ended.then(() => undefined)])
  const url = told?.[1]
  if (!url) throw new Error(`the server ended: ${run.stderr()}`)
  const stop = async (signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM') => {
    run.child.kill(signal)
    return run.ended
  }
  return { url, stdout: run.stdout, stderr: run.stderr, stop }
}

/** A port that nobody listened on a moment ago: for a server that must know its address before it starts. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Starts the server where it must refuse to, and waits until it has ended. */
export async function startInVain(environment: Readonly<Record<string, string>>): Promise<Ended> {
  const { ended, child } = launch(environment)
  const timer = setTimeout(() => child.kill('SIGKILL'), 20_000)
  const end = await ended
  clearTimeout(timer)
  return end
}

function launch(environment: Readonly<Record<string, string>>) {
  const child = spawn(node, ['--enable-source-maps', join(root, 'dist/server.js')], {
    env: { ...process.env, CODICIL_HOST: '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const told = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      told[stream] += text
    })
  return {
    child,
    ended: ended(child, told),
    stdout: () => told.stdout,
    stderr: () => told.stderr,
    /** Resolves with what it says on stdout like this. */
    said: (pattern: RegExp) =>
      new Promise<RegExpExecArray>((resolve) => {
        child.stdout.on('data', () => {
          const found = pattern.exec(told.stdout)
          if (found) resolve(found)
        })
      }),
  }
}

async function ended(child: ChildProcess, told: { stdout: string; stderr: string }): Promise<Ended> {
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...told }
}
