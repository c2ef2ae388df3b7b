import type { Fact } from '../../domain/fact.ts'
import type { Modification, Standing } from '../../domain/modification/modification.ts'
import { entryAt, type Found } from '../../domain/register.ts'
import { counted, type FigureContext, happened, memberOf, modificationOf, modificationsIn } from './context.ts'
import { fixedDefinition } from './definitions.ts'
import { countedDuration } from './duration.ts'
import type { DerivedFigure, FixedFigureId, Member } from './figure.ts'
import { mean, roundingOn } from './mean.ts'

export function newProposals(context: FigureContext): DerivedFigure {
  const raised = happened(context, 'Raised')
  return counted(
    context,
    'proposals.new',
    raised.map(({ found, entry }) => memberOf(context, found, [entry.place])),
  )
}

export function determinedReady(context: FigureContext): DerivedFigure {
  const ready = happened(context, 'DeterminedReady')
  const members = ready.map(({ found, entry }) => memberOf(context, found, [entry.place]))
  return counted(
    context,
    'readiness.determined',
    [...members].sort((a, b) => (a.label < b.label ? -1 : 1)),
  )
}

/** Before the vote, with how long each has been open where its day of raising is known. */
export function openProposals(context: FigureContext): DerivedFigure {
  const { timescales, window } = context
  const before = modificationsIn(timescales).filter(({ state }) => isBeforeVote(state))
  const lost = before.filter((found) => isLost(context, found))
  const members = before
    .filter((found) => !lost.includes(found))
    .map((found) => lasting(context, found, [found.state.standing.place], window.timescalesAsAt))
  const labels = lost.map((found) => memberOf(context, found, []).label)
  const details = lost.length === 0 ? {} : { arithmetic: `${members.length}, without ${labels.join(' and ')}, of which no stage is known` }
  return counted(context, 'proposals.open', members, window.timescalesAsAt, details)
}

/** Its last act shows it open, and a source told by the cut-off no longer shows it anywhere: in no count. */
const isLost = ({ register }: FigureContext, { subject }: Found<'modification'>): boolean =>
  modificationOf(register, subject)?.state.standing.value.stage === 'unknown'

export const openProposalsMean = (context: FigureContext): DerivedFigure =>
  meanOf(context, 'proposals.open.mean', openProposals(context).members)

export function concludedProposals(context: FigureContext): DerivedFigure {
  const { timescales, window } = context
  const members = modificationsIn(timescales).flatMap((found) => {
    const conclusion = conclusionOf(found)
    const { from } = window.regulatoryYear
    const inYear = conclusion && from <= conclusion.on.to && conclusion.on.to <= window.timescalesAsAt
    return inYear ? [lasting(context, found, [conclusion.place], conclusion.on.to)] : []
  })
  return counted(context, 'proposals.concluded', members, window.timescalesAsAt)
}

export const concludedProposalsMean = (context: FigureContext): DerivedFigure =>
  meanOf(context, 'proposals.concluded.mean', concludedProposals(context).members)

function isBeforeVote({ standing: { value }, ballots }: Modification): boolean {
  if (value.stage === 'define' || value.stage === 'refine') return true
  return value.stage === 'opine' && value.step !== 'with the authority' && ballots.length === 0
}

/**
 * The fact that concluded it: approved, or ended otherwise than by coming into force. Undefined where a page only shows that it had been
 * (the day of an attested standing is not the day of a decision).
 */
export function conclusionOf(found: Found<'modification'>): Fact<Standing> | undefined {
  const first = found.state.standings.find(({ value }) => value.stage === 'release' || value.stage === 'ended')
  return first && entryAt(found, first.place)?.event?.type !== 'Attested' ? first : undefined
}

function lasting(context: FigureContext, found: Found<'modification'>, places: readonly number[], to: Fact<unknown>['on']['to']): Member {
  const { raised } = found.state
  if (!raised || raised.on.from !== raised.on.to || raised.on.to > to)
    return memberOf(context, found, places, { note: 'the day on which it was raised is not known' })
  const duration = countedDuration(context.register.calendar, raised.on, to, 'day of raising')
  return memberOf(context, found, [...places, raised.place], { duration })
}

/** The mean over the members whose duration is known, which says over how many. */
function meanOf(context: FigureContext, id: FixedFigureId, members: readonly Member[]): DerivedFigure {
  const known = members.filter(({ duration }) => duration)
  const { value, arithmetic } = mean(
    known.map(({ duration }) => duration?.value ?? 0),
    roundingOn(context.register, context.window.asAt),
  )
  const { unit, definition, v } = fixedDefinition(id)
  const over = { known: known.length, of: members.length }
  const asAt = context.window.timescalesAsAt
  return { kind: 'derived', id, v, value, unit, definition, asAt, members: known, over, ...(arithmetic ? { arithmetic } : {}) }
}
