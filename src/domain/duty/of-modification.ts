import { rowFor } from '../acting/act.ts'
import type { ActType } from '../acting/acts.ts'
import { countedDay } from '../acting/counted-day.ts'
import { type Assessment, awaitsApprovalBy, isOpen } from '../assessment/assessment.ts'
import { dueOf } from '../assessment/clock.ts'
import { on } from '../calendar/calendar-date.ts'
import { dayOf } from '../calendar/moment.ts'
import { covers } from '../calendar/working-days.ts'
import type { Subject } from '../entry.ts'
import { undecided } from '../modification/appeal.ts'
import { byWhen } from '../modification/by-when.ts'
import { type Holder, holderOf, type Step } from '../modification/holder.ts'
import { isEnded, type Modification, openVoting, type Standing } from '../modification/modification.ts'
import type { ModificationId } from '../modification/reference.ts'
import { undecidedReferral } from '../modification/referral.ts'
import { isRefused } from '../refusal.ts'
import type { Found, Register } from '../register.ts'
import { wordIn } from '../rulebook/words.ts'
import { dueBy, lastDayOf } from './due.ts'
import type { Duty } from './duty.ts'

type Of = Found<'modification'>

/** What waits on one modification, for whomever; `administrator` looks after what nobody else does. */
export function dutiesOn(register: Register, found: Of, administrator: Subject): readonly Duty[] {
  const { state } = found
  if (state.unidentified || state.standing.value.stage === 'unknown') return []
  const duties = [...appeals(found), ...assessments(register, found, administrator)]
  if (isEnded(state)) return duties
  return [
    ...duties,
    ...steps(register, found),
    ...urgency(found),
    ...consultations(register, found, administrator),
    ...responses(found, administrator),
    ...holds(register, found, administrator),
  ]
}

function appeals({ subject, state }: Of): readonly Duty[] {
  const appeal = undecided(state.appeals)?.made
  const referral = undecidedReferral(state.referrals)?.made
  return [
    ...(appeal ? [{ kind: 'decide appeal', of: appeal.value.to, subject, since: appeal.on, act: 'DecideAppeal' } as const] : []),
    ...(referral ? [{ kind: 'decide referral', of: referral.value.to, subject, since: referral.on, act: 'DecideReferral' } as const] : []),
  ]
}

/** Assessments are made before the Modification Report: one whose end nobody told waits for nobody once the modification has moved on. */
function assessments(register: Register, { subject, state }: Of, administrator: Subject): readonly Duty[] {
  const { stage } = state.standing.value
  if (stage !== 'define' && stage !== 'refine') return []
  return Object.values(state.assessments).flatMap((assessment) => [
    ...assessed(register, subject, assessment),
    ...questions(subject, assessment, administrator),
  ])
}

function assessed(register: Register, subject: Subject, assessment: Assessment): readonly Duty[] {
  const { id: item, provider, requested, requestApproved, accepted } = assessment
  const of = awaitsApprovalBy(assessment)
  const about = { subject, item, fields: { assessment: item } }
  if (of && requested) return [{ kind: 'approve request', of, since: requested.on, act: 'ApproveAssessmentRequest', ...about }]
  if (assessment.status === 'requested' && requested)
    return [{ kind: 'accept assessment', of: provider, since: (requestApproved ?? requested).on, act: 'AcceptAssessment', ...about }]
  if (!isOpen(assessment) || !accepted) return []
  const due = dueOf({ register, day: dayOf(register.on) }, assessment, dayOf(register.on))
  const clock = due ? { due: dueBy(register, due.day, 'target', due.arithmetic) } : {}
  return [{ kind: 'return assessment', of: provider, since: accepted.on, act: 'ReturnAssessment', ...about, ...clock }]
}

/** Who is asked is told, or not: then the administrator finds out who answers. */
function questions(subject: Subject, { id, questions, status }: Assessment, administrator: Subject): readonly Duty[] {
  if (status !== 'accepted') return []
  return Object.entries(questions).flatMap(([item, { asked, answered }]): readonly Duty[] => {
    if (answered) return []
    const of = asked.value === 'unknown' ? administrator : asked.value
    return [
      {
        kind: 'answer information',
        of,
        subject,
        item,
        since: asked.on,
        act: 'AnswerInformation',
        fields: { assessment: id, question: item },
      },
    ]
  })
}

/** The act that ends each step, where it is not the ballot's. */
const stepActs: Record<Step, ActType | undefined> = {
  raised: 'DetermineReady',
  'ready for conversion': 'Convert',
  refinement: 'Consider',
  report: 'ApproveReport',
  'report consultation': 'IssueConsultation',
  vote: 'OpenBallot',
  'with the authority': 'Decide',
  'awaiting implementation': undefined,
}

/** Who has a step to take. What waits for its release waits on the release, not on the modification. */
function steps(register: Register, found: Of): readonly Duty[] {
  const { subject, state } = found
  const holder = holderOf(state)
  if (holder?.role !== 'step' || holder.step === 'awaiting implementation') return []
  const of = wordIn(register, 'words-action-holders', holder.step) as Subject
  const act = actFor(state, holder.step)
  return [
    {
      kind: 'take step',
      of,
      subject,
      item: holder.step,
      since: holder.since,
      ...clockOf(register, found, holder),
      ...(act ? { act } : {}),
      ...fieldsFor(act),
    },
  ]
}

