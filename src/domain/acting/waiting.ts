import type { Principal } from '../access.ts'
import { on } from '../calendar/calendar-date.ts'
import { dayOf, type LocalTime, timeOf } from '../calendar/moment.ts'
import type { Decided } from '../commands.ts'
import type { Entry, Proposed } from '../entry.ts'
import { refused, type Verdict } from '../refusal.ts'
import { all, type Register } from '../register.ts'
import { changeIn, reasonOf, tellingsOf, whatMoves } from '../rulebook/moves.ts'
import { nthAfter } from './nth-after.ts'

/** What waits for a person: the entries of one act, under the id that their facts begin with. */
export type Waiting = { readonly id: string; readonly entries: readonly Entry[] }

type Context = { readonly principal: Principal; readonly present: () => Register }

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
 * Offered again as it was told. What asks for two people is confirmed by another than who recorded it. A change of the rulebook or of the
 * bank holidays moves the deadlines that are open at that moment, each by an entry of its own.
 */
export function confirmWaiting(id: string, { principal, present }: Context): Verdict<Decided> {
  const found = waitingIn(present()).find((each) => each.id === id)
  if (!found) return nothingWaits(id)
  if (found.entries.some(({ waitsFor, recorder }) => waitsFor === 'a second person' && recorder === principal.id))
    return refused(
      'it is confirmed by a second person, and you recorded it',
      [id],
      ['ask a colleague who administers the register to confirm it'],
    )
  return { proposed: [...found.entries.map(offered), ...moved(found, present())] }
}

function moved({ entries }: Waiting, register: Register): readonly Proposed[] {
  const change = changeIn(entries)
  const administrator = all(register, 'body').find(({ state }) => state.capacities.includes('administer'))?.subject
  return tellingsOf(whatMoves(register, change), reasonOf(change), register).map(({ subject, event }, index, tellings) => {
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
}

export function dropWaiting(id: string, { present }: Context): Verdict<Decided> {
  const found = waitingIn(present()).find((each) => each.id === id)
  if (!found) return nothingWaits(id)
  return { proposed: found.entries.map((entry) => ({ ...offered(entry), noted: true, event: null })) }
}

const nothingWaits = (id: string) => refused(`nothing waits under ${id}`, [id], ['look at the queue: it was confirmed or let go meanwhile'])

function offered({ position, place, recordedAt, recordedOn, command, recorder, noted, waitsFor, ...told }: Entry): Proposed {
  return place === position ? told : { ...told, refills: place }
}
