import type { Entry, Subject } from '../../domain/entry.ts'
import type { EventOf, EventType } from '../../domain/events.ts'
import type { ReferenceGrammar } from '../../domain/modification/reference.ts'
import { nameOf } from '../../domain/names.ts'
import type { Found, Register } from '../../domain/register.ts'
import { memberOf } from '../figures/context.ts'
import type { DerivedFigure, Member, Untold } from '../figures/figure.ts'
import { type KpiFigureId, kpiDefinition } from '../figures/kpi-definitions.ts'
import { decimal } from '../figures/mean.ts'
import { percentOf } from '../figures/value-text.ts'
import { isIn, type Quarter } from './quarter.ts'

/** What every figure of one return is worked out from: the register at the end of its quarter. */
export type Counting = {
  readonly register: Register
  readonly grammar: ReferenceGrammar
  readonly authority: Subject
  readonly quarter: Quarter
  readonly modifications: readonly Found<'modification'>[]
}

export type Told<T extends EventType> = { readonly found: Found<'modification'>; readonly entry: Entry; readonly event: EventOf<T> }

/** What was told of modifications in the quarter: entries of one type, by modification. */
export function told<T extends EventType>({ modifications, quarter }: Counting, type: T): readonly Told<T>[] {
  return modifications.flatMap((found) =>
    found.history.flatMap((entry) =>
      entry.event?.type === type && isIn(quarter, entry.on.to) ? [{ found, entry, event: entry.event as EventOf<T> }] : [],
    ),
  )
}

type Of = { readonly found: Found<'modification'>; readonly entry: Entry }

/** A modification as a member, by the entry that was counted and those that it is held against. */
export const member = (counting: Counting, { found, entry }: Of, note?: string, ...against: readonly number[]): Member =>
  memberOf(counting, found, [...against, entry.place], note === undefined ? {} : { note })

export const meetingMember = ({ register }: Counting, subject: Subject, places: readonly number[], more: Partial<Member> = {}): Member => ({
  subject,
  label: nameOf(register, subject),
  places,
  ...more,
})

type Details = Pick<DerivedFigure, 'untold' | 'others' | 'over' | 'arithmetic'>

function figure({ quarter }: Counting, id: KpiFigureId, value: DerivedFigure['value'], members: readonly Member[], details: Details = {}) {
  const { unit, definition, v } = kpiDefinition(id)
  return { kind: 'derived', id, v, value, unit, definition, asAt: quarter.to, members, ...details } satisfies DerivedFigure
}

/** What is missing of none is not missing. */
function missing(untold: readonly Untold[]): Pick<DerivedFigure, 'untold'> {
  const some = untold.filter(({ members }) => members.length > 0)
  return some.length > 0 ? { untold: some } : {}
}

export const counted = (counting: Counting, id: KpiFigureId, members: readonly Member[]): DerivedFigure =>
  figure(counting, id, members.length, members)

/** Of all that could be judged, those of whom it holds. */
export type Judged = { readonly member: Member; readonly holds: boolean }

export function share(counting: Counting, id: KpiFigureId, judged: readonly Judged[], untold: readonly Untold[]): DerivedFigure {
  const those = (holds: boolean) => judged.filter((each) => each.holds === holds).map((each) => each.member)
  const [members, others] = [those(true), those(false)]
  const percent = judged.length === 0 ? '' : `, ${members.length} ÷ ${judged.length} = ${percentOf(members.length, judged.length)}`
  const arithmetic = `${members.length} of ${judged.length}${percent}`
  return figure(counting, id, members.length, members, { others, ...missing(untold), arithmetic })
}

/** What goes into a mean. */
export type Measured = { readonly member: Member; readonly value: number }

/** The mean over those that are known; `untold` are the rest of those that it is about. */
export function mean(counting: Counting, id: KpiFigureId, of: readonly Measured[], untold: readonly Untold[]): DerivedFigure {
  const rest = new Set(untold.flatMap((each) => each.members.map(({ subject, item }) => `${subject} ${item ?? ''}`))).size
  const over = { known: of.length, of: of.length + rest }
  const members = of.map((each) => each.member)
  if (of.length === 0) return figure(counting, id, 'unknown', members, { over, ...missing(untold) })
  const sum = of.reduce((total, { value }) => total + value, 0)
  const value = decimal(sum / of.length)
  const terms = of.length <= 12 ? `(${of.map((each) => each.value).join(' + ')})` : String(sum)
  return figure(counting, id, Number(value), members, { over, ...missing(untold), arithmetic: `${value} = ${terms} ÷ ${of.length}` })
}

/** What the register does not hold: it says what would have to be told, and of which. */
export const notHeld = (counting: Counting, id: KpiFigureId, what: string, members: readonly Member[]): DerivedFigure =>
  figure(counting, id, 'unknown', [], { untold: [{ what, members }] })
