import { broken, fits, type Given, type Rules, unfit } from '../acting/act.ts'
import { longDay } from '../calendar/format.ts'
import type { Subject } from '../entry.ts'
import { isRefused, refused } from '../refusal.ts'
import { modifications } from '../register.ts'
import type { ProgressAct } from './acts.ts'
import type { Assessment } from './assessment.ts'
import { anyThat, named } from './named.ts'
import { updateDue } from './update-due.ts'

const reported = ['requested', 'accepted', 'returned'] as const

/** What a provider tells of its assessments each month, for the paper that reports it. */
export const progressRules: Rules<ProgressAct> = {
  ReportProgress: {
    row: 'paper-day',
    fits: (given, subject) => anyThat(given, subject, ...reported),
    tells: (given, { subject, assessment: id, month, text }) => {
      const assessment = named(given, subject, id, ...reported)
      return isRefused(assessment) ? assessment : [{ event: { type: 'ProgressReported', v: 1, assessment: id, month, text } }]
    },
  },
  SignProgress: {
    row: 'paper-day',
    fits: (given, subject) =>
      assessmentsBy(given, subject).length > 0
        ? fits
        : unfit('no assessment is asked of it', 'open the organisation that provides assessments'),
    breaks: (given, { month }) => {
      const due = updateDue(given, month)
      return due !== undefined && due < given.day
        ? [
            broken(
              'paper-day',
              `it was due on ${longDay(due)}, the paper day, and is of ${longDay(given.day)}`,
              'give the day on which it was signed off',
            ),
          ]
        : []
    },
    tells: (given, { subject, month }) =>
      assessmentsBy(given, subject).some(({ progress }) => progress.some(({ value }) => value.month === month))
        ? [{ event: { type: 'ProgressSigned', v: 1, month } }]
        : refused(
            `it has written no line for ${month}`,
            ['month'],
            ['write the line of an assessment first', 'choose the month of its lines'],
          ),
  },
}

const assessmentsBy = (given: Given, provider: Subject): readonly Assessment[] =>
  modifications(given.register).flatMap(({ state }) => Object.values(state.assessments).filter((each) => each.provider === provider))
