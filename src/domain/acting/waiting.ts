import type { Principal } from '../access.ts'
import { on } from '../calendar/calendar-date.ts'
import { dayOf, type LocalTime, type Moment, timeOf } from '../calendar/moment.ts'
import type { Decided } from '../commands.ts'
import { hiddenUntilClose } from '../consultation/response-places.ts'
import type { Entry, Proposed, Subject } from '../entry.ts'
import { isRefused, refused, type Verdict } from '../refusal.ts'
import { all, type Register } from '../register.ts'
import { changeIn, reasonOf, tellingsOf, whatMoves } from '../rulebook/moves.ts'
import type { ActLog } from './act-log.ts'
import { type Act, isActType } from './acts.ts'
import { decideActs } from './decide-acts.ts'
import { nthAfter } from './nth-after.ts'

/** What waits for a person: the entries of one act, under the id that their facts begin with. */
export type Waiting = { readonly id: string; readonly entries: readonly Entry[] }

type Context = { readonly principal: Principal; readonly present: () => Register }
/** What an act that is offered again is judged in. */
type Judging = Context & { readonly now: Moment; readonly key: string; readonly actLog: () => ActLog }

/** The queue: each act that waits, in order of recording. Facts of an import that wait are in it one by one. */
export function waitingIn(register: Register): readonly Waiting[] {
  const groups = Map.groupBy(
    // A strike waits as such; one without anything to wait for was let go.
    register.noted.filter(({ event, beside, waitsFor }) => beside === undefined && (event !== null || waitsFor !== undefined)),
    idOfWaiting,
  )
  return [...groups].map(([id, entries]) => ({ id, entries }))
}

/** An act that waits has one id for all its entries; an imported fact its own. */
const idOfWaiting = ({ fact, position }: Entry): string => {
  if (fact === undefined) return `entry/${position}`
  return fact.startsWith('waiting/') ? fact.slice(0, fact.lastIndexOf('/')) : fact
}

/**
 * An act that waited for what was missing is judged anew. What asks for two people is confirmed by another than who recorded it. A change of the rulebook or of the
 * bank holidays moves the deadlines that are open at that moment, each by an entry of its own.
 */
export function confirmWaiting(id: string, context: Judging): Verdict<Decided> {
  const { principal, present } = context
  const found = waitingIn(present()).find((each) => each.id === id)
  if (!found) return nothingWaits(id)
  if (found.entries.some(({ waitsFor, recorder }) => waitsFor === 'a second person' && recorder === principal.id))
    return refused(
      'it is confirmed by a second person, and you recorded it',
      [id],
      ['ask a colleague who administers the register to confirm it'],
    )
  const act = found.entries.find((entry) => entry.act)?.act
  if (act && isActType(act.act)) return judgedAnew(found, act, context)
  return { proposed: [...confirmed(found), ...moved(found, present(), context.actLog())] }
}

/** As it was proposed; the outcome of a ballot is public once it stands, and the votes with it. */
function confirmed({ entries }: Waiting): readonly Proposed[] {
  const over = new Set(entries.map(({ event }) => (event?.type === 'BallotHeld' ? event.ballot : undefined)))
  const isOver = ({ event }: Entry) => event !== null && 'ballot' in event && event.ballot !== undefined && over.has(event.ballot)
  return entries.map((entry) => (isOver(entry) ? { ...offered(entry), class: 'white' } : offered(entry)))
}

/** What is recorded now carries on the facts that waited; the rest of them leave the queue. */
function judgedAnew({ entries }: Waiting, act: Act, { principal, now, key, actLog }: Judging): Verdict<Decided> {
  const decided = decideActs([act], 'refuse', { log: actLog(), now, principal, key })
  if (isRefused(decided)) return decided
  const named = decided.proposed.map((proposed, index): Proposed => {
    const fact = proposed.fact ?? entries[index]?.fact
    return fact === undefined ? proposed : { ...proposed, fact }
  })
  const told = new Set(named.map(({ fact }) => fact))
  return { proposed: [...named, ...entries.filter(({ fact }) => !told.has(fact)).map(letGo)], acts: decided.outcomes }
}

/** The deadlines that move, each by an entry of its own; what is kept from the public until one of them is kept until it comes. */
function moved({ entries }: Waiting, register: Register, { lists }: ActLog): readonly Proposed[] {
  const change = changeIn(entries)
  const moves = whatMoves(register, change)
  const held = moves.moves.flatMap(({ deadline: { subject, of, id = '' }, closes }) =>
    of === 'consultation' ? heldBack((about) => lists.get(about) ?? [], subject, id, closes) : [],
  )
  const administrator = all(register, 'body').find(({ state }) => state.capacities.includes('administer'))?.subject
  const told = tellingsOf(moves, reasonOf(change), register).map(({ subject, event }, index, tellings): Proposed => {
    const before = tellings.slice(0, index).filter((other) => other.subject === subject).length
    const nth = before + nthAfter(register.subjects.get(subject)?.history ?? [], register.on)
    return {
      on: on(dayOf(register.on)),
      time: timeOf(register.on) as LocalTime,
      ...(nth === 0 ? {} : { nth }),
      receivedAt: register.on,
      capacity: { by: administrator ?? 'unknown' },
      subject,
      event,
      class: 'white',
    }
  })
  return [...told, ...held]
}

const heldBack = (recorded: (about: Subject) => readonly Entry[], subject: Subject, consultation: string, closes: Moment) =>
  hiddenUntilClose({ recorded }, subject, consultation).map(
    (entry): Proposed => ({ ...offered(entry), refills: entry.place, publicAt: closes }),
  )

export function dropWaiting(id: string, { present }: Context): Verdict<Decided> {
  const found = waitingIn(present()).find((each) => each.id === id)
  if (!found) return nothingWaits(id)
  return { proposed: found.entries.map(letGo) }
}

const nothingWaits = (id: string) => refused(`nothing waits under ${id}`, [id], ['look at the queue: it was confirmed or let go meanwhile'])

const letGo = (entry: Entry): Proposed => ({ ...offered(entry), noted: true, event: null })

function offered({ position, place, recordedAt, recordedOn, command, recorder, noted, waitsFor, act, ...told }: Entry): Proposed {
  return place === position ? told : { ...told, refills: place }
}
