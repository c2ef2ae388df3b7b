import type { Account, Link } from '../../log/people.ts'
import { parseEmail } from './accounts.ts'
import type { AppPeople } from './people.ts'
import { hashOf, newSecret } from './secret.ts'
import { earlier } from './sessions.ts'

const MINUTE = 60_000
/** Long enough for slow mail, short enough that a link found later in a mailbox opens nothing. */
export const LINK_MINUTES = 15
/** Three mails to one address, so that nobody can be flooded; twenty from one client, as an office may share its address. */
const perAddress = { most: 3, milliseconds: LINK_MINUTES * MINUTE }
const perClient = { most: 20, milliseconds: LINK_MINUTES * MINUTE }

/**
 * Sends a link to an address, if an account has it, after the answer is on its way: neither what is answered nor how fast tells whether
 * there is one. The seconds to wait where too many were asked for; 0 where it was taken.
 */
export function askForLink(people: AppPeople, address: string, back: string, client: string): number {
  const email = parseEmail(address)
  const wait =
    people.limits.secondsToWait(`client ${client}`, perClient) ||
    people.limits.secondsToWait(`address ${hashOf(email ?? address)}`, perAddress)
  if (wait === 0 && email) people.inBackground(() => sendLink(people, email, back))
  return wait
}

async function sendLink(people: AppPeople, email: string, back: string): Promise<void> {
  const { mail, settings, now } = people
  const account = await people.accountOfEmail(email)
  if (!mail || !account || account.disabled) return
  const { secret, hash } = newSecret()
  await people.addLink({ hash, account: account.id, back, expiresAt: earlier(now(), -LINK_MINUTES * MINUTE) })
  await mail.send({ to: email, subject: 'Your link to sign in to Codicil', text: textOf(`${settings.url}/sec/sign-in/link/${secret}`) })
}

const textOf = (address: string): string => `Somebody, we think you, asked to sign in to Codicil with this address.

Open this page and press its button:

${address}

It works once, within ${LINK_MINUTES} minutes. If you did not ask for it, do nothing: nobody can sign in without it.
`

/** The link as long as it can be used; looking at it does not use it up, since scanners of mail look at every link. */
export async function liveLink(people: AppPeople, secret: string): Promise<Link | undefined> {
  const link = await people.link(hashOf(secret))
  return link && link.expiresAt > people.now() ? link : undefined
}

/** Uses a link up: the account that it signs in, and where that leads. Undefined for one that was used, has run out, or never was. */
export async function useLink(
  people: AppPeople,
  secret: string,
): Promise<{ readonly account: Account; readonly back: string } | undefined> {
  const link = await people.takeLink(hashOf(secret))
  if (!link || link.expiresAt <= people.now()) return undefined
  const account = await people.account(link.account)
  return account && !account.disabled ? { account, back: link.back } : undefined
}
