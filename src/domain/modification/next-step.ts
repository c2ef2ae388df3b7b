import { type Assessment, isOpen } from '../assessment/assessment.ts'
import { addDays, type CalendarDate, monthOf } from '../calendar/calendar-date.ts'
import { dayOf } from '../calendar/moment.ts'
import type { Consultation, ExpectedIn } from '../consultation/consultation.ts'
import { idOf, type Subject } from '../entry.ts'
import type { ItemPurpose } from '../meeting/events.ts'
import type { Milestone, PlannedFor } from '../plan/plan.ts'
import { find, meetingsOf, type Register } from '../register.ts'
import type { ReleaseDate } from '../release/release.ts'
import type { Modification, Standing } from './modification.ts'
import type { ModificationId } from './reference.ts'

/** What is planned next: each with the place of the entry that told it and, where it is a day, that day. */
export type NextStep = { readonly place: number; readonly day?: CalendarDate } & (
  | { readonly kind: 'meeting'; readonly meeting: Subject; readonly body: Subject; readonly purposes: readonly ItemPurpose[] }
  | { readonly kind: 'consultation closes'; readonly consultation: Consultation }
  | { readonly kind: 'consultation expected'; readonly consultation: Consultation; readonly expected: ExpectedIn }
  | { readonly kind: 'appeal window closes'; readonly to: Subject }
  | { readonly kind: 'decision expected'; readonly by: Subject }
  /** `due` when its day has passed and nothing confirms that it came into force. */
  | { readonly kind: 'release'; readonly release: Subject; readonly part: number; readonly date: ReleaseDate; readonly due: boolean }
  | { readonly kind: 'forecast'; readonly assessment: Assessment }
  | { readonly kind: 'assessment due'; readonly assessment: Assessment }
  | { readonly kind: 'milestone'; readonly milestone: Milestone; readonly planned: PlannedFor }
)

/** What is planned for a modification from a day on, soonest first, what has no day last. Nothing is derived: only what sources plan. */
export function nextSteps(register: Register, id: ModificationId): readonly NextStep[] {
  const state = find(register, 'modification', id)?.state
  if (!state) return []
  const today = dayOf(register.on)
  const steps = [
    ...meetings(register, id),
    ...consultations(state, today),
    ...decisions(state),
    ...appealWindows(state),
    ...releases(register, state, today),
    ...forecasts(state),
    ...assessmentsDue(state),
    ...milestones(register, state, today),
  ]
  const order = ({ day }: NextStep) => day ?? '9999'
  return steps
    .filter((step) => step.day === undefined || step.day >= today || (step.kind === 'release' && step.due))
    .sort((a, b) => (order(a) === order(b) ? a.place - b.place : order(a) < order(b) ? -1 : 1))
}

function meetings(register: Register, id: ModificationId): readonly NextStep[] {
  const ballots = find(register, 'modification', id)?.state.ballots ?? []
  const votedAt = new Set(ballots.map(({ value }) => value.meeting))
  return meetingsOf(register, `modification/${id}`).flatMap(({ subject, state }) => {
    const item = state.items.find(({ value }) => value.modification === `modification/${id}`)
    // What was voted on at the meeting is not before it any more.
    if (state.held || !item || votedAt.has(subject)) return []
    return [
      { kind: 'meeting', meeting: subject, body: state.body, purposes: item.value.purposes, day: state.day, place: item.place } as const,
    ]
  })
}

function consultations(state: Modification, today: CalendarDate): readonly NextStep[] {
  return Object.values(state.consultations).flatMap((consultation): readonly NextStep[] => {
    const { status, planned, opened, closes } = consultation
    if (status === 'open' && opened && closes)
      return [{ kind: 'consultation closes', consultation, day: dayOf(closes), place: opened.place }]
    if (status !== 'planned' || !planned || isOverdue(consultation, today)) return []
    const { expected } = planned.value
    return [{ kind: 'consultation expected', consultation, expected, ...dayIn(expected), place: planned.place }]
  })
}

