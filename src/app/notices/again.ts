import type { Entry } from '../../domain/entry.ts'
import { refused, type Verdict } from '../../domain/refusal.ts'
import type { NewNotice } from '../../log/notices.ts'
import type { App } from '../app.ts'
import { newsOf } from './collect.ts'
import { type Addressed, listenersOf } from './listeners.ts'

/** Sends a notice again that came back or was given up: to its recipient as he is reached now. */
export async function sendAgain(app: App, id: string): Promise<Verdict<true>> {
  const notice = await app.notices.notice(id)
  if (!notice) return refused('there is no such notice', ['again'], ['look in the outbox'])
  const reached = (await listenersOf(app)).find((each) => each.id === notice.recipient)
  if (reached?.address === undefined)
    return refused(
      'nothing is sent to that contact: its mail came back, or it is not confirmed, or it left',
      ['again'],
      ['mend its address, and have it confirmed', 'add another contact'],
    )
  return (await app.notices.again(id, reached.address)) || refused('it did not come back', ['again'], ['wait for what becomes of it'])
}

/** The contacts that a command would tell now and did not tell then: they were added, confirmed or mended since. */
export async function missedBy(app: App, command: string): Promise<readonly Addressed[]> {
  return (await missed(app, command)).map(({ listener }) => listener)
}

/** Tells them. */
export async function tellMissed(app: App, command: string): Promise<Verdict<true>> {
  const all = await missed(app, command)
  if (all.length === 0) return refused('everybody whom it tells was told', ['tell'], ['mend or add a contact first'])
  await app.notices.add(all.map(({ notice }) => ({ ...notice, heldUntil: app.people.now() })))
  return true
}

type Missed = { readonly listener: Addressed; readonly notice: NewNotice }

async function missed(app: App, command: string): Promise<readonly Missed[]> {
  const { entries: log } = app.live
  // What was struck or corrected since is told no more.
  const stands = ({ place, position }: Entry) => !log.some((later) => later.place === place && later.position > position && !later.noted)
  const entries = log.filter((entry) => entry.command === command && stands(entry))
  const [listeners, notices] = await Promise.all([listenersOf(app), app.notices.noticesOf(command)])
  const known = new Set(notices.map(({ recipient }) => recipient))
  const contacts = listeners.filter(({ id }) => id.startsWith('contact/') && !known.has(id))
  return newsOf(app, entries, contacts)
}
