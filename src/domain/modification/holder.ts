import { type Assessment, awaitsApprovalBy, isOpen, type Question } from '../assessment/assessment.ts'
import type { Dated } from '../calendar/calendar-date.ts'
import type { Subject } from '../entry.ts'
import type { Fact } from '../fact.ts'
import { undecided } from './appeal.ts'
import type { Modification, Standing, StandingTold } from './modification.ts'
import { undecidedReferral } from './referral.ts'

/** A step inside a stage. */
export type Step = Extract<StandingTold, { readonly step: string }>['step']

/**
 * Who holds the action, since when, and the place that shows it: the provider of an assessment, who must approve its request or answer a
 * question for which a pause was agreed, those asked in a consultation, or the body that the code's words name for a step.
 */
export type Holder = { readonly since: Dated; readonly place: number } & (
  | { readonly role: 'provider'; readonly provider: Subject; readonly assessment: Assessment }
  | { readonly role: 'approver'; readonly approver: Subject; readonly assessment: Assessment }
  | { readonly role: 'asked'; readonly asked: Subject; readonly assessment: Assessment }
  | { readonly role: 'appealed to'; readonly to: Subject }
  | { readonly role: 'referred to'; readonly to: Subject }
  | { readonly role: 'consulted'; readonly consultation: string }
  | { readonly role: 'step'; readonly step: Step }
)

/**
 * Who holds the action: whoever an appeal or a referral went to that is not decided; the provider of an assessment that is open, else of one that is requested; those asked in an open consultation;
 * else who acts in the step. Undefined once it has ended, and where no source tells where it stands.
 */
export function holderOf(modification: Modification): Holder | undefined {
  const { standing } = modification
  const appeal = undecided(modification.appeals)?.made
  if (appeal) return { role: 'appealed to', to: appeal.value.to, since: appeal.on, place: appeal.place }
  const referral = undecidedReferral(modification.referrals)?.made
  if (referral) return { role: 'referred to', to: referral.value.to, since: referral.on, place: referral.place }
  if (standing.value.stage === 'ended' || standing.value.stage === 'unknown') return undefined
  return (
    assessed(modification) ?? consulted(modification) ?? { role: 'step', step: standing.value.step, ...sinceOf(modification, standing) }
  )
}

/**
 * Assessments are made before the Modification Report: one whose return nobody told holds nothing once the modification has moved on.
 * Work under way comes before a request that nobody accepted; of several, the one that has been there longest.
 */
function assessed({ assessments, standing }: Modification): Holder | undefined {
  if (standing.value.stage !== 'define' && standing.value.stage !== 'refine') return undefined
  const all = Object.values(assessments)
  const open = all.flatMap((assessment) => (isOpen(assessment) && assessment.accepted ? [heldBy(assessment, assessment.accepted)] : []))
  const requested = all.flatMap((assessment) =>
    assessment.status === 'requested' && assessment.requested ? [heldBy(assessment, assessment.requested)] : [],
  )
  return (open.length > 0 ? open : requested).sort((a, b) => (a.since.to < b.since.to ? -1 : 1))[0]
}

/** By its provider; before that by who must approve the request; meanwhile by who was asked, where a pause was agreed until he answers. */
function heldBy(assessment: Assessment, begun: Fact<unknown>): Holder {
  const approver = awaitsApprovalBy(assessment)
  const waits = Object.values(assessment.questions).find(isPaused)
  if (approver !== undefined) return { role: 'approver', approver, assessment, since: begun.on, place: begun.place }
  if (waits && waits.asked.value !== 'unknown')
    return { role: 'asked', asked: waits.asked.value, assessment, since: waits.asked.on, place: waits.asked.place }
  const approved = assessment.status === 'requested' ? assessment.requestApproved : undefined
  const { on: since, place } = approved ?? begun
  return { role: 'provider', provider: assessment.provider, assessment, since, place }
}

const isPaused = ({ answered, pause }: Question): boolean => pause !== undefined && !answered

/** A Refinement Consultation that nobody closed holds nothing once the modification has left Refine. */
function consulted({ consultations, standing }: Modification): Holder | undefined {
  const open = Object.values(consultations).find(
    ({ status, consultationKind }) => status === 'open' && (consultationKind !== 'refinement' || standing.value.stage === 'refine'),
  )
  return open?.opened && { role: 'consulted', consultation: open.id, since: open.opened.on, place: open.opened.place }
}

/** Since it came to the step, or since the last assessment came back (or was declined, or dropped) while it was there. */
function sinceOf({ assessments }: Modification, standing: Fact<Standing>): Pick<Holder, 'since' | 'place'> {
  const facts: readonly Fact<unknown>[] = Object.values(assessments).flatMap(({ returned, declined, cancelled }) =>
    [returned, declined, cancelled].flatMap((end) => (end ? [end] : [])),
  )
  const last = facts.reduce((latest, one) => (one.on.to > latest.on.to ? one : latest), standing as Fact<unknown>)
  return { since: last.on, place: last.place }
}
