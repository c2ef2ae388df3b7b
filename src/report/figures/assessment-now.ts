import { type Assessment, awaitsApprovalBy, isOpen } from '../../domain/assessment/assessment.ts'
import { clockCount, dueOf } from '../../domain/assessment/clock.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Subject } from '../../domain/entry.ts'
import type { Register } from '../../domain/register.ts'
import { staleSince } from '../../domain/solution/stale.ts'
import type { AssessmentRow } from './assessments.ts'

/**
 * What a list tells of an assessment besides its duration: who must still approve its request; by when it is due, while it is open;
 * since when it is stale; how many questions wait for an answer; and its net count, in the Code's Working Days. Absent: not so, or not known.
 */
export type AssessmentNow = {
  readonly approvalBy?: Subject
  readonly due?: CalendarDate
  readonly staleSince?: CalendarDate
  readonly questionsOpen: number
  readonly netWorkingDays?: number
}

export function assessmentNow(
  register: Register,
  { found, assessment }: Pick<AssessmentRow, 'found' | 'assessment'>,
  day: CalendarDate,
): AssessmentNow {
  const approvalBy = awaitsApprovalBy(assessment)
  const due = isOpen(assessment) ? dueOf({ register, day }, assessment, day)?.day : undefined
  const stale = staleSince(found.state, assessment)?.on.to
  const net = clockCount({ register, day }, assessment, day)?.net
  return {
    ...(approvalBy === undefined ? {} : { approvalBy }),
    ...(due === undefined ? {} : { due }),
    ...(stale === undefined ? {} : { staleSince: stale }),
    questionsOpen: openQuestions(assessment),
    ...(net === undefined ? {} : { netWorkingDays: net }),
  }
}

/** Those that wait for an answer while its clock runs. */
export const openQuestions = (assessment: Assessment): number =>
  isOpen(assessment) ? Object.values(assessment.questions).filter(({ answered }) => !answered).length : 0
