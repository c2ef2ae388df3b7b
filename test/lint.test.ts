// Proves that the architecture rules refuse what they should: each bad line goes to Biome with the project's own configuration,
// in a folder of its own, and each good line beside it passes.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

type Snippet = readonly [file: string, code: string]

const root = join(import.meta.dirname, '..')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'codicil-lint-'))
  cpSync(join(root, 'biome.json'), join(folder, 'biome.json'))
  cpSync(join(root, 'tools/lint'), join(folder, 'tools/lint'), { recursive: true })
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('src/domain imports only src/domain', () => {
  const refusal = 'src/domain may import only from src/domain'
  refuses(refusal, [
    ['src/domain/bad.ts', "import { z } from 'zod'"],
    ['src/domain/bad.ts', "import 'node:fs'"],
    ['src/domain/bad.ts', "import { open } from '../log/log.ts'"],
    ['src/domain/bad.ts', "import type { Log } from '../log/log.ts'"],
    ['src/domain/bad.ts', "type Log = import('../log/log.ts').Log"],
    ['src/domain/bad.ts', "export * from '../app/perform.ts'"],
    ['src/domain/bad.ts', "export { perform } from './../app/perform.ts'"],
    ['src/domain/ballot/bad.ts', "import { perform } from '../../app/perform.ts'"],
    ['src/domain/ballot/deep/bad.ts', "import { perform } from '../../../app/perform.ts'"],
    ['src/domain/ballot/bad.ts', "import pack from '../../../codes/sec/pack.ts'"],
  ])
  allows([
    ['src/domain/good.ts', "import { refuse } from './refusal.ts'"],
    ['src/domain/ballot/good.ts', "import type { Refusal } from '../refusal.ts'"],
    ['src/domain/ballot/deep/good.ts', "import { refuse } from '../../refusal.ts'"],
    ['src/domain/good.test.ts', "import { expect } from 'vitest'"],
  ])
})

describe('src/domain has no clock, environment, randomness, input, output or waiting', () => {
  refuses('Do not use the global variable', [
    ['src/domain/bad.ts', 'export const now = new Date()'],
    ['src/domain/bad.ts', 'export const now = Date.now()'],
    ['src/domain/bad.ts', 'export const now = performance.now()'],
    ['src/domain/bad.ts', 'export const zone = process.env.TZ'],
    ['src/domain/bad.ts', 'export const id = crypto.randomUUID()'],
    ['src/domain/bad.ts', "export const page = fetch('https://example.org')"],
    ['src/domain/bad.ts', "console.log('hello')"],
    ['src/domain/bad.ts', 'setTimeout(() => 1, 1)'],
    ['src/domain/bad.ts', 'setInterval(() => 1, 1)'],
    ['src/domain/bad.ts', 'queueMicrotask(() => 1)'],
    ['src/domain/bad.ts', 'export const clock = globalThis.Date'],
    ['src/domain/bad.ts', "export const fs = require('node:fs')"],
    ['src/domain/bad.ts', "export const bytes = Buffer.from('a')"],
    ['src/domain/bad.ts', 'export type Later = Promise<number>'],
    ['src/domain/bad.test.ts', 'export const now = new Date()'],
  ])
  refuses('No randomness', [['src/domain/bad.ts', 'export const dice = Math.random()']])
  refuses('Name the member of', [
    ['src/domain/bad.ts', "export const dice = Math['random']()"],
    ['src/domain/bad.ts', "export const now = Temporal['Now'].instant()"],
  ])
  refuses('Do not take Math or Temporal apart', [
    ['src/domain/bad.ts', 'export const { random } = Math'],
    ['src/domain/bad.ts', 'const { Now } = Temporal\nexport const now = Now.instant()'],
  ])
  refuses('No clock', [['src/domain/bad.ts', 'export const now = Temporal.Now.instant()']])
  refuses('No dynamic import', [['src/domain/bad.ts', "export const later = import('./refusal.ts')"]])
  refuses('No import.meta', [['src/domain/bad.ts', 'export const here = import.meta.url']])
  refuses('No await', [['src/domain/bad.ts', 'await 1']])
  refuses('No for await', [['src/domain/bad.ts', 'for await (const one of []) one()']])
  refuses('No async function', [
    ['src/domain/bad.ts', 'export async function wait() {}'],
    ['src/domain/bad.ts', 'export default async function () {}'],
    ['src/domain/bad.ts', 'export const wait = async () => 1'],
    ['src/domain/bad.ts', 'export const wait = async function () {}'],
  ])
  refuses('No async method', [
    ['src/domain/bad.ts', 'export const it = { async wait() {} }'],
    ['src/domain/bad.ts', 'export class It { static async wait() {} }'],
  ])
  allows([
    ['src/domain/good.ts', "export const day = Temporal.PlainDate.from('2019-10-04')"],
    ['src/domain/good.ts', 'export const whole = Math.floor(1.5)'],
    ['src/domain/good.ts', 'export const asynchronous = (asyncVote: boolean) => asyncVote'],
    ['src/app/good.ts', 'export const now = async () => Temporal.Now.instant()'],
  ])
})

