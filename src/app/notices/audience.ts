import type { Subject } from '../../domain/entry.ts'
import { audienceOf, type Change, type Told } from '../../domain/notice/audience.ts'
import type { Register } from '../../domain/register.ts'
import type { App } from '../app.ts'
import { type Addressed, listenersOf } from './listeners.ts'

/** Whom entries will tell that are not made yet, but for who makes them. The outbox asks the same once they are made. */
export async function willTell(
  app: App,
  changes: readonly Change[],
  register: Register,
  account: string | undefined,
): Promise<readonly Told<Addressed>[]> {
  return audienceOf(changes, register, await others(app, account))
}

/** Whom some change of a subject may tell at most: of what it is, is not known before its form is filled in. */
export async function mayTell(app: App, subject: Subject, account: string | undefined): Promise<readonly Told<Addressed>[]> {
  const listeners = await others(app, account)
  return listeners.flatMap((listener): readonly Told<Addressed>[] => {
    if (listener.wants.length > 0 && !listener.weekly) return [{ listener, why: 'wanted' }]
    return listener.follows.includes(subject) ? [{ listener, why: 'follows' }] : []
  })
}

const others = async (app: App, account: string | undefined) => (await listenersOf(app)).filter(({ id }) => id !== `account/${account}`)
