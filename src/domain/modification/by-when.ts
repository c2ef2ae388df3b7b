import { dueOf } from '../assessment/clock.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import { dayOf } from '../calendar/moment.ts'
import type { Register } from '../register.ts'
import { wordIn } from '../rulebook/words.ts'
import type { Holder } from './holder.ts'
import type { Modification } from './modification.ts'
import { type NextStep, nextSteps } from './next-step.ts'
import type { ModificationId } from './reference.ts'

/** By when who holds the action is to act, with the place that sets the day. A day that has passed stays told: it is overdue. */
export type ByWhen = { readonly day: CalendarDate; readonly place: number }

/** What may be before who acts in a step; a consultation or an assessment has a holder of its own. */
const ofSteps: readonly NextStep['kind'][] = ['meeting', 'consultation expected', 'decision expected', 'milestone', 'release']

/** Undefined where nothing that is recorded sets a day. */
export function byWhen(register: Register, id: ModificationId, state: Modification, holder: Holder): ByWhen | undefined {
  switch (holder.role) {
    case 'provider': {
      const today = dayOf(register.on)
      const due = dueOf({ register, day: today }, holder.assessment, today)
      return due && { day: due.day, place: holder.assessment.target?.place ?? holder.place }
    }
    case 'consulted': {
      const consultation = state.consultations[holder.consultation]
      return consultation?.closes && consultation.opened ? { day: dayOf(consultation.closes), place: consultation.opened.place } : undefined
    }
    case 'step': {
      // The days of those who had it before are not those of who decides now.
      if (holder.step === 'with the authority') {
        const authority = wordIn(register, 'words-action-holders', holder.step)
        const expected = state.expectedDecisions.findLast(({ value }) => value.by === authority)
        return expected && { day: expected.value.day, place: expected.place }
      }
      const next = nextSteps(register, id).find(({ kind, day }) => day !== undefined && ofSteps.includes(kind))
      return next?.day === undefined ? undefined : { day: next.day, place: next.place }
    }
    case 'approver':
    case 'asked':
    case 'appealed to':
    case 'referred to':
      return undefined
  }
}
