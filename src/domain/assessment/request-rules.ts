import { broken, countIn, fits, type Given, type Rules, unfit } from '../acting/act.ts'
import { countedDay } from '../acting/counted-day.ts'
import type { Subject } from '../entry.ts'
import { modificationOf, standsIn } from '../modification/standing-of.ts'
import { nameOf } from '../names.ts'
import { own } from '../own.ts'
import { isRefused, refused } from '../refusal.ts'
import type { AcceptAssessment, RequestAct } from './acts.ts'
import type { Assessment } from './assessment.ts'
import { anyThat, approvalRow, approverOf, assessmentsOf, named, nextOf, targetRow } from './named.ts'

/** Up to its acceptance: from then the clock runs. What waits before it is a queue of its own. */
export const requestRules: Rules<RequestAct> = {
  RequestAssessment: {
    row: 'assessment-clock',
    fits: (given, subject) => standsIn(given, subject, 'define', 'refine'),
    tells: (given, { subject, assessmentKind, provider, solution, request }) => {
      const solutions = modificationOf(given, subject)?.solutions ?? {}
      if (solution !== undefined && !own(solutions, solution))
        return refused(`there is no solution ${solution}`, ['solution'], ['choose one that is proposed', 'leave it out'])
      const approvalBy = approverOf(given, assessmentKind)
      return [
        {
          event: {
            type: 'AssessmentRequested',
            v: 1,
            assessment: nextOf(given, subject, assessmentKind),
            assessmentKind,
            provider,
            ...(approvalBy === undefined ? {} : { approvalBy }),
            ...(solution === undefined ? {} : { solution }),
            ...(request === undefined ? {} : { request }),
          },
        },
      ]
    },
  },
  RequestAssessmentAgain: {
    row: 'assessment-information',
    fits: (given, subject) => {
      const there = standsIn(given, subject, 'define', 'refine')
      return there === true ? anyThat(given, subject, 'declined') : there
    },
    tells: (given, { subject, assessment: id, request }) => {
      const assessment = named(given, subject, id, 'declined')
      if (isRefused(assessment)) return assessment
      const { assessmentKind, provider, requested } = assessment
      const approvalBy = approverOf(given, assessmentKind)
      const solution = requested?.value.solution
      return [
        {
          event: {
            type: 'AssessmentRequested',
            v: 1,
            assessment: id,
            assessmentKind,
            provider,
            ...(approvalBy === undefined ? {} : { approvalBy }),
            ...(solution === undefined ? {} : { solution }),
            ...(request === undefined ? {} : { request }),
          },
        },
      ]
    },
  },
  ApproveAssessmentRequest: {
    row: 'assessment-approved-by-ia',
    fits: (given, subject) =>
      assessmentsOf(given, subject).some((each) => awaits(given, each))
        ? fits
        : unfit('no request for an assessment of it waits for approval', 'request the assessment first'),
    tells: (given, { subject, assessment: id, meeting }) => {
      const assessment = named(given, subject, id, 'requested')
      if (isRefused(assessment)) return assessment
      const body = given.by === 'unknown' ? approverOf(given, assessment.assessmentKind) : given.by
      if (!awaits(given, assessment) || body === undefined)
        return refused(`the request for ${id} waits for no approval`, ['assessment'], ['choose a request that waits for one'])
      return [
        { event: { type: 'AssessmentRequestApproved', v: 1, assessment: id, by: body, ...(meeting === undefined ? {} : { meeting }) } },
      ]
    },
  },
  AcceptAssessment: {
    row: 'assessment-clock',
    fits: (given, subject) => anyThat(given, subject, 'requested'),
    breaks: (given, { subject, assessment: id }) => {
      const assessment = own(modificationOf(given, subject)?.assessments ?? {}, id)
      if (!assessment || !awaits(given, assessment)) return []
      const who = nameOf(given.register, approverOf(given, assessment.assessmentKind) as Subject)
      return [
        broken(
          approvalRow(assessment.assessmentKind),
          `the request for ${id} is not approved: ${who} approves it`,
          `record the approval by ${who} first`,
        ),
      ]
    },
    tells: acceptance,
  },
  DeclineAssessment: {
    row: 'assessment-information',
    fits: (given, subject) => anyThat(given, subject, 'requested'),
    tells: (given, { subject, assessment: id, missing }) => {
      const assessment = named(given, subject, id, 'requested')
      return isRefused(assessment) ? assessment : [{ event: { type: 'AssessmentDeclined', v: 1, assessment: id, missing } }]
    },
  },
}

/** A request of a kind that a body approves, and that is not approved. */
const awaits = (given: Given, { status, requestApproved, assessmentKind }: Assessment): boolean =>
  status === 'requested' && !requestApproved && approverOf(given, assessmentKind) !== undefined

function acceptance(given: Given, { subject, assessment: id, targetWorkingDays, targetReason, providerReference }: AcceptAssessment) {
  const assessment = named(given, subject, id, 'requested')
  if (isRefused(assessment)) return assessment
  const { assessmentKind, provider } = assessment
  const usual = countIn(given, targetRow(assessmentKind))
  const target = targetWorkingDays ?? usual
  if (targetWorkingDays !== undefined && targetWorkingDays !== usual && targetReason === undefined)
    return refused(
      `a target of ${targetWorkingDays} Working Days is not the usual one (${usual ?? 'none is known'}), and no reason is given`,
      ['targetReason'],
      ['give the reason of this target', 'leave the target empty, and it is the usual one'],
    )
  const due = target === undefined ? undefined : countedDay(given, given.day, target, 'assessment-target-counted')
  if (isRefused(due)) return due
  return [
    {
      event: {
        type: 'AssessmentAccepted',
        v: 1,
        assessment: id,
        assessmentKind,
        provider,
        ...(target === undefined ? {} : { targetWorkingDays: target }),
        ...(targetReason === undefined ? {} : { targetReason }),
        ...(due === undefined ? {} : { due: due.day }),
        ...(providerReference === undefined ? {} : { providerReference }),
      },
    } as const,
  ]
}
