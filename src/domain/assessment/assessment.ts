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
/** `approvalBy` is who must approve the request first, by the rule of the day. `solution`: the one that it is to assess. */
export type AssessmentRequested = OfAssessment<'AssessmentRequested'> & {
  readonly assessmentKind: string
  readonly provider: Subject
  readonly approvalBy?: Subject
  readonly solution?: string
  readonly request?: TextId
}
export type AssessmentRequestApproved = OfAssessment<'AssessmentRequestApproved'> & { readonly by: Subject; readonly meeting?: Subject }
/** `targetWorkingDays` is stored with its reason and never derived from the kind; `due` is the day to which it was counted then. */
export type AssessmentAccepted = OfAssessment<'AssessmentAccepted'> & {
  readonly assessmentKind: string
  readonly provider: Subject
  readonly targetWorkingDays?: number
  readonly targetReason?: string
  readonly due?: CalendarDate
  readonly providerReference?: string
}
export type AssessmentDeclined = OfAssessment<'AssessmentDeclined'> & { readonly missing?: TextId }
export type AssessmentTargetRevised = OfAssessment<'AssessmentTargetRevised'> & {
  readonly targetWorkingDays: number
  readonly reason?: string
  readonly agreedBy?: Subject
  readonly due?: CalendarDate
}
export type ReturnForecast = OfAssessment<'ReturnForecast'> & { readonly day: CalendarDate; readonly cause?: string }
/** More information is asked for. It stops no clock: only a pause that was agreed does, and then only in the net count. */
export type InformationAsked = OfAssessment<'InformationAsked'> & {
  readonly question: string
  readonly of: Subject | 'unknown'
  readonly text?: TextId
}
export type InformationAnswered = OfAssessment<'InformationAnswered'> & { readonly question: string; readonly text?: TextId }
/** The net count leaves out the days from the question to its answer. */
export type InformationPauseAgreed = OfAssessment<'InformationPauseAgreed'> & { readonly question: string; readonly by: Subject }
/** `statedDuration` is what the source prints, in its own convention; it tests no counter that it was worked out from. */
export type AssessmentReturned = OfAssessment<'AssessmentReturned'> & {
  readonly statedDuration?: number
  readonly document?: string
  readonly text?: TextId
}
export type AssessmentCosted = OfAssessment<'AssessmentCosted'> & {
  readonly lowPence?: number
  readonly highPence?: number
  readonly period: 'one-off' | 'annual'
  readonly lines?: TextId
}
export type AssessmentCancelled = OfAssessment<'AssessmentCancelled'> & { readonly why?: TextId }

/** What its provider says of it in the update of a month, 'YYYY-MM'. */
export type ProgressReported = OfAssessment<'ProgressReported'> & { readonly month: string; readonly text: TextId }

export type AssessmentEvent =
  | AssessmentRequested
  | AssessmentRequestApproved
  | AssessmentAccepted
  | AssessmentDeclined
  | AssessmentTargetRevised
  | ReturnForecast
  | InformationAsked
  | InformationAnswered
  | InformationPauseAgreed
  | AssessmentReturned
  | AssessmentCosted
  | AssessmentCancelled
  | ProgressReported

export type AssessmentStatus = 'requested' | 'declined' | 'accepted' | 'returned' | 'cancelled'

/** What more is asked for, of whom; answered or not; `pause` where it was agreed that the net count stops. */
export type Question = {
  readonly asked: Fact<Subject | 'unknown'>
  readonly text?: TextId
  readonly answered?: Fact<{ readonly text?: TextId }>
  readonly pause?: Fact<Subject>
}

export type Target = { readonly workingDays: number; readonly reason?: string; readonly agreedBy?: Subject; readonly due?: CalendarDate }

export type Assessment = {
  readonly id: string
  readonly assessmentKind: string
  readonly provider: Subject
  readonly status: AssessmentStatus
  readonly requested?: Fact<{ readonly approvalBy?: Subject; readonly solution?: string; readonly request?: TextId }>
  readonly requestApproved?: Fact<Subject>
  readonly declined?: Fact<{ readonly missing?: TextId }>
  readonly accepted?: Fact<{ readonly providerReference?: string }>
  readonly target?: Fact<Target>
  readonly targets: readonly Fact<Target>[]
  readonly forecasts: readonly Fact<{ readonly day: CalendarDate; readonly cause?: string }>[]
  readonly questions: Readonly<Record<string, Question>>
  readonly returned?: Fact<{ readonly statedDuration?: number; readonly document?: string; readonly text?: TextId }>
  readonly costs: readonly Fact<AssessmentCosted>[]
  readonly cancelled?: Fact<{ readonly why?: TextId }>
  /** In the order told; of a month the last holds. */
  readonly progress: readonly Fact<{ readonly month: string; readonly text: TextId }>[]
}

/** Open is what the published tables mean by it: accepted and not yet returned. */
export const isOpen = (assessment: Assessment): boolean => assessment.status === 'accepted'

/** Who must still approve its request; undefined where nobody must, it was approved, or it has gone on without. */
export const awaitsApprovalBy = ({ status, requested, requestApproved }: Assessment): Subject | undefined =>
  status === 'requested' && !requestApproved ? requested?.value.approvalBy : undefined

