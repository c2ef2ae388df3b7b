import type { Act, ActType } from '../../domain/acting/acts.ts'
import type { ActForm, Forms } from './act-form.ts'
import { anywhereForms } from './forms/anywhere.ts'
import { appealForms } from './forms/appeal.ts'
import { assessmentForms } from './forms/assessment.ts'
import { ballotForms } from './forms/ballot.ts'
import { consultationForms } from './forms/consultation.ts'
import { defineForms } from './forms/define.ts'
import { documentForms } from './forms/document.ts'
import { meetingForms } from './forms/meeting.ts'
import { mendForms } from './forms/mend.ts'
import { opineForms } from './forms/opine.ts'
import { organisationForms } from './forms/organisation.ts'
import { publicationForms } from './forms/publication.ts'
import { recordForms } from './forms/record.ts'
import { referralForms } from './forms/referral.ts'
import { refineForms } from './forms/refine.ts'
import { releaseForms } from './forms/release.ts'
import { responseForms } from './forms/response.ts'
import { rulebookForms } from './forms/rulebook.ts'
import { seatForms } from './forms/seat.ts'
import { submissionForms } from './forms/submission.ts'

/** How each act is asked for; each area has its own file. */
export const forms: Forms<Act> = {
  ...defineForms,
  ...assessmentForms,
  ...refineForms,
  ...opineForms,
  ...ballotForms,
  ...anywhereForms,
  ...consultationForms,
  ...responseForms,
  ...releaseForms,
  ...meetingForms,
  ...seatForms,
  ...appealForms,
  ...recordForms,
  ...organisationForms,
  ...mendForms,
  ...rulebookForms,
  ...referralForms,
  ...submissionForms,
  ...publicationForms,
  ...documentForms,
}

const actsOf = (...areas: readonly object[]) => areas.flatMap((area) => Object.keys(area)) as readonly ActType[]

/** What acts are for: a long list of what may be done is read by these. */
export const purposes: readonly (readonly [purpose: string, acts: readonly ActType[]])[] = [
  ['Decide', actsOf(defineForms, opineForms, ballotForms, appealForms, referralForms, releaseForms)],
  ['Refine and consult', actsOf(refineForms, assessmentForms, consultationForms)],
  [
    'Keep the record',
    actsOf(
      documentForms,
      anywhereForms,
      recordForms,
      meetingForms,
      seatForms,
      organisationForms,
      mendForms,
      rulebookForms,
      submissionForms,
    ),
  ],
]

export const formOf = (type: ActType): ActForm => forms[type] as unknown as ActForm

/** The act of a verb: `convert`. */
export const actOfVerb = (verb: string): ActType | undefined => verbs.get(verb)

const verbs = new Map((Object.keys(forms) as ActType[]).map((type) => [formOf(type).verb, type]))
