import type { Principal } from '../../domain/access.ts'
import type { Account, Instant, People } from '../../log/people.ts'
import { newLimits } from './limits.ts'
import { mailOver } from './mail.ts'
import { providerOf } from './oidc.ts'
import type { SignInSettings } from './sign-in-settings.ts'

/** Everything about who signs in: what is kept of them, how they may, and by which clock. Wired by hand. */
export type AppPeople = ReturnType<typeof createPeople>

/** `now` is the real instant, whatever a demonstration's clock shows. Nothing is asked of the provider or the mail server before it is needed. */
export function createPeople(store: People, settings: SignInSettings, now: () => Instant = realNow) {
  let background: Promise<void> = Promise.resolve()
  return {
    ...store,
    settings,
    now,
    limits: newLimits(now),
    provider: settings.oidc && providerOf(settings.oidc, settings.url),
    mail: settings.mail && mailOver(settings.mail),
    /** Does what nobody waits for; what fails is told to whoever runs this. */
    inBackground(work: () => Promise<void>): void {
      const failed = (error: unknown) => console.error(`codicil: ${error instanceof Error ? error.message : error}`)
      background = Promise.all([background, work().catch(failed)]).then(() => undefined)
    },
    /** Resolves when nothing is left to do in the background. */
    idle: () => background,
    /** Waits for what is done in the background. */
    close: async (): Promise<void> => {
      await background
      await store.close()
    },
  }
}

export const realNow = (): Instant => new Date().toISOString()

/** Who acts where an account has signed in. */
export const principalOf = ({ id, roles, actsFor, seats }: Account): Principal => ({ id, roles, actsFor, seats })
