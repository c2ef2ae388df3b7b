import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Entry, Subject, TextId } from '../entry.ts'
import { type Fact, fact, withFact } from '../fact.ts'
import { type Misfit, misfit } from '../misfit.ts'
import { own } from '../own.ts'

/**
 * An assessment by a service provider: requested, accepted (from then its clock runs), returned.
 * Its id is numbered inside the modification: `7/PA/1`. `assessmentKind` is a word of the pack (`PA`, `IA`).
 */
type OfAssessment<T extends string> = { readonly type: T; readonly v: 1; readonly assessment: string }
export type AssessmentRequested = OfAssessment<'AssessmentRequested'> & { readonly assessmentKind: string; readonly provider: Subject }
export type AssessmentRequestApproved = OfAssessment<'AssessmentRequestApproved'> & { readonly by: Subject; readonly meeting?: Subject }
/** `targetWorkingDays` is stored with its reason and never derived from the kind. */
export type AssessmentAccepted = OfAssessment<'AssessmentAccepted'> & {
  readonly assessmentKind: string
  readonly provider: Subject
  readonly targetWorkingDays?: number
  readonly targetReason?: string
  readonly providerReference?: string
}
export type AssessmentDeclined = OfAssessment<'AssessmentDeclined'> & { readonly missing?: TextId }
export type AssessmentTargetRevised = OfAssessment<'AssessmentTargetRevised'> & {
  readonly targetWorkingDays: number
  readonly reason?: string
  readonly agreedBy?: Subject
}
export type ReturnForecast = OfAssessment<'ReturnForecast'> & { readonly day: CalendarDate; readonly cause?: string }
export type InformationAsked = OfAssessment<'InformationAsked'> & { readonly question: string; readonly of: Subject | 'unknown' }
export type InformationAnswered = OfAssessment<'InformationAnswered'> & { readonly question: string }
/** `statedDuration` is what the source prints, in its own convention; it tests no counter that it was worked out from. */
export type AssessmentReturned = OfAssessment<'AssessmentReturned'> & { readonly statedDuration?: number }
export type AssessmentCosted = OfAssessment<'AssessmentCosted'> & {
  readonly lowPence?: number
  readonly highPence?: number
  readonly period: 'one-off' | 'annual'
  readonly lines?: TextId
}
export type AssessmentCancelled = OfAssessment<'AssessmentCancelled'>

export type AssessmentEvent =
  | AssessmentRequested
  | AssessmentRequestApproved
  | AssessmentAccepted
  | AssessmentDeclined
  | AssessmentTargetRevised
  | ReturnForecast
  | InformationAsked
  | InformationAnswered
  | AssessmentReturned
  | AssessmentCosted
  | AssessmentCancelled

export type AssessmentStatus = 'requested' | 'declined' | 'accepted' | 'returned' | 'cancelled'

export type Assessment = {
  readonly id: string
  readonly assessmentKind: string
  readonly provider: Subject
  readonly status: AssessmentStatus
  readonly requested?: Fact<true>
  readonly requestApproved?: Fact<Subject>
  readonly declined?: Fact<true>
  readonly accepted?: Fact<{ readonly providerReference?: string }>
  readonly target?: Fact<{ readonly workingDays: number; readonly reason?: string; readonly agreedBy?: Subject }>
  readonly targets: readonly Fact<{ readonly workingDays: number; readonly reason?: string; readonly agreedBy?: Subject }>[]
  readonly forecasts: readonly Fact<{ readonly day: CalendarDate; readonly cause?: string }>[]
  readonly questions: Readonly<Record<string, { readonly asked: Fact<Subject | 'unknown'>; readonly answered?: Fact<true> }>>
  readonly returned?: Fact<{ readonly statedDuration?: number }>
  readonly costs: readonly Fact<AssessmentCosted>[]
}

/** Open is what the published tables mean by it: accepted and not yet returned. */
export const isOpen = (assessment: Assessment): boolean => assessment.status === 'accepted'