describe('the layers lean one way', () => {
  refuses('src/log knows only src/domain', [
    ['src/log/bad.ts', "import { perform } from '../app/perform.ts'"],
    ['src/log/bad.ts', "import { paths } from '../web/paths.ts'"],
    ['src/log/bad.ts', "import { main } from '../cli/main.ts'"],
    ['src/log/migrations/bad.ts', "import type { Figure } from '../../report/figures.ts'"],
  ])
  refuses('src/report may import only from src/domain and src/report', [
    ['src/report/bad.ts', "import { open } from '../log/log.ts'"],
    ['src/report/bad.ts', "import { paths } from '../web/paths.ts'"],
    ['src/report/change-status/bad.ts', "import pack from '../../../codes/sec/pack.ts'"],
  ])
  refuses('src/web reaches the log only through src/app', [
    ['src/web/bad.ts', "import { open } from '../log/log.ts'"],
    ['src/web/pages/modification/bad.tsx', "import { open } from '../../../log/log.ts'"],
    ['src/web/bad.ts', "import { type Log, open } from '../log/log.ts'"],
  ])
  refuses('src/app does not know who asks', [
    ['src/app/bad.ts', "import { paths } from '../web/paths.ts'"],
    ['src/app/bad.ts', "import { main } from '../cli/main.ts'"],
  ])
  refuses('Import another layer at the top of the file', [['src/web/bad.ts', "export const log = import('../log/log.ts')"]])
  refuses('Only src/log knows SQL', [
    ['src/app/bad.ts', "import { DatabaseSync } from 'node:sqlite'"],
    ['src/report/bad.ts', "import { DatabaseSync } from 'node:sqlite'"],
    ['bench/bad.ts', "import { DatabaseSync } from 'node:sqlite'"],
  ])
  allows([
    ['src/log/good.ts', "import { DatabaseSync } from 'node:sqlite'"],
    ['src/log/good.ts', "import { refuse } from '../domain/refusal.ts'"],
    ['src/report/change-status/good.ts', "import { figures } from '../figures.ts'"],
    ['src/report/change-status/good.ts', "import { refuse } from '../../domain/refusal.ts'"],
    ['src/report/good.ts', "import { stringify } from 'csv-stringify/sync'"],
    ['src/web/good.ts', "import type { Log } from '../log/log.ts'"],
    ['src/web/pages/modification/good.tsx', "import { show } from '../log/show.tsx'"],
    ['src/web/good.ts', "import { figures } from '../report/figures.ts'"],
  ])
})

function refuses(refusal: string, snippets: readonly Snippet[]) {
  it.each(snippets)(`refuses in %s: %s (${refusal})`, (file, code) => {
    expect(lint(file, code)).toContainEqual(expect.stringContaining(refusal))
  })
}

function allows(snippets: readonly Snippet[]) {
  it.each(snippets)('allows in %s: %s', (file, code) => {
    expect(lint(file, code)).toEqual([])
  })
}

// The messages of our own rules; the recommended ones (unused imports and the like) are not what is tried here.
function lint(file: string, code: string): string[] {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, `${code}\n`)
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome')
  const only = ['plugin', 'style/noRestrictedGlobals', 'style/noRestrictedImports'].map((rule) => `--only=${rule}`)
  const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', ...only, '--reporter=json', file], {
    cwd: folder,
    encoding: 'utf8',
  })
  rmSync(path)
  const json = stdout.slice(stdout.indexOf('{"'))
  if (json === '') throw new Error(`biome gave no report: ${stderr}`)
  const { diagnostics } = JSON.parse(json) as { diagnostics: readonly { message: string }[] }
  return diagnostics.map(({ message }) => message)
}
