import type { Account, Instant, Session } from '../../log/people.ts'
import type { AppPeople } from './people.ts'
import { hashOf, newSecret } from './secret.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Unused for longer than a working day: the browser was left, perhaps on a shared desk. */
export const IDLE_MILLISECONDS = 8 * HOUR
/** However much it is used: a stolen cookie is good for a week at most, and who comes daily signs in once a week. */
export const LONGEST_MILLISECONDS = 7 * DAY
/** Its use is written down this often, so that reading a page is not a write. */
const TOUCH_MILLISECONDS = 5 * MINUTE

export type SignedIn = { readonly account: Account; readonly session: Session }

/** Begins a session of its own, in place of the one that the browser had: an id that somebody planted there is worth nothing. */
export async function startSession(people: AppPeople, account: Account, before: string | undefined): Promise<string> {
  const { secret, hash } = newSecret()
  const now = people.now()
  await people.forgetExpired({
    startedBefore: earlier(now, LONGEST_MILLISECONDS),
    usedBefore: earlier(now, IDLE_MILLISECONDS),
    linksBefore: now,
  })
  if (before !== undefined) await people.endSession(hashOf(before))
  await people.addSession({ hash, account: account.id, csrf: newSecret().secret, startedAt: now, usedAt: now })
  return secret
}

/** Who has signed in with this cookie; undefined where it is none of ours, has run out, or its account is disabled. */
export async function signedIn(people: AppPeople, cookie: string): Promise<SignedIn | undefined> {
  const session = await people.session(hashOf(cookie))
  if (!session) return undefined
  const now = people.now()
  if (session.usedAt < earlier(now, IDLE_MILLISECONDS) || session.startedAt < earlier(now, LONGEST_MILLISECONDS)) return undefined
  const account = await people.account(session.account)
  if (!account || account.disabled) return undefined
  // Nobody waits for it, and a reader is not shut out where it fails.
  if (session.usedAt < earlier(now, TOUCH_MILLISECONDS)) people.inBackground(() => people.touchSession(session.hash, now))
  return { account, session }
}

export const endSession = (people: AppPeople, cookie: string): Promise<void> => people.endSession(hashOf(cookie))

/** An instant some milliseconds before another. */
export const earlier = (instant: Instant, milliseconds: number): Instant => new Date(Date.parse(instant) - milliseconds).toISOString()
