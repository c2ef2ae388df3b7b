import { isAbsolute, resolve } from 'node:path'
import { isRefused, refused, type Verdict } from '../domain/refusal.ts'
import { readSignIn, type SignInSettings } from './people/sign-in-settings.ts'

/** Where the server listens, where the log lies, and how people sign in. */
export type Config = { readonly port: number; readonly host: string; readonly dataDirectory: string; readonly signIn: SignInSettings }

/** Reads PORT (8080), CODICIL_HOST (127.0.0.1), CODICIL_DATA (`data` under the checkout), and how people sign in. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>, root: string): Verdict<Config> {
  const port = environment.PORT || '8080'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return refused(
      `PORT must be a number from 0 to 65535, and is ${JSON.stringify(port)}`,
      ['PORT'],
      ['set it to a free port, such as PORT=8081'],
    )
  const data = environment.CODICIL_DATA || 'data'
  const signIn = readSignIn(environment, Number(port))
  if (isRefused(signIn)) return signIn
  const dataDirectory = isAbsolute(data) ? data : resolve(root, data)
  return { port: Number(port), host: environment.CODICIL_HOST || '127.0.0.1', dataDirectory, signIn }
}
