import { type ActOf, countIn, fits, type Given, type Rules, type Unfit, unfit } from '../acting/act.ts'
import { idOf, type Subject } from '../entry.ts'
import { modificationOf, standsIn } from '../modification/standing-of.ts'
import { own } from '../own.ts'
import { refused } from '../refusal.ts'
import type { Assessment, AssessmentStatus } from './assessment.ts'

/** An assessment is asked of a provider; `assessmentKind` is a word of the pack. It is numbered in the modification, in order. */
export type RequestAssessment = ActOf<'RequestAssessment', { readonly assessmentKind: string; readonly provider: Subject }>
/** The provider takes it: its clock runs from that day. The target is stored with its reason, never worked out from the kind. */
export type AcceptAssessment = ActOf<
  'AcceptAssessment',
  { readonly assessment: string; readonly targetWorkingDays?: number; readonly targetReason?: string; readonly providerReference?: string }
>
export type AssessmentAct = RequestAssessment | AcceptAssessment

export const assessmentRules: Rules<AssessmentAct> = {
  RequestAssessment: {
    row: 'assessment-clock',
    fits: (given, subject) => standsIn(given, subject, 'define', 'refine'),
    tells: (given, { subject, assessmentKind, provider }) => [
      { event: { type: 'AssessmentRequested', v: 1, assessment: nextOf(given, subject, assessmentKind), assessmentKind, provider } },
    ],
  },
  AcceptAssessment: {
    row: 'assessment-clock',
    fits: (given, subject) => anyThat(given, subject, 'requested', 'accepted'),
    tells: (given, { subject, assessment: id, targetWorkingDays, targetReason, providerReference }) => {
      const assessment = own(modificationOf(given, subject)?.assessments ?? {}, id)
      if (!assessment) return refused(`there is no assessment ${id}`, ['assessment'], ['choose one that is requested'])
      const { assessmentKind, provider } = assessment
      const target = targetWorkingDays ?? countIn(given, `assessment-target-${assessmentKind.toLowerCase()}`)
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
            ...(providerReference === undefined ? {} : { providerReference }),
          },
        },
      ]
    },
  },
}

/** Numbered in order of recording: `7/PA/1`. */
function nextOf(given: Given, subject: Subject, kind: string): string {
  const begun = Object.keys(modificationOf(given, subject)?.assessments ?? {}).filter((id) => id.startsWith(`${idOf(subject)}/${kind}/`))
  return `${idOf(subject)}/${kind}/${begun.length + 1}`
}

function anyThat(given: Given, subject: Subject, status: AssessmentStatus, after: string): true | Unfit {
  const assessments = Object.values(modificationOf(given, subject)?.assessments ?? {})
  return assessments.some((each: Assessment) => each.status === status)
    ? fits
    : unfit(`none of its assessments is ${status}, to be ${after}`, `record that it was ${status} first`)
}
