import type { AssessmentAct } from '../assessment/acts.ts'
import { assessmentRules } from '../assessment/acts.ts'
import { type BallotAct, ballotRules } from '../ballot/acts.ts'
import { type ConsultationAct, consultationRules } from '../consultation/acts.ts'
import { type ResponseAct, responseRules } from '../consultation/response-acts.ts'
import { documentRules, type ListDocument } from '../document/acts.ts'
import { type MeetingAct, meetingRules } from '../meeting/acts.ts'
import { type AnywhereAct, anywhereRules } from '../modification/anywhere-acts.ts'
import { type AppealsAct, appealRules } from '../modification/appeal-acts.ts'
import { type DefineAct, defineRules } from '../modification/define-acts.ts'
import { type OpineAct, opineRules } from '../modification/opine-acts.ts'
import { type RecordAct, recordRules } from '../modification/record-acts.ts'
import { type ReferralAct, referralRules } from '../modification/referral-acts.ts'
import { type RefineAct, refineRules } from '../modification/refine-acts.ts'
import { type OrganisationAct, organisationRules } from '../organisation/acts.ts'
import { type SeatAct, seatRules } from '../organisation/seat-acts.ts'
import { type PublicationAct, publicationRules } from '../publication/acts.ts'
import { type ReleaseAct, releaseRules } from '../release/acts.ts'
import { type RulebookAct, rulebookRules } from '../rulebook/acts.ts'
import { type SubmissionAct, submissionRules } from '../submission/acts.ts'
import type { ActOf, ActRule, Rules } from './act.ts'
import { type MendAct, mendRules } from './mend-acts.ts'

/** Every act there is; each area has its own file. */
export type Act =
  | DefineAct
  | AssessmentAct
  | RefineAct
  | OpineAct
  | BallotAct
  | AnywhereAct
  | ConsultationAct
  | ResponseAct
  | ReleaseAct
  | MeetingAct
  | SeatAct
  | AppealsAct
  | RecordAct
  | OrganisationAct
  | MendAct
  | RulebookAct
  | ReferralAct
  | SubmissionAct
  | PublicationAct
  | ListDocument
export type ActType = Act['act']
/** An act of one type. */
export type Acting<T extends ActType> = Extract<Act, { readonly act: T }>

const rules: Rules<Act> = {
  ...defineRules,
  ...assessmentRules,
  ...refineRules,
  ...opineRules,
  ...ballotRules,
  ...anywhereRules,
  ...consultationRules,
  ...responseRules,
  ...releaseRules,
  ...meetingRules,
  ...seatRules,
  ...appealRules,
  ...recordRules,
  ...organisationRules,
  ...mendRules,
  ...rulebookRules,
  ...referralRules,
  ...submissionRules,
  ...publicationRules,
  ...documentRules,
}

export const actTypes = Object.keys(rules) as readonly ActType[]

export const isActType = (text: string): text is ActType => Object.hasOwn(rules, text)

/** The rule of an act. */
export const ruleOf = (type: ActType): ActRule<ActOf<string>> => rules[type] as ActRule<ActOf<string>>