function actFor(state: Modification, step: Step): ActType | undefined {
  if (step === 'vote' && openVoting(state)) return 'CloseBallot'
  const consulted = Object.values(state.consultations).some(
    ({ consultationKind, status }) => consultationKind === 'report' && status === 'closed',
  )
  if (step === 'report consultation' && consulted) return undefined
  return stepActs[step]
}

const fieldsFor = (act: ActType | undefined) => (act === 'IssueConsultation' ? { fields: { consultationKind: 'report' } } : {})

/** The day that is set for who holds the action; else, of who decides, its own target. */
function clockOf(register: Register, { id, state }: Of, holder: Holder): Pick<Duty, 'due'> {
  const day = byWhen(register, id as ModificationId, state, holder)?.day
  const isDecision = holder.role === 'step' && holder.step === 'with the authority'
  if (day !== undefined) return { due: dueBy(register, day, isDecision ? 'expected' : 'set') }
  return isDecision ? ownTarget(register, holder) : {}
}

function ownTarget(register: Register, { since }: Holder): Pick<Duty, 'due'> {
  const on = { register, day: dayOf(register.on) }
  const value = rowFor(on, 'authority-decision-target')?.value
  if (value?.kind !== 'working days' || !covers(register.calendar, since.to)) return {}
  const due = countedDay(on, since.to, value.days, 'authority-decision-target')
  return isRefused(due) ? {} : { due: dueBy(register, due.day, 'own target', due.arithmetic) }
}

function urgency({ subject, state: { urgencyAsked, urgent } }: Of): readonly Duty[] {
  if (!urgencyAsked || (urgent && urgent.place > urgencyAsked.place)) return []
  return [{ kind: 'decide urgency', of: urgencyAsked.value.of, subject, since: urgencyAsked.on, act: 'DecideUrgency' }]
}

/** Planned and not issued, and still to be issued where the modification stands: due on the last day on which it is as expected. */
function consultations(register: Register, { subject, state: { consultations, standing } }: Of, administrator: Subject): readonly Duty[] {
  return Object.values(consultations).flatMap(({ id: item, consultationKind, status, planned }): readonly Duty[] => {
    if (status !== 'planned' || !planned || isPast(standing.value, consultationKind)) return []
    const day = lastDayOf(planned.value.expected)
    const due = day ? { due: dueBy(register, day, 'plan') } : {}
    const fields = { consultationKind, consultation: item }
    return [{ kind: 'issue consultation', of: administrator, subject, item, since: planned.on, act: 'IssueConsultation', fields, ...due }]
  })
}

/** Closed and answered, and no point of it is in the matrix yet, while the modification is where it was consulted on. */
function responses({ subject, state: { consultations, standing } }: Of, administrator: Subject): readonly Duty[] {
  return Object.values(consultations).flatMap(({ id: item, consultationKind, status, opened, closes, responses }): readonly Duty[] => {
    const isAnswered = Object.keys(responses.given).length + responses.withheld.length > 0
    if (status !== 'closed' || !opened || !isAnswered || Object.keys(responses.points).length > 0) return []
    if (isPast(standing.value, consultationKind)) return []
    const fields = { consultation: item }
    return [
      {
        kind: 'answer responses',
        of: administrator,
        subject,
        item,
        since: closes ? on(dayOf(closes)) : opened.on,
        act: 'AnswerPoint',
        fields,
      },
    ]
  })
}

const afterReportConsultation: readonly Step[] = ['vote', 'with the authority', 'awaiting implementation']

/** Whether a consultation belongs to a part of the process that is over: nobody issues it any more. */
function isPast(standing: Standing, consultationKind: string): boolean {
  if (standing.stage === 'ended' || standing.stage === 'unknown') return true
  if (consultationKind === 'refinement') return standing.stage !== 'define' && standing.stage !== 'refine'
  return consultationKind === 'report' && afterReportConsultation.includes(standing.step)
}

function holds(register: Register, { subject, state: { onHold } }: Of, administrator: Subject): readonly Duty[] {
  const day = onHold?.value.review ?? onHold?.value.until
  if (!onHold || !day) return []
  return [{ kind: 'look at hold', of: administrator, subject, since: onHold.on, due: dueBy(register, day, 'review'), act: 'Resume' }]
}

/** Who holds the action on a modification: the body or organisation; 'consulted' where those asked in a consultation do. */
export function heldBy(register: Register, holder: Holder): Subject | 'consulted' {
  switch (holder.role) {
    case 'provider':
      return holder.provider
    case 'approver':
      return holder.approver
    case 'asked':
      return holder.asked
    case 'appealed to':
    case 'referred to':
      return holder.to
    case 'consulted':
      return 'consulted'
    case 'step':
      return wordIn(register, 'words-action-holders', holder.step) as Subject
  }
}
