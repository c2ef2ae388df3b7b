import { isAbsolute, resolve } from 'node:path'
import { refused, type Verdict } from '../domain/refusal.ts'

/** Where the server listens and where the log lies. */
export type Config = { readonly port: number; readonly host: string; readonly dataDirectory: string }

/** Reads PORT (8080), CODICIL_HOST (127.0.0.1) and CODICIL_DATA (`data` under the checkout). */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, root: string): Verdict<Config> {
  const port = environment.PORT || '8080'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return refused(
      `PORT must be a number from 0 to 65535, and is ${JSON.stringify(port)}`,
      ['PORT'],
      ['set it to a free port, such as PORT=8081'],
    )
  const data = environment.CODICIL_DATA || 'data'
  return { port: Number(port), host: environment.CODICIL_HOST || '127.0.0.1', dataDirectory: isAbsolute(data) ? data : resolve(root, data) }
}
