import { randomUUID } from 'node:crypto'
import type { Account } from '../../log/people.ts'
import type { AppPeople } from './people.ts'
import { hashOf, newSecret } from './secret.ts'

/** By which one that leaked into a file is found. */
const PREFIX = 'codicil_'

/** Makes a token for the programs of an account. It is told this once, and cannot be read again. */
export async function makeToken(people: AppPeople, account: Account, name: string): Promise<string> {
  const token = `${PREFIX}${newSecret().secret}`
  await people.addToken({ id: randomUUID(), account: account.id, hash: hashOf(token), name, madeAt: people.now() })
  return token
}

/** For which account a token speaks; undefined where it is none, was revoked, or its account is disabled. */
export async function accountOfToken(people: AppPeople, token: string): Promise<Account | undefined> {
  const found = await people.token(hashOf(token))
  const account = found && (await people.account(found.account))
  return account?.disabled ? undefined : account
}
