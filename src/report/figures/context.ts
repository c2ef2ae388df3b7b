import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Entry, Subject } from '../../domain/entry.ts'
import type { EventOf, EventType } from '../../domain/events.ts'
import { canonicalReference, isModificationId, type ReferenceGrammar } from '../../domain/modification/reference.ts'
import { type Found, find, modifications, type Register } from '../../domain/register.ts'
import { isWithin, type Window } from '../change-status/window.ts'
import { fixedDefinition } from './definitions.ts'
import type { DerivedFigure, FixedFigureId, Member } from './figure.ts'

/** What every figure of one paper is worked out from. */
export type FigureContext = {
  readonly window: Window
  /** At the cut-off. */
  readonly register: Register
  /** At the day of the timescales. */
  readonly timescales: Register
  readonly grammar: ReferenceGrammar
  readonly bodies: { readonly workingGroup: Subject; readonly changeBoard: Subject; readonly authority: Subject }
  /** In the order in which the report prints them: PA, IA. */
  readonly assessmentKinds: readonly string[]
}

export type Details = Pick<DerivedFigure, 'arithmetic' | 'over'>

/** A figure that counts its members, as at the cut-off unless another day is given. */
export function counted(
  context: FigureContext,
  id: FixedFigureId,
  members: readonly Member[],
  asAt: CalendarDate = context.window.asAt,
  details: Details = {},
): DerivedFigure {
  const { unit, definition, v } = fixedDefinition(id)
  return { kind: 'derived', id, v, value: members.length, unit, definition, asAt, members, ...details }
}

/** A modification as a member of a figure, called as it is at the cut-off. */
export function memberOf(
  context: Pick<FigureContext, 'register' | 'grammar'>,
  found: Found<'modification'>,
  places: readonly number[],
  more: Partial<Member> = {},
): Member {
  const called = modificationOf(context.register, found.subject) ?? found
  const title = called.state.title ? { title: called.state.title.value } : {}
  return { subject: found.subject, label: referenceOf(context.grammar, called), ...title, places, ...more }
}

/** The reference in print, as it is written at the moment of the register. */
export function referenceOf(grammar: ReferenceGrammar, found: Found<'modification'>): string {
  return isModificationId(found.id) ? canonicalReference(grammar, found.id, found.state.proposal) : found.id
}

const listed = new WeakMap<Register, readonly Found<'modification'>[]>()

/** All modifications in order of their numbers, sorted once for each register: a register is never changed in place. */
export function modificationsIn(register: Register): readonly Found<'modification'>[] {
  const found = listed.get(register) ?? modifications(register)
  listed.set(register, found)
  return found
}

/** The modification that a subject names, in this register. */
export function modificationOf(register: Register, subject: Subject): Found<'modification'> | undefined {
  return find(register, 'modification', subject.slice('modification/'.length))
}

/** What happened to modifications in the window: entries of one type, in the order of the days on which they took effect. */
export function happened<T extends EventType>(context: FigureContext, type: T): readonly Happened<T>[] {
  const entries = modificationsIn(context.register).flatMap((found) =>
    found.history
      .filter((entry) => entry.event?.type === type && isWithin(context.window, entry.on.to))
      .map((entry) => ({ found, entry, event: entry.event as EventOf<T> })),
  )
  return entries.sort((a, b) => (a.entry.on.to < b.entry.on.to ? -1 : a.entry.on.to > b.entry.on.to ? 1 : 0))
}
export type Happened<T extends EventType> = { readonly found: Found<'modification'>; readonly entry: Entry; readonly event: EventOf<T> }
