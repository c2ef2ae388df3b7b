import type { ActType } from '../acting/acts.ts'
import type { CalendarDate, Dated } from '../calendar/calendar-date.ts'
import type { Subject } from '../entry.ts'

/** What waits for somebody, by what he is to do. */
export type DutyKind =
  | 'accept assessment'
  | 'return assessment'
  | 'approve request'
  | 'answer information'
  | 'decide urgency'
  | 'decide appeal'
  | 'decide referral'
  | 'review draft'
  | 'raise draft'
  | 'decide date change'
  | 'take step'
  | 'issue consultation'
  | 'answer responses'
  | 'look at hold'
  | 'confirm release'
  | 'record meeting'
  | 'do action'
  | 'vote'
  | 'prepare vote'
  | 'respond'
  | 'may adopt'
  | 'may appeal'

/** By when, and how that day came: counted to a target, told as expected or set by what comes next, a window's end, a meeting, a release, or a plan. */
export type DutyDue = {
  readonly day: CalendarDate
  readonly by: 'target' | 'own target' | 'expected' | 'set' | 'closes' | 'meeting' | 'release' | 'plan' | 'review' | 'action'
  /** How the day was counted, where it was. */
  readonly arithmetic?: string
  /** Working Days left at the end of today; negative: so many past the day. Undefined where the bank holidays of then are not recorded. */
  readonly left?: number
}

/** One thing that waits for one body or organisation, with its clock and the one act that ends it. */
export type Duty = {
  readonly kind: DutyKind
  /** For whom it waits. */
  readonly of: Subject
  readonly subject: Subject
  /** The assessment, consultation, ballot, question, request or action inside the subject. */
  readonly item?: string
  readonly since?: Dated
  readonly due?: DutyDue
  /** What ends it. Left out where nothing of the register does. */
  readonly act?: ActType
  /** What the form of the act begins with. */
  readonly fields?: Readonly<Record<string, string>>
}

/** Most urgent first: the day by which it is due, the longest past first; then what has no day, the longest waiting first. */
export function byUrgency(a: Duty, b: Duty): number {
  const [dueA, dueB] = [a.due?.day ?? '9999', b.due?.day ?? '9999']
  if (dueA !== dueB) return dueA < dueB ? -1 : 1
  const [sinceA, sinceB] = [a.since?.to ?? '9999', b.since?.to ?? '9999']
  return sinceA === sinceB ? 0 : sinceA < sinceB ? -1 : 1
}

/** Past its day. */
export const isOver = ({ due }: Duty, today: CalendarDate): boolean => due !== undefined && due.day < today