export function evolveAssessment(state: Assessment | undefined, entry: Entry, event: AssessmentEvent): Assessment | Misfit {
  switch (event.type) {
    case 'AssessmentRequested':
      if (state && state.status !== 'declined') return misfit(entry, `${event.assessment} was requested or accepted before`)
      return { ...(state ? askedAgain(state) : begun(event)), status: 'requested', requested: fact(entry, requestOf(event)) }
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
        ? { ...state, status: 'declined', declined: fact(entry, event.missing === undefined ? {} : { missing: event.missing }) }
        : misfit(entry, `${event.assessment} is ${state.status}, not requested`)
    case 'AssessmentCosted':
      return { ...state, costs: withFact(state.costs, fact(entry, event)) }
    case 'ProgressReported':
      return { ...state, progress: withFact(state.progress, fact(entry, { month: event.month, text: event.text })) }
    case 'AssessmentCancelled':
      if (state.status === 'returned' || state.status === 'cancelled')
        return misfit(entry, `${event.assessment} is ${state.status} already`)
      return { ...state, status: 'cancelled', cancelled: fact(entry, event.why === undefined ? {} : { why: event.why }) }
    default:
      return whileOpen(state, entry, event)
  }
}

function accepted(state: Assessment | undefined, entry: Entry, event: AssessmentAccepted): Assessment | Misfit {
  if (state && state.status !== 'requested') return misfit(entry, `${event.assessment} is ${state.status}, not requested`)
  const { targetWorkingDays: workingDays, targetReason: reason, due } = event
  const target = workingDays === undefined ? undefined : fact(entry, targetOf(workingDays, { reason, due }))
  const reference = event.providerReference === undefined ? {} : { providerReference: event.providerReference }
  const before = state ?? begun(event)
  return { ...before, status: 'accepted', accepted: fact(entry, reference), ...(target ? { target, targets: [target] } : {}) }
}

type WhileOpen =
  | AssessmentTargetRevised
  | ReturnForecast
  | InformationAsked
  | InformationAnswered
  | InformationPauseAgreed
  | AssessmentReturned

function whileOpen(state: Assessment, entry: Entry, event: WhileOpen): Assessment | Misfit {
  if (!isOpen(state)) return misfit(entry, `${event.assessment} is not open: it is ${state.status}`)
  switch (event.type) {
    case 'AssessmentTargetRevised': {
      const { targetWorkingDays, reason, agreedBy, due } = event
      const target = fact(entry, targetOf(targetWorkingDays, { reason, agreedBy, due }))
      return { ...state, target, targets: withFact(state.targets, target) }
    }
    case 'ReturnForecast':
      return {
        ...state,
        forecasts: withFact(state.forecasts, fact(entry, { day: event.day, ...(event.cause === undefined ? {} : { cause: event.cause }) })),
      }
    case 'InformationAsked': {
      if (own(state.questions, event.question)) return misfit(entry, `question ${event.question} was asked before`)
      return withQuestion(state, event.question, { asked: fact(entry, event.of), ...textOf(event) })
    }
    case 'InformationAnswered': {
      const question = own(state.questions, event.question)
      if (!question || question.answered) return misfit(entry, `question ${event.question} does not wait for an answer`)
      return withQuestion(state, event.question, { ...question, answered: fact(entry, textOf(event)) })
    }
    case 'InformationPauseAgreed': {
      const question = own(state.questions, event.question)
      if (!question) return misfit(entry, `question ${event.question} was not asked yet`)
      if (question.pause) return misfit(entry, `a pause for question ${event.question} was agreed before`)
      return withQuestion(state, event.question, { ...question, pause: fact(entry, event.by) })
    }
    case 'AssessmentReturned':
      return {
        ...state,
        status: 'returned',
        returned: fact(entry, returnOf(event)),
      }
  }
}

const withQuestion = (state: Assessment, question: string, told: Question): Assessment => ({
  ...state,
  questions: { ...state.questions, [question]: told },
})

const textOf = ({ text }: { readonly text?: TextId }) => (text === undefined ? {} : { text })

const requestOf = ({ approvalBy, solution, request }: AssessmentRequested) => ({
  ...(approvalBy === undefined ? {} : { approvalBy }),
  ...(solution === undefined ? {} : { solution }),
  ...(request === undefined ? {} : { request }),
})

const returnOf = ({ statedDuration, document, text }: AssessmentReturned) => ({
  ...(statedDuration === undefined ? {} : { statedDuration }),
  ...(document === undefined ? {} : { document }),
  ...(text === undefined ? {} : { text }),
})

type TargetTold = { readonly [K in 'reason' | 'agreedBy' | 'due']?: Target[K] | undefined }

const targetOf = (workingDays: number, { reason, agreedBy, due }: TargetTold): Target => ({
  workingDays,
  ...(reason === undefined ? {} : { reason }),
  ...(agreedBy === undefined ? {} : { agreedBy }),
  ...(due === undefined ? {} : { due }),
})

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
  progress: [],
})
