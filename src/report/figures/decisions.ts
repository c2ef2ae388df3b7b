import { counted, type FigureContext, type Happened, happened, memberOf, modificationsIn } from './context.ts'
import type { DerivedFigure, Member } from './figure.ts'

/** Decisions by one that decides alone, and by a body that voted to decide. */
export function decisionsReceived(context: FigureContext): DerivedFigure {
  const deciding = happened(context, 'BallotHeld').filter(({ event }) => event.capacity === 'decide')
  return counted(context, 'decisions.received', [...happened(context, 'Decided'), ...deciding].map(asMember(context)))
}

export function ballotsHeld(context: FigureContext): DerivedFigure {
  return counted(context, 'ballots.held', ballotsOf(context).map(asMember(context)))
}

/** The Change Board's votes in the window. */
export const ballotsOf = (context: FigureContext): readonly Happened<'BallotHeld'>[] =>
  happened(context, 'BallotHeld').filter(({ event }) => event.body === context.bodies.changeBoard)

export function authorityDecisions(context: FigureContext): DerivedFigure {
  const decided = happened(context, 'Decided').filter(({ event }) => event.by === context.bodies.authority)
  return counted(context, 'authority.decisions', decided.map(asMember(context)))
}

export function authorityPending(context: FigureContext): DerivedFigure {
  const pending = modificationsIn(context.register).filter(
    ({ state: { standing } }) => standing.value.stage === 'opine' && standing.value.step === 'with the authority',
  )
  return counted(
    context,
    'authority.pending',
    pending.map((found) => memberOf(context, found, [found.state.standing.place])),
  )
}

const asMember =
  (context: FigureContext) =>
  ({ found, entry }: Pick<Happened<'Decided'>, 'found' | 'entry'>): Member =>
    memberOf(context, found, [entry.place])
