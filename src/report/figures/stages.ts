import { pendingReleases, type Stage } from '../../domain/modification/modification.ts'
import { type Found, find } from '../../domain/register.ts'
import { counted, type FigureContext, memberOf, modificationsIn } from './context.ts'
import type { DerivedFigure, Member } from './figure.ts'

/** The strip: how many modifications are in each stage at the cut-off, and the standalone ones beside Release. */
export const inDefine = (context: FigureContext): DerivedFigure => inStage(context, 'define')
export const inRefine = (context: FigureContext): DerivedFigure => inStage(context, 'refine')
export const inOpine = (context: FigureContext): DerivedFigure => inStage(context, 'opine')

export function inRelease(context: FigureContext): DerivedFigure {
  return counted(context, 'stage.release', membersOf(context, countedIn(context, 'release')))
}

export function inStandaloneRelease(context: FigureContext): DerivedFigure {
  const standalone = standingIn(context, 'release').filter((found) => isStandalone(context, found))
  return counted(context, 'stage.release.standalone', membersOf(context, standalone))
}

/** Those that the figure of a stage counts: in Release without those that wait only for standalone releases, which are beside it. */
export function countedIn(context: FigureContext, stage: Stage): readonly Found<'modification'>[] {
  const standing = standingIn(context, stage)
  return stage === 'release' ? standing.filter((found) => !isStandalone(context, found)) : standing
}

const standingIn = ({ register }: FigureContext, stage: Stage): readonly Found<'modification'>[] =>
  modificationsIn(register).filter(({ state }) => state.standing.value.stage === stage)

function inStage(context: FigureContext, stage: 'define' | 'refine' | 'opine'): DerivedFigure {
  const counts = membersOf(context, countedIn(context, stage))
  const unnamed = counts.filter(({ note }) => note === unidentified).length
  const arithmetic =
    unnamed === 0 ? {} : { arithmetic: `${counts.length} = ${counts.length - unnamed} named + ${unnamed} that no source names` }
  return counted(context, `stage.${stage}`, counts, context.window.asAt, arithmetic)
}

const unidentified = 'counted by a source that does not name it'

export const membersOf = (context: FigureContext, standing: readonly Found<'modification'>[]): readonly Member[] =>
  standing.map((found) => memberOf(context, found, [found.state.standing.place], found.state.unidentified ? { note: unidentified } : {}))

/** It waits for standalone releases only. */
function isStandalone({ register }: FigureContext, { state }: Found<'modification'>): boolean {
  const kinds = pendingReleases(state).map((release) => find(register, 'release', release.slice('release/'.length))?.state.releaseKind)
  return kinds.length > 0 && kinds.every((kind) => kind === 'standalone')
}
