import type { ActOf, Rules } from '../acting/act.ts'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Subject, TextId } from '../entry.ts'
import { clockRules } from './clock-rules.ts'
import { progressRules } from './progress-rules.ts'
import { requestRules } from './request-rules.ts'
import { returnRules } from './return-rules.ts'

/**
 * An assessment is asked of a provider; `assessmentKind` is a word of the pack. It is numbered in the modification, in order. `solution`
 * is the one to be assessed.
 */
export type RequestAssessment = ActOf<
  'RequestAssessment',
  { readonly assessmentKind: string; readonly provider: Subject; readonly solution?: string; readonly request?: TextId }
>
/** Asked for again, once what was missing is there. */
export type RequestAssessmentAgain = ActOf<'RequestAssessmentAgain', { readonly assessment: string; readonly request?: TextId }>
/** The body that must approve a request of its kind does. */
export type ApproveAssessmentRequest = ActOf<'ApproveAssessmentRequest', { readonly assessment: string; readonly meeting?: Subject }>
/** The provider takes it: its clock runs from that day. The target is stored with its reason; left out, it is the row's. */
export type AcceptAssessment = ActOf<
  'AcceptAssessment',
  { readonly assessment: string; readonly targetWorkingDays?: number; readonly targetReason?: string; readonly providerReference?: string }
>
export type DeclineAssessment = ActOf<'DeclineAssessment', { readonly assessment: string; readonly missing: TextId }>

/** More information is asked for. The clock goes on: a pause of the net count is agreed, not taken. */
export type AskInformation = ActOf<'AskInformation', { readonly assessment: string; readonly question: TextId; readonly of?: Subject }>
export type AnswerInformation = ActOf<
  'AnswerInformation',
  { readonly assessment: string; readonly question: string; readonly answer?: TextId }
>
export type AgreePause = ActOf<'AgreePause', { readonly assessment: string; readonly question: string }>
export type ForecastReturn = ActOf<'ForecastReturn', { readonly assessment: string; readonly day: CalendarDate; readonly cause?: string }>
export type ReviseAssessmentTarget = ActOf<
  'ReviseAssessmentTarget',
  { readonly assessment: string; readonly targetWorkingDays: number; readonly reason: string; readonly agreedBy: Subject }
>

/** Amounts in pence. */
export type CostRange = { readonly low?: number; readonly high?: number }
/** It comes back with its document or what it says; its costs may come with it. */
export type ReturnAssessment = ActOf<
  'ReturnAssessment',
  {
    readonly assessment: string
    readonly document?: string
    readonly text?: TextId
    readonly oneOffLow?: number
    readonly oneOffHigh?: number
    readonly annualLow?: number
    readonly annualHigh?: number
    readonly confidential?: boolean
  }
>
/** A line of its costs. Confidential ones are for who administers the register only. */
export type CostAssessment = ActOf<
  'CostAssessment',
  {
    readonly assessment: string
    readonly period: 'one-off' | 'annual'
    readonly lines?: TextId
    readonly confidential?: boolean
  } & CostRange
>
export type CancelAssessment = ActOf<'CancelAssessment', { readonly assessment: string; readonly why: TextId }>

/** What the provider says of it for a month's update. A later line for the same month takes the place of an earlier one in print. */
export type ReportProgress = ActOf<'ReportProgress', { readonly assessment: string; readonly month: string; readonly text: TextId }>
/** The provider signs off what it says of all its assessments for a month. */
export type SignProgress = ActOf<'SignProgress', { readonly month: string }>

export type RequestAct = RequestAssessment | RequestAssessmentAgain | ApproveAssessmentRequest | AcceptAssessment | DeclineAssessment
export type ClockAct = AskInformation | AnswerInformation | AgreePause | ForecastReturn | ReviseAssessmentTarget
export type ReturnAct = ReturnAssessment | CostAssessment | CancelAssessment
export type ProgressAct = ReportProgress | SignProgress
export type AssessmentAct = RequestAct | ClockAct | ReturnAct | ProgressAct

export const assessmentRules: Rules<AssessmentAct> = { ...requestRules, ...clockRules, ...returnRules, ...progressRules }