/** Expected by now, and no source tells that it was issued. */
export function isOverdue({ status, planned }: Consultation, today: CalendarDate): boolean {
  const expected = planned?.value.expected
  if (status !== 'planned' || !expected) return false
  switch (expected.kind) {
    case 'day':
      return expected.day < today
    case 'week':
      return addDays(expected.commencing, 6) < today
    case 'month':
      return expected.month < monthOf(today)
    case 'not told':
      return false
  }
}

/** A week or a month has no day of its own, and stays among what has none. */
const dayIn = (when: ExpectedIn | ReleaseDate | PlannedFor) => (when.kind === 'day' ? { day: when.day } : {})

function decisions(state: Modification): readonly NextStep[] {
  const last = state.expectedDecisions.at(-1)
  if (!last || state.standing.value.stage !== 'opine') return []
  return [{ kind: 'decision expected', by: last.value.by, day: last.value.day, place: last.place }]
}

function appealWindows({ appeals: { window } }: Modification): readonly NextStep[] {
  return window?.value.open
    ? [{ kind: 'appeal window closes', to: window.value.to, day: dayOf(window.value.lapses), place: window.place }]
    : []
}

function releases(register: Register, state: Modification, today: CalendarDate): readonly NextStep[] {
  return Object.entries(state.parts).flatMap(([part, { release, implemented }]): readonly NextStep[] => {
    if (!release || implemented) return []
    const date = dateOf(register, release.value)
    const due = (date.kind === 'day' && date.day < today) || (date.kind === 'month' && date.month < monthOf(today))
    return [{ kind: 'release', release: release.value, part: Number(part), date, due, ...dayIn(date), place: release.place }]
  })
}

function forecasts(state: Modification): readonly NextStep[] {
  return Object.values(state.assessments).flatMap((assessment): readonly NextStep[] => {
    const last = assessment.forecasts.at(-1)
    return last && isOpen(assessment) ? [{ kind: 'forecast', assessment, day: last.value.day, place: last.place }] : []
  })
}

/** By when each open assessment is due, as it was counted when its target was set. */
function assessmentsDue(state: Modification): readonly NextStep[] {
  return Object.values(state.assessments).flatMap((assessment): readonly NextStep[] => {
    const due = assessment.target?.value.due
    return due && isOpen(assessment) ? [{ kind: 'assessment due', assessment, day: due, place: assessment.target?.place ?? 0 }] : []
  })
}

/** Before which stages each milestone still lies ahead; where no source tells the stage, all of them may. */
const ahead: Record<Milestone, readonly Standing['stage'][]> = {
  conversion: ['define', 'unknown'],
  'modification report': ['define', 'refine', 'unknown'],
  decision: ['define', 'refine', 'opine', 'unknown'],
  implementation: ['define', 'refine', 'opine', 'release', 'unknown'],
}

/** Its plan as it is now, as far as it lies ahead; a release that it has joined is told above. */
function milestones(register: Register, state: Modification, today: CalendarDate): readonly NextStep[] {
  return (Object.keys(ahead) as Milestone[]).flatMap((milestone): readonly NextStep[] => {
    const last = state.plan[milestone]?.at(-1)
    const isTold = milestone === 'implementation' && Object.keys(state.parts).length > 0
    if (!last || isTold || !ahead[milestone].includes(state.standing.value.stage)) return []
    const planned = last.value.for
    const when = planned.kind === 'release' ? dateOf(register, planned.release) : planned
    if (when.kind === 'not determined' || (when.kind === 'month' && when.month < monthOf(today))) return []
    return [{ kind: 'milestone', milestone, planned, ...dayIn(when), place: last.place }]
  })
}

const dateOf = (register: Register, release: Subject): ReleaseDate =>
  find(register, 'release', idOf(release))?.state.date.value ?? { kind: 'unknown' }
