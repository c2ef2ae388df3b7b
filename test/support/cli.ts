import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect } from 'vitest'
import { copyDemo } from './demo-copy.ts'
import { build, type Ended, node, ownDirectory, root } from './started.ts'

/** The command line over a log of its own. */
export type Cli = {
  /** The directory of the log. */
  readonly data: string
  /** Runs one command to its end. */
  readonly run: (...words: readonly string[]) => Promise<Ended>
  /** What a command prints that must succeed and say nothing else. */
  readonly text: (...words: readonly string[]) => Promise<string>
  /** The same, parsed. */
  readonly json: (...words: readonly string[]) => Promise<Json>
  readonly close: () => void
}

// biome-ignore lint/suspicious/noExplicitAny: each test looks at another shape, and an expectation on what is not there fails
export type Json = any

/** Opens a directory without a log: the first command makes the demo's. Builds where that is due. */
export function openCli(): Cli {
  build()
  const { directory, remove } = ownDirectory()
  const data = join(directory, 'log')
  const run = (...words: readonly string[]) => runProgram(node, ['--enable-source-maps', join(root, 'dist/cli.js'), ...words], data)
  const text = async (...words: readonly string[]) => {
    const { code, stdout, stderr } = await run(...words)
    expect({ words, code, stderr }).toEqual({ words, code: 0, stderr: '' })
    return stdout
  }
  return { data, run, text, json: async (...words) => JSON.parse(await text(...words, '--json')), close: remove }
}

/** The same, with its demo log made. */
export async function openDemoCli(): Promise<Cli> {
  const cli = openCli()
  copyDemo(cli.data)
  return cli
}

/** Runs a program with its log in `data`, and what it says in a pipe. */
export async function runProgram(program: string, words: readonly string[], data: string, cwd = root): Promise<Ended> {
  const child = spawn(program, words, {
    cwd,
    env: { ...process.env, CODICIL_DATA: data, NODE_COMPILE_CACHE: join(root, 'dist/compiled') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const told = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (part: string) => {
      told[stream] += part
    })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...told }
}

/** It ended with this code, printed no data, and said one line, without a trace of the program's inside. */
export function expectOneLine({ code, stdout, stderr }: Ended, expected: { readonly code: number; readonly line: string | RegExp }): void {
  expect({ code, stdout, stderr }).toEqual({ code: expected.code, stdout: '', stderr: expect.stringMatching(/^codicil: [^\n]+\n$/) })
  expect(stderr.slice('codicil: '.length, -1)).toMatch(expected.line)
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+|Error:|node:/)
}
