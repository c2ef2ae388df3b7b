import type { Principal } from '../../domain/access.ts'
import { mayUndo } from '../../domain/acting/undo.ts'
import type { Entry } from '../../domain/entry.ts'
import { ownerOf } from '../../domain/reader.ts'
import { isRefused, refused, type Verdict } from '../../domain/refusal.ts'
import { type RecordedActs, recordActs } from '../acting/record-acts.ts'
import type { App } from '../app.ts'
import { collect } from './collect.ts'

/** What one command recorded and is believed still, by the position of one of its entries. */
export function commandOf({ live }: Pick<App, 'live'>, position: number): readonly Entry[] {
  const one = live.entries[position - 1]
  return one ? live.entries.filter(({ command, noted }) => command === one.command && !noted) : []
}

/** Whether none of these is told any more: each of their places is struck. */
export function isTakenBack({ live }: Pick<App, 'live'>, entries: readonly Entry[]): boolean {
  const places = new Set(entries.map(({ place }) => place))
  const last = new Map(live.entries.flatMap((entry) => (places.has(entry.place) && !entry.noted ? [[entry.place, entry]] : [])))
  return [...last.values()].every(({ event }) => event === null)
}

/** Takes back all that one command recorded, before anyone is told of it: each of its places is struck, and its notices are dropped. */
export async function undo(app: App, position: number, principal: Principal, key: string): Promise<Verdict<RecordedActs>> {
  const { stamp, register } = await app.present()
  const entries = commandOf(app, position)
  const may = mayUndo(app.live.whole(stamp.moment), entries, principal.id, stamp.instant)
  if (isRefused(may)) return may
  const [first] = entries
  if (!first) return refused(`there is no entry ${position}`, ['position'], [`the log has ${register.known}`])
  const { subject, place } = first
  const why = { text: 'Taken back by who recorded it, before anyone was told' }
  const undone = await recordActs(app, [{ act: 'Strike', subject, place, whole: true, why, recorded: { by: ownerOf(first) } }], {
    principal,
    key,
  })
  if (!isRefused(undone)) await collect(app)
  return undone
}