export function evolveAssessment(state: Assessment | undefined, entry: Entry, event: AssessmentEvent): Assessment | Misfit {
  switch (event.type) {
    case 'AssessmentRequested':
      if (state && state.status !== 'declined') return misfit(entry, `${event.assessment} was requested or accepted before`)
      return { ...(state ? askedAgain(state) : begun(event)), status: 'requested', requested: fact(entry, true) }
    case 'AssessmentAccepted':
      return accepted(state, entry, event)
  }
  if (!state) return misfit(entry, `no assessment ${event.assessment} is requested or accepted`)
  switch (event.type) {
    case 'AssessmentRequestApproved':
      return state.requestApproved
        ? misfit(entry, `the request for ${event.assessment} was approved before`)
        : { ...state, requestApproved: fact(entry, event.by) }
    case 'AssessmentDeclined':
      return state.status === 'requested'
        ? { ...state, status: 'declined', declined: fact(entry, true) }
        : misfit(entry, `${event.assessment} is ${state.status}, not requested`)
    case 'AssessmentCosted':
      return { ...state, costs: withFact(state.costs, fact(entry, event)) }
    case 'AssessmentCancelled':
      if (state.status === 'returned' || state.status === 'cancelled')
        return misfit(entry, `${event.assessment} is ${state.status} already`)
      return { ...state, status: 'cancelled' }
    default:
      return whileOpen(state, entry, event)
  }
}

function accepted(state: Assessment | undefined, entry: Entry, event: AssessmentAccepted): Assessment | Misfit {
  if (state && state.status !== 'requested') return misfit(entry, `${event.assessment} is ${state.status}, not requested`)
  const target =
    event.targetWorkingDays === undefined
      ? undefined
      : fact(entry, { workingDays: event.targetWorkingDays, ...(event.targetReason === undefined ? {} : { reason: event.targetReason }) })
  const reference = event.providerReference === undefined ? {} : { providerReference: event.providerReference }
  const before = state ?? begun(event)
  return { ...before, status: 'accepted', accepted: fact(entry, reference), ...(target ? { target, targets: [target] } : {}) }
}

type WhileOpen = AssessmentTargetRevised | ReturnForecast | InformationAsked | InformationAnswered | AssessmentReturned

function whileOpen(state: Assessment, entry: Entry, event: WhileOpen): Assessment | Misfit {
  if (!isOpen(state)) return misfit(entry, `${event.assessment} is not open: it is ${state.status}`)
  switch (event.type) {
    case 'AssessmentTargetRevised': {
      const { targetWorkingDays: workingDays, reason, agreedBy } = event
      const target = fact(entry, {
        workingDays,
        ...(reason === undefined ? {} : { reason }),
        ...(agreedBy === undefined ? {} : { agreedBy }),
      })
      return { ...state, target, targets: withFact(state.targets, target) }
    }
    case 'ReturnForecast':
      return {
        ...state,
        forecasts: withFact(state.forecasts, fact(entry, { day: event.day, ...(event.cause === undefined ? {} : { cause: event.cause }) })),
      }
    case 'InformationAsked':
      if (own(state.questions, event.question)) return misfit(entry, `question ${event.question} was asked before`)
      return { ...state, questions: { ...state.questions, [event.question]: { asked: fact(entry, event.of) } } }
    case 'InformationAnswered': {
      const question = own(state.questions, event.question)
      if (!question || question.answered) return misfit(entry, `question ${event.question} does not wait for an answer`)
      return { ...state, questions: { ...state.questions, [event.question]: { ...question, answered: fact(entry, true) } } }
    }
    case 'AssessmentReturned':
      return {
        ...state,
        status: 'returned',
        returned: fact(entry, event.statedDuration === undefined ? {} : { statedDuration: event.statedDuration }),
      }
  }
}

/** A request after a decline is a new one: the approval of the first does not carry over. */
function askedAgain({ requestApproved, ...rest }: Assessment): Omit<Assessment, 'requestApproved'> {
  return rest
}

const begun = (event: AssessmentRequested | AssessmentAccepted): Omit<Assessment, 'status'> => ({
  id: event.assessment,
  assessmentKind: event.assessmentKind,
  provider: event.provider,
  targets: [],
  forecasts: [],
  questions: {},
  costs: [],
})
