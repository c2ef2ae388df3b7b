import { decidersOn } from '../access.ts'
import { type Entry, kindOf, tellsTheSame } from '../entry.ts'
import type { EventType } from '../events.ts'
import { heldSeconds } from '../notice/hold.ts'
import { ownerOf } from '../reader.ts'
import { refused, type Verdict } from '../refusal.ts'
import type { Register } from '../register.ts'
import type { Given } from './act.ts'

/** What somebody said, or who decides decided: it is corrected, not undone as if it had never been. */
const standing: ReadonlySet<EventType> = new Set<EventType>([
  'VoteCast',
  'BallotHeld',
  'Decided',
  'DateChangeDecided',
  'UrgencyDecided',
  'ResponseSubmitted',
  'ResponseWithheld',
])

/** Whether an entry is corrected and never undone: a vote, and whatever an organisation that decides on modifications did. */
export function isCorrectedOnly(register: Register, entry: Entry): boolean {
  const owner = ownerOf(entry)
  const decides = owner !== 'unknown' && kindOf(owner) === 'organisation' && decidersOn(register, undefined).includes(owner)
  return (entry.event !== null && standing.has(entry.event.type)) || decides
}

/** Those of one command that are believed still, each with its subject; without what it only told to other readers. */
export function recordedWith(given: Pick<Given, 'register' | 'recorded'>, { command }: Pick<Entry, 'command'>): readonly Entry[] {
  return [...given.register.subjects.keys()].flatMap((subject) => {
    const told = given.recorded(subject).filter(({ noted }) => !noted)
    return told.filter((entry) => {
      if (entry.command !== command) return false
      const [last, before] = told.filter(({ place }) => place === entry.place).reverse()
      return last === entry && !(before && tellsTheSame(before, entry))
    })
  })
}

/** Until when who recorded an entry may take it back: nobody is told before. A UTC instant. */
export const undoneUntil = (register: Register, { recordedAt }: Pick<Entry, 'recordedAt'>): string =>
  Temporal.Instant.from(recordedAt)
    .add({ seconds: heldSeconds(register) })
    .toString({ smallestUnit: 'millisecond' })

/** Whether somebody may take back what one command recorded, at a real instant; refused with what to do instead. */
export function mayUndo(register: Register, entries: readonly Entry[], recorder: string, instant: string): Verdict<true> {
  const [first] = entries
  if (!first) return refused('nothing was recorded', [], ['look at the page of its subject'])
  if (entries.some((entry) => entry.recorder !== recorder))
    return refused('somebody else recorded it', [], ['ask who recorded it, or the code administrator, to take it back'])
  if (entries.some((entry) => isCorrectedOnly(register, entry)))
    return refused(
      'a vote, a response, and what the Authority did are corrected, and never undone',
      [],
      ['correct the entry, or say it anew'],
    )
  if (entries.some(({ place, position }) => place !== position))
    return refused('what mends an entry is not undone', [], ['correct the entry again, or reinstate it'])
  if (instant > undoneUntil(register, first))
    return refused(
      `it was recorded more than ${heldSeconds(register)} seconds ago, and those whom it concerns are told`,
      [],
      ['correct the entry, or ask the code administrator to strike it'],
    )
  return true
}
