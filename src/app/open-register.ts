import { pack } from '../../codes/sec/pack.ts'
import type { Principal } from '../domain/access.ts'
import { isRefused, type Refused } from '../domain/refusal.ts'
import type { App } from './app.ts'

/** Opens the register of the code on an empty log: its first command, and the pack as its second. Refused where there is a register. */
export async function openRegister(app: App, principal: Principal, { demo }: { readonly demo: boolean }): Promise<Refused | undefined> {
  const { code, name } = pack
  const opening = app.perform({ principal, command: { type: 'OpenRegister', code, name, demo }, key: 'open' })
  return (await failing(opening)) ?? (await installDue(app, principal))
}

/**
 * Installs what of the pack has come by the clock's day: a rule or a proclaimed holiday of a later year comes in its time, and is noted
 * where somebody has told it before.
 */
export async function installDue(app: App, principal: Principal): Promise<Refused | undefined> {
  const { moment: now } = await app.stamp()
  const facts = pack.facts.filter(({ fact, receivedAt }) => receivedAt <= now && !app.live.facts.has(fact))
  if (facts.length === 0) return undefined
  const isFirst = app.live.entries.length < 2
  return failing(
    app.perform({
      principal,
      command: isFirst ? { type: 'InstallPack', facts } : { type: 'ImportFacts', facts, whenMisfit: 'note' },
      key: `pack of ${facts.length} from ${facts[0]?.fact}`,
    }),
  )
}

async function failing(verdict: Promise<unknown>): Promise<Refused | undefined> {
  const result = await verdict
  return isRefused(result) ? result : undefined
}
