import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openApp } from '../../src/app/app.ts'
import { openDemo } from '../../src/app/demo.ts'
import { isRefused } from '../../src/domain/refusal.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The directory of a demo's log on 4 October 2019, to be copied and never written to. */
    readonly demo: string
  }
}

/** Makes the demo once for all tests: to import the sample takes ten times as long as to open a copy. Throws where the sample is refused. */
export default async function makeDemo(project: TestProject): Promise<() => void> {
  const directory = mkdtempSync(join(tmpdir(), 'codicil-demo-'))
  const app = await openApp(directory)
  const opened = await openDemo(app, join(import.meta.dirname, '../..'))
  if (isRefused(opened)) throw new Error(opened.refused)
  await app.close()
  project.provide('demo', directory)
  return () => rmSync(directory, { recursive: true, force: true })
}
