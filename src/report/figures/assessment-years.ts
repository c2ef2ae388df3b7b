import { regulatoryYear } from '../change-status/window.ts'
import { type AssessmentRow, returnedAssessments, toMember } from './assessments.ts'
import { counted, type FigureContext } from './context.ts'
import type { DerivedFigure } from './figure.ts'

/** The assessments that came back in one regulatory year, by whether each was within its own target. */
export type AssessmentYear = { readonly label: string; readonly within: number; readonly above: number; readonly unknown: number }

export const assessmentsCompleted = (context: FigureContext): DerivedFigure =>
  counted(context, 'assessments.years', returnedAssessments(context).map(toMember), context.window.timescalesAsAt)

/** The years in which any came back, the earliest first. */
export function assessmentYears(context: FigureContext): readonly AssessmentYear[] {
  const yearOf = ({ assessment: { returned } }: AssessmentRow) => (returned ? regulatoryYear(context.timescales, returned.on.to).label : '')
  const years = Map.groupBy(returnedAssessments(context), yearOf)
  return [...years]
    .map(([label, rows]) => {
      const judged = rows.map(isWithin)
      const count = (which: boolean | undefined) => judged.filter((each) => each === which).length
      return { label, within: count(true), above: count(false), unknown: count(undefined) }
    })
    .sort((a, b) => (a.label < b.label ? -1 : 1))
}

function isWithin({ assessment, duration }: AssessmentRow): boolean | undefined {
  const target = assessment.target?.value.workingDays
  return duration && target !== undefined ? duration.value <= target : undefined
}
