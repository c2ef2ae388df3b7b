import { type Answer, type App, type Asked, openApp } from '../app/app.ts'
import { readConfig } from '../app/config.ts'
import { openDemo } from '../app/demo.ts'
import type { Principal } from '../domain/access.ts'
import { complain, granted } from './failure.ts'

/** Who sits at the machine of the log administers the register. */
export const operator: Principal = { id: 'cli', roles: ['administrator'], actsFor: [], seats: [] }

export type Reading = Asked & { readonly json?: boolean }

/** Opens the log for one command (making the demo's where there is none) and closes it after. */
export function withApp<T>(root: string, use: (app: App) => Promise<T>): Promise<T> {
  return withLog(root, async (app, directory) => {
    if (granted(await openDemo(app, root)) === 'made') complain(`made the demo log in ${directory}`)
    return use(app)
  })
}

/** The log as it lies there, also an empty one. */
export async function withLog<T>(root: string, use: (app: App, directory: string) => Promise<T>): Promise<T> {
  const config = granted(readConfig({ ...process.env, PORT: undefined }, root))
  const app = await openApp(config.dataDirectory)
  try {
    return await use(app, config.dataDirectory)
  } finally {
    await app.close()
  }
}

/** Answers a question about the register as asked, and prints it: lines for people, or JSON. */
export async function answer(root: string, reading: Reading, tell: (answer: Answer, app: App) => Told | Promise<Told>): Promise<void> {
  await withApp(root, async (app) => {
    const told = await tell(granted(await app.ask(reading)), app)
    print(reading.json === true, told)
  })
}

/** What a command has to tell, in both forms. */
export type Told = { readonly text: string; readonly json: unknown }

export function print(asJson: boolean, told: Told): void {
  process.stdout.write(asJson ? `${JSON.stringify(told.json, null, 2)}\n` : `${told.text.trimEnd()}\n`)
}
