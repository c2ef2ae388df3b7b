import { randomUUID } from 'node:crypto'
import { isRefused, refused, type Verdict } from '../../domain/refusal.ts'
import type { Account } from '../../log/people.ts'
import type { AppPeople } from './people.ts'

/** What the administrator says of an account. */
export type AccountWritten = Omit<Account, 'id' | 'oidc' | 'disabled' | 'sample'>

/** Adds an account under a random id. Refused where its address is of another. */
export async function addAccount(people: AppPeople, written: AccountWritten): Promise<Verdict<Account>> {
  return save(people, { id: randomUUID(), ...written, disabled: false })
}

/**
 * Changes an account. With another address it is for somebody else: then the one at the provider who used it is forgotten, and whatever let
 * him in ends.
 */
export async function changeAccount(people: AppPeople, before: Account, written: AccountWritten): Promise<Verdict<Account>> {
  const { id, oidc, disabled, sample } = before
  const isSamePerson = written.email === before.email
  const kept = { ...(oidc && isSamePerson ? { oidc } : {}), ...(sample ? { sample } : {}) }
  const saved = await save(people, { id, ...written, ...kept, disabled })
  if (!isRefused(saved) && !isSamePerson) await people.shutOut(id)
  return saved
}

/** Disables an account, and ends at once whatever lets it in; or enables it again, to sign in anew. */
export async function disableAccount(people: AppPeople, account: Account, disabled: boolean): Promise<Verdict<Account>> {
  const saved = await save(people, { ...account, disabled })
  if (!isRefused(saved) && disabled) await people.shutOut(account.id)
  return saved
}

async function save(people: AppPeople, account: Account): Promise<Verdict<Account>> {
  if ((await people.saveAccount(account)) === 'saved') return account
  return refused(
    `another account has the address ${account.email ?? '(none)'}`,
    ['email'],
    ['give another address, or change the account that has this one'],
  )
}

/** An address as it is kept and compared: without white space around it, in lower case. Undefined where it is none. */
export function parseEmail(text: string): string | undefined {
  const email = text.trim().toLowerCase()
  return /^[^\s@<>",;:\\()[\]]{1,64}@[^\s@<>",;:\\()[\]]+\.[^\s@<>",;:\\()[\].]+$/.test(email) && email.length <= 254 ? email : undefined
}
