import { addMonths } from '../../domain/calendar/calendar-date.ts'
import { dated } from '../../domain/calendar/format.ts'
import type { Consultation, ExpectedIn } from '../../domain/consultation/consultation.ts'
import { isEnded } from '../../domain/modification/modification.ts'
import type { Found } from '../../domain/register.ts'
import { isWithin, type Window } from '../change-status/window.ts'
import { counted, type FigureContext, memberOf, modificationsIn } from './context.ts'
import type { DerivedFigure, FixedFigureId, Member } from './figure.ts'

type Kind = 'refinement' | 'report'
/** One consultation of a modification. */
export type Consulted = { readonly found: Found<'modification'>; readonly consultation: Consultation }

/** Consultations that are out, expected in this paper's month, or were expected earlier and are not recorded as issued. */
export const consultationsOut = (context: FigureContext, kind: Kind): DerivedFigure => figure(context, kind, 'open', isOut(kind))
export const consultationsExpected = (context: FigureContext, kind: Kind): DerivedFigure =>
  figure(context, kind, 'expected', ({ consultation }) => isExpectedIn(context.window, consultation))

export function consultationsOf(context: FigureContext, kind: Kind): readonly Consulted[] {
  return modificationsIn(context.register).flatMap((found) =>
    Object.values(found.state.consultations)
      .filter(({ consultationKind }) => consultationKind === kind)
      .map((consultation) => ({ found, consultation })),
  )
}

export const isExpectedIn = (window: Window, { status, planned }: Consultation): boolean =>
  status === 'planned' && planned !== undefined && timeOf(window, planned.value.expected, planned.on.to) === 'this month'

/** Expected last month, and neither issued nor cancelled as far as the register knows. */
export const isOverdue = (window: Window, { found, consultation: { status, planned } }: Consulted): boolean =>
  status === 'planned' &&
  planned !== undefined &&
  !isEnded(found.state) &&
  timeOf(window, planned.value.expected, planned.on.to) === 'last month'

/**
 * A consultation whose closing day nobody told is out only while its modification still stands where it was consulted on:
 * it has surely closed once the modification has moved on.
 */
const isOut =
  (kind: Kind) =>
  ({ found, consultation }: Consulted): boolean => {
    const { value } = found.state.standing
    const consulted = kind === 'refinement' ? value.stage === 'refine' : value.stage === 'opine' && value.step === 'report consultation'
    return consultation.status === 'open' && consulted
  }

type Time = 'earlier' | 'last month' | 'this month' | 'later'

function timeOf(window: Window, expected: ExpectedIn, plannedOn: Window['to']): Time {
  switch (expected.kind) {
    case 'month':
      return timeOfMonth(window, expected.month)
    case 'week':
      return timeOfDay(window, expected.commencing)
    case 'day':
      return timeOfDay(window, expected.day)
    case 'not told':
      return isWithin(window, plannedOn) ? 'this month' : 'earlier'
  }
}

function timeOfMonth({ month }: Window, expected: string): Time {
  if (expected === month) return 'this month'
  if (expected === addMonths(month, -1)) return 'last month'
  return expected < month ? 'earlier' : 'later'
}

function timeOfDay({ from, to, next }: Window, day: Window['to']): Time {
  if (day > next) return 'later'
  if (day > to) return 'this month'
  return day > from ? 'last month' : 'earlier'
}

function figure(context: FigureContext, kind: Kind, which: 'open' | 'expected', belongs: (one: Consulted) => boolean): DerivedFigure {
  const id: FixedFigureId = `consultations.${kind}.${which}`
  return counted(context, id, consultationsOf(context, kind).filter(belongs).map(asMember(context)))
}

/** Of one whose closing day nobody told: a reader sees how long ago it opened. */
const openedText = ({ opened }: Consultation): string =>
  `${opened ? `opened ${opened.on.from === opened.on.to ? 'on ' : ''}${dated(opened.on)}; ` : ''}no source tells when it closes`

const asMember =
  (context: FigureContext) =>
  ({ found, consultation }: Consulted): Member => {
    const told = consultation.status === 'open' ? consultation.opened : consultation.planned
    const note = consultation.status === 'open' && consultation.closes === undefined ? { note: openedText(consultation) } : {}
    return memberOf(context, found, told ? [told.place] : [], { item: consultation.id, ...note })
  }
