import { type Assessment, isOpen } from '../../domain/assessment/assessment.ts'
import type { Outcome } from '../../domain/modification/modification.ts'
import type { Found } from '../../domain/register.ts'
import { counted, type FigureContext, memberOf, modificationsIn } from './context.ts'
import { assessmentDefinition } from './definitions.ts'
import { countedDuration, type Duration, statedDuration } from './duration.ts'
import type { DerivedFigure, Member } from './figure.ts'
import { mean, roundingOn } from './mean.ts'

/** One assessment at the day of the timescales, with its duration by then or at its return; absent where no day is known. */
export type AssessmentRow = {
  readonly found: Found<'modification'>
  readonly assessment: Assessment
  readonly member: Member
  readonly duration?: Duration
}

const FIRST_DAY = 'day of acceptance'

/** Accepted and not returned, by modification and kind. */
export function openAssessments(context: FigureContext): readonly AssessmentRow[] {
  return rows(context, isOpen).map((row) => {
    const accepted = row.assessment.accepted
    const { calendar } = context.register
    return withDuration(row, accepted && countedDuration(calendar, accepted.on, context.window.timescalesAsAt, FIRST_DAY))
  })
}

/** Returned in the regulatory year, by modification and kind. */
export function completedAssessments(context: FigureContext): readonly AssessmentRow[] {
  const { from } = context.window.regulatoryYear
  return returnedAssessments(context).filter(({ assessment: { returned } }) => returned && from <= returned.on.to)
}

/** Returned in any year, by modification and kind. */
export function returnedAssessments(context: FigureContext): readonly AssessmentRow[] {
  const { timescalesAsAt } = context.window
  return rows(context, ({ returned }) => returned !== undefined && returned.on.to <= timescalesAsAt).map((row) =>
    withDuration(row, durationOfCompleted(context, row.assessment)),
  )
}

/**
 * What the modification of an unfinished assessment has become since, where it is past assessment: the assessment came back or was
 * dropped, and no source tells when.
 */
export function becameSince({ found, assessment: { status } }: AssessmentRow): 'approved' | Outcome | undefined {
  const { value } = found.state.standing
  if (status !== 'accepted' && status !== 'requested') return undefined
  return value.stage === 'release' ? 'approved' : value.stage === 'ended' ? value.outcome : undefined
}

/** Requested and waiting to be accepted or declined. */
export function requestedAssessments(context: FigureContext): readonly AssessmentRow[] {
  return rows(context, ({ status }) => status === 'requested').map((row) => {
    const requested = row.assessment.requested
    const { calendar } = context.register
    return withDuration(row, requested && countedDuration(calendar, requested.on, context.window.timescalesAsAt, 'day of the request'))
  })
}

export const assessmentsRequested = (context: FigureContext): DerivedFigure =>
  counted(context, 'assessment.requested', requestedAssessments(context).map(toMember), context.window.timescalesAsAt)

export function assessmentsOnTarget(context: FigureContext): DerivedFigure {
  const completed = completedAssessments(context)
  const within = completed.filter(
    ({ assessment, duration }) => duration && assessment.target && duration.value <= assessment.target.value.workingDays,
  )
  const judged = completed.filter(({ assessment, duration }) => duration && assessment.target)
  const over = { over: { known: judged.length, of: completed.length } }
  return counted(context, 'assessment.onTarget', within.map(toMember), context.window.timescalesAsAt, over)
}

/** The four figures of one kind: open and completed, each with its mean. */
export function assessmentFigures(context: FigureContext, kind: string): readonly DerivedFigure[] {
  const ofKind = (all: readonly AssessmentRow[]) => all.filter(({ assessment }) => assessment.assessmentKind === kind)
  const open = ofKind(openAssessments(context))
  const completed = ofKind(completedAssessments(context))
  return [
    total(context, kind, 'open', open),
    average(context, kind, 'open.mean', open),
    total(context, kind, 'completed', completed),
    average(context, kind, 'completed.mean', completed),
  ]
}

function total(context: FigureContext, kind: string, measure: 'open' | 'completed', of: readonly AssessmentRow[]): DerivedFigure {
  const { id, v, unit, definition } = assessmentDefinition(kind, measure)
  return { kind: 'derived', id, v, value: of.length, unit, definition, asAt: context.window.timescalesAsAt, members: of.map(toMember) }
}

function average(
  context: FigureContext,
  kind: string,
  measure: 'open.mean' | 'completed.mean',
  of: readonly AssessmentRow[],
): DerivedFigure {
  const known = of.filter(({ duration }) => duration)
  const values = known.map(({ duration }) => duration?.value ?? 0)
  const { value, arithmetic } = mean(values, roundingOn(context.register, context.window.asAt))
  const { id, v, unit, definition } = assessmentDefinition(kind, measure)
  const asAt = context.window.timescalesAsAt
  const over = { known: known.length, of: of.length }
  return {
    kind: 'derived',
    id,
    v,
    value,
    unit,
    definition,
    asAt,
    members: known.map(toMember),
    over,
    ...(arithmetic ? { arithmetic } : {}),
  }
}

function rows(context: FigureContext, belongs: (assessment: Assessment) => boolean): readonly AssessmentRow[] {
  const order = (kind: string) => context.assessmentKinds.indexOf(kind) + 1 || Number.POSITIVE_INFINITY
  return modificationsIn(context.timescales).flatMap((found) =>
    Object.values(found.state.assessments)
      .filter(belongs)
      .sort((a, b) => order(a.assessmentKind) - order(b.assessmentKind) || (a.id < b.id ? -1 : 1))
      .map((assessment) => ({ found, assessment, member: memberOf(context, found, placesOf(assessment), { item: assessment.id }) })),
  )
}

const placesOf = ({ requested, accepted, returned }: Assessment): readonly number[] =>
  [requested, accepted, returned].flatMap((told) => (told ? [told.place] : []))

function durationOfCompleted({ register }: FigureContext, { accepted, returned }: Assessment): Duration | undefined {
  if (!returned) return undefined
  const { statedDuration: stated } = returned.value
  if (stated !== undefined) return statedDuration(register.calendar, stated, accepted?.on, returned.on.to, FIRST_DAY)
  return accepted && countedDuration(register.calendar, accepted.on, returned.on.to, FIRST_DAY)
}

const withDuration = (row: AssessmentRow, duration: Duration | undefined): AssessmentRow =>
  duration ? { ...row, duration } : { ...row, member: { ...row.member, note: 'no source tells the day from which it is counted' } }

export const toMember = ({ member, duration }: AssessmentRow): Member => (duration ? { ...member, duration } : member)
