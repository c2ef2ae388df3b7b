import { compareText, dayOf } from '../../domain/calendar/moment.ts'
import type { Subject } from '../../domain/entry.ts'
import type { Modification } from '../../domain/modification/modification.ts'
import { all, modifications, type Register } from '../../domain/register.ts'

/** One thing that a field is told of or not: a modification, a release, an organisation; `item`: the assessment or consultation inside it. */
export type Member = { readonly subject: Subject; readonly item?: string }
/** How much is known of one field: of how many it is told, and of which it is not. */
export type Known = { readonly id: string; readonly title: string; readonly known: number; readonly unknown: readonly Member[] }

const ofModification: readonly (readonly [id: string, title: string, isKnown: (state: Modification) => boolean])[] = [
  ['title', 'Title of a modification', ({ title }) => title !== undefined],
  ['stage', 'Where it stands', ({ standing }) => standing.value.stage !== 'unknown'],
  ['raised', 'Day on which it was raised', ({ raised }) => raised !== undefined],
  ['proposer', 'Proposer', ({ proposer }) => proposer !== undefined],
  ['issue', 'What it is about', ({ issue }) => issue !== undefined],
  ['path', 'Path', ({ path }) => path !== undefined],
  ['parties', 'Party categories affected', ({ parties }) => parties !== undefined],
  ['documents', 'Documents of the Code affected', ({ documents }) => documents !== undefined],
  ['analyst', 'Lead Analyst', ({ analyst }) => analyst !== undefined],
  ['plain', 'Summary in plain English', ({ plain }) => plain !== undefined],
]

/** What is known and what is not, field by field: the worst is not hidden in a mean. */
export function knownIn(register: Register): readonly Known[] {
  const identified = modifications(register).filter(({ state }) => !state.unidentified)
  const inside = <T>(of: (state: Modification) => Readonly<Record<string, T>>) =>
    identified.flatMap(({ subject, state }) => Object.entries(of(state)).map(([item, value]) => ({ subject, item, value })))
  const assessments = inside(({ assessments: each }) => each)
  const consultations = inside(({ consultations: each }) => each).filter(({ value }) => value.opened)
  const meetings = all(register, 'meeting').filter(({ state }) => !state.cancelled && state.day < dayOf(register.on))
  return [
    ...ofModification.map(([id, title, isKnown]) => counted(id, title, identified, ({ state }) => isKnown(state))),
    counted(
      'accepted',
      'Day on which an assessment was accepted',
      assessments.filter(({ value }) => value.status === 'accepted' || value.status === 'returned'),
      ({ value }) => value.accepted !== undefined,
    ),
    counted(
      'target',
      'Target of an assessment',
      assessments.filter(({ value }) => value.accepted),
      ({ value }) => value.target !== undefined,
    ),
    counted('closing', 'Closing of a consultation', consultations, ({ value }) => value.closes !== undefined),
    counted('release-date', 'Day of a release', all(register, 'release'), ({ state }) => state.date.value.kind === 'day'),
    counted('held', 'Whether a meeting was held', meetings, ({ state }) => state.held !== undefined),
    counted('category', 'Party category of an organisation', all(register, 'organisation'), ({ state }) => state.category !== undefined),
  ]
}

function counted<T extends Member>(id: string, title: string, all: readonly T[], isKnown: (one: T) => boolean): Known {
  const unknown = all
    .filter((one) => !isKnown(one))
    .map(({ subject, item }): Member => ({ subject, ...(item === undefined ? {} : { item }) }))
  return { id, title, known: all.length - unknown.length, unknown: unknown.toSorted((a, b) => compareText(a.subject, b.subject)) }
}
