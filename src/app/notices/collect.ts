import type { Entry } from '../../domain/entry.ts'
import { audienceOf } from '../../domain/notice/audience.ts'
import { heldSeconds } from '../../domain/notice/hold.ts'
import { everything } from '../../domain/reader.ts'
import type { NewNotice, Notice } from '../../log/notices.ts'
import type { App } from '../app.ts'
import { earlier } from '../people/sessions.ts'
import { type Addressed, listenersOf } from './listeners.ts'

/**
 * Fills the outbox from the log, from where it was filled before: what is struck or corrected before it left is dropped, and who was told
 * already is told of that. Any number of processes may do it: the cursor lets one of them.
 */
export async function collect(app: App): Promise<void> {
  const { stamp } = await app.present()
  const cursor = await app.notices.cursor()
  const entries = cursor ? app.live.entries.slice(cursor.position) : []
  if (!cursor || entries.length === 0) return
  const listeners = await listenersOf(app)
  const filled: Filled = { notices: [], struck: [] }
  for (const command of Map.groupBy(entries, (entry) => entry.command).values())
    await fill(app, filled, command.filter(isToldHere), listeners)
  await app.notices.collect(cursor.position, { position: app.live.entries.length, moment: stamp.moment }, filled.notices, filled.struck)
}

type Filled = { notices: NewNotice[]; struck: number[] }

/** What a source tells of the past is no news: only what was done here, or confirmed. */
const isToldHere = ({ fact, noted }: Entry): boolean => !noted && (fact === undefined || fact.startsWith('waiting/'))

async function fill(app: App, filled: Filled, command: readonly Entry[], listeners: readonly Addressed[]): Promise<void> {
  const [first] = command
  if (!first) return
  const news = newsOf(app, command, listeners).map(({ notice }) => notice)
  const mended = command.flatMap((entry) => (entry.place === entry.position ? [] : before(app, entry)))
  const struck = mended.map(({ position }) => position)
  filled.struck.push(...struck)
  filled.notices = filled.notices.flatMap((notice) => without(notice, struck))
  const envelope = envelopeOf(app, command, first)
  const corrections = (await toldOf(app, mended)).map(
    ({ recipient, listensFor, address, why }): NewNotice => ({
      ...envelope,
      recipient,
      listensFor,
      why,
      ...(address === undefined ? {} : { address }),
    }),
  )
  const known = new Set(news.map(({ recipient }) => recipient))
  filled.notices.push(...news, ...corrections.filter(({ recipient }) => !known.has(recipient)))
}

/** What what was recorded at once tells those who listen, but for who recorded it: judged in the register just before it. */
export function newsOf(
  app: App,
  recorded: readonly Entry[],
  listeners: readonly Addressed[],
): readonly { readonly listener: Addressed; readonly notice: NewNotice }[] {
  const command = recorded.filter(isToldHere)
  const [first] = command
  if (!first) return []
  const register = app.live.at(first.receivedAt, { known: first.position - 1 }, everything)
  const told = audienceOf(command, register, listeners).filter(({ listener }) => listener.id !== `account/${first.recorder}`)
  const envelope = envelopeOf(app, command, first)
  return told.map(({ listener, why }) => ({ listener, notice: { ...envelope, ...recipientOf(listener), why } }))
}

const envelopeOf = (app: App, command: readonly Entry[], first: Entry) => ({
  command: first.command,
  positions: command.map(({ position }) => position),
  ...holdOf(app, command),
})

const recipientOf = ({ id, of, address }: Addressed) => ({ recipient: id, listensFor: of, ...(address === undefined ? {} : { address }) })

/** What the place held before, as far as anybody was told of it: what is not for everybody tells nobody. */
const before = ({ live }: App, { place, position }: Entry): readonly Entry[] =>
  live.entries.filter((entry) => entry.place === place && entry.position < position && !entry.noted && entry.class === 'white')

function without(notice: NewNotice, struck: readonly number[]): readonly NewNotice[] {
  const positions = notice.positions.filter((position) => !struck.includes(position))
  return positions.length === 0 ? [] : [{ ...notice, positions }]
}

/** Who was told of these entries already, or is just being told. */
async function toldOf({ notices }: App, entries: readonly Entry[]): Promise<readonly Notice[]> {
  const commands = [...new Set(entries.map(({ command }) => command))]
  const all = (await Promise.all(commands.map((command) => notices.noticesOf(command)))).flat()
  const gone = all.filter(
    ({ state, positions }) => state !== 'held' && state !== 'dropped' && entries.some(({ position }) => positions.includes(position)),
  )
  return [...new Map(gone.map((notice) => [notice.recipient, notice])).values()]
}

/** Held for as long as the rule says, and until the last embargo among them ends. */
function holdOf({ live }: App, command: readonly Entry[]): Pick<NewNotice, 'heldUntil' | 'notBefore'> {
  const [first] = command as readonly [Entry]
  const seconds = heldSeconds(live.whole(first.receivedAt))
  const ends = command.flatMap(({ publicAt }) => publicAt ?? []).sort()
  const last = ends.at(-1)
  return { heldUntil: earlier(first.recordedAt, -1_000 * seconds), ...(last === undefined ? {} : { notBefore: last }) }
}
