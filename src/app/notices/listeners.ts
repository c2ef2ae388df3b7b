import type { Listener } from '../../domain/notice/audience.ts'
import type { App } from '../app.ts'

/** A listener with where he is reached: an account may have no address. `label`: what an account is called; never a person. */
export type Addressed = Listener & { readonly address?: string; readonly label?: string; readonly leave?: string }

/** Everybody who may be told: contacts that are confirmed, have not left and whose mail does not come back; accounts that are not disabled. */
export async function listenersOf({ notices, people }: Pick<App, 'notices' | 'people'>): Promise<readonly Addressed[]> {
  const [contacts, accounts, followers] = await Promise.all([notices.contacts(), people.accounts(), notices.followers()])
  const follows = Map.groupBy(followers, ({ account }) => account)
  return [
    ...contacts
      .filter(({ verifiedAt, bouncedAt, leftAt }) => verifiedAt !== undefined && bouncedAt === undefined && leftAt === undefined)
      .map(
        ({ id, of, wants, address, secret, weeklySince }): Addressed => ({
          id: `contact/${id}`,
          of: [of],
          wants,
          follows: [],
          address,
          leave: secret,
          ...(weeklySince === undefined ? {} : { weekly: true }),
        }),
      ),
    ...accounts
      .filter(({ disabled }) => !disabled)
      .map(
        ({ id, actsFor, email, label }): Addressed => ({
          id: `account/${id}`,
          of: actsFor,
          wants: [],
          follows: (follows.get(id) ?? []).map(({ subject }) => subject),
          label,
          ...(email === undefined ? {} : { address: email }),
        }),
      ),
  ]
}
