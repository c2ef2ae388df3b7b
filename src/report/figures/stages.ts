import { pendingReleases, type Stage } from '../../domain/modification/modification.ts'
import { type Found, find } from '../../domain/register.ts'
import { counted, type FigureContext, memberOf, modificationsIn } from './context.ts'
import type { DerivedFigure, Member } from './figure.ts'

/** The strip: how many modifications are in each stage at the cut-off, and the standalone ones beside Release. */
export const inDefine = (context: FigureContext): DerivedFigure => inStage(context, 'define')
export const inRefine = (context: FigureContext): DerivedFigure => inStage(context, 'refine')
export const inOpine = (context: FigureContext): DerivedFigure => inStage(context, 'opine')

export function inRelease(context: FigureContext): DerivedFigure {
  return counted(
    context,
    'stage.release',
    members(context, 'release', (found) => !isStandalone(context, found)),
  )
}

export function inStandaloneRelease(context: FigureContext): DerivedFigure {
  return counted(
    context,
    'stage.release.standalone',
    members(context, 'release', (found) => isStandalone(context, found)),
  )
}

function inStage(context: FigureContext, stage: 'define' | 'refine' | 'opine'): DerivedFigure {
  const counts = members(context, stage, () => true)
  const unnamed = counts.filter(({ note }) => note === unidentified).length
  const arithmetic =
    unnamed === 0 ? {} : { arithmetic: `${counts.length} = ${counts.length - unnamed} named + ${unnamed} that no source names` }
  return counted(context, `stage.${stage}`, counts, context.window.asAt, arithmetic)
}

const unidentified = 'counted by a source that does not name it'

function members(context: FigureContext, stage: Stage, belongs: (found: Found<'modification'>) => boolean): readonly Member[] {
  return modificationsIn(context.register)
    .filter((found) => found.state.standing.value.stage === stage && belongs(found))
    .map((found) => memberOf(context, found, [found.state.standing.place], found.state.unidentified ? { note: unidentified } : {}))
}

/** It waits for standalone releases only. */
function isStandalone({ register }: FigureContext, { state }: Found<'modification'>): boolean {
  const kinds = pendingReleases(state).map((release) => find(register, 'release', release.slice('release/'.length))?.state.releaseKind)
  return kinds.length > 0 && kinds.every((kind) => kind === 'standalone')
}
